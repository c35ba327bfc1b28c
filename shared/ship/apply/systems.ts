import type { Applies } from './applies.ts'
import type { SystemFact } from '../facts/systems.ts'
import { known, put, without } from '../records.ts'
import type { Ship, SystemState } from '../state.ts'
import { taskId } from '../task-id.ts'

const WHOLE: SystemState = { repair: { percent: 100, since: 0, perS: 0 }, running: true, stoppedBecause: null }

const changed = (ship: Ship, system: string, change: Partial<SystemState>) => ({
  systems: put(ship.systems, system, { ...(ship.systems[system] ?? WHOLE), ...change }),
})

const perSOf = (ship: Ship, system: string): number => ship.systems[system]?.repair.perS ?? 0

const batteryAt = (ship: Ship, at: number, batteryMj: number) => ({
  power: { ...ship.power, batteryMj, since: at, netMw: 0 },
})

export const systems: Applies<SystemFact['type']> = {
  SystemDamaged: (ship, { system, percent, at }) =>
    changed(ship, system, { repair: { percent, since: at, perS: perSOf(ship, system) } }),
  SystemHealthReached: (ship, { system, percent, at }) => {
    const running = ship.systems[system]?.running ?? true
    if (percent < 100) return changed(ship, system, { repair: { percent, since: at, perS: perSOf(ship, system) } })
    const whole = { repair: { percent: 100, since: at, perS: 0 } }
    const left = running ? { systems: without(ship.systems, system) } : changed(ship, system, whole)
    return { ...left, priorities: without(ship.priorities, taskId('system', system)) }
  },
  SystemShutDown: (ship, { system }) => changed(ship, system, { running: false, stoppedBecause: 'order' }),
  SystemShed: (ship, { system }) => changed(ship, system, { running: false, stoppedBecause: 'shed' }),
  SystemStarted: (ship, { system }) => {
    const { repair } = ship.systems[system] ?? WHOLE
    if (repair.percent >= 100) return { systems: without(ship.systems, system) }
    return changed(ship, system, { running: true, stoppedBecause: null })
  },
  PowerBalanceChanged: (_ship, { supplyMw, demandMw, batteryMj, netMw, at }) => ({
    power: { supplyMw, demandMw, batteryMj, netMw, since: at },
  }),
  BatteryFilled: (ship, { at }) => batteryAt(ship, at, ship.plan.file.battery.capacityMj),
  BatteryDepleted: (ship, { at }) => batteryAt(ship, at, 0),
  CapabilityChanged: (ship, { capability, to }) => {
    const best = ship.plan.capabilities.get(capability)?.modes[0]?.id
    return { modes: to === best ? without(ship.modes, capability) : put(ship.modes, capability, to) }
  },
  PowerPrioritySet: (ship, { system, priority }) => ({ powerClasses: put(ship.powerClasses, system, priority) }),
  CasualtyPowerOrdered: (ship, { system, at }) => ({
    casualtyLines: put(ship.casualtyLines, system, {
      system,
      orderedAt: at,
      rigged: false,
      repair: { percent: 0, since: at, perS: 0 },
    }),
  }),
  CasualtyPowerRigged: (ship, { system, at }) => ({
    casualtyLines: put(ship.casualtyLines, system, {
      ...known(ship.casualtyLines[system], system),
      rigged: true,
      repair: { percent: 100, since: at, perS: 0 },
    }),
    priorities: without(ship.priorities, taskId('casualty-power', system)),
  }),
  CasualtyPowerRemoved: (ship, { system }) => ({
    casualtyLines: without(ship.casualtyLines, system),
    priorities: without(ship.priorities, taskId('casualty-power', system)),
  }),
  SupplyChanged: (ship, { supply, amount, perS, at }) => ({
    supplies: put(ship.supplies, supply, { amount, since: at, perS }),
  }),
  DiagnosticStarted: (ship, { system, endsAt }) => ({
    diagnoses: put(ship.diagnoses, system, { endsAt, percent: null, found: false }),
  }),
  DiagnosticCompleted: (ship, { system, percent, found, at }) => ({
    diagnoses: put(ship.diagnoses, system, { endsAt: at, percent, found }),
  }),
  ReadinessOrdered: (ship, { item, readyAt }) => ({ readiness: put(ship.readiness, item, { readyAt, ready: false }) }),
  ReadinessReached: (ship, { item, at }) => ({ readiness: put(ship.readiness, item, { readyAt: at, ready: true }) }),
  ReadinessEnded: (ship, { item }) => ({ readiness: without(ship.readiness, item) }),
  AutomationSet: (ship, { automation, on }) => ({ automations: { ...ship.automations, [automation]: on } }),
}
