/**
 * npm run soak -- [--hours H] [--rate R] [--ships N] [--dashboards N] [--leaving N]: a real server with ships under attack and
 * dashboards that come and go, for H hours of mission time at R times the speed; whether it holds on to more and more.
 * `--leaving`: how many dashboards a minute go and come.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ObservedServer, type Sample } from './observed.ts'
import { HEAD, row, verdictOf } from './table.ts'
import { ShipUnderAttack } from './underAttack.ts'
import { Visitors } from './visitors.ts'

const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '2' },
    rate: { type: 'string', default: '10' },
    ships: { type: 'string', default: '10' },
    dashboards: { type: 'string', default: '100' },
    leaving: { type: 'string', default: '10' },
  },
})
const rate = Number(values.rate)
const lastsMs = (Number(values.hours) * 3_600_000) / rate
const SAMPLES = 60

const data = mkdtempSync(join(tmpdir(), 'bulkhead-soak-'))
const observed = await ObservedServer.start(data)
const { server, port } = observed
const ships: ShipUnderAttack[] = []
for (let number = 0; number < Number(values.ships); number++)
  ships.push(await ShipUnderAttack.commission(server.url, number, rate))
const visitors = new Visitors(
  port,
  ships.map(({ id }) => id),
)
await visitors.grow(Number(values.dashboards))

console.log(
  `${ships.length} ships, mission time ${rate} times as fast, for ${(lastsMs / 60_000).toFixed(1)} min\n${HEAD}`,
)
const endMs = performance.now() + lastsMs
const over = (): boolean => performance.now() > endMs
const working = [
  ...ships.map((ship) => ship.keepDispatching(over)),
  visitors.keepChanging(60_000 / Number(values.leaving), over),
]
const samples: Sample[] = []
while (!over()) {
  await sleep(lastsMs / SAMPLES)
  const sample = await observed.sample()
  samples.push(sample)
  console.log(row(sample))
}
await Promise.all(working)

const [orders, attacks] = [
  ships.reduce((sum, { dispatcher }) => sum + dispatcher.orders, 0),
  ships.reduce((sum, { dispatcher }) => sum + dispatcher.attacks, 0),
]
const gaps = ships.reduce((sum, { dashboard }) => sum + dashboard.gaps, 0)
console.log(`\n${attacks} attacks, ${orders} orders, ${visitors.came} dashboards came, ${gaps} gaps`)
const { lines, flat } = verdictOf(samples)
console.log(lines.join('\n'))
visitors.leave()
for (const { dashboard } of ships) dashboard.close()
const ended = await server.terminate()
console.log(ended === 0 ? 'The server ended well' : `The server ended with ${ended}:\n${server.output()}`)
rmSync(data, { recursive: true, force: true })
process.exitCode = flat && gaps === 0 && ended === 0 ? 0 : 1
