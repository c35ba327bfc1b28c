import type { CrewState, Ship } from '#shared/ship/state.ts'
import { targetOf } from '#shared/ship/task-id.ts'
import { shown } from '#shared/ship/known.ts'
import { firstWrong, type Invariant } from '../invariant.ts'
import { healthOf, stateOfPassage } from '../readings.ts'

/** Where the work is done; null: there is no such work. */
const placesOf = (ship: Ship, task: string): readonly string[] | null => {
  const { kind, id } = targetOf(task)
  const whereSystemIs = [ship.plan.systems.get(id)?.compartment ?? '']
  switch (kind) {
    case 'breach': {
      const breach = ship.breaches[id]
      return breach ? [breach.compartment] : null
    }
    case 'system':
      return healthOf(ship, id) < 100 ? whereSystemIs : null
    case 'leak':
      return id in ship.leaks ? whereSystemIs : null
    case 'casualty-power':
      return ship.casualtyLines[id]?.rigged === false ? whereSystemIs : null
    case 'passage': {
      const passage = ship.plan.passages.get(id)
      return passage && stateOfPassage(ship, passage) === 'jammed' ? passage.between : null
    }
    case 'casualty': {
      const casualty = ship.casualties[id]
      return casualty?.status === 'waiting' || casualty?.status === 'moving' ? [casualty.compartment] : null
    }
    case 'fire':
      return id in ship.fires ? [id] : null
    case 'place':
      return ship.plan.compartments.has(id) ? [id] : null
  }
}

/** There is such work, or it is believed aboard that there is. */
const isWork = (ship: Ship, task: string): boolean =>
  placesOf(ship, task) !== null || placesOf(shown(ship), task) !== null

const carriedBy = (ship: Ship, crew: string): readonly string[] =>
  Object.values(ship.casualties)
    .filter(({ transport }) => transport?.crew === crew)
    .map(({ id }) => id)

/** [RUN2] Run by reports, a crew arrives when it says so. */
const wrongOnTheWay = (ship: Ship, { route }: CrewState): string | null => {
  const arrivesAt = route.at(-1)?.at
  if (arrivesAt === undefined) return 'is on its way nowhere'
  if (ship.runMode === 'reported') return null
  return arrivesAt >= ship.at ? null : `should have arrived at ${arrivesAt} ms`
}

/** [CRW5] Whoever carries is with the casualty, and with one only. */
const wrongAtWork = (ship: Ship, id: string, { task, route, compartment }: CrewState): string | null => {
  const { kind, id: target } = targetOf(task ?? '')
  if (kind !== 'casualty') {
    if (route.length > 0) return `works on ${task} and walks`
    return placesOf(ship, task ?? '')?.includes(compartment) ? null : `works on ${task} from ${compartment}`
  }
  const { transport } = ship.casualties[target] ?? {}
  if (transport?.crew !== id) return `works on ${task} and carries nobody`
  return transport.route.at(-1)?.at === route.at(-1)?.at ? null : `is not where ${target} is, whom it carries`
}

/** [CRW1] [CRW4] What a crew does and where it is go together: it has one task, one place and one way. */
const wrongWith = (ship: Ship, id: string, crew: CrewState): string | null => {
  const { status, task, route } = crew
  if (task !== null && !isWork(ship, task)) return `is on ${task}, which is no work`
  switch (status) {
    case 'ready':
      return task !== null || route.length > 0 ? 'is ready with a task or a way' : null
    case 'returning':
      return task === null ? wrongOnTheWay(ship, crew) : `returns with ${task}`
    case 'enRoute':
      return task === null ? 'is on its way to nothing' : wrongOnTheWay(ship, crew)
    case 'onScene':
      if (task === null || route.length > 0) return 'is on scene of nothing, or walks'
      return targetOf(task).kind === 'casualty' ? null : `stands by ${task} and does nothing`
    case 'working':
      return task === null ? 'works on nothing' : wrongAtWork(ship, id, crew)
  }
}

const oneTask = (ship: Ship): string | null =>
  firstWrong(Object.entries(ship.crews), ([id, crew]) => {
    const what = wrongWith(ship, id, crew)
    return what && `crew ${id} ${what}`
  })

const oneLoad = (ship: Ship): string | null =>
  firstWrong(Object.entries(ship.crews), ([id, { status }]) => {
    const carried = carriedBy(ship, id)
    if (carried.length > 1) return `crew ${id} carries ${carried.join(' and ')}`
    return carried.length === 1 && status !== 'working' ? `crew ${id} is ${status} and carries ${carried[0]}` : null
  })

/** [ORD4] A priority without work is left over. */
const priorities = (ship: Ship): string | null =>
  firstWrong(Object.keys(ship.priorities), (task) =>
    isWork(ship, task) || task.startsWith('casualty:') ? null : `a priority for ${task}`,
  )

const WORK = [
  ...(['breaches', 'systems', 'passages', 'casualties', 'fires', 'leaks', 'casualtyLines', 'unknown'] as const),
]

export const crews: readonly Invariant[] = [
  { name: 'a crew is in one place on one task', reads: ['crews', ...WORK], broken: oneTask },
  { name: 'a crew carries one casualty', reads: ['crews', 'casualties'], broken: oneLoad },
  { name: 'priorities end with their tasks', reads: ['priorities', ...WORK], broken: priorities },
]
