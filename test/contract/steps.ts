import type { Entry, EventLog } from '#db/eventLog.ts'
import fc from 'fast-check'
import { closed, commanded, entry, logged, newShip, opened, type Sample, savedAs, snapshot } from './samples.ts'

/** One thing to ask of a log. Few names and small numbers, so that refusals happen often. */
export interface Step {
  readonly name: string
  readonly run: (log: EventLog) => unknown
}

/** The first exists from the start, the last never does. */
export const SHIPS = ['aurora', 'borealis', 'nowhere'] as const
export const COMMANDS = ['command-1', 'command-2', 'command-3', 'command-4'] as const
export const VERSIONS = ['core-1', 'core-2'] as const

const step = (name: string, run: Step['run']): Step => ({ name, run })
const ship = fc.constantFrom(...SHIPS)
const version = fc.constantFrom(...VERSIONS)
const number = fc.nat(12)
const facts = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme' }).map(logged),
    fc.constantFrom('I1', 'I2').map(opened),
    fc.constantFrom('I1', 'I2').map(closed),
  ),
  { maxLength: 3 },
)

const mostly = <Value>(usual: Value, other: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other })

interface Part {
  readonly ship: string
  /** How far the writer is mistaken about the ship's head. */
  readonly mistake: number
  readonly facts: readonly Sample[]
  readonly command: string | null
}

const parts: fc.Arbitrary<readonly Part[]> = fc.array(
  fc.record({
    ship: mostly('aurora', ship),
    mistake: mostly(0, fc.constantFrom(-1, 1)),
    facts,
    command: fc.option(fc.constantFrom(...COMMANDS), { nil: null, freq: 2 }),
  }),
  { maxLength: 4 },
)

const batchFor = (log: EventLog, parts: readonly Part[]): readonly Entry[] => {
  const heads = new Map<string, number>()
  return parts.map(({ ship, mistake, facts, command }) => {
    const head = (heads.get(ship) ?? log.head(ship)) + mistake
    heads.set(ship, head + facts.length)
    const written = entry(ship, head, ...facts)
    return command === null ? written : commanded(command, written)
  })
}

const creations = fc
  .tuple(
    ship.filter((id) => id !== 'nowhere'),
    facts,
  )
  .map(([id, facts]) => step(`create ${id}`, (log) => log.createShip(newShip(id, ...facts))))
const appends = parts.map((parts) => step(`append ${JSON.stringify(parts)}`, (log) => log.append(batchFor(log, parts))))
const snapshots = fc
  .tuple(ship, number, version)
  .map(([ship, seq, core]) =>
    step(`save ${ship} ${seq}`, (log) => log.saveSnapshot(savedAs(snapshot(ship, seq, core)))),
  )
const seeks = fc
  .tuple(ship, version, number)
  .map(([ship, core, seq]) => step(`seek ${ship} ${seq}`, (log) => log.latestSnapshot(ship, core, seq)))
const times = fc
  .tuple(ship, number)
  .map(([ship, at]) => step(`keep ${ship}`, (log) => log.keepTimes(new Map([[ship, at]]))))
const reads = fc
  .tuple(ship, number, number)
  .map(([ship, after, limit]) => step(`read ${ship}`, (log) => log.events(ship, after, limit)))

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(creations, { weight: 5, arbitrary: appends }, snapshots, seeks, times, reads),
  { minLength: 5, maxLength: 30, size: 'max' },
)
