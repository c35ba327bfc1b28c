import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** A folder for what is only looked at and needs no disk: in memory, where there is such a place. */
export const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
