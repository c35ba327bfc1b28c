import type { NoteKind, Script } from '../commands.ts'
import type { Alert, IncidentKind, RunMode } from '../terms.ts'

/** STORED FORMAT. The log, incidents, the clock and scenarios. */
export type RecordFact =
  | { readonly type: 'ShipCommissioned'; readonly name: string }
  | { readonly type: 'ShipRestored' }
  | { readonly type: 'ClockSet'; readonly rate: number }
  | { readonly type: 'AlertSet'; readonly condition: Alert }
  | { readonly type: 'IncidentOpened'; readonly incident: string; readonly kind: IncidentKind; readonly name: string }
  | { readonly type: 'IncidentClosed'; readonly incident: string }
  | { readonly type: 'LogRecorded'; readonly text: string }
  | { readonly type: 'NotePinned'; readonly pinnedAt: number; readonly text: string; readonly kind: NoteKind }
  | { readonly type: 'ScenarioStarted'; readonly scenario: string; readonly seed: number; readonly script: Script }
  | { readonly type: 'InjectRun'; readonly index: number; readonly say: string | null; readonly refused: string | null }
  | {
      readonly type: 'ConditionalInjectRun'
      readonly index: number
      readonly say: string | null
      readonly refused: string | null
    }
  | { readonly type: 'ScenarioEnded'; readonly scenario: string }
  | { readonly type: 'RunModeSet'; readonly mode: RunMode }
  /** What a role gets in place of an event that it may not know yet; never in a log. */
  | { readonly type: 'Withheld' }
