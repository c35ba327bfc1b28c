import type { CasualtyStatus, Injury, Triage } from '../terms.ts'
import type { Stop } from './crews.ts'

export interface Casualty {
  readonly id: string
  readonly name: string | null
  readonly crew: string | null
  readonly injury: Injury
  readonly compartment: string
  readonly status: CasualtyStatus
  readonly category: Triage | null
  readonly reportedAt: number
  readonly triagedAt: number | null
  /** On the way: how, where to, and when they are there. */
  readonly transport: Transport | null
  readonly sickbay: string | null
  readonly beddedAt: number | null
  /** When treatment ends, while a surgeon is at work. */
  readonly treatmentEndsAt: number | null
  readonly treatments: readonly Treatment[]
  readonly endedAt: number | null
  /** Drawn when reported; hidden from everyone but the server and the instructor. */
  readonly fate: Fate
}
export interface Transport {
  readonly by: 'carry' | 'beam'
  readonly crew: string | null
  readonly route: readonly Stop[]
  readonly sickbay: string
}
export interface Treatment {
  readonly at: number
  readonly treatment: string
  readonly effect: TreatmentEffect
}
export type TreatmentEffect = 'none' | 'holding'
export interface Fate {
  /** What they really need. */
  readonly severity: Triage
  /** When they get worse unless they are in a bed; null: they don't. */
  readonly worsensAt: number | null
  readonly survivesTreatment: boolean
}

/** A second treatment place that has been ordered; open from `opensAt` on. */
export interface TreatmentPlace {
  readonly opensAt: number
  readonly open: boolean
}
