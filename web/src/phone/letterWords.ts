import type { Order } from '#shared/ship/commands.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { DAMAGE_KIND, INJURY, percentWords, taskName } from '#shared/ship/views/words.ts'
import { isByAnother, type Letter } from '../link/letterBox.ts'
import { timeOfDay } from '../ui/timeOfDay.ts'

const stepText = (plan: Plan, card: string, step: string): string =>
  plan.file.killCards?.find(({ id }) => id === card)?.steps.find(({ id }) => id === step)?.text ?? step

/** What a letter says, in a few words. */
export const letterInWords = (plan: Plan, { command, task }: Pick<Letter, 'command' | 'task'>): string => {
  switch (command.type) {
    case 'ReportOnScene':
      return task === null ? 'Back at station' : 'On scene'
    case 'ReportProgress':
      return percentWords(command.percent)
    case 'ReportDone':
      return 'Done'
    case 'TickStep':
      return `Ticked: ${stepText(plan, command.card, command.step)}`
    case 'ReportDamage':
      return `${DAMAGE_KIND[command.what]} at ${command.compartment}`
    case 'FollowUpReport':
      return `More on report ${command.report}`
    case 'ReportCasualty':
      return `Casualty at ${command.compartment}: ${INJURY[command.injury]}`
    case 'RecordLog':
      return command.text
    default:
      return command.type
  }
}

/** The log's lines have no more room; something is left for the time. */
export const TEXT_MOST = 470

/** An order with a text of its own says in it when it was written. */
const withTime = (order: Order, writtenMs: number): Order =>
  'text' in order ? { ...order, text: `${order.text} (${timeOfDay(writtenMs)})` } : order

/** Parts joined into as few lines as the log has room for. */
const joined = (head: string, parts: readonly string[]): readonly string[] => {
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + part.length + 3 <= TEXT_MOST) lines[lines.length - 1] = `${last} · ${part}`
    else lines.push(`${head}: ${part}`.slice(0, TEXT_MOST))
  }
  return lines
}

const SAID_MOST = 60

/** Each report and its time; what several in a row are about is said once. */
const saidAndWhen = (plan: Plan, letters: readonly Letter[]): readonly string[] => {
  const about = (task: string | null): string => (task === null ? '' : `${taskName(plan, task)}: `)
  return letters.map((one, index) => {
    const words = letterInWords(plan, one)
    const short = words.length > SAID_MOST ? `${words.slice(0, SAID_MOST)}…` : words
    const said = `${short} ${timeOfDay(one.writtenMs)}`
    return letters[index - 1]?.task === one.task ? said : about(one.task) + said
  })
}

/**
 * Reports that had to wait, as they leave at last: those with a text have their time in it; of the others a note in the
 * log says when each was made, so that nobody later takes the time of arrival for the time it happened. What somebody
 * else wrote, who had the phone before, is in a note with their name: the log has whoever sends it.
 */
export const datedLetters = (plan: Plan, crew: string, giver: string, late: readonly Letter[]) => {
  const own = late.filter((letter) => !isByAnother(letter, giver))
  const mute = own.filter(({ command }) => !('text' in command))
  const others = Map.groupBy(
    late.filter((letter) => isByAnother(letter, giver)),
    ({ by }) => by,
  )
  const notes = [
    ...joined(`${crew}, written without a link`, saidAndWhen(plan, mute)),
    ...[...others].flatMap(([by, theirs]) => joined(`${crew}, written by ${by}`, saidAndWhen(plan, theirs))),
  ]
  return {
    orders: late.map(({ command, writtenMs }) => withTime(command, writtenMs)),
    notes: notes.map((text) => ({ type: 'RecordLog', text }) as const),
  }
}
