import type { Style } from './typesetting.ts'

/** A4 in points of 1/72 inch, and what is printed on of it. */
export const PAGE = { width: 595.28, height: 841.89 } as const
export const MARGIN = { top: 74, bottom: 66, left: 54 } as const
export const MEASURE_WIDTH = 487

export const STYLES = {
  title: { voice: 'heading', size: 30, leading: 36, ink: 'ink' },
  section: { voice: 'heading', size: 19, leading: 24, ink: 'ink' },
  heading: { voice: 'strong', size: 11, leading: 14, ink: 'ink' },
  standfirst: { voice: 'text', size: 11.5, leading: 16, ink: 'ink' },
  body: { voice: 'text', size: 9.5, leading: 13.5, ink: 'ink' },
  aside: { voice: 'text', size: 8, leading: 10.5, ink: 'quiet' },
  caption: { voice: 'text', size: 8, leading: 10.5, ink: 'quiet' },
  figure: { voice: 'heading', size: 21, leading: 26, ink: 'ink' },
  cell: { voice: 'text', size: 7.6, leading: 9.8, ink: 'ink' },
  strongCell: { voice: 'strong', size: 7.6, leading: 9.8, ink: 'ink' },
  columnHead: { voice: 'strong', size: 7.2, leading: 9, ink: 'quiet' },
  running: { voice: 'text', size: 8, leading: 10, ink: 'quiet' },
} as const satisfies Readonly<Record<string, Style>>
