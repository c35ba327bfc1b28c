import { afterAll, afterEach, expect, test, vi } from 'vitest'
import type { EventLog } from '#db/eventLog.ts'
import type * as evolving from '#shared/ship/evolve.ts'
import type * as ordering from '../../server/receive/order.ts'
import { ShipRun } from '../../server/runs/shipRun.ts'
import type * as sessions from '../../server/sockets/sessions.ts'
import type * as watching from '../../server/sockets/watch.ts'
import type { Sabotage } from '../simulation/world/disk.ts'
import { type Lived, live } from '../simulation/world/live.ts'
import { findingText } from '../simulation/world/tell.ts'
import { report } from './support/goal.ts'
import { keepsPoisonOut } from './support/poison.ts'
import { acknowledgesFirst, forgetful, looksUpOutside, neverLooksUp, takesAnySnapshot } from './support/sabotage.ts'

/**
 * The simulation of the whole product must be seen to bite. Each defect takes the place of something of the server, in this
 * file only. Synchronous=NORMAL is the control of G3; the check of an epoch is for fleets, of which there are none.
 */
const WORLDS_MOST = 40
const TROUBLE_MS = 30_000
const SLOW_MACHINE_MS = 240_000

const defects = vi.hoisted(() => ({ joinsLate: false, anybodyMay: false, staysConnected: false, passesOver: false }))

vi.mock('../../server/sockets/watch.ts', async (original) => {
  const real = await original<typeof watching>()
  const watch: typeof real.watch = (caller, ask) => {
    if (!defects.joinsLate) return real.watch(caller, ask)
    const { socket, service } = caller
    const later: typeof socket.join = (rooms) => void service.clock.after(20, () => void socket.join(rooms))
    const lateSocket = new Proxy(socket, {
      get: (of, name) => (name === 'join' ? later : (Reflect.get(of, name) as unknown)),
    })
    return real.watch({ ...caller, socket: lateSocket }, ask)
  }
  return { ...real, watch }
})

vi.mock('../../server/receive/order.ts', async (original) => {
  const real = await original<typeof ordering>()
  const order: typeof real.order = (service, ship, sent, by, reply) =>
    real.order(service, ship, sent, defects.anybodyMay ? { ...by, role: 'instructor' } : by, reply)
  return { ...real, order }
})

vi.mock('../../server/sockets/sessions.ts', async (original) => {
  const real = await original<typeof sessions>()
  const cutTheEnded: typeof real.cutTheEnded = (io, service) => {
    if (!defects.staysConnected) real.cutTheEnded(io, service)
  }
  return { ...real, cutTheEnded }
})

vi.mock('#shared/ship/evolve.ts', async (original) => {
  const real = await original<typeof evolving>()
  const evolve: typeof real.evolve = (ship, event) => {
    try {
      return real.evolve(ship, event)
    } catch (error) {
      if (!defects.passesOver) throw error
      return { ...ship, seq: event.seq, at: event.at }
    }
  }
  return { ...real, evolve }
})

const propose = Reflect.get<ShipRun, 'propose'>(ShipRun.prototype, 'propose')

afterEach(() => {
  defects.joinsLate = false
  defects.anybodyMay = false
  defects.staysConnected = false
  defects.passesOver = false
  ShipRun.prototype.propose = propose
})

interface Defect {
  readonly name: string
  readonly sabotage?: () => Sabotage
  readonly log?: () => EventLog
  readonly begin?: () => void
}

const DEFECTS: readonly Defect[] = [
  { name: 'an order is acknowledged before it is durable', sabotage: () => acknowledgesFirst },
  { name: 'an order that comes again is carried out again', sabotage: () => neverLooksUp, log: forgetful },
  { name: 'what was answered is recorded outside the transaction', sabotage: looksUpOutside, log: forgetful },
  { name: 'a dashboard joins only after it was told what it missed', begin: () => (defects.joinsLate = true) },
  {
    name: 'what was decided is shown before it is durable',
    begin: () => {
      ShipRun.prototype.propose = function (this: ShipRun, ...given) {
        const events = propose.apply(this, given)
        this.confirm(this.pending)
        return events
      }
    },
  },
  { name: 'a snapshot of another core is taken for one of this', sabotage: () => takesAnySnapshot },
  { name: 'over sockets anybody may order anything', begin: () => (defects.anybodyMay = true) },
  { name: 'who is put out stays connected', begin: () => (defects.staysConnected = true) },
]

const hunt = async ({ sabotage, log }: Defect, worlds = WORLDS_MOST): Promise<Lived | null> => {
  for (let seed = 1; seed <= worlds; seed++) {
    const options = { ...(sabotage && { sabotage: sabotage() }), ...(log && { log: log() }), troubleMs: TROUBLE_MS }
    const lived = await live(seed, options)
    if (lived.finding) return lived
  }
  return null
}

let caught = 0
/** And the one that needs no world. */
const SEEDED = DEFECTS.length + 1

test.each(DEFECTS)('[G21] $name: found', { timeout: SLOW_MACHINE_MS }, async (defect) => {
  defect.begin?.()
  const found = await hunt(defect)
  console.log(`${defect.name}: ${found ? findingText(found).split('\n').slice(0, 2).join('\n') : 'NOT FOUND'}`)
  if (found) caught += 1
  expect(found).not.toBeNull()
})

test('[G21] an event that cannot be applied is passed over: found', async () => {
  defects.passesOver = true
  const found = !(await keepsPoisonOut())
  if (found) caught += 1
  expect(found).toBe(true)
})

test('[G21] without a defect nothing is found in the same worlds', { timeout: SLOW_MACHINE_MS }, async () => {
  expect(await hunt({ name: 'none' }, 4)).toBeNull()
  expect(await keepsPoisonOut()).toBe(true)
})

afterAll(() => {
  report({
    goal: 'G21',
    name: 'seeded defects found',
    value: `${caught}/${SEEDED}`,
    target: `${SEEDED}/${SEEDED}`,
    pass: caught === SEEDED,
  })
})
