import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import { makePrivateFolder } from '#db/privateFile.ts'
import { type Cancel, type Clock, isoWall } from '../clock.ts'
import type { Metrics } from '../metrics.ts'
import type { Taking } from './inProcess.ts'
import { nameOf, outdated, unfinished } from './kept.ts'

const EVERY_MS = 15 * 60_000
/** The last one goes on by itself if it takes longer: the server has promised its end within 5 s. */
const LAST_MS_MAX = 1_500

interface Parts {
  /** Where the backups go. */
  readonly folder: string
  readonly take: (target: string) => Taking
  readonly clock: Clock
  readonly logger: FastifyBaseLogger
  readonly metrics: Metrics
}

/** Takes backups: at the start, every quarter of an hour in which something happened, and at a stop. A failure stops nobody. */
export class BackupSchedule {
  readonly #parts: Parts
  #happened = false
  #failed = false
  #cancel: Cancel = () => undefined
  #taking: Taking | null = null
  /** It was told to give up: what comes of it is no failure. */
  #givenUp: Taking | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** What an operator should know; null: nothing. */
  get warning(): string | null {
    return this.#failed ? 'the last backup failed' : null
  }

  /** Takes the first one. Whatever was cut short before is removed: this one has all that it would have had. */
  async start(): Promise<void> {
    this.#wait()
    await this.#takeOne(unfinished)
  }

  /** Something became durable. */
  happened(): void {
    this.#happened = true
  }

  /** None is taken any more, and one that is being taken is given up: the log could not be put in order while it is read. */
  async halt(): Promise<void> {
    this.#cancel()
    this.#givenUp = this.#taking
    this.#givenUp?.abandon()
    await this.#givenUp?.done.catch(() => undefined)
  }

  /** The last one, of a log that is closed. */
  async last(): Promise<void> {
    if (!this.#happened) return
    const soon = new Promise<void>((resolve) => this.#parts.clock.after(LAST_MS_MAX, resolve))
    await Promise.race([this.#takeOne(unfinished), soon])
    this.#taking?.letGo()
  }

  #wait(): void {
    this.#cancel = this.#parts.clock.after(EVERY_MS, () => {
      this.#wait()
      if (this.#happened && this.#taking === null) void this.#takeOne(outdated)
    })
  }

  async #takeOne(before: Which): Promise<void> {
    const { folder, take, clock, logger, metrics } = this.#parts
    const backup = join(folder, nameOf(isoWall(clock)))
    this.#happened = false
    let taking: Taking | null = null
    try {
      makePrivateFolder(folder)
      remove(folder, before)
      this.#taking = taking = take(backup)
      await taking.done
      remove(folder, outdated)
      this.#failed = false
      metrics.backups.inc({ outcome: 'made' })
      logger.info({ backup }, 'Backup taken')
    } catch (err) {
      this.#happened = true // so that it is tried again
      if (taking !== null && taking === this.#givenUp) return
      this.#failed = true
      metrics.backups.inc({ outcome: 'failed' })
      logger.error({ backup, err }, 'The backup failed; the server goes on without')
    } finally {
      this.#taking = null
    }
  }
}

type Which = (names: readonly string[]) => readonly string[]

const remove = (folder: string, which: Which): void => {
  for (const name of which(readdirSync(folder))) rmSync(join(folder, name), { recursive: true, force: true })
}
