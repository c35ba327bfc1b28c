import type { AlarmCause, AlarmPriority } from '../parts/alarms.ts'

/** STORED FORMAT. Alarms. */
export type AlarmFact =
  | {
      readonly type: 'AlarmRaised'
      readonly alarm: string
      readonly priority: AlarmPriority
      readonly compartment: string | null
      readonly alarmCause: AlarmCause
      readonly subject: string | null
      readonly hit: string | null
    }
  | { readonly type: 'AlarmEased'; readonly alarm: string; readonly priority: AlarmPriority }
  | { readonly type: 'AlarmAcknowledged'; readonly alarm: string }
  | { readonly type: 'AlarmReturned'; readonly alarm: string }
  | { readonly type: 'AlarmShelved'; readonly alarm: string; readonly until: number; readonly reason: string }
  | { readonly type: 'AlarmUnshelved'; readonly alarm: string }
  | { readonly type: 'AlarmsSilenced'; readonly until: number }
  | { readonly type: 'AlarmFloodBegan' }
  | { readonly type: 'AlarmFloodEnded' }
