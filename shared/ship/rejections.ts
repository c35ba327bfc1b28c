import type { Result } from '../result.ts'
import type { Fact } from './events.ts'
import type { PassageBlock } from './state.ts'
import type { CasualtyStatus, CrewStatus } from './terms.ts'

/**
 * Why an order was refused: a code, and the numbers that made it so. `explain` puts it in words. No member is called
 * `status`, `type`, `title` or `detail`: over HTTP these have their meaning already (RFC 9457).
 */
export type Rejection =
  | { readonly code: 'UnknownThing'; readonly what: ThingKind; readonly id: string }
  | {
      readonly code: 'CrewNotReady'
      readonly crew: string
      readonly crewStatus: CrewStatus
      readonly task: string | null
    }
  | { readonly code: 'CrewHasNobodyFit'; readonly crew: string; readonly size: number; readonly hurt: number }
  | { readonly code: 'CrewNotOut'; readonly crew: string; readonly crewStatus: CrewStatus }
  | {
      readonly code: 'NoRoute'
      readonly from: string
      readonly to: string
      readonly obstacle: string
      readonly obstacleState: PassageBlock
    }
  | { readonly code: 'NotEnoughPower'; readonly neededMw: number; readonly spareMw: number }
  | {
      readonly code: 'SystemTooWeak'
      readonly system: string
      readonly percent: number
      readonly neededPercent: number
    }
  | { readonly code: 'PassageJammed'; readonly passage: string }
  | { readonly code: 'NoBedFree'; readonly beds: number; readonly taken: number }
  | { readonly code: 'NobodyThere'; readonly compartment: string }
  | { readonly code: 'NoTransporter' }
  | { readonly code: 'NoForceFields' }
  | {
      readonly code: 'CasualtyNot'
      readonly casualty: string
      readonly casualtyStatus: CasualtyStatus
      readonly needed: readonly CasualtyStatus[]
    }
  | { readonly code: 'PeopleInside'; readonly compartment: string; readonly people: number }
  | { readonly code: 'NoFire'; readonly compartment: string }
  /** The ship file has no such equipment. */
  | { readonly code: 'NotFitted'; readonly what: Fitting }
  | { readonly code: 'NoLineFree'; readonly lines: number }
  | { readonly code: 'TooFewPeople'; readonly from: string; readonly people: number; readonly asked: number }
  | { readonly code: 'CoreGone'; readonly core: 'ejected' | 'lost' }
  | { readonly code: 'NotReadyYet'; readonly item: string; readonly needed: string }
  | { readonly code: 'NotReportedMode' }
  | { readonly code: 'CrewHasNoTask'; readonly crew: string; readonly crewStatus: CrewStatus }
  | { readonly code: 'ReportSettled'; readonly report: string; readonly reportStatus: 'confirmed' | 'refuted' }
  | { readonly code: 'TooGraveToShelve'; readonly alarm: string }
  | { readonly code: 'IncidentOpen'; readonly incident: string; readonly name: string }
  | { readonly code: 'NoIncidentOpen' }
  | { readonly code: 'ScenarioRunning'; readonly scenario: string }
  | { readonly code: 'NoScenarioRunning' }
  | {
      readonly code: 'OutOfRange'
      readonly field: string
      readonly value: number
      readonly least: number
      readonly most: number
    }

export type ThingKind =
  | 'compartment'
  | 'passage'
  | 'system'
  | 'crew'
  | 'task'
  | 'casualty'
  | 'alarm'
  | 'force field'
  | 'scenario'
  | 'ship'
  | 'sickbay'
  | 'report'
  | 'incident'
  | 'kill card'
  | 'step'
  | 'readiness item'
  | 'crew or compartment'

export type Fitting =
  'sensors' | 'fire suppression' | 'casualty power' | 'core that can be ejected' | 'second treatment place'

/** What an order comes to: facts, or the reason why not. */
export type Ruling = Result<readonly Fact[], Rejection>
