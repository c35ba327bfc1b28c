import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { nearest } from '#shared/ship/policy.ts'
import { stateOf } from '#shared/ship/state.ts'
import { expect, onTestFinished, test } from 'vitest'
import { type Recording, recordingOf, shipAfter, shipAt } from '../../web/src/replay/recording.ts'
import { temporaryFolder } from '../support/folders.ts'
import { LiveScreen, type Moment } from '../support/live-screen.ts'
import { pictureOf } from '../support/picture.ts'
import { freePort, startServer } from '../support/serverProcess.ts'
import { readIncidents, readRecording } from '../support/ship-over-http.ts'

const SHIP = 'voyager'
const SCENARIO = 'voyager-attack-4'
const ROLES = ['instructor', 'observer'] as const
const MOMENTS = 1_000
const RATE = 64
/** The next look is after a random while of at most so long. */
const LOOK_MS_MOST = 14
const ORDERS_EVERY_MS = 80
/** Every so many times that events come, the very instant of the last of them is looked at. */
const AT_EVENTS_EVERY = 5
/** It takes twenty seconds; on a machine that is busy with other things, much more. */
const SLOW_MACHINE_MS = 300_000

/** Starts an attack, has it fought, and looks at it until it is over. */
const watchAttack = async (screens: readonly LiveScreen[], instructor: LiveScreen, seed: number): Promise<void> => {
  const insist = async (order: Parameters<LiveScreen['order']>[0]) =>
    expect(await instructor.order(order)).toEqual({ ok: true })
  await insist({ type: 'RestoreShip' })
  await insist({ type: 'StartScenario', scenario: SCENARIO, seed })
  await insist({ type: 'SetClock', rate: RATE })
  while (!screens.every(({ ship }) => ship?.incident)) await sleep(1)
  for (let orderedMs = -Infinity; instructor.ship?.incident;) {
    await sleep(Math.random() * LOOK_MS_MOST)
    for (const screen of screens) if (screen.ship?.incident) screen.look()
    if (performance.now() - orderedMs < ORDERS_EVERY_MS) continue
    orderedMs = performance.now()
    for (const order of nearest(instructor.ship, instructor.atMs)) void instructor.orderAtOnce(order)
  }
  await insist({ type: 'SetClock', rate: 0 })
  while (screens.some(({ ship }) => ship?.incident)) await sleep(1)
}

/** Also at the instants at which something happens, after all that has arrived of it. */
const lookAtEvents = (screen: LiveScreen): void => {
  let times = 0
  screen.onEvents(() => {
    if (screen.ship?.incident && times++ % AT_EVENTS_EVERY === 0) screen.look(screen.ship.at)
  })
}

/** All that had happened by then had arrived: what a screen shows but for the milliseconds that news are on their way. */
const wasUpToDate = (recording: Recording, { atMs, state }: Moment): boolean =>
  shipAt(recording, atMs).seq === state.seq

/** What the replay has otherwise than the screen had it, of a ship after the same events at the same instant. */
const difference = (recording: Recording, { atMs, state, picture }: Moment): object | null => {
  const ship = shipAfter(recording, state.seq - recording.start.seq)
  const replayed = { state: stateOf(ship), picture: pictureOf(ship, atMs) }
  return isDeepStrictEqual(replayed, { state, picture }) ? null : { atMs, replayed, live: { state, picture } }
}

test(
  `[RVW9] given ${MOMENTS} random moments of live attacks, what instructor and observer saw is what the replay shows`,
  { timeout: SLOW_MACHINE_MS },
  async () => {
    const server = await startServer({ port: await freePort(), data: temporaryFolder() })
    onTestFinished(() => server.kill())
    const [instructor, observer] = ROLES.map((role) => new LiveScreen(server.url, SHIP, role)) as [
      LiveScreen,
      LiveScreen,
    ]
    const screens = [instructor, observer]
    onTestFinished(() => screens.forEach((screen) => screen.close()))
    while (!screens.every(({ ship }) => ship)) await sleep(5)
    screens.forEach(lookAtEvents)

    const kept = { instructor: 0, observer: 0 }
    const late = { instructor: 0, observer: 0 }
    for (let seed = 1; Math.min(kept.instructor, kept.observer) < MOMENTS; seed++) {
      await watchAttack(screens, instructor, seed)
      const incident = (await readIncidents(server.url, SHIP)).at(-1)?.id ?? ''
      for (const [index, role] of ROLES.entries()) {
        const recording = recordingOf(await readRecording(server.url, incident, role))
        const moments = screens[index]?.moments.splice(0) ?? []
        expect(moments.map((moment) => difference(recording, moment)).find((found) => found)).toBeUndefined()
        const upToDate = moments.filter((moment) => wasUpToDate(recording, moment)).length
        kept[role] += upToDate
        late[role] += moments.length - upToDate
      }
    }
    console.info('moments compared:', kept, 'and before news of that instant had arrived:', late)
  },
)
