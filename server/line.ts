/** Work of which only one piece is done at a time, in the order in which it was asked for. */
export class Line {
  #last: Promise<unknown> = Promise.resolve()

  add<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => undefined)
    return done
  }
}
