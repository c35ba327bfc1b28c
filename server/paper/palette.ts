/** Inks on white paper. Each stands out in grey as well; none is the only bearer of a meaning. */
export const INKS = {
  ink: '#1a1d26',
  quiet: '#555d70',
  rule: '#c3c8d3',
  wash: '#eceef4',
  accent: '#565f8e',
  frame: '#9aa3dc',
  sand: '#d9c2a3',
  alarm: '#a3201a',
  white: '#ffffff',
} as const

export type Ink = keyof typeof INKS
