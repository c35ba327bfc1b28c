import { spawnSync } from 'node:child_process'
import { aptInstall, canInstall } from './apt.mjs'
import { box, step } from './say.mjs'

/** It must be there, and be let: many a container forbids one process to trace another. */
const traces = () => spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0

/** The tracer for the tests of faults, by which system calls are recorded and made to fail; undefined without one. */
export const findStrace = () => (process.platform === 'linux' && traces() ? 'strace' : undefined)

/** Sees to it that there is one if this machine lets us; says so loudly if not. */
export const ensureStrace = async () => {
  if (findStrace()) return
  if (canInstall()) await step('Installing strace with apt-get (once, a few seconds)', () => aptInstall('strace'))
  if (!findStrace())
    box([
      'NO STRACE: the tests of power cuts and of disks that fail will be SKIPPED.',
      'Install strace (Linux), and let processes trace each other: a container needs --cap-add=SYS_PTRACE.',
    ])
}
