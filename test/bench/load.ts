import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from '#shared/ship/commands.ts'
import { SHIP } from './attack.ts'
import type { Fleet } from './fleet.ts'
import type { Wire } from './wire.ts'

let given = 0

/** A note that carries the number it is recognised by on a dashboard. */
const nextNote = (): { readonly number: number; readonly command: Command } => {
  const number = given++
  return { number, command: { id: `bench-order-${number}`, type: 'RecordLog', text: `#${number}` } }
}

const insist = ({ ok }: { readonly ok: boolean }): void => {
  if (!ok) throw new Error('An order was refused')
}

/** Closed loop: so many orders under way at any time. Orders answered a second. */
export const ordersPerSecond = async ({ commanders }: Fleet, inFlight: number, forMs: number): Promise<number> => {
  const startedMs = performance.now()
  let answered = 0
  const lane = async (wire: Wire) => {
    while (performance.now() - startedMs < forMs) {
      insist(await wire.order(SHIP, nextNote().command))
      answered += 1
    }
  }
  const lanes = commanders.flatMap((wire) => Array.from({ length: inFlight / commanders.length }, () => lane(wire)))
  await Promise.all(lanes)
  return (answered * 1000) / (performance.now() - startedMs)
}

export interface Latencies {
  /** From the instant at which an order was due to be sent until its answer, ms. */
  readonly ackMs: readonly number[]
  /** Until a dashboard had its event, for a few of the dashboards, ms. */
  readonly shownMs: readonly number[]
}

const LOOK_EVERY_MS = 2
const SAMPLED_DASHBOARDS = 5

/**
 * Open loop: orders at a fixed rate, whatever becomes of them, each timed from when it should have gone out; a server that
 * stalls is not spared the orders that it kept from being sent.
 */
export const atRate = async (fleet: Fleet, perSecond: number, forMs: number): Promise<Latencies> => {
  const dueMs = new Map<number, number>()
  const ackMs: number[] = []
  const shownMs: number[] = []
  const sampled = fleet.dashboards.slice(0, SAMPLED_DASHBOARDS)
  for (const wire of sampled) wire.onEvents = (text) => noteShown(text, dueMs, shownMs)

  const answers: Promise<void>[] = []
  const startedMs = performance.now()
  for (let sent = 0; performance.now() - startedMs < forMs; await sleep(LOOK_EVERY_MS)) {
    for (; sent < ((performance.now() - startedMs) * perSecond) / 1000; sent++) {
      const due = startedMs + (sent * 1000) / perSecond
      const { number, command } = nextNote()
      dueMs.set(number, due)
      const wire = fleet.commanders[sent % fleet.commanders.length]
      if (wire)
        answers.push(
          wire
            .order(SHIP, command)
            .then(insist)
            .then(() => void ackMs.push(performance.now() - due)),
        )
    }
  }
  await Promise.all(answers)
  await sleep(100)
  for (const wire of sampled) wire.onEvents = null
  return { ackMs, shownMs }
}

const noteShown = (text: string, dueMs: ReadonlyMap<number, number>, shownMs: number[]): void => {
  const nowMs = performance.now()
  for (const [, number] of text.matchAll(/"text":"#(\d+)"/g)) {
    const due = dueMs.get(Number(number))
    if (due !== undefined) shownMs.push(nowMs - due)
  }
}

/** Bursts of so many orders at once, each after the one before it has been answered and a pause. Orders given. */
export const inBursts = async ({ commanders: [wire] }: Fleet, size: number, bursts: number): Promise<number> => {
  if (!wire) throw new Error('There is nobody to give orders')
  for (let burst = 0; burst < bursts; burst++) {
    const answers: Promise<{ readonly ok: boolean }>[] = []
    wire.together(() => {
      for (let n = 0; n < size; n++) answers.push(wire.order(SHIP, nextNote().command))
    })
    for (const answer of await Promise.all(answers)) insist(answer)
    await sleep(BETWEEN_BURSTS_MS)
  }
  return size * bursts
}

/** Enough for a frame to reach a thousand dashboards before the next. */
const BETWEEN_BURSTS_MS = 40
