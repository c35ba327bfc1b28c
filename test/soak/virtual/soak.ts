import { join } from 'node:path'
import { statSync } from 'node:fs'
import { diceFor } from '#shared/dice.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import type { EventLog } from '#db/eventLog.ts'
import { LOG_FILE, openSqliteLog } from '#db/sqliteLog.ts'
import { openAccess } from '../../../server/access/settings.ts'
import { commissioned } from '../../../server/commissioning.ts'
import { SEED_FOLDER } from '../../../server/library/folders.ts'
import { readLibrary } from '../../../server/library/library.ts'
import { order } from '../../../server/receive/order.ts'
import type { Person } from '../../../server/receive/person.ts'
import { BY_ITSELF, record } from '../../../server/runs/record.ts'
import type { ShipRun } from '../../../server/runs/shipRun.ts'
import type { Service } from '../../../server/service.ts'
import { seedFile } from '../../support/seed-files.ts'
import { Disk } from '../../simulation/world/disk.ts'
import { type Finding, Findings } from '../../simulation/world/finding.ts'
import { Machine } from '../../simulation/world/machine.ts'
import { settled, VirtualTime } from '../../simulation/world/virtualTime.ts'
import { attackOn, Dispatcher } from '../dispatcher.ts'
import { type Rest, restOf } from './rest.ts'
import { Visits } from './visits.ts'

const WALL = '2026-01-01T00:00:00.000Z'
const LOOK_EVERY_MS = 10_000
const VISIT_EVERY_MS = 2_000
/** After so long without anybody and with all clocks standing, whatever was to be done later has been done. */
const QUIET_MS = 120_000
const SEED = 11

export interface SoakAsk {
  readonly ships: number
  /** So many times all is under attack, and then at rest. The first is for caches to be filled. */
  readonly watches: number
  readonly watchMs: number
  /** Of the log, empty. */
  readonly folder: string
}

export interface Soaked {
  /** The first before anything happens. */
  readonly rests: readonly Rest[]
  readonly attacks: number
  readonly orders: number
  readonly walBytesMost: number
  readonly finding: Finding | null
}

/** Somebody with the right to all. */
const INSTRUCTOR: Person = { role: 'instructor', name: 'Dispatcher', ship: null, session: null }

/** The whole server, guarded, on a clock that leaps and a log on a disk: ships under attack, and people who come and go. */
export const soak = async ({ ships, watches, watchMs, folder }: SoakAsk): Promise<Soaked> => {
  const time = new VirtualTime()
  const findings = new Findings()
  const log = openSqliteLog(folder)
  const ids = Array.from({ length: ships }, (_, number) => launch(log, number))
  const disk = new Disk({ log, time, dice: diceFor(SEED, 'disk', 0), written: () => undefined })
  const machine = new Machine(time, disk, { ...openAccess(), mode: 'guarded' }, findings, {
    ...{ library: readLibrary([SEED_FOLDER]), limited: true },
  })
  machine.start('soak')
  const { service } = machine
  if (!service) throw new Error('The server has not started')

  let walBytesMost = 0
  const pass = async (ms: number): Promise<void> => {
    const untilMs = time.nowMs + ms
    while (await time.step(untilMs)) while (machine.endTurn()) await settled()
    walBytesMost = Math.max(walBytesMost, statSync(join(folder, `${LOG_FILE}-wal`)).size)
  }
  const dispatchers = ids.map((id, number) => dispatcherOf(service, id, number))
  const visits = new Visits(machine, time, diceFor(SEED, 'visits', 0), ids)
  const rests = [restOf(machine, time.nowMs, visits.came)]
  for (let watch = 0; watch < watches; watch++) {
    const endMs = time.nowMs + watchMs
    const over = (): boolean => time.nowMs >= endMs
    for (const dispatcher of dispatchers) keepDispatching(time, dispatcher, over)
    visits.keepComing(VISIT_EVERY_MS, over)
    await pass(watchMs)
    for (const dispatcher of dispatchers) void dispatcher.rest()
    await pass(QUIET_MS)
    rests.push(restOf(machine, time.nowMs, visits.came))
  }
  machine.kill()
  log.close()
  return {
    ...{ rests, walBytesMost, finding: findings.first },
    attacks: dispatchers.reduce((sum, { attacks }) => sum + attacks, 0),
    orders: dispatchers.reduce((sum, { orders }) => sum + orders, 0),
  }
}

/** A sister of a built-in ship, in the log. */
const launch = (log: EventLog, number: number): string => {
  const definition = { ...(seedFile('ships', attackOn(number).ship) as ShipFile), id: `sister-${number}` }
  const events = record([commissioned(definition)], BY_ITSELF, WALL)
  log.createShip({ id: definition.id, definition, wall: WALL, events })
  return definition.id
}

const runOf = ({ ships }: Service, id: string): ShipRun => {
  const run = ships.find(id)
  if (!run.ok) throw new Error(run.error.detail)
  return run.value
}

const dispatcherOf = (service: Service, id: string, number: number): Dispatcher => {
  let given = 0
  return new Dispatcher({
    ...{ number, rate: 1 },
    view: () => runOf(service, id).durable.ship,
    give: (what) =>
      new Promise((answered) => order(service, id, { id: `order-${given++}`, ...what }, INSTRUCTOR, answered)),
  })
}

const keepDispatching = (time: VirtualTime, dispatcher: Dispatcher, over: () => boolean): void =>
  void time.after(LOOK_EVERY_MS, () => {
    if (over()) return
    void dispatcher.look().then(() => keepDispatching(time, dispatcher, over))
  })
