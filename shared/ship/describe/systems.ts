import type { SystemFact } from '../facts/systems.ts'
import type { Plan } from '../plan.ts'
import { AUTOMATION, percentWords, powerWords, readinessName, systemName } from '../views/words.ts'

import type { Lines } from './lines.ts'

export const systems: Lines<SystemFact> = {
  SystemDamaged: (plan, event) => `${systemName(plan, event.system)} down to ${percentWords(event.percent)}`,
  SystemHealthReached: (plan, event) =>
    event.percent >= 100
      ? `${systemName(plan, event.system)} restored`
      : `${systemName(plan, event.system)} at ${percentWords(event.percent)}`,
  SystemShutDown: (plan, event) => `${systemName(plan, event.system)} shut down`,
  SystemStarted: (plan, event) => `${systemName(plan, event.system)} started`,
  SystemShed: (plan, event) => `${systemName(plan, event.system)} shed for want of power`,
  PowerBalanceChanged: (_plan, event) =>
    `Power ${powerWords(event.supplyMw)} of ${powerWords(event.demandMw)} asked for`,
  BatteryFilled: () => 'Battery full',
  BatteryDepleted: () => 'Battery empty',
  CapabilityChanged: (plan, event) => capabilityLine(plan, event),
  PowerPrioritySet: (plan, event) => `${systemName(plan, event.system)}: power class ${event.priority}`,
  CasualtyPowerOrdered: (plan, event) => `Casualty power ordered for ${systemName(plan, event.system)}`,
  CasualtyPowerRigged: (plan, event) => `Casualty power rigged to ${systemName(plan, event.system)}`,
  CasualtyPowerRemoved: (plan, event) => `Casualty power taken off ${systemName(plan, event.system)}`,
  SupplyChanged: (plan, event) => `${supplyName(plan, event.supply)}: ${Math.round(event.amount * 10) / 10} left`,
  DiagnosticStarted: (plan, event) => `Diagnostic of ${systemName(plan, event.system)} begun`,
  DiagnosticCompleted: (plan, event) =>
    `Diagnostic of ${systemName(plan, event.system)}: ${percentWords(event.percent)}${event.found ? ', a hidden fault found' : ''}`,
  ReadinessOrdered: (plan, event) => `${readinessName(plan, event.item)}: being made ready`,
  ReadinessReached: (plan, event) => `${readinessName(plan, event.item)}: ready`,
  ReadinessEnded: (plan, event) =>
    `${readinessName(plan, event.item)}: ${event.because === 'order' ? 'stood down' : 'no longer possible'}`,
  AutomationSet: (_plan, event) => `${AUTOMATION[event.automation]}: ${event.on ? 'on' : 'off'}`,
}

const capabilityLine = (plan: Plan, { capability, to }: Extract<SystemFact, { type: 'CapabilityChanged' }>): string => {
  const file = plan.capabilities.get(capability)
  const mode = file?.modes.find(({ id }) => id === to)
  return `${file?.name ?? capability}: ${mode?.name ?? to}`
}

const supplyName = (plan: Plan, id: string): string => plan.file.supplies?.find((one) => one.id === id)?.name ?? id
