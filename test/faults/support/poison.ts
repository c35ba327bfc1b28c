import type { RecordedEvent } from '#shared/ship/events.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import type { EventLog } from '#db/eventLog.ts'
import { memoryLog } from '#db/memoryLog.ts'
import { commissioned } from '../../../server/commissioning.ts'
import { BY_ITSELF, record } from '../../../server/runs/record.ts'
import { openFlow, SHIP } from '../../flow/support/flow.ts'
import { seedFile } from '../../support/seed-files.ts'

const WALL = '2026-11-22T12:00:00.000Z'

/** The log of a ship whose second event cannot be applied: no such place was hidden. */
const poisoned = (): EventLog => {
  const log = memoryLog()
  const definition = seedFile('ships', SHIP) as ShipFile
  log.createShip({ id: SHIP, definition, wall: WALL, events: record([commissioned(definition)], BY_ITSELF, WALL) })
  const event = { type: 'PlaceRevealed', seq: 2, at: 1_000, cause: null, wall: WALL, ...BY_ITSELF }
  log.append([{ ship: SHIP, expectedSeq: 1, events: [event as unknown as RecordedEvent] }])
  return log
}

/** [LOG6] What the tests of quarantine want of a server: that it does not run such a ship. */
export const keepsPoisonOut = async (): Promise<boolean> => {
  const { service, stop } = await openFlow({ log: poisoned() })
  const [quarantined] = service.ships.quarantined()
  await stop()
  return quarantined?.id === SHIP && quarantined.fault.seq === 2
}
