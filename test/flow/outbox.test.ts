import { expect, onTestFinished, test } from 'vitest'
import { isKeptOrder, Kept } from '../../web/src/link/kept.ts'
import { Link } from '../../web/src/link/link.ts'
import { openSocket } from '../../web/src/link/socketWire.ts'
import { StateCheck } from '../../web/src/link/stateCheck.ts'
import type { Wire } from '../../web/src/link/wire.ts'
import { type Flow, listen, newId, SHIP } from './support/flow.ts'
import { eventually } from './support/watcher.ts'

/** Where everybody is let in, orders are counted by address. */
const ADDRESS = '127.0.0.1'
/** After so long there may be one order more. */
const FILLED_MS = 50

interface Screen {
  readonly link: Link
  /** How often it has lost its link. */
  readonly lost: () => number
  /** Gives so many orders while there is no link. */
  readonly giveOffline: (name: string, count: number) => void
}

/** A console's own link and outbox, in the time of the server. */
const openScreen = async ({ url, clock }: Flow & { readonly url: string }): Promise<Screen> => {
  let wire: Wire | null = null
  let losses = 0
  const link = new Link({
    ...{ shipId: SHIP, nowMs: () => clock.wallMs(), newId, soon: (run: () => void) => setImmediate(run) },
    open: (listener) => {
      const lost = (): void => {
        losses += 1
        listener.lost()
      }
      wire = openSocket(url, { role: 'captain', name: 'Ann' })({ ...listener, lost })
      return wire
    },
    later: (ms, run) => clock.after(ms, run),
    giver: { role: 'captain', name: 'Ann' },
    kept: new Kept(null, '', isKeptOrder),
    stateCheck: (parts) => Promise.resolve(new StateCheck('captain', parts)),
  })
  onTestFinished(() => link.close())
  await eventually(() => link.view.connected)
  const giveOffline = (name: string, count: number): void => {
    wire?.restart()
    for (let n = 0; n < count; n++) void link.order({ type: 'RecordLog', text: `${name} ${n}` })
  }
  return { link, lost: () => losses, giveOffline }
}

const recorded = ({ log }: Flow): readonly string[] =>
  log.events(SHIP, 0, log.head(SHIP)).flatMap((event) => (event.type === 'LogRecorded' ? [event.text] : []))

const numbered = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `${name} ${n}`)

const toldToWait = async ({ service }: Flow): Promise<number> =>
  (await service.metrics.limited.get()).values.reduce((sum, { value }) => sum + value, 0)

test('[LNK6] given two hundred orders kept without a link, the server takes them in their order and never says to wait', async () => {
  const flow = await listen({ limited: true })
  const screen = await openScreen(flow)
  screen.giveOffline('note', 200)
  expect(screen.link.view.pending).toHaveLength(200)
  for (let second = 1; second <= 20; second++) {
    await eventually(() => screen.link.view.pending.length === 200 - 10 * second)
    await flow.clock.pass(1_000)
  }
  expect(recorded(flow)).toEqual(numbered('note', 200))
  expect(await toldToWait(flow)).toBe(0)
  expect(screen.lost()).toBe(1)
})

test('[LNK6] given two screens of the same person with a hundred orders each, neither is shut out', async () => {
  const flow = await listen({ limited: true })
  const screens = await Promise.all([openScreen(flow), openScreen(flow)])
  screens.forEach(({ giveOffline }, n) => giveOffline(`screen ${n}`, 100))
  for (let second = 1; second <= 10; second++) {
    await eventually(() => screens.every(({ link }) => link.view.pending.length === 100 - 10 * second))
    await flow.clock.pass(1_000)
  }
  for (const n of [0, 1])
    expect(recorded(flow).filter((text) => text.startsWith(`screen ${n}`))).toEqual(numbered(`screen ${n}`, 100))
  expect(screens.map(({ lost }) => lost())).toEqual([1, 1])
})

test('[LNK6] given others who use up what the session may give, a screen waits as it is told and is not shut out', async () => {
  const flow = await listen({ limited: true })
  const screen = await openScreen(flow)
  const { limits } = flow.service
  for (let given = 0; given < 40; given++) limits.order(ADDRESS)
  void screen.link.order({ type: 'RecordLog', text: 'after the others' })
  for (let passedMs = 0; passedMs < 20_000; passedMs += FILLED_MS) {
    limits.order(ADDRESS)
    await flow.clock.pass(FILLED_MS)
  }
  expect(await toldToWait(flow)).toBeGreaterThan(1)
  expect(limits.mayReturn(ADDRESS).ok).toBe(true)
  await flow.clock.pass(20_000)
  await eventually(() => screen.link.view.pending.length === 0)
  expect(screen.lost()).toBe(0)
})
