import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import { projectEvent, projectState } from '#shared/protocol/projection.ts'
import { type ReviewStart, reviewOf } from '#shared/review/fold.ts'
import { plannedOf } from '#shared/review/planned.ts'
import type { Review, Sight } from '#shared/review/review.ts'
import type { Order } from '#shared/ship/commands.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { fold } from '#shared/ship/evolve.ts'
import { type Ship, shipFrom, stateOf } from '#shared/ship/state.ts'
import { expect } from 'vitest'
import { BY_ITSELF, type Origin, record } from '../../server/runs/record.ts'
import { type Scene, givenShip, type Step } from './given.ts'
import { openDrill } from './ship-orders.ts'
import { smallShip } from './small-ship.ts'

/** A drill on a ship: what was before it, what happened in it, and what was said of it later. */
export interface Drill {
  readonly ship?: Ship
  readonly before?: readonly Step[]
  /** What opens it: a drill, if nothing else is said. */
  readonly opening?: Order
  readonly steps: readonly Step[]
  readonly later?: readonly Step[]
  readonly sight?: Sight
}

/** All that a review of it is folded from. */
export interface Recording {
  readonly start: ReviewStart
  readonly events: readonly RecordedEvent[]
  readonly words: readonly RecordedEvent[]
}

const WALL = '2026-11-22T12:00:00.000Z'

/** Steps with all their events, each order that of a person; every one must be accepted. */
const played = (from: Scene, steps: readonly Step[]): { readonly scene: Scene; readonly events: RecordedEvent[] } => {
  const events: RecordedEvent[] = []
  let scene = from
  for (const step of steps) {
    scene = scene.when(step)
    expect(scene.refusal, JSON.stringify(step)).toBeNull()
    const origin: Origin =
      'waitMs' in step
        ? BY_ITSELF
        : { by: { role: 'operations', name: 'Mate' }, command: `order-${scene.ship.seq}-${step.type}` }
    events.push(...record(scene.events, origin, WALL))
  }
  return { scene, events }
}

const seenBy = ({ start, events, words }: Recording, sight: Sight): Recording => {
  if (sight === 'truth') return { start, events, words }
  const ship = shipFrom(start.ship.plan, projectState(stateOf(start.ship), 'operations'))
  return { start: { ...start, sight, ship }, events: events.map((event) => projectEvent(event, 'operations')), words }
}

export const recordingOf = ({
  ship = smallShip(),
  before = [],
  opening = openDrill(),
  steps,
  later = [],
  sight = 'truth',
}: Drill): Recording => {
  const eve = givenShip(ship, ...before)
  const drill = played(eve, [opening, ...steps])
  const first = drill.events.findIndex(({ type }) => type === 'IncidentOpened')
  const events = drill.events.slice(first)
  const opened = events.find((event) => event.type === 'IncidentOpened')
  if (!opened) throw new Error('no incident was opened')
  const atOpening = fold(eve.ship, drill.events.slice(0, first))
  const closing = events.find(({ type }) => type === 'IncidentClosed') ?? null
  const incident: IncidentSummary = {
    ...{ id: opened.incident, ship: ship.plan.file.id, kind: opened.kind, name: opened.name },
    ...{ openedSeq: opened.seq, openedAt: opened.at, openedWall: WALL },
    ...{ closedSeq: closing?.seq ?? null, closedAt: closing?.at ?? null, imported: false },
  }
  const start: ReviewStart = {
    ...{ incident, ship: atOpening, untilMs: closing?.at ?? drill.scene.at, sight },
    planned: plannedOf(atOpening, 'all'),
  }
  return seenBy({ start, events, words: played(drill.scene, later).events }, sight)
}

export const reviewOfDrill = (drill: Drill): Review => {
  const { start, events, words } = recordingOf(drill)
  return reviewOf(start, events, words)
}

/** The review of a drill on the small ship, in truth. */
export const drilled = (...steps: readonly Step[]): Review => reviewOfDrill({ steps })
