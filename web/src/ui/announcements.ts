/** What screen readers are told, gathered so that they are not talked over: at most one message in this time. */
const PAUSE_MS = 3_000

/** Messages wait here and leave together. */
export class Announcements {
  readonly #say: (text: string) => void
  #waiting: string[] = []
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(say: (text: string) => void) {
    this.#say = say
  }

  add(text: string): void {
    if (!this.#waiting.includes(text)) this.#waiting.push(text)
    if (this.#timer === null) this.#flush()
  }

  #flush(): void {
    if (this.#waiting.length === 0) {
      this.#timer = null
      return
    }
    this.#say(this.#waiting.join('. '))
    this.#waiting = []
    this.#timer = setTimeout(() => this.#flush(), PAUSE_MS)
  }
}
