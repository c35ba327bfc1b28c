/** What the frame is coloured by. */
export const CONDITIONS = ['green', 'yellow', 'red', 'blue'] as const
export type Condition = (typeof CONDITIONS)[number]
