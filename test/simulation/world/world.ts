import { type Dice, diceFor } from '#shared/dice.ts'
import { memoryLog } from '#db/memoryLog.ts'
import type { EventLog } from '#db/eventLog.ts'
import type { Role } from '#shared/ship/events.ts'
import { ROLES } from '#shared/protocol/rights.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import type { Begun } from '../../../server/access/sessions.ts'
import { type AccessSettings, openAccess } from '../../../server/access/settings.ts'
import { commissioned } from '../../../server/commissioning.ts'
import { BY_ITSELF, record } from '../../../server/runs/record.ts'
import { generateShip } from '../../support/generate-ship.ts'
import { Console } from './console.ts'
import { Disk, type Sabotage } from './disk.ts'
import { Findings } from './finding.ts'
import { History } from './history.ts'
import { Ledger } from './ledger.ts'
import { Machine } from './machine.ts'
import { VirtualTime } from './virtualTime.ts'

const CONSOLES = 5
const SHIPS = 2
const WALL = '2026-01-01T00:00:00.000Z'

/** Everything of one seed: a machine with its disk, the ships on it, and the consoles around it. */
export class World {
  readonly seed: number
  readonly time = new VirtualTime()
  readonly findings = new Findings()
  readonly histories = new Map<string, History>()
  readonly ledger = new Ledger(this.histories, this.findings)
  readonly disk: Disk
  readonly machine: Machine
  readonly consoles: readonly Console[]
  /** Which core the next process runs. */
  version = 'core-1'
  /** When the next process starts, if there is none; null: nobody has seen yet that there is none. */
  startsAtMs: number | null = null

  constructor(seed: number, log: EventLog = memoryLog(), sabotage?: Sabotage) {
    this.seed = seed
    const dice = this.dice('world')
    this.disk = new Disk({
      ...{ log, time: this.time, dice: this.dice('disk') },
      sabotage,
      written: (entry) => this.histories.get(entry.ship)?.take(entry),
    })
    const access: AccessSettings = { ...openAccess(), mode: dice.chance(0.5) ? 'guarded' : 'open' }
    this.machine = new Machine(this.time, this.disk, access, this.findings)
    for (let ship = 1; ship <= SHIPS; ship++)
      this.#launch({ ...generateShip(seed * SHIPS + ship), id: `ship-${ship}` }, log)
    this.start()
    this.consoles = Array.from({ length: CONSOLES }, (_, number) => this.#console(number, dice))
  }

  /** Dice for one purpose, which no other purpose disturbs. */
  dice(purpose: string, number = 0): Dice {
    return diceFor(this.seed, purpose, number)
  }

  start(): void {
    this.startsAtMs = null
    this.machine.start(this.version)
  }

  /** A session for somebody; null: nobody asks for one, or nobody is there to give it. */
  letIn(role: Role, name: string): Begun | null {
    const access = this.machine.service?.access
    return access?.mode === 'guarded' ? access.issueKey({ role, name, ship: null, days: 300 }) : null
  }

  #launch(file: ShipFile, log: EventLog): void {
    const history = new History(file.id, planOf(file), this.findings)
    this.histories.set(file.id, history)
    const events = record([commissioned(file)], BY_ITSELF, WALL)
    log.createShip({ id: file.id, definition: file, wall: WALL, events })
    history.take({ events })
  }

  #console(number: number, dice: Dice): Console {
    const role = number === 0 ? 'instructor' : dice.pick(ROLES)
    const name = `Person ${number}`
    return new Console({
      name: `console-${number}`,
      person: { role, name, ship: null, session: null },
      session: this.letIn(role, name),
      ship: `ship-${1 + (number % SHIPS)}`,
      keeps: dice.chance(0.3),
      hidden: dice.chance(0.2),
      ...{ time: this.time, dice: this.dice('line', number), ledger: this.ledger, findings: this.findings },
      dial: (line, client) => this.machine.dial(line, client),
    })
  }
}
