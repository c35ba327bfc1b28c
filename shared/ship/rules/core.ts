import { diceFor } from '../../dice.ts'
import type { Fact } from '../events.ts'
import { healthAt, percentAt, performanceAt, reachesAt } from '../formula.ts'
import { type Due, type Law, NOTHING, on, SYSTEMS_CHANGED } from '../law.ts'
import { LIMITS } from '../limits.ts'
import { known } from '../records.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Ship } from '../state.ts'
import { taskId } from '../task-id.ts'
import { blastFacts } from './hits.ts'

/** The hole a lost core leaves, m². Invented; what else it does is a hit of the greatest energy on bare hull. */
const LOST_CORE_BREACH_M2 = 8

/**
 * Risk in percent a second: all of it in the ship file's minutes with no containment left, slower in proportion to what there
 * is, none from the limit on up. Invented. Limit: between two marks of the containment it is that of the last event.
 */
const riskPerS = (ship: Ship): number => {
  const { core } = ship.plan.file
  if (!core || ship.core.status === 'ejected' || ship.core.status === 'lost') return 0
  if (ship.systems[core.system]?.running === false || healthAt(ship, core.system, ship.at) === 0) return 0
  const contained = Math.min(1, performanceAt(ship, core.containment, ship.at) / core.atLeastPercent)
  return ((1 - contained) * 100) / (core.minutesToBreach * 60)
}

/** [COR1] [COR2] */
const riskFacts = (ship: Ship): readonly Fact[] => {
  const { status, risk } = ship.core
  const perS = riskPerS(ship)
  if (perS === risk.perS) return NOTHING
  if (perS === 0) return status === 'threatened' ? [{ type: 'CoreSafe' }] : NOTHING
  return [{ type: 'CoreThreatened', percent: percentAt(risk, ship.at), perS }]
}

/** Nothing is left of the core's system, and nobody works on it any more. [COR4] */
const goneFacts = (ship: Ship, system: string): readonly Fact[] => {
  const health = healthAt(ship, system, ship.at)
  const atWork = (ship.systems[system]?.repair.perS ?? 0) > 0
  const running = ship.systems[system]?.running !== false
  return [
    ...(atWork ? [{ type: 'WorkPaced', task: taskId('system', system), percent: health, perS: 0 } as const] : []),
    ...(health > 0 ? [{ type: 'SystemDamaged', system, percent: 0, hit: null } as const] : []),
    ...(running ? [{ type: 'SystemShutDown', system } as const] : []),
  ]
}

/** [COR4] A core that is ejected in time is gone, and does no harm. */
export const ejectCore = (ship: Ship): Ruling => {
  const { core } = ship.plan.file
  const { status } = ship.core
  if (!core?.ejectable) return err({ code: 'NotFitted', what: 'core that can be ejected' })
  if (status === 'ejected' || status === 'lost') return err({ code: 'CoreGone', core: status })
  return ok([{ type: 'CoreEjected' }, ...goneFacts(ship, core.system)])
}

const due = ({ core }: Ship): Due | null => {
  const at = core.status === 'threatened' ? reachesAt(core.risk, 100) : null
  return at === null ? null : { at, id: 'core' }
}

/** [COR3] */
const fall = (ship: Ship): readonly Fact[] => {
  const { system } = known(ship.plan.file.core, 'core')
  const { compartment } = known(ship.plan.systems.get(system), system)
  const number = ship.numbers.breach + 1
  const blast = {
    ship,
    hit: null,
    compartment,
    energyMj: LIMITS.energyMj.most,
    dice: diceFor(ship.seed, 'core', number),
  }
  return [
    { type: 'CoreLost' },
    ...goneFacts(ship, system),
    { type: 'BreachOpened', breach: `B${number}`, compartment, areaM2: LOST_CORE_BREACH_M2, hit: null },
    ...blastFacts(blast).filter((fact) => fact.type !== 'SystemDamaged' || fact.system !== system),
  ]
}

/** [COR1]–[COR4] A core that runs without its containment runs away, unless it is stopped, contained or ejected in time. */
export const core: Law = { due, fall, reactions: () => on(SYSTEMS_CHANGED, riskFacts) }
