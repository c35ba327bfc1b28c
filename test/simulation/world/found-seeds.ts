/** Seeds whose worlds bring together what seldom comes together; lived through at every run. */
export const FOUND_SEEDS: readonly { readonly seed: number; readonly why: string }[] = [
  { seed: 34, why: 'a dashboard that reads nothing while the orders of all others come back at once' },
  { seed: 1800052, why: 'the last that happened to a ship is lost on the way, and nothing more happens to her' },
]
