/** What must always hold; the numbers are those of the reliability goals. */
export const INVARIANTS = {
  I1: 'what was acknowledged is in the log, exactly once',
  I2: 'what was refused is not in the log',
  I3: 'seqs have no gaps',
  I4: 'the log folds to the ship that the server has',
  I5: 'a view is what its role may see, as of some seq',
  I6: 'the chain verifies',
  I8: 'whatever happened by order, somebody with the right to it ordered',
  I9: 'what waits is bounded',
  live: 'once nothing fails any more, everybody is up to date and answered within 30 s',
  whole: 'nothing fails that was not made to',
} as const

export type Invariant = keyof typeof INVARIANTS

export interface Finding {
  readonly invariant: Invariant
  readonly what: string
}

/** Keeps the first finding: what follows from it says less. */
export class Findings {
  first: Finding | null = null

  add(invariant: Invariant, what: string): void {
    this.first ??= { invariant, what }
  }
}
