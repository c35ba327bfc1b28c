import { supplyAt } from '#shared/ship/formula.ts'
import { shown } from '#shared/ship/known.ts'
import type { AlarmPriority, Ship } from '#shared/ship/state.ts'
import { firstWrong, type Invariant } from '../invariant.ts'
import { bedsLeft, healthOf, peopleAt } from '../readings.ts'

/** A system below this must have an alarm, %. */
const WEAK_PERCENT = 50

type Conditions = Map<string, AlarmPriority | null>

const peopleFirst = (ship: Ship, compartment: string): AlarmPriority =>
  peopleAt(ship, compartment) > 0 ? 'critical' : 'warning'

const hullConditions = (ship: Ship, must: Conditions): void => {
  for (const { compartment } of Object.values(ship.breaches))
    must.set(`breach@${compartment}`, compartment in ship.fields ? 'warning' : 'critical')
  for (const id in ship.air) if (ship.air[id]?.thin) must.set(`thin-air@${id}`, peopleFirst(ship, id))
  for (const id in ship.passages) if (ship.passages[id]?.state === 'jammed') must.set(`passage@${id}`, 'caution')
  if (ship.strainedSince !== null && Object.keys(ship.breaches).length > 0) must.set('hull-strain@ship', 'warning')
}

const hazardConditions = (ship: Ship, must: Conditions): void => {
  for (const [id, { flashedOverAt }] of Object.entries(ship.fires))
    must.set(`fire@${id}`, flashedOverAt === null ? peopleFirst(ship, id) : 'critical')
  for (const [id, { compartment }] of Object.entries(ship.leaks)) must.set(`leak@${id}`, peopleFirst(ship, compartment))
  for (const [id, { to }] of Object.entries(ship.evacuations))
    if (to === null && peopleAt(ship, id) > 0) must.set(`trapped@${id}`, 'critical')
  if (ship.core.status === 'threatened') must.set('core@ship', 'critical')
}

const systemConditions = (ship: Ship, must: Conditions): void => {
  for (const id in ship.systems) if (healthOf(ship, id) < WEAK_PERCENT) must.set(`system@${id}`, null)
  const { supplyMw, demandMw, netMw } = ship.power
  if (supplyMw < demandMw) must.set('power@ship', netMw < 0 ? 'warning' : 'critical')
  for (const { id, low } of ship.plan.file.supplies ?? []) {
    const left = supplyAt(ship, id, ship.at)
    if (left <= low) must.set(`supply@${id}`, left > 0 ? 'caution' : 'warning')
  }
}

const peopleConditions = (ship: Ship, must: Conditions): void => {
  let urgent = false
  for (const { compartment, status, category } of Object.values(ship.casualties)) {
    if (status !== 'waiting') continue
    must.set(`casualties@${compartment}`, null)
    urgent ||= category === 'immediate' || category === 'delayed'
  }
  if (urgent && bedsLeft(ship) <= 0) must.set('beds@ship', 'warning')
  for (const [id, { status, compartment, tired, task }] of Object.entries(ship.crews)) {
    if (status === 'ready' && compartment !== ship.plan.crews.get(id)?.station) must.set(`crew@${id}`, 'advisory')
    if (tired !== 'fresh' && task !== null) must.set(`fatigue@${id}`, tired === 'red' ? 'caution' : 'advisory')
  }
  for (const { compartment, status } of Object.values(ship.reports))
    if (status === 'reported') must.set(`report@${compartment}`, 'caution')
}

/** Every condition that must have an alarm: its id, and its priority where the rules leave no choice. */
const findConditions = (ship: Ship): ReadonlyMap<string, AlarmPriority | null> => {
  const must: Conditions = new Map()
  hullConditions(ship, must)
  hazardConditions(ship, must)
  systemConditions(ship, must)
  peopleConditions(ship, must)
  return must
}

let last: { ship: Ship; aboard: Ship; conditions: ReturnType<typeof findConditions> } | null = null

/** [ALM5] Alarms are about what is known aboard. Both directions ask for the same ship. */
const known = (ship: Ship): { aboard: Ship; conditions: ReturnType<typeof findConditions> } => {
  if (last?.ship === ship) return last
  const aboard = shown(ship)
  last = { ship, aboard, conditions: findConditions(aboard) }
  return last
}

/** [ALM1] [ALM2] */
const raised = (ship: Ship): string | null =>
  firstWrong(known(ship).conditions, ([id, priority]) => {
    const alarm = ship.alarms[id]
    if (!alarm || alarm.state === 'returned') return `no ${id}`
    return priority === null || alarm.priority === priority ? null : `${id} is ${alarm.priority}, not ${priority}`
  })

/** A field that failed stays a matter until there is a field again, or no breach any more. */
const isFailedField = (ship: Ship, compartment: string | null): boolean =>
  compartment !== null &&
  !(compartment in ship.fields) &&
  Object.values(ship.breaches).some((breach) => breach.compartment === compartment)

const caused = (ship: Ship): string | null => {
  const { aboard, conditions } = known(ship)
  return firstWrong(Object.values(ship.alarms), ({ id, cause, state, compartment }) => {
    if (state === 'returned') return null
    const holds = cause === 'field-failed' ? isFailedField(aboard, compartment) : conditions.has(id)
    return holds ? null : `${id} stands without a cause`
  })
}

/** Put aside for a while only: what is shelved comes back. */
const shelved = (ship: Ship): string | null =>
  firstWrong(Object.values(ship.alarms), (alarm) =>
    alarm.shelved && alarm.shelved.until < ship.at ? `${alarm.id} shelved until ${alarm.shelved.until} ms` : null,
  )

const CONDITIONS = [
  ...(['alarms', 'breaches', 'air', 'fields', 'passages', 'strainedSince', 'unknown'] as const),
  ...(['fires', 'leaks', 'evacuations', 'core', 'systems', 'power', 'supplies'] as const),
  ...(['people', 'casualties', 'crews', 'reports', 'treatmentPlaces'] as const),
]

export const alarms: readonly Invariant[] = [
  { name: 'every condition has its alarm', reads: CONDITIONS, broken: raised },
  { name: 'every alarm has its cause', reads: CONDITIONS, broken: caused },
  { name: 'shelved alarms come back', reads: ['alarms'], broken: shelved },
]
