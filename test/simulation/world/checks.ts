import type { ShipRun } from '../../../server/runs/shipRun.ts'
import { differenceOf } from './compared.ts'
import type { Console } from './console.ts'
import type { World } from './world.ts'

/** [LIM3] With more than so many frames waiting a dashboard is cut off within another second. */
const FRAMES_MOST = 200
const OVER_MS_MAX = 1_000
/** Timers of the server for each ship, each connection, and in all. */
const TIMERS_MOST = (ships: number, connections: number): number => 8 * ships + 4 * connections + 8
const LETTERS_MOST = 100

const runsOf = ({ machine }: World): readonly ShipRun[] => [...(machine.service?.ships.all() ?? [])]

/** [I3] [I4] The server has every ship as the log folds to her. */
export const checkShips = (world: World): void => {
  const { machine, histories, findings } = world
  for (const { id, fault } of machine.service?.ships.quarantined() ?? [])
    findings.add('I4', `${id} is in quarantine: ${fault.message}`)
  for (const { id, durable } of runsOf(world)) {
    const history = histories.get(id)
    if (!history) continue
    const { seq } = durable.ship
    if (seq > history.head) findings.add('I4', `${id} is at ${seq}, her log at ${history.head}`)
    else {
      const part = differenceOf(durable.ship, history.asOf(seq, 'instructor'), 'instructor')
      if (part) findings.add('I4', `${id} at ${seq}: ${part}`)
    }
  }
}

/** [I5] What a console shows is what its role may see as of a seq that the log has. */
export const checkView = ({ histories, findings }: World, console: Console): void => {
  const { ship, parts } = console
  const history = histories.get(parts.ship)
  if (!ship || !history) return
  if (ship.seq > history.head) return findings.add('I5', `${parts.name} shows ${ship.seq}; the log has ${history.head}`)
  const part = differenceOf(ship, history.asOf(ship.seq, parts.person.role), parts.person.role)
  if (part) findings.add('I5', `${parts.name} (${parts.person.role}) at ${ship.seq}: ${part}`)
}

/** [I9] */
export const checkBounds = ({ time, machine, consoles, histories, findings }: World): void => {
  for (const connection of machine.connections) {
    const { id, writeBuffer, overSinceMs } = connection
    connection.overSinceMs = writeBuffer.length > FRAMES_MOST ? (overSinceMs ?? time.nowMs) : null
    if (time.nowMs - (connection.overSinceMs ?? time.nowMs) > OVER_MS_MAX && !machine.clock?.stalled)
      findings.add('I9', `${writeBuffer.length} frames wait for ${id}`)
  }
  const timers = machine.clock?.timers ?? 0
  const most = TIMERS_MOST(histories.size, machine.connections.size)
  if (timers > most) findings.add('I9', `${timers} timers are set`)
  for (const { parts, waiting } of consoles)
    if (parts.keeps && waiting.length > LETTERS_MOST) findings.add('I9', `${waiting.length} letters of ${parts.name}`)
}

/** Whether everybody shows how every ship stands, and has an answer to every order. */
export const atRest = ({ consoles, histories }: World): boolean =>
  consoles.every((console) => {
    console.drain()
    return console.ship?.seq === histories.get(console.parts.ship)?.head && console.waiting.length === 0
  })

/** Once nothing fails any more: everybody shows how every ship stands, and every order has its answer. */
export const checkRest = (world: World): void => {
  const { consoles, histories, findings, ledger } = world
  checkShips(world)
  for (const console of consoles) {
    console.drain()
    const head = histories.get(console.parts.ship)?.head
    if (console.ship?.seq !== head)
      findings.add('live', `${console.parts.name} shows ${console.ship?.seq ?? 'nothing'}; the log has ${head}`)
    checkView(world, console)
    const [waiting] = console.waiting
    if (waiting) findings.add('live', `${console.parts.name} still waits for an answer to ${waiting.id}`)
  }
  ledger.close()
}
