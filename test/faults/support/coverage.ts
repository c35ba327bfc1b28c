import { type Profiler, Session } from 'node:inspector'

/** Which pieces of our code have run, as V8 counts them; what libraries make of our schemas, too. */
export class Coverage {
  readonly #session = new Session()
  readonly #seen = new Set<string>()

  constructor() {
    this.#session.connect()
    this.#session.post('Profiler.enable')
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  }

  /** Pieces that ran since the last time and never before. */
  fresh(): readonly string[] {
    const fresh = this.#pieces().filter((piece) => !this.#seen.has(piece))
    for (const piece of fresh) this.#seen.add(piece)
    return fresh
  }

  /** Pieces that ran since the last time. */
  ran(): ReadonlySet<string> {
    return new Set(this.#pieces())
  }

  get size(): number {
    return this.#seen.size
  }

  #pieces(): readonly string[] {
    let scripts: readonly Profiler.ScriptCoverage[] = []
    this.#session.post('Profiler.takePreciseCoverage', (_error, { result }) => (scripts = result))
    return scripts
      .filter(({ url }) => url === '' || /\/(shared|server|web)\//.test(url))
      .flatMap(({ scriptId, functions }) =>
        functions.flatMap(({ ranges }) =>
          ranges.flatMap(({ count, startOffset, endOffset }) =>
            count > 0 ? [`${scriptId}:${startOffset}-${endOffset}`] : [],
          ),
        ),
      )
  }
}
