import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Dice, diceFor } from '#shared/dice.ts'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { faultsIn, readTold } from './support/acknowledged.ts'
import { report, sized } from './support/goal.ts'
import { inLanes } from './support/lanes.ts'
import { ended, startStore, startStoreUnder, STRACE } from './support/strace.ts'

const KILLS = sized({ ci: 300, release: 3_000 })
/** Of one log, between two looks at all of it: each start has to recover what the kill before left. */
const KILLS_A_LOG = 10
/** More than anybody waits for. */
const FOR_EVER = 1e6
/** A start makes some sixty writes, a batch about ten. */
const WRITES_MAX = 250
const SYNCS_MAX = 30
const ALIVE_MS_MAX = 60
/** A kill takes a quarter of a second; on a machine that is busy with other things, much more. */
const SLOW_MACHINE = { timeout: KILLS * 3_000 }

/** Kills it just before one of its writes or syncs: of a transaction only a part is there. */
const killInACall = async (folder: string, dice: Dice): Promise<void> => {
  const calls = dice.chance(0.8) ? 'pwrite64' : 'fsync'
  const when = dice.whole(1, calls === 'pwrite64' ? WRITES_MAX : SYNCS_MAX)
  await ended(startStoreUnder({ folder, sessions: 1, batches: FOR_EVER }, { calls, as: 'signal=SIGKILL', when }))
}

const killAtAnyTime = async (folder: string, dice: Dice): Promise<void> => {
  const child = startStore({ folder, sessions: 1, batches: FOR_EVER })
  await opened(child)
  await sleep(dice.between(0, ALIVE_MS_MAX))
  child.kill('SIGKILL')
  await ended(child)
}

const opened = (child: ChildProcess): Promise<unknown> =>
  Promise.race([child.stdout ? once(child.stdout, 'data') : null, once(child, 'exit')])

const acknowledgedIn = (folder: string): readonly string[] =>
  readTold(folder)
    .filter(({ outcome }) => outcome === 'ok')
    .map(({ id }) => id)

test.skipIf(!STRACE)(`a store killed ${KILLS} times loses nothing it acknowledged`, SLOW_MACHINE, async () => {
  const startedMs = performance.now()
  const folders = Array.from({ length: KILLS / KILLS_A_LOG }, () => temporaryFolder())
  const logs = await inLanes(folders.length, async (number) => {
    const folder = folders[number] ?? ''
    const dice = diceFor(number, 'kills', Date.now())
    for (let kill = 0; kill < KILLS_A_LOG; kill++)
      await (dice.chance(0.4) ? killInACall(folder, dice) : killAtAnyTime(folder, dice))
    const acknowledged = acknowledgedIn(folder)
    return { acknowledged: acknowledged.length, faults: faultsIn(folder, acknowledged) }
  })
  const faults = logs.flatMap((log) => log.faults)
  for (const fault of faults.slice(0, 5)) console.log(fault)
  const acknowledged = logs.reduce((sum, log) => sum + log.acknowledged, 0)
  expect(acknowledged).toBeGreaterThan(KILLS)
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(0)
  report({
    ...{ goal: 'G2', name: 'kills of the store, writes torn', target: `${KILLS} kills, 0 faults` },
    value: `${KILLS} kills, ${acknowledged} acknowledged, ${faults.length} faults, ${seconds} s`,
    pass: faults.length === 0,
  })
})
