import type { AlarmPriority } from '../../ship/state.ts'

/** Power over the incident. [REV19] */
export interface PowerUse {
  /** Time in which the battery gave, ms. */
  readonly deficitMs: number
  /** What it gave, MJ. */
  readonly drawnMj: number
  readonly leastBatteryMj: number
  /** Of its capacity; null on a ship without a battery. */
  readonly leastBatteryPercent: number | null
  /** Systems shed, the longest first. */
  readonly shed: readonly { readonly system: string; readonly times: number; readonly shedMs: number }[]
}

/** Alarms over the incident. [REV20] */
export interface AlarmReview {
  readonly raised: number
  readonly byPriority: Readonly<Record<AlarmPriority, number>>
  /** The most raised in any 60 s: that instant included, the one a minute before not. */
  readonly mostInMinute: number
  /** The most that waited for an acknowledgement at once, returned ones included. */
  readonly mostUnacknowledged: number
  readonly acknowledged: number
  /** Raised, and not acknowledged since, by the end. */
  readonly neverAcknowledged: number
  readonly shelved: number
  readonly floods: number
  readonly floodMs: number
  /** Standing at the end, acknowledged or not. */
  readonly standing: number
  /** The ten raised most often, most first, then by id. */
  readonly offenders: readonly { readonly alarm: string; readonly times: number; readonly sharePercent: number }[]
}

/** One capability over the incident. [REV21] */
export interface CapabilityLoss {
  readonly capability: string
  readonly name: string
  readonly weight: number
  readonly belowTopMs: number
  /** In its last mode: nothing left of it. */
  readonly lostMs: number
  /** Modes one after another without a gap; those of no length are left out. Rank 0 is the best. */
  readonly bands: readonly {
    readonly fromMs: number
    readonly untilMs: number
    readonly mode: string
    readonly name: string
    readonly rank: number
  }[]
}

/** One number to compare runs by, and its parts. [REV22] */
export interface Harm extends HarmParts {
  readonly deaths: number
  /** The sum of the parts. */
  readonly total: number
}

export interface HarmParts {
  /** 100 for each death. */
  readonly deathsPart: number
  /** Minutes for which casualties in need of immediate care were not in a bed. */
  readonly untreatedPart: number
  /** Person-minutes in air under 57 kPa. */
  readonly thinAirPart: number
  /** Weight × minutes without it, over the capabilities. */
  readonly capabilityPart: number
}
