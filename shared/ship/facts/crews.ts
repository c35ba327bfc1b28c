import type { PassageBlock, Stop } from '../parts/crews.ts'
import type { TaskPriority, Tiredness } from '../terms.ts'

/** STORED FORMAT. Crews, their work and kill cards. */
export type CrewFact =
  | { readonly type: 'CrewDispatched'; readonly crew: string; readonly task: string; readonly route: readonly Stop[] }
  | { readonly type: 'CrewRerouted'; readonly crew: string; readonly route: readonly Stop[] }
  | {
      readonly type: 'CrewHalted'
      readonly crew: string
      readonly compartment: string
      readonly obstacle: string
      readonly obstacleState: PassageBlock
    }
  | { readonly type: 'CrewArrived'; readonly crew: string; readonly task: string; readonly compartment: string }
  | { readonly type: 'CrewStartedWork'; readonly crew: string; readonly task: string }
  | { readonly type: 'CrewRecalled'; readonly crew: string }
  | { readonly type: 'CrewReleased'; readonly crew: string; readonly task: string }
  | {
      readonly type: 'CrewReturning'
      readonly crew: string
      readonly compartment: string
      readonly route: readonly Stop[]
    }
  | { readonly type: 'CrewReady'; readonly crew: string; readonly compartment: string }
  | { readonly type: 'CrewHurt'; readonly crew: string; readonly hurt: number }
  | { readonly type: 'WorkPaced'; readonly task: string; readonly percent: number; readonly perS: number }
  | { readonly type: 'TaskPrioritySet'; readonly task: string; readonly priority: TaskPriority }
  | {
      readonly type: 'CrewFatigueChanged'
      readonly crew: string
      readonly minutes: number
      readonly perMinute: number
    }
  | { readonly type: 'CrewTired'; readonly crew: string; readonly tired: Tiredness }
  | {
      readonly type: 'HandsLent'
      readonly transfer: string
      readonly from: string
      readonly to: string
      readonly people: number
      readonly arrivesAt: number
    }
  | { readonly type: 'HandsJoined'; readonly transfer: string; readonly to: string; readonly people: number }
  | { readonly type: 'StepTicked'; readonly card: string; readonly subject: string; readonly step: string }
