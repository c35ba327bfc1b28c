import { setImmediate as turn } from 'node:timers/promises'

/** Work in pieces of some ms. Whoever does it decides what happens in the pauses between them. */
export type Work<Result> = Generator<undefined, Result>

export const atOnce = <Result>(work: Work<Result>): Result => {
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

/** Everything else that waits has its turn in every pause. */
export const inTurns = async <Result>(work: Work<Result>): Promise<Result> => {
  let step = work.next()
  while (!step.done) {
    await turn()
    step = work.next()
  }
  return step.value
}
