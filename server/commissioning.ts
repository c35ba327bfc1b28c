import { isDeepStrictEqual } from 'node:util'
import type { Actor, RecordedEvent, ShipEvent } from '#shared/ship/events.ts'
import { evolve } from '#shared/ship/evolve.ts'
import { newShip } from '#shared/ship/state.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { isoWall } from './clock.ts'
import { demonstration, runsLive } from './demonstration.ts'
import type { Scenario } from './library/library.ts'
import { BY_ITSELF, record } from './runs/record.ts'
import type { Service } from './service.ts'

const COMMISSIONER: Actor = { role: 'instructor', name: 'Bulkhead' }

/** A ship's first event. */
export const commissioned = ({ name }: ShipFile): ShipEvent => ({
  ...{ type: 'ShipCommissioned', name, seq: 1, at: 0, cause: null },
})

/**
 * Writes every ship of the library that the log does not know into it; with `demo`, together with what a first start has
 * in store for her. Each in one transaction: a start that is cut short is simply made again.
 */
export const commissionLibrary = async (service: Service, demo: boolean): Promise<void> => {
  const { library, ships, logger } = service
  const stories = [...library.scenarios.values()]
  const live = (file: ShipFile): number => Number(runsLive(stories, file.id))
  const files = [...library.ships.values()].sort((a, b) => live(b) - live(a)) // the one to watch comes first in lists
  for (const file of files) {
    const known = ships.find(file.id)
    if (!ships.has(file.id)) {
      await service.commission(file, firstEvents(file, demo ? stories : [], service))
    } else if (known.ok && !isDeepStrictEqual(known.value.definition, file)) {
      logger.warn({ ship: file.id }, 'The ship file has changed since this ship was commissioned; she stays as she was')
    }
  }
}

const firstEvents = (file: ShipFile, stories: readonly Scenario[], { clock, logger }: Service): RecordedEvent[] => {
  const startedMs = clock.elapsedMs()
  const wall = isoWall(clock)
  const first = commissioned(file)
  const events = [...record([first], { by: COMMISSIONER, command: null }, wall)]
  for (const happening of demonstration(evolve(newShip(planOf(file)), first), stories)) {
    const { command } = happening
    const origin = command ? { by: COMMISSIONER, command: command.id } : BY_ITSELF
    events.push(...record(happening.events, origin, wall))
    if (command?.type === 'StartScenario')
      logger.info({ ship: file.id, scenario: command.scenario }, 'Playing a scenario')
  }
  logger.info(
    { ship: file.id, events: events.length, ms: Math.round(clock.elapsedMs() - startedMs) },
    'Ship commissioned',
  )
  return events
}
