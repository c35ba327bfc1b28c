import type { Fact } from '../events.ts'
import { percentAt } from '../formula.ts'
import { NOTHING } from '../law.ts'
import { known } from '../records.ts'
import type { Ship } from '../state.ts'
import type { Task } from './tasks.ts'

const isWorkedOn = (ship: Ship, task: string): boolean =>
  Object.values(ship.crews).some((crew) => crew.status === 'working' && crew.task === task)

/** What a piece of work comes to when it is done; a casualty's and a look at a place end otherwise. [RPR3] */
export const doneFacts = (ship: Ship, { id, kind, target, compartment }: Task): readonly Fact[] => {
  switch (kind) {
    case 'breach': {
      const { areaM2 } = known(ship.breaches[target], target)
      return [{ type: 'BreachSealed', breach: target, compartment, areaM2 }]
    }
    case 'passage':
      return [{ type: 'PassageFreed', passage: target }]
    case 'system':
      return [{ type: 'SystemHealthReached', system: target, percent: 100 }]
    case 'fire':
      return [{ type: 'FireOut', compartment, because: isWorkedOn(ship, id) ? 'fought' : 'suppressed' }]
    case 'leak':
      return [{ type: 'LeakStopped', system: target, compartment }]
    case 'casualty-power':
      return [{ type: 'CasualtyPowerRigged', system: target }]
    case 'casualty':
    case 'place':
      return NOTHING
  }
}

/** The marks of a system between what it has and what it will have, that one included. [SYS3] */
const marksPassed = (ship: Ship, { kind, target, repair }: Task, percent: number): readonly Fact[] => {
  if (kind !== 'system' || repair === null) return NOTHING
  const from = percentAt(repair, ship.at)
  return known(ship.plan.systems.get(target), target)
    .marks.filter((mark) => mark > from && mark <= percent && mark < 100)
    .map((mark) => ({ type: 'SystemHealthReached', system: target, percent: mark }))
}

/** Work that stands at a percentage from now on, with all that it has passed on the way there. */
export const workReaching = (ship: Ship, task: Task, percent: number): readonly Fact[] => {
  const { id, repair } = task
  if (repair === null || percent <= percentAt(repair, ship.at)) return NOTHING
  const marks = marksPassed(ship, task, percent)
  if (percent >= 100) return [...marks, ...doneFacts(ship, task)]
  return [...marks, { type: 'WorkPaced', task: id, percent, perS: repair.perS }]
}
