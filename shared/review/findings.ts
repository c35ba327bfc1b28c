import { clockText, spokenTime } from '../duration.ts'
import { describeAction } from '../ship/describe/orders.ts'
import type { Plan } from '../ship/plan.ts'
import { INJURY, placeName, systemName, taskName } from '../ship/views/words.ts'
import { MEASURE } from './measures.ts'
import type { Finding } from './parts/assessment.ts'
import type { Review } from './review.ts'

/** A review but for what is found in it. */
export type Findable = Omit<Review, 'findings'>

type Finder = (plan: Plan, review: Findable) => readonly Finding[]

/** Of what is listed at length elsewhere, so many of a kind. Invented. */
const MOST_OF_A_KIND = 5

const shareWords = (percent: number): string => `${Math.round(percent * 10) / 10} %`
const minutesWords = (minutes: number): string => `${Math.round(minutes * 10) / 10} person-minutes`

const forTime = (ms: number): string => (ms < 1000 ? 'for less than 1 s' : `for ${spokenTime(ms)}`)

const deaths =
  (wasPreventable: boolean): Finder =>
  (plan, { casualties }) =>
    casualties
      .filter(({ outcome, preventable }) => outcome === 'dead' && (preventable === true) === wasPreventable)
      .map(({ casualty, name, injury, compartment, endedAt }) => ({
        kind: wasPreventable ? 'preventable-death' : 'death',
        at: endedAt,
        text: `${name ?? 'Somebody'} (${casualty}, ${INJURY[injury].toLowerCase()}, found in ${placeName(plan, compartment)}) died${
          wasPreventable ? ', and treatment would have saved them' : ''
        }.`,
      }))

const uncrewed: Finder = (plan, { hazards }) =>
  hazards
    .filter(({ uncrewedCriticalMs }) => uncrewedCriticalMs > 0)
    .toSorted((a, b) => b.uncrewedCriticalMs - a.uncrewedCriticalMs)
    .map(({ task, compartment, beganAt, criticalMs, uncrewedCriticalMs }) => ({
      kind: 'uncrewed-critical',
      at: beganAt,
      text: `${taskName(plan, task)} in ${placeName(plan, compartment)} was critical ${forTime(criticalMs)}, ${
        uncrewedCriticalMs === criticalMs ? 'all of it without a crew' : `${forTime(uncrewedCriticalMs)} without a crew`
      }.`,
    }))

const late: Finder = (_plan, { responses }) =>
  responses
    .filter(({ met }) => met === false)
    .map(({ measure, withinPercent, standard }) => ({
      kind: 'late',
      at: null,
      text: `${MEASURE[measure].name} (${MEASURE[measure].between}) was within ${spokenTime((standard.withinS ?? 0) * 1000)} in ${shareWords(withinPercent ?? 0)} of cases; ${shareWords(standard.sharePercent)} were wanted.`,
    }))

const openBoundaries: Finder = (_plan, { boundaries: { percent, openMs, worst } }) => {
  const [longest] = worst
  if (percent === null || openMs === 0 || !longest) return []
  const text = `Boundaries held for ${shareWords(percent)} of their time; passage ${longest.passage} stood open the longest, ${forTime(longest.openMs)}.`
  return [{ kind: 'boundary', at: null, text }]
}

const exposed: Finder = (plan, { exposure: { thinAirMinutes, fireMinutes, leakMinutes, compartments } }) => {
  const [worst] = compartments
  if (!worst) return []
  const parts = [
    { minutes: thinAirMinutes, where: 'in thin air' },
    { minutes: fireMinutes, where: 'with a fire' },
    { minutes: leakMinutes, where: 'with a leak' },
  ]
  const said = parts
    .filter(({ minutes }) => minutes > 0)
    .map(({ minutes, where }) => `${minutesWords(minutes)} ${where}`)
  const text = `People were exposed: ${said.join(', ')}; most of it in ${placeName(plan, worst.compartment)}.`
  return [{ kind: 'exposure', at: null, text }]
}

const firstAtWorst = (bands: Review['capabilities'][number]['bands']): number | null =>
  bands.toSorted((a, b) => b.rank - a.rank || a.fromMs - b.fromMs)[0]?.fromMs ?? null

const lostCapabilities: Finder = (_plan, { capabilities }) =>
  capabilities
    .filter(({ lostMs }) => lostMs > 0)
    .toSorted((a, b) => b.weight * b.lostMs - a.weight * a.lostMs)
    .map(({ name, lostMs, bands }) => ({
      kind: 'capability',
      at: firstAtWorst(bands),
      text: `${name}: lost ${forTime(lostMs)}.`,
    }))

const missedActions: Finder = (plan, { planned, incident }) =>
  planned.expected
    .filter(({ met }) => met === false)
    .map(({ order, on, dueAt, doneAt }) => {
      const due = `expected by ${clockText(dueAt - incident.fromMs)}`
      const came = doneAt === null ? 'was not done' : `came ${spokenTime(doneAt - dueAt)} late`
      return { kind: 'expected', at: dueAt, text: `${describeAction(plan, order, on)}, ${due}, ${came}.` }
    })

const unansweredAlarms: Finder = (_plan, { alarms: { neverAcknowledged, raised } }) => {
  if (neverAcknowledged === 0) return []
  const which = neverAcknowledged === 1 ? '1 alarm was' : `${neverAcknowledged} alarms were`
  const text = `${which} never acknowledged after being raised last; alarms were raised ${raised} times.`
  return [{ kind: 'alarms', at: null, text }]
}

const wornCrews: Finder = (_plan, { crews }) =>
  crews
    .filter(({ redMs }) => redMs > 0)
    .toSorted((a, b) => b.redMs - a.redMs)
    .map(({ name, redMs, mostFatigueMinutes }) => ({
      kind: 'fatigue',
      at: null,
      text: `${name}: worn out ${forTime(redMs)}, at most ${Math.round(mostFatigueMinutes)} min on task.`,
    }))

const shedSystems: Finder = (plan, { power: { shed } }) =>
  shed
    .filter(({ shedMs }) => shedMs > 0)
    .map(({ system, shedMs }) => ({
      kind: 'power',
      at: null,
      text: `${systemName(plan, system)}: shed for want of power ${forTime(shedMs)}.`,
    }))

const OTHERS: readonly Finder[] = [
  ...[uncrewed, late, openBoundaries, exposed, lostCapabilities],
  ...[missedActions, unansweredAlarms, wornCrews, shedSystems],
]

/** [REV27] Why it went as it did, the gravest first: all deaths, and of every other kind the five worst. */
export const findingsOf = (plan: Plan, review: Findable): readonly Finding[] => [
  ...deaths(true)(plan, review),
  ...deaths(false)(plan, review),
  ...OTHERS.flatMap((find) => find(plan, review).slice(0, MOST_OF_A_KIND)),
]
