/** One way a half-written order can go on. */
export interface Suggestion {
  /** The whole line when it is taken; one that ends in a space goes on. */
  readonly text: string
  readonly label: string
  /** Time to arrive, a place: at the right. */
  readonly hint?: string | undefined
  /** Why it can't be done now. */
  readonly blocked?: string | null | undefined
}

/** What an order comes to: null when it was taken, else the refusal in words. */
export type Run = (text: string) => string | null | Promise<string | null>

const HISTORY_MAX = 50

/** The state of the line: what is written, what is offered, what was ordered before. */
export class CommandLineState {
  readonly #complete: (text: string) => readonly Suggestion[]
  readonly #run: Run
  readonly #done: () => void
  #history: string[] = []
  #back = 0
  text = $state('')
  /** Of the suggestion that is chosen; -1: none. */
  chosen = $state(-1)
  problem = $state<string | null>(null)
  busy = $state(false)
  suggestions = $derived.by(() => this.#complete(this.text))

  constructor(complete: (text: string) => readonly Suggestion[], run: Run, done: () => void) {
    this.#complete = complete
    this.#run = run
    this.#done = done
  }

  clear(): void {
    this.write('')
  }

  write(text: string): void {
    this.text = text
    this.chosen = -1
    this.#back = 0
    this.problem = null
  }

  /** Down and up through the suggestions; up in an empty line walks back through the orders given. */
  move(step: 1 | -1): void {
    if (step === -1 && this.chosen < 0 && (this.text === '' || this.#back > 0)) this.#recall()
    else this.chosen = Math.min(this.suggestions.length - 1, Math.max(-1, this.chosen + step))
  }

  /** Takes over the chosen suggestion, or the first; false where there is none. */
  take(): boolean {
    const suggestion = this.suggestions[Math.max(0, this.chosen)]
    if (!suggestion || suggestion.text === this.text) return false
    this.write(suggestion.text)
    return true
  }

  async enter(index = this.chosen): Promise<void> {
    const picked = this.suggestions[index]
    if (picked?.blocked) {
      this.problem = picked.blocked
      return
    }
    const text = picked?.text ?? this.text
    if (picked?.text.endsWith(' ')) this.write(text)
    else if (text.trim() !== '' && !this.busy) await this.#give(text.trim())
  }

  async #give(text: string): Promise<void> {
    this.busy = true
    try {
      this.problem = await this.#run(text)
    } finally {
      this.busy = false
    }
    if (this.problem !== null) return
    this.#history = [...this.#history.slice(1 - HISTORY_MAX), text]
    this.#done()
  }

  #recall(): void {
    const text = this.#history.at(-1 - this.#back)
    if (text === undefined) return
    const back = this.#back + 1
    this.write(text)
    this.#back = back
  }
}
