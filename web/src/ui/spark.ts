/** As many points as a small curve can show. */
export const SPARK_POINTS_MAX = 60

/** The last points as a path in a box of 100 × 24; a flat curve runs along its middle. */
export const sparkPath = (points: readonly number[], range?: readonly [least: number, most: number]): string => {
  const shown = points.slice(-SPARK_POINTS_MAX)
  const [least, most] = range ?? [Math.min(...shown), Math.max(...shown)]
  const span = most - least
  const x = (index: number) => round((index / Math.max(1, shown.length - 1)) * 100)
  const y = (value: number) => round(span === 0 ? 12 : 23 - ((value - least) / span) * 22)
  return shown.map((value, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(value)}`).join('')
}

const round = (value: number) => Math.round(value * 10) / 10
