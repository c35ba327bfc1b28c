/**
 * Seeds that find something as soon as what mended it is undone; sailed at every run. When other orders or ships can be drawn,
 * a seed draws something else: then undo what mended it and take the seed that finds it now.
 */
export const FOUND_SEEDS: readonly { readonly seed: number; readonly why: string }[] = [
  { seed: 10, why: 'a dead load started again, and no other after it though there was power to spare [POW5]' },
  { seed: 233, why: 'a fault made under the hands of a crew at work came to be known without its alarm [KNO5]' },
  { seed: 703, why: 'coolant boiled off into air that was coming back, at an instant long past, for ever [LEK3]' },
]
