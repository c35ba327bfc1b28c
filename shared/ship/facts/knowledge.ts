import type { Revealed } from '../parts/knowledge.ts'
import type { DamageKind, Discovery } from '../terms.ts'

/** STORED FORMAT. What comes to be known, and what people say. */
export type KnowledgeFact =
  | {
      readonly type: 'DamageReported'
      readonly report: string
      readonly compartment: string
      readonly what: DamageKind
      readonly text: string
      readonly extent: string | null
      readonly needs: string | null
    }
  | {
      readonly type: 'ReportFollowedUp'
      readonly report: string
      readonly extent: string | null
      readonly needs: string | null
    }
  | { readonly type: 'ReportConfirmed'; readonly report: string }
  | { readonly type: 'ReportRefuted'; readonly report: string }
  /** What was unknown of a place is known from now on, in full. */
  | {
      readonly type: 'PlaceRevealed'
      readonly compartment: string
      readonly how: Discovery
      readonly reveals: readonly Revealed[]
    }
