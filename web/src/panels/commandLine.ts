import type { Order } from '#shared/ship/commands.ts'
import type { Ship } from '#shared/ship/state.ts'
import { peopleIn } from '#shared/ship/people.ts'
import { alarmsOf } from '#shared/ship/views/alarms.ts'
import { crewOptions } from '#shared/ship/views/crew-options.ts'
import { type WorkItem, workOf } from '#shared/ship/views/work.ts'
import { ALARM_CAUSE, crewName, placeName, taskName } from '#shared/ship/views/words.ts'
import { clockText } from '../ui/duration.ts'

/** What a finished line asks for. */
export type LineAction =
  { readonly kind: 'order'; readonly order: Order } | { readonly kind: 'goto'; readonly compartment: string }

/** A way to go on: the whole line as it would then read, and what it means. With an action it is finished. */
export interface Suggestion {
  readonly line: string
  readonly label: string
  readonly action: LineAction | null
}

const SUGGESTIONS_MOST = 9

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
const initials = (text: string): string =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => (/^\d/.test(word) ? word : word.slice(0, 1)))
    .join('')

/** "7-4" for "07-04"; anything else as it is. */
const asCompartment = (token: string): string => {
  const [, deck, section] = /^(\d{1,2})-(\d{0,2})$/.exec(token) ?? []
  if (deck === undefined || section === undefined) return token
  return `${deck.padStart(2, '0')}-${section && section.padStart(2, '0')}`
}

const matchesPlace = (ship: Ship, id: string, token: string): boolean => {
  if (token === '' || id === asCompartment(token) || id.startsWith(asCompartment(token))) return true
  const { name = '', code = '' } = ship.plan.compartments.get(id) ?? {}
  return /[a-z]/i.test(token) && (bare(name).includes(bare(token)) || bare(code).startsWith(bare(token)))
}

const matchesCrew = (ship: Ship, id: string, token: string): boolean => {
  const name = crewName(ship.plan, id)
  const typed = bare(token)
  return [bare(id), bare(name)].some((text) => text.includes(typed)) || [initials(id), initials(name)].includes(typed)
}

const order = (line: string, label: string, order: Order): Suggestion => ({
  line,
  label,
  action: { kind: 'order', order },
})

/** By where it is, or by what it is. */
const matchesWork = (ship: Ship, { task, compartment }: WorkItem, token: string): boolean =>
  task.startsWith(token) || matchesPlace(ship, compartment, token)

const workChoices = (ship: Ship, work: readonly WorkItem[]): readonly Suggestion[] => {
  const named = new Set<string>()
  return work.map(({ task, compartment }) => {
    // The gravest work of a place goes by the place; what else there is to do there, by its own name.
    const token = named.has(compartment) ? task : compartment
    named.add(compartment)
    return {
      line: `d ${token} `,
      label: `${taskName(ship.plan, task)}, ${placeName(ship.plan, compartment)}`,
      action: null,
    }
  })
}

const crewChoices = (ship: Ship, { task }: WorkItem, place: string, crew: string, at: number): readonly Suggestion[] =>
  crewOptions(ship, task, at)
    .filter((option) => option.arrivesInS !== null && matchesCrew(ship, option.crew, crew))
    .map(({ crew: id, name, arrivesInS }) => {
      const label = `Send ${name} to ${taskName(ship.plan, task)}, there in ${clockText((arrivesInS ?? 0) * 1000)}`
      return order(`d ${place} ${id}`, label, { type: 'DispatchCrew', crew: id, task })
    })

const dispatches = (ship: Ship, at: number, [place = '', crew]: readonly string[]): readonly Suggestion[] => {
  const work = workOf(ship, at).filter((item) => matchesWork(ship, item, place))
  if (crew === undefined) return workChoices(ship, work)
  const [gravest] = work
  return gravest ? crewChoices(ship, gravest, place, crew, at) : []
}

const recalls = (ship: Ship, [crew = '']: readonly string[]) =>
  Object.entries(ship.crews)
    .filter(([id, { task }]) => task !== null && matchesCrew(ship, id, crew))
    .map(([id]) => order(`r ${id}`, `Recall ${crewName(ship.plan, id)}`, { type: 'RecallCrew', crew: id }))

const fields = (ship: Ship, [place = '', wanted = '']: readonly string[]) => {
  const breached = Object.values(ship.breaches).map(({ compartment }) => compartment)
  const places = place === '' ? new Set([...breached, ...Object.keys(ship.fields)]) : ship.plan.compartments.keys()
  return [...places]
    .filter((id) => matchesPlace(ship, id, place))
    .map((id) => {
      const lower = wanted === '' ? id in ship.fields : 'off'.startsWith(wanted) && wanted !== 'o'
      const label = `${lower ? 'Lower' : 'Raise'} force field, ${placeName(ship.plan, id)}`
      const type = lower ? 'LowerForceField' : 'RaiseForceField'
      return order(`f ${id} ${lower ? 'off' : 'on'}`, label, { type, compartment: id })
    })
}

const acknowledgements = (ship: Ship, at: number) =>
  alarmsOf(ship, workOf(ship, at))
    .filter(({ state, shelved }) => state !== 'acknowledged' && shelved === null)
    .slice(0, 1)
    .map(({ id, cause, compartment }) => {
      const where = compartment === null ? '' : `, ${placeName(ship.plan, compartment)}`
      return order('a', `Acknowledge ${ALARM_CAUSE[cause]}${where}`, { type: 'AcknowledgeAlarm', alarm: id })
    })

const places = (ship: Ship, [place = '']: readonly string[]) =>
  [...ship.plan.compartments.keys()]
    .filter((id) => matchesPlace(ship, id, place))
    .map((compartment): Suggestion => {
      return {
        line: `g ${compartment}`,
        label: placeName(ship.plan, compartment),
        action: { kind: 'goto', compartment },
      }
    })

/** The people of a place are told to leave it; those who are in danger first. */
const evacuations = (ship: Ship, [place = '']: readonly string[]) =>
  [...ship.plan.compartments.keys()]
    .filter((id) => matchesPlace(ship, id, place) && peopleIn(ship, id) > 0 && !(id in ship.evacuations))
    .sort((a, b) => Number(b in ship.fires) - Number(a in ship.fires))
    .map((compartment) =>
      order(`e ${compartment}`, `Evacuate ${placeName(ship.plan, compartment)}`, {
        type: 'EvacuateCompartment',
        compartment,
      }),
    )

/** Fixed extinguishing, where it burns. */
const suppressions = (ship: Ship, [place = '']: readonly string[]) =>
  Object.values(ship.fires)
    .filter(({ compartment, suppressed }) => !suppressed && matchesPlace(ship, compartment, place))
    .map(({ compartment }) =>
      order(`x ${compartment}`, `Suppress the fire in ${placeName(ship.plan, compartment)}`, {
        type: 'SuppressFire',
        compartment,
      }),
    )

const note = (text: string): readonly Suggestion[] =>
  text === '' ? [] : [order(`n ${text}`, `Write in the log: ${text}`, { type: 'RecordLog', text })]

const VERBS: readonly Suggestion[] = [
  { line: 'd ', label: 'd PLACE CREW: send a crew', action: null },
  { line: 'r ', label: 'r CREW: recall a crew', action: null },
  { line: 'f ', label: 'f PLACE on/off: force field', action: null },
  { line: 'e ', label: 'e PLACE: evacuate', action: null },
  { line: 'x ', label: 'x PLACE: suppress a fire', action: null },
  { line: 'a', label: 'a: acknowledge the top alarm', action: null },
  { line: 'g ', label: 'g PLACE: go to a compartment', action: null },
  { line: 'n ', label: 'n TEXT: write in the log', action: null },
]

/** What a line can become, the likeliest first: each word is completed in turn. */
export const suggest = (ship: Ship, line: string, at: number): readonly Suggestion[] => {
  const [verb = '', ...words] = line.trimStart().split(/\s+/)
  const found = (): readonly Suggestion[] => {
    switch (verb.toLowerCase()) {
      case 'd':
        return dispatches(ship, at, words)
      case 'r':
        return recalls(ship, words)
      case 'f':
        return fields(ship, words)
      case 'e':
        return evacuations(ship, words)
      case 'x':
        return suppressions(ship, words)
      case 'a':
        return acknowledgements(ship, at)
      case 'g':
        return places(ship, words)
      case 'n':
        return note(line.trim().slice(2))
      default:
        return verb === '' ? VERBS : []
    }
  }
  return found().slice(0, SUGGESTIONS_MOST)
}

/** What a line that has been entered asks for; null: it is not finished, or nothing can be made of it. */
export const actionOf = (ship: Ship, line: string, at: number): LineAction | null => {
  const found = suggest(ship, line, at).filter(({ action }) => action !== null)
  return (found.find((one) => one.line === line) ?? found[0])?.action ?? null
}
