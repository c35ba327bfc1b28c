import * as players from './player.ts'

/** Pictures per second: enough to follow, and the panels have time to draw. */
const PLAYING_HZ = 20
const DRAGGING_HZ = 30

/** Moves a player by the clock of the browser. It runs only while it plays. */
export class Drive {
  /** Told of every step while it plays. */
  onstep: () => void = () => undefined
  #player = $state.raw<players.Player>() as players.Player
  #nowMs = $state(0)
  #frame = 0
  #draggedMs = -Infinity
  #dragTimer: ReturnType<typeof setTimeout> | undefined

  constructor(player: players.Player) {
    this.#player = player
  }

  get player(): players.Player {
    return this.#player
  }

  /** The position, mission ms. */
  at = $derived.by(() => players.positionAt(this.#player, this.#nowMs))

  /** Mission ms per ms of the clock, negative when it runs backward. */
  rate = $derived.by(() => players.rateOf(this.#player, this.#nowMs))

  move(change: (player: players.Player, now: number) => players.Player): void {
    const now = performance.now()
    this.#player = players.settled(change(this.#player, now), now)
    this.#nowMs = now
    cancelAnimationFrame(this.#frame)
    if (this.#player.playing) this.#frame = requestAnimationFrame(this.#tick)
  }

  seek(at: number): void {
    this.move((player, now) => players.seek(player, now, at))
  }

  /** A seek out of many in a row: only the last of a short while is carried out. */
  drag(at: number): void {
    clearTimeout(this.#dragTimer)
    const wait = this.#draggedMs + 1000 / DRAGGING_HZ - performance.now()
    const seek = () => {
      this.#draggedMs = performance.now()
      this.seek(at)
    }
    if (wait <= 0) seek()
    else this.#dragTimer = setTimeout(seek, wait)
  }

  close(): void {
    cancelAnimationFrame(this.#frame)
    clearTimeout(this.#dragTimer)
  }

  #tick = (): void => {
    const now = performance.now()
    if (now - this.#nowMs >= 1000 / PLAYING_HZ) {
      this.#player = players.settled(this.#player, now)
      this.#nowMs = now
      this.onstep()
    }
    if (this.#player.playing) this.#frame = requestAnimationFrame(this.#tick)
  }
}
