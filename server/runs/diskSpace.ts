import { LogFull } from '#db/errors.ts'
import type { LogWriter } from '#db/logWriter.ts'
import type { Room } from '#db/room.ts'
import type { FastifyBaseLogger } from 'fastify'
import type { Cancel, Clock } from '../clock.ts'
import type { Condition } from '../condition.ts'

const TRY_EVERY_MS = 1_000
const LOOK_EVERY_MS = 30_000
/** With less, whoever keeps the server is warned. */
const FEW_BYTES = 500e6
/** What was written so lately shows that writing works. */
const FRESH_MS = 5_000
/** A write that takes longer is no better than one that fails, for whoever asks whether writing works. */
const WRITE_MS_MAX = 1_000

interface Parts {
  readonly room: Room
  readonly writer: LogWriter
  readonly clock: Clock
  readonly condition: Condition
  readonly logger: FastifyBaseLogger
  readonly broken: (error: unknown) => void
}

/**
 * Whether there is room to write. Once there is none, what was put by is given up and no order is taken, until there is room to
 * put it by again.
 */
export class DiskSpace {
  readonly #parts: Parts
  #full = false
  #cancel: Cancel | null = null
  #lookedAtMs = -Infinity
  #wroteAtMs = -Infinity
  #isLow = false

  constructor(parts: Parts) {
    this.#parts = parts
    this.#putBy()
    this.#lookAround()
  }

  /** No order can be taken. */
  get full(): boolean {
    return this.#full
  }

  /** Few bytes are left: whoever keeps the server should know. */
  get isLow(): boolean {
    return this.#isLow
  }

  /** Something was written. */
  wrote(): void {
    this.#wroteAtMs = this.#parts.clock.elapsedMs()
    this.#lookAround()
  }

  /** Something could not be written. */
  ranOut(): void {
    if (this.#full) return
    const { condition, logger } = this.#parts
    this.#full = true
    condition.become('readOnly')
    logger.error('The disk is full: no orders are taken until there is room')
    this.#giveUp()
    this.#tryLater()
  }

  /** Whether writing works: something was written just now, or can be. */
  async isWritable(): Promise<boolean> {
    const { clock, writer } = this.#parts
    if (this.#full) return false
    if (clock.elapsedMs() - this.#wroteAtMs < FRESH_MS) return true
    let cancel: Cancel = () => undefined
    const late = new Promise<boolean>((answer) => (cancel = clock.after(WRITE_MS_MAX, () => answer(false))))
    const written = writer.probe().then(
      () => true,
      () => false,
    )
    return Promise.race([written, late]).finally(() => cancel())
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  #tryLater(): void {
    this.#cancel = this.#parts.clock.after(TRY_EVERY_MS, () => void this.#try())
  }

  async #try(): Promise<void> {
    if (!(await this.#hasRoom())) return this.#tryLater()
    this.#full = false
    this.#parts.logger.warn('There is room on the disk again: orders are taken')
    this.#parts.condition.become('ready')
  }

  async #hasRoom(): Promise<boolean> {
    const { room, writer, broken } = this.#parts
    try {
      if (!(await room.putBy())) return false
      await writer.probe()
      return true
    } catch (error) {
      if (error instanceof LogFull) this.#giveUp()
      else broken(error)
      return false
    }
  }

  #putBy(): void {
    const { room, logger } = this.#parts
    room.putBy().catch((err: unknown) => logger.warn({ err }, 'No room could be put by for a full disk'))
  }

  #giveUp(): void {
    const { room, logger } = this.#parts
    room
      .giveUp()
      .catch((err: unknown) => logger.error({ err }, 'What was put by for a full disk could not be given up'))
  }

  /** Now and then, and without a timer: of a server at rest nothing fills the disk. */
  #lookAround(): void {
    const { clock, room, logger } = this.#parts
    const nowMs = clock.elapsedMs()
    if (nowMs - this.#lookedAtMs < LOOK_EVERY_MS) return
    this.#lookedAtMs = nowMs
    room.freeBytes().then(
      (bytes) => {
        const wasLow = this.#isLow
        this.#isLow = bytes !== null && bytes < FEW_BYTES
        if (this.#isLow && !wasLow) logger.warn({ freeBytes: bytes }, 'Little room is left on the disk')
      },
      (err: unknown) => logger.warn({ err }, 'How much room is left on the disk cannot be found out'),
    )
  }
}
