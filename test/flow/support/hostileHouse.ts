import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteAccess } from '#db/sqliteAccess.ts'
import { openSqliteLog } from '#db/sqliteLog.ts'
import type { Order } from '#shared/ship/commands.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { libraryFolders } from '../../../server/library/folders.ts'
import { readLibrary } from '../../../server/library/library.ts'
import { HOSTILE_NAMES } from '../../support/hostile-names.ts'
import { seedFile } from '../../support/seed-files.ts'
import { give, newId, openFlow } from './flow.ts'
import { type Guarded, guarded, guardedOn, type Visitor } from './guarded.ts'
import { TestClock } from './testClock.ts'

/** A ship of which everything that has a name has a hostile one, and what is said in her scenario is hostile too. */
export const HOSTILE_SHIP = 'hostile'
const HOSTILE_SCENARIO = 'hostile-debris'
export const HOSTILE_INCIDENT = `${HOSTILE_SHIP}-1`

/** Where everybody reported hurt is found, and that there are so many. */
const PLACE = '02-08'
const GUESTS = 100

const FREE_TEXTS = new Set(['name', 'class', 'note', 'reason', 'unit', 'text', 'say', 'purpose'])

/** The file with one hostile text after the other in the place of what its author wrote. */
const renamed = (file: unknown): object => {
  let used = 0
  const next = (): string | undefined => HOSTILE_NAMES[used++ % HOSTILE_NAMES.length]
  return JSON.parse(JSON.stringify(file), (member, value: unknown) =>
    FREE_TEXTS.has(member) && typeof value === 'string' ? next() : value,
  ) as object
}

/** Into the folders in which a data folder has files of its owner's. */
const writeFiles = (data: string): void => {
  const { complement, rooms, ...ship } = seedFile('ships', 'kittiwake') as ShipFile
  const crowded = rooms.map((room) =>
    room.compartments[0] === PLACE ? { ...room, people: (room.people ?? 0) + GUESTS } : room,
  )
  const definition = { ...ship, id: HOSTILE_SHIP, complement: complement + GUESTS, rooms: crowded }
  const scenario = { ...renamed(seedFile('scenarios', 'kittiwake-debris')), id: HOSTILE_SCENARIO, ship: HOSTILE_SHIP }
  for (const [kind, file] of Object.entries({ ships: renamed(definition), scenarios: scenario })) {
    mkdirSync(join(data, kind), { recursive: true })
    writeFileSync(join(data, kind, 'hostile.json'), JSON.stringify(file))
  }
}

/** What may be said while a ship is under attack, with a text in it everywhere. */
const saying = (text: string, number: number): readonly Order[] => [
  { type: 'RecordLog', text },
  { type: 'PinNote', at: 1_000, text, kind: 'improve' },
  { type: 'ReportDamage', compartment: PLACE, what: 'other', text, extent: text, needs: text },
  { type: 'ReportCasualty', compartment: PLACE, name: text, injury: 'burns' },
  {
    ...{ type: 'RecordImprovement', incident: HOSTILE_INCIDENT, improvement: `i${number}`, status: 'open' },
    ...{ text, owner: text },
  },
  {
    ...{ type: 'RateObjective', incident: HOSTILE_INCIDENT, objective: `o${number}`, rating: 'M' },
    ...{ text, remark: text },
  },
]

export interface HostileHouse extends Guarded {
  /** Lines of the server's log. */
  readonly lines: readonly string[]
  /** Everybody who is in, in the order of the names. */
  readonly people: readonly Visitor[]
}

/** A guarded server on a data folder in which everybody and everything has a hostile name, and every hostile text was said. Whoever
 * asks for it stops it. */
export const hostileHouse = async (data: string, clock = new TestClock()): Promise<HostileHouse> => {
  writeFiles(data)
  const library = readLibrary(libraryFolders(data))
  if (library.faults.length > 0) throw new Error(JSON.stringify(library.faults))
  const lines: string[] = []
  const flow = await openFlow({
    ...{ data, log: openSqliteLog(data), library, clock, limited: false },
    access: guarded({ store: openSqliteAccess(data) }),
    logTo: { write: (line) => void lines.push(line) },
  })
  const house = await guardedOn(flow)
  const { instructor, visitor, service } = house
  const people: Visitor[] = []
  for (const name of HOSTILE_NAMES) {
    const comer = visitor()
    await comer.join({ token: (await instructor.invite({ role: 'captain' })).token }, name)
    people.push(comer)
    await instructor.ask('POST', '/api/v1/access/keys', { role: 'observer', ship: null, name, days: 1 })
  }
  for (const order of [
    { type: 'SetClock', rate: 1 },
    { type: 'StartScenario', scenario: HOSTILE_SCENARIO },
  ] as const)
    await give(service, order, newId(), 'instructor', HOSTILE_SHIP)
  await clock.pass(180_000)
  for (const [number, text] of HOSTILE_NAMES.entries())
    for (const order of saying(text, number)) {
      const said = await people[number]?.ask('POST', `/api/v1/ships/${HOSTILE_SHIP}/commands`, {
        id: newId(),
        ...order,
      })
      if (said?.status !== 200) throw new Error(`${order.type} with ${text}: ${JSON.stringify(said?.body)}`)
    }
  return { ...house, lines, people }
}
