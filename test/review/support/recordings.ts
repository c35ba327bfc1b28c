import { type Dice, diceFor } from '#shared/dice.ts'
import type { CommandType, Order } from '#shared/ship/commands.ts'
import { nearest } from '#shared/ship/policy.ts'
import { openSqliteLog } from '#db/sqliteLog.ts'
import { type Flow, give, newId, openFlow } from '../../flow/support/flow.ts'
import { runOf } from '../../flow/support/runOf.ts'
import { randomOrder } from '../../support/random-orders.ts'

/** Mission ms per real ms, so that there is little to wait for. */
const RATE = 64
/** How often somebody looks at the board, mission ms. */
const LOOK_EVERY_MS = 5_000

/** What would end or replace the incident, or stop time. */
const KEPT_FROM_DICE: ReadonlySet<CommandType> = new Set([
  ...(['StartScenario', 'StopScenario', 'OpenIncident', 'CloseIncident', 'RestoreShip', 'SetClock'] as const),
])

const order = ({ service }: Flow, ship: string, what: Order) => give(service, what, newId(), 'instructor', ship)

const pass = ({ clock, service }: Flow, ship: string, missionMs: number): Promise<void> =>
  clock.pass(missionMs / (runOf(service, ship).durable.ship.rate || 1))

/** People order what a plain dispatcher would, until the scenario has ended. */
const playToTheEnd = async (flow: Flow, ship: string): Promise<void> => {
  const run = runOf(flow.service, ship)
  await order(flow, ship, { type: 'SetClock', rate: RATE })
  while (run.durable.ship.scenario) {
    for (const what of nearest(run.durable.ship, run.now())) await order(flow, ship, what)
    await pass(flow, ship, LOOK_EVERY_MS)
  }
}

const drawn = (flow: Flow, ship: string, dice: Dice): Order => {
  const run = runOf(flow.service, ship)
  const what = randomOrder(run.durable.ship, dice, run.now(), { sensible: 0.4, garbled: 0 })
  return KEPT_FROM_DICE.has(what.type) ? drawn(flow, ship, dice) : what
}

const atRandom = async (flow: Flow, ship: string, dice: Dice, orders: number, gapMsMost: number): Promise<void> => {
  for (let i = 0; i < orders; i++) {
    await pass(flow, ship, dice.whole(0, gapMsMost))
    await order(flow, ship, drawn(flow, ship, dice))
  }
}

/**
 * Everything that happens at once, so that no figure is nothing everywhere: an incident of orders drawn at random, another
 * opened on the ship as that left her, restored in its midst, and a third that is still open.
 */
const wildDays = async (flow: Flow, ship: string, seed: number): Promise<void> => {
  const dice = diceFor(seed, 'audit', 0)
  await order(flow, ship, { type: 'SetClock', rate: RATE })
  const open = (name: string) => order(flow, ship, { type: 'OpenIncident', kind: 'accident', name })
  await open('Everything at once')
  await atRandom(flow, ship, dice, 500, 15_000)
  await order(flow, ship, { type: 'CloseIncident' })
  await atRandom(flow, ship, dice, 20, 10_000)
  await open('On top of it all')
  await atRandom(flow, ship, dice, 80, 20_000)
  await order(flow, ship, { type: 'RestoreShip' })
  await atRandom(flow, ship, dice, 40, 20_000)
  await order(flow, ship, { type: 'CloseIncident' })
  await open('Not over yet')
  await atRandom(flow, ship, dice, 60, 20_000)
  await pass(flow, ship, 12_345)
}

/** A crew stands by a casualty whom nobody can carry to a bed, and another is cut off on its way. */
const heldUp = async (flow: Flow, ship: string): Promise<void> => {
  const { plan } = runOf(flow.service, ship)
  const beds = new Set([...plan.sickbays.values()].map(({ compartment }) => compartment))
  const [standsBy, cutOff] = [...plan.crews.values()].filter(({ station }) => !beds.has(station))
  const peopled = [...plan.compartments.values()].find(({ id, people }) => people > 0 && !beds.has(id))
  const farAway = [...plan.compartments.keys()].at(-1)
  if (!standsBy || !cutOff || !peopled || !farAway) throw new Error(`${ship} is too small`)
  const seal = (passages: Iterable<{ readonly id: string }>) =>
    Promise.all([...passages].map(({ id }) => order(flow, ship, { type: 'SealPassage', passage: id })))
  await order(flow, ship, { type: 'OpenIncident', kind: 'drill', name: 'Held up' })
  await seal([...beds].flatMap((bed) => plan.passagesOf.get(bed) ?? []))
  await order(flow, ship, { type: 'ReportCasualty', compartment: peopled.id, injury: 'burns' })
  const casualty = Object.keys(runOf(flow.service, ship).durable.ship.casualties).at(-1)
  await order(flow, ship, { type: 'DispatchCrew', crew: standsBy.id, task: `casualty:${casualty}` })
  await pass(flow, ship, 300_000)
  await order(flow, ship, { type: 'ReportDamage', compartment: farAway, what: 'other', text: 'A smell of burning' })
  await order(flow, ship, { type: 'DispatchCrew', crew: cutOff.id, task: `place:${farAway}` })
  await pass(flow, ship, 1_000)
  await seal(plan.passages.values())
  await pass(flow, ship, 60_000)
  await order(flow, ship, { type: 'CloseIncident' })
}

/** Mission time at which the server was stopped, by ship. */
export type Ends = ReadonlyMap<string, number>

/** The log of a first start in a folder, and what people did from there. */
export const recordAttacks = async (folder: string): Promise<Ends> => {
  const flow = await openFlow({ log: openSqliteLog(folder), demo: true })
  await playToTheEnd(flow, 'voyager')
  for (const [ship, scenario] of [
    ['kittiwake', 'kittiwake-debris'],
    ['petrel', 'petrel-collision'],
  ] as const) {
    await order(flow, ship, { type: 'StartScenario', scenario })
    await playToTheEnd(flow, ship)
  }
  await wildDays(flow, 'voyager', 5)
  await wildDays(flow, 'petrel', 5)
  await heldUp(flow, 'kittiwake')
  const ends = new Map(['voyager', 'kittiwake', 'petrel'].map((ship) => [ship, runOf(flow.service, ship).now()]))
  await flow.stop()
  return ends
}
