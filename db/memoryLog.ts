import { randomUUID } from 'node:crypto'
import { isReviewWord } from '#shared/review/words-said.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { ShipState } from '#shared/ship/state.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { checkPlace, isIncidentMark } from './entry.ts'
import { CommandIdReused, ShipExists, UnknownShip } from './errors.ts'
import type { CommandRecord, Entry, EventLog, IncidentMark, NewShip, SnapshotText } from './eventLog.ts'

interface Shelf {
  readonly definition: string
  readonly wall: string
  /** JSON texts: the event of seq n at n − 1. */
  readonly events: string[]
  readonly commands: Map<string, CommandRecord>
  readonly snapshots: Map<number, SnapshotText>
  keptAt: number | null
}

/** What takes back what a failed batch has already done, newest first. */
type Undo = (() => void)[]

/** The log's twin for tests and measurements: the same promises but one, that nothing survives the process. */
export const memoryLog = (): EventLog => {
  const shelves = new Map<string, Shelf>()
  const marks: IncidentMark[] = []

  const shelfOf = (ship: string): Shelf => {
    const shelf = shelves.get(ship)
    if (!shelf) throw new UnknownShip(ship)
    return shelf
  }

  const appendEntry = (entry: Entry, undo: Undo): void => {
    const { ship, events, command } = entry
    const shelf = shelfOf(ship)
    checkPlace(entry, shelf.events.length)
    if (command) addCommand(ship, shelf, command, undo)
    for (const event of events) addEvent(ship, shelf, event, undo)
  }

  const addEvent = (ship: string, shelf: Shelf, event: RecordedEvent, undo: Undo): void => {
    shelf.events.push(JSON.stringify(event))
    undo.push(() => shelf.events.pop())
    if (isIncidentMark(event)) {
      marks.push({ ship, event })
      undo.push(() => marks.pop())
    }
  }

  const allOrNothing = <Value>(work: (undo: Undo) => Value): Value => {
    const undo: Undo = []
    try {
      return work(undo)
    } catch (error) {
      for (const step of undo.reverse()) step()
      throw error
    }
  }

  const eventsJson = (ship: string, after: number, limit: number): readonly string[] =>
    shelves.get(ship)?.events.slice(after, after + limit) ?? []

  return {
    id: randomUUID(),
    createShip: ({ id, definition, wall, events }: NewShip) =>
      allOrNothing((undo) => {
        if (shelves.has(id)) throw new ShipExists(id)
        shelves.set(id, emptyShelf(JSON.stringify(definition), wall))
        undo.push(() => shelves.delete(id))
        appendEntry({ ship: id, expectedSeq: 0, events }, undo)
      }),
    ships: () =>
      [...shelves].map(([id, { definition, wall, events }]) => ({
        id,
        definition: JSON.parse(definition) as ShipFile,
        wall,
        head: events.length,
      })),

    append: (batch) =>
      allOrNothing((undo) => {
        for (const entry of batch) appendEntry(entry, undo)
      }),
    findCommand: (ship, id) => shelves.get(ship)?.commands.get(id) ?? null,

    head: (ship) => shelves.get(ship)?.events.length ?? 0,
    events: (ship, after, limit) => eventsJson(ship, after, limit).map((json) => JSON.parse(json) as RecordedEvent),
    eventsJson,
    incidentMarks: (ship) => marks.filter((mark) => ship === null || mark.ship === ship),
    reviewWords: (ship) =>
      eventsJson(ship, 0, Infinity)
        .map((json) => JSON.parse(json) as RecordedEvent)
        .filter(isReviewWord),

    saveSnapshot: (snapshot) => keepSnapshot(shelfOf(snapshot.ship).snapshots, snapshot),
    dropSnapshots: (ship) => shelves.get(ship)?.snapshots.clear(),
    latestSnapshot: (ship, coreVersion, atOrBefore = Infinity) => {
      const newest = [...(shelves.get(ship)?.snapshots.values() ?? [])]
        .filter((snapshot) => snapshot.coreVersion === coreVersion && snapshot.seq <= atOrBefore)
        .sort((a, b) => b.seq - a.seq)[0]
      if (!newest) return null
      const { text, ...place } = newest
      return { ...place, state: JSON.parse(text) as ShipState }
    },
    damagedSnapshots: () => 0,

    keepTimes: (times) => {
      const kept = [...times].map(([ship, at]) => [shelfOf(ship), at] as const)
      for (const [shelf, at] of kept) shelf.keptAt = at
    },
    keptTime: (ship) => shelves.get(ship)?.keptAt ?? null,

    probe: () => undefined,
    close: () => undefined,
  }
}

const emptyShelf = (definition: string, wall: string): Shelf => ({
  definition,
  wall,
  events: [],
  commands: new Map(),
  snapshots: new Map(),
  keptAt: null,
})

const addCommand = (ship: string, shelf: Shelf, command: CommandRecord, undo: Undo): void => {
  if (shelf.commands.has(command.id)) throw new CommandIdReused(ship, command.id)
  shelf.commands.set(command.id, { ...command })
  undo.push(() => shelf.commands.delete(command.id))
}

const keepSnapshot = (snapshots: Map<number, SnapshotText>, snapshot: SnapshotText): void => {
  for (const [seq, old] of snapshots) if (old.coreVersion !== snapshot.coreVersion) snapshots.delete(seq)
  snapshots.set(snapshot.seq, snapshot)
}
