import type { Compartment, Plan } from '#shared/ship/plan.ts'

/** How many decks PageUp and PageDown go. */
const PAGE_DECKS = 3

const middleX = ({ box: [x, , width] }: Compartment): number => x + width / 2

/** Decks from top to bottom, their compartments from left to right as drawn. */
const rowsOf = (plan: Plan): readonly (readonly Compartment[])[] => {
  const all = [...plan.compartments.values()]
  const rows = plan.decks.map(({ id }) => all.filter(({ deck }) => deck === id))
  return rows.filter((row) => row.length > 0).map((row) => row.toSorted((a, b) => a.box[0] - b.box[0]))
}

const nearestTo = (x: number, row: readonly Compartment[]): Compartment | undefined =>
  row.toSorted((a, b) => Math.abs(middleX(a) - x) - Math.abs(middleX(b) - x))[0]

const clamped = (value: number, most: number): number => Math.max(0, Math.min(most, value))

/** The compartment a key leads to from another; null if the key leads nowhere. */
export const moveFrom = (plan: Plan, from: string, key: string): string | null => {
  const here = plan.compartments.get(from)
  if (!here) return null
  const rows = rowsOf(plan)
  const rowIndex = rows.findIndex((row) => row.includes(here))
  const row = rows[rowIndex] ?? []
  const along = (steps: number) => row[clamped(row.indexOf(here) + steps, row.length - 1)]
  const across = (decks: number) => nearestTo(middleX(here), rows[clamped(rowIndex + decks, rows.length - 1)] ?? [])
  const moves: Readonly<Record<string, () => Compartment | undefined>> = {
    ArrowLeft: () => along(-1),
    ArrowRight: () => along(1),
    ArrowUp: () => across(-1),
    ArrowDown: () => across(1),
    PageUp: () => across(-PAGE_DECKS),
    PageDown: () => across(PAGE_DECKS),
    Home: () => row[0],
    End: () => row.at(-1),
  }
  return moves[key]?.()?.id ?? null
}
