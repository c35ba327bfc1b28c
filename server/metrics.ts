import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Room } from '#db/room.ts'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** How often the event loop is looked at, ms. */
const LOOP_RESOLUTION_MS = 20

export type Metrics = ReturnType<typeof createMetrics>

/** What a Prometheus server may fetch. Gauges are read when it asks, not kept up to date. */
export const createMetrics = () => {
  const registry = new Registry()
  const registers = [registry]
  const loop = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS })
  loop.enable()

  const gauge = (name: string, help: string, read: (gauge: Gauge) => void | Promise<void>): void => {
    new Gauge({
      name,
      help,
      registers,
      collect: function () {
        return read(this)
      },
    })
  }
  gauge('bulkhead_event_loop_delay_p99_seconds', 'Event loop delay since the last scrape, 99th percentile', (delay) => {
    delay.set(loop.percentile(99) / 1e9)
    loop.reset()
  })
  gauge('bulkhead_resident_memory_bytes', 'Memory of the process', (memory) => memory.set(process.memoryUsage.rss()))

  return {
    registry,
    commands: new Counter({
      name: 'bulkhead_commands_total',
      help: 'Orders by what they came to: ok, or the code of the refusal',
      labelNames: ['outcome'],
      registers,
    }),
    events: new Counter({ name: 'bulkhead_events_total', help: 'Events made durable', registers }),
    frames: new Counter({
      name: 'bulkhead_broadcast_frames_total',
      help: 'Frames with events, encoded once each whatever the number of dashboards',
      registers,
    }),
    slowReaders: new Counter({
      name: 'bulkhead_slow_readers_total',
      help: 'Dashboards cut off because they did not keep up',
      registers,
    }),
    limited: new Counter({
      name: 'bulkhead_limited_total',
      help: 'What was not looked at because of a limit: requests, calls, dashboards',
      labelNames: ['what'],
      registers,
    }),
    differences: new Counter({
      name: 'bulkhead_state_differences_total',
      help: 'Times a dashboard had folded another state than the server',
      registers,
    }),
    backups: new Counter({
      name: 'bulkhead_backups_total',
      help: 'Backups by schedule: made or failed',
      labelNames: ['outcome'],
      registers,
    }),
    commitSeconds: new Histogram({
      name: 'bulkhead_commit_seconds',
      help: 'Time for one transaction, sync to disk included',
      buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1],
      registers,
    }),
    disk: ({ room, full, queued }: { room: Room; full: () => boolean; queued: () => number }): void => {
      gauge('bulkhead_free_bytes', 'Room left on the disk of the data folder', async (free) => {
        free.set((await room.freeBytes()) ?? Infinity)
      })
      gauge('bulkhead_wal_bytes', 'Part of the log that is not in its main file yet', async (wal) => {
        wal.set(await room.walBytes())
      })
      gauge('bulkhead_read_only', '1 while the disk is full and no order is taken', (readOnly) =>
        readOnly.set(Number(full())),
      )
      gauge('bulkhead_commit_queue', 'Orders and what fell due that wait to be durable', (waiting) =>
        waiting.set(queued()),
      )
    },
    unusableSnapshots: (count: () => number) =>
      gauge('bulkhead_snapshots_unusable', 'Snapshots found damaged or wrong, and not used', (snapshots) =>
        snapshots.set(count()),
      ),
    quarantined: (count: () => number) =>
      gauge('bulkhead_ships_quarantined', 'Ships whose log does not fold: they can only be read', (ships) =>
        ships.set(count()),
      ),
    shedding: (level: () => number) =>
      gauge('bulkhead_shedding', 'What is left out for want of time: 1 new dashboards, 2 orders as well', (shedding) =>
        shedding.set(level()),
      ),
    dashboards: (count: () => number) =>
      gauge('bulkhead_dashboards', 'Dashboards connected', (dashboards) => dashboards.set(count())),
    seqs: (read: () => Iterable<readonly [ship: string, seq: number]>): void => {
      new Gauge({
        name: 'bulkhead_ship_seq',
        help: "Seq of each ship's last event",
        labelNames: ['ship'],
        registers,
        collect: function () {
          for (const [ship, seq] of read()) this.set({ ship }, seq)
        },
      })
    },
    stop: () => loop.disable(),
  }
}
