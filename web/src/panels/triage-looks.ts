import type { Triage } from '#shared/ship/terms.ts'
import { TRIAGE } from '#shared/ship/views/words.ts'
import { LOOKS, type Severity } from '../ui/severity.ts'

interface TriageLook {
  readonly word: string
  readonly short: string
  /** Whose colour it takes; null: none. */
  readonly severity: Severity | null
  /** Outline in a box of 12 × 12, filled by the even-odd rule. */
  readonly glyph: string
}

const look = (triage: Triage, short: string, severity: Severity): TriageLook => ({
  word: TRIAGE[triage],
  short,
  severity,
  glyph: LOOKS[severity].glyph,
})

/** Colour, shape and word of each category, and of those nobody has looked at yet. */
export const TRIAGE_LOOKS: Readonly<Record<Triage | 'untriaged', TriageLook>> = {
  immediate: look('immediate', 'Imm', 'critical'),
  delayed: look('delayed', 'Del', 'warning'),
  minimal: look('minimal', 'Min', 'caution'),
  expectant: { word: TRIAGE.expectant, short: 'Exp', severity: null, glyph: 'M1 4.8H11V7.2H1Z' },
  untriaged: {
    word: 'Not triaged',
    short: 'New',
    severity: null,
    glyph: 'M4.8 1H7.2V4.8H11V7.2H7.2V11H4.8V7.2H1V4.8H4.8Z',
  },
}

/** In the order of the keys 1 to 4. */
export const CATEGORIES: readonly Triage[] = ['immediate', 'delayed', 'minimal', 'expectant']
