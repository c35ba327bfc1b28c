import type { EventLog } from '#db/eventLog.ts'
import { memoryLog } from '#db/memoryLog.ts'
import type { Opened, Sabotage } from '../../simulation/world/disk.ts'

/** A log that takes the same command as often as it is given. */
export const forgetful = (): EventLog => {
  const log = memoryLog()
  return { ...log, append: (batch) => log.append(batch.map(({ command: _command, ...entry }) => entry)) }
}

export const acknowledgesFirst: Sabotage = ({ log, writer }) => ({
  log,
  writer: { ...writer, append: (batch) => Promise.resolve(void writer.append(batch).catch(() => undefined)) },
})

export const neverLooksUp: Sabotage = ({ log, writer }) => ({ log: { ...log, findCommand: () => null }, writer })

/** What commands were answered is written after them, on its own: a process that ends in between has forgotten it. */
export const looksUpOutside = (): Sabotage => {
  const known = new Map<string, NonNullable<ReturnType<EventLog['findCommand']>>>()
  return ({ log, writer }: Opened) => ({
    log: { ...log, findCommand: (ship, id) => known.get(`${ship} ${id}`) ?? null },
    writer: {
      ...writer,
      append: async (batch) => {
        await writer.append(batch)
        for (const { ship, command } of batch) if (command) known.set(`${ship} ${command.id}`, command)
      },
    },
  })
}

export const takesAnySnapshot: Sabotage = ({ log, writer }) => ({
  log: {
    ...log,
    latestSnapshot: (ship, coreVersion, seq) =>
      log.latestSnapshot(ship, coreVersion, seq) ??
      ['core-1', 'another-core-2'].map((other) => swapped(log, ship, other, coreVersion, seq)).find(Boolean) ??
      null,
  },
  writer,
})

/** Another core's, read as if it were one's own. */
const swapped = (log: Opened['log'], ship: string, theirs: string, ours: string, seq?: number) => {
  const snapshot = log.latestSnapshot(ship, theirs, seq)
  const mask = (theirs.length * 0x5eed) ^ (ours.length * 0x5eed)
  return snapshot && { ...snapshot, state: { ...snapshot.state, seed: snapshot.state.seed ^ mask } }
}
