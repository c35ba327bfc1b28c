import type { ImprovementStatus, NoteKind, Script, StandardSetting } from '../commands.ts'
import type { Alert, IncidentKind, Rating, RunMode } from '../terms.ts'

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
  /** Of one incident and objective the last counts; null takes the rating back. */
  | {
      readonly type: 'ObjectiveRated'
      readonly incident: string
      readonly objective: string
      readonly text: string
      readonly rating: Rating | null
      readonly remark: string | null
    }
  /** Of one incident and improvement the last counts. */
  | {
      readonly type: 'ImprovementRecorded'
      readonly incident: string
      readonly improvement: string
      readonly text: string
      readonly owner: string
      readonly status: ImprovementStatus
    }
  /** The last counts, for every review of the ship. */
  | { readonly type: 'StandardsSet'; readonly standards: readonly StandardSetting[] }
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
