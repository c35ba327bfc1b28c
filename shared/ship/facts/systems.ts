import type { Automation, PowerClass } from '../terms.ts'

/** STORED FORMAT. Systems, power, supplies and readiness. */
export type SystemFact =
  | {
      readonly type: 'SystemDamaged'
      readonly system: string
      readonly percent: number
      readonly hit: string | null
      readonly fault?: true
    }
  | { readonly type: 'SystemHealthReached'; readonly system: string; readonly percent: number }
  | { readonly type: 'SystemShutDown'; readonly system: string }
  | { readonly type: 'SystemStarted'; readonly system: string }
  | { readonly type: 'SystemShed'; readonly system: string }
  | {
      readonly type: 'PowerBalanceChanged'
      readonly supplyMw: number
      readonly demandMw: number
      readonly batteryMj: number
      readonly netMw: number
    }
  | { readonly type: 'BatteryFilled' }
  | { readonly type: 'BatteryDepleted' }
  | { readonly type: 'CapabilityChanged'; readonly capability: string; readonly from: string; readonly to: string }
  | { readonly type: 'PowerPrioritySet'; readonly system: string; readonly priority: PowerClass }
  | { readonly type: 'CasualtyPowerOrdered'; readonly system: string }
  | { readonly type: 'CasualtyPowerRigged'; readonly system: string }
  | { readonly type: 'CasualtyPowerRemoved'; readonly system: string }
  | { readonly type: 'SupplyChanged'; readonly supply: string; readonly amount: number; readonly perS: number }
  | { readonly type: 'DiagnosticStarted'; readonly system: string; readonly endsAt: number }
  | { readonly type: 'DiagnosticCompleted'; readonly system: string; readonly percent: number; readonly found: boolean }
  | { readonly type: 'ReadinessOrdered'; readonly item: string; readonly readyAt: number }
  | { readonly type: 'ReadinessReached'; readonly item: string }
  | { readonly type: 'ReadinessEnded'; readonly item: string; readonly because: 'order' | 'lost' }
  | { readonly type: 'AutomationSet'; readonly automation: Automation; readonly on: boolean }
