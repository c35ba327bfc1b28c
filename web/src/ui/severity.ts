/** How grave something is, gravest first. */
export const SEVERITIES = ['critical', 'warning', 'caution', 'advisory'] as const
export type Severity = (typeof SEVERITIES)[number]

interface Look {
  /** Outline in a box of 12 × 12, to be filled by the even-odd rule. */
  readonly glyph: string
  /** What stands beside the glyph where the word has no room. */
  readonly short: string
}

/** Shape and word of each severity: the colour never stands alone. */
export const LOOKS: Readonly<Record<Severity, Look>> = {
  critical: { glyph: 'M1 1H11V11H1Z', short: 'Crt' },
  warning: { glyph: 'M6 .8 11.8 11.2H.2Z', short: 'Wrn' },
  caution: { glyph: 'M6 0 12 6 6 12 0 6ZM6 2.4 2.4 6 6 9.6 9.6 6Z', short: 'Cau' },
  advisory: { glyph: 'M4.9 .5H7.1V2.7H4.9ZM4.9 4H7.1V11.5H4.9Z', short: 'Adv' },
}
