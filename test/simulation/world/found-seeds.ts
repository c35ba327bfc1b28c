/** Seeds whose worlds bring together what seldom comes together; lived through at every run. */
export const FOUND_SEEDS: readonly { readonly seed: number; readonly why: string }[] = [
  { seed: 34, why: 'a dashboard that reads nothing while the orders of all others come back at once' },
  {
    seed: 6307,
    why: 'a second copy of an order arrives when there is room again, and the first was refused for want of it',
  },
  { seed: 1800052, why: 'the last that happened to a ship is lost on the way, and nothing more happens to her' },
  { seed: 2500054, why: 'a session ends while the loss of its connection is still to be heard of' },
  { seed: 2600070, why: 'two minutes without a link, and half a minute to send what gathered meanwhile' },
]
