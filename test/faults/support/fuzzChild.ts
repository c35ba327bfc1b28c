import { argv } from 'node:process'
import { diceFor } from '#shared/dice.ts'
import { fuzz } from './fuzz.ts'
import { TARGETS } from './fuzzTargets.ts'

/** One target, for so many ms, from a seed; says what came of it as JSON. A process of its own: an input may end it. */
const [, , name = '', forMs = '1000', seed = '0'] = argv
const target = TARGETS[name]?.()
if (!target) throw new Error(`There is no target ${name}`)
const fuzzed = await fuzz(target, Number(forMs), diceFor(Number(seed), name, 0))
process.stdout.write(JSON.stringify(fuzzed), () => process.exit(0))
