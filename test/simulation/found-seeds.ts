/** Seeds that have found something once. They are sailed at every run, each for what it found. */
export const FOUND_SEEDS: readonly { readonly seed: number; readonly why: string }[] = [
  { seed: 32, why: 'a dead load started again, and no other after it though there was power to spare [POW5]' },
  { seed: 185, why: 'a load under repair was shed, and no other after it though the deficit stayed [POW4]' },
]
