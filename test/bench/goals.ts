/** A goal of the product and what came of it in this run. */
export interface Finding {
  readonly goal: string
  readonly what: string
  readonly value: number
  readonly must: { readonly atLeast: number } | { readonly atMost: number }
  readonly unit: Unit
  /** The figures behind it: orientation only, they depend on the machine and on what else it does. */
  readonly behind: string
}

export type Unit = '×' | 'ms' | 'B' | 'kB' | 'MB' | 's' | '/s' | ''

export const isMet = ({ value, must }: Finding): boolean =>
  'atLeast' in must ? value >= must.atLeast : value <= must.atMost

const DIGITS: Readonly<Record<Unit, number>> = { '×': 2, ms: 2, B: 1, kB: 1, MB: 2, s: 2, '/s': 0, '': 0 }

export const figure = (value: number, unit: Unit): string => {
  const digits = DIGITS[unit]
  const number = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return unit === '×' || unit === '/s' ? `${number}${unit}` : `${number} ${unit}`.trimEnd()
}

const bound = ({ must, unit }: Finding): string =>
  'atLeast' in must ? `≥ ${figure(must.atLeast, unit)}` : `≤ ${figure(must.atMost, unit)}`

const HEADER = ['', 'goal', 'measured', 'must be', '', 'behind it']

/** The findings as one table, a line each. */
export const table = (findings: readonly Finding[]): string => {
  const rows = findings.map((finding) => [
    finding.goal,
    finding.what,
    figure(finding.value, finding.unit),
    bound(finding),
    isMet(finding) ? 'met' : 'NOT MET',
    finding.behind,
  ])
  const widths = HEADER.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  return [line(HEADER), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n')
}

/** 12,345 → "12k", for what stands behind a ratio. */
export const about = (value: number): string =>
  new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 }).format(value)
