import type { Fate, Transport, Treatment } from '../parts/casualties.ts'
import type { Injury, Triage } from '../terms.ts'

/** STORED FORMAT. Casualties and where they are treated. */
export type CasualtyFact =
  | {
      readonly type: 'CasualtyReported'
      readonly casualty: string
      readonly name: string | null
      readonly crew: string | null
      readonly compartment: string
      readonly injury: Injury
      readonly hit: string | null
      readonly fate: Fate
      /** A person reported them, so that they are known, sensors or no sensors. */
      readonly told?: true
    }
  | { readonly type: 'CasualtyTriaged'; readonly casualty: string; readonly category: Triage }
  | { readonly type: 'CasualtyWorsened'; readonly casualty: string; readonly fate: Fate }
  | { readonly type: 'CasualtyMoved'; readonly casualty: string; readonly transport: Transport }
  | { readonly type: 'CasualtySetDown'; readonly casualty: string; readonly compartment: string }
  | {
      readonly type: 'CasualtyBedded'
      readonly casualty: string
      readonly sickbay: string
      readonly compartment: string
    }
  | { readonly type: 'TreatmentBegun'; readonly casualty: string; readonly endsAt: number }
  | { readonly type: 'CasualtyTreated'; readonly casualty: string; readonly treatment: Treatment; readonly fate: Fate }
  | { readonly type: 'CasualtyStabilised'; readonly casualty: string }
  | { readonly type: 'CasualtyDied'; readonly casualty: string; readonly declared: boolean }
  | { readonly type: 'CasualtyDischarged'; readonly casualty: string }
  | { readonly type: 'TreatmentPlaceOrdered'; readonly sickbay: string; readonly opensAt: number }
  | { readonly type: 'TreatmentPlaceOpened'; readonly sickbay: string }
