import { type Static, type TSchema } from 'typebox'
import type { Problem } from '#shared/protocol/sockets.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { compiled } from '#shared/schema/compiled.ts'
import { type FileProblem, shapeProblems } from '#shared/schema/problems.ts'
import { problem } from '../problem.ts'
import { isDeeperThan } from './depth.ts'

/** Deeper than anything of ours, and shallow enough for whoever walks it by recursion. */
const LEVELS_MOST = 32

/** Makes of a schema what reads a value from outside: as what it is, or everything that is wrong with it. */
export const reader = <Schema extends TSchema>(schema: Schema, what: string) => {
  const validator = compiled(schema)
  return (sent: unknown): Result<Static<Schema>, Problem> => {
    if (isDeeperThan(sent, LEVELS_MOST)) return err(malformed(what, [TOO_DEEP]))
    return validator().Check(sent) ? ok(sent) : err(malformed(what, shapeProblems(validator(), sent)))
  }
}

export const malformed = (what: string, problems: readonly FileProblem[]): Problem =>
  problem('Malformed', [`This is not ${what}`, ...problems.slice(0, IN_WORDS_MOST).map(inWords)].join('; '), {
    problems,
  })

const TOO_DEEP: FileProblem = { path: '$', expected: `at most ${LEVELS_MOST} levels`, found: 'more' }

/** How many of the faults the words name; the member `problems` has them all. */
const IN_WORDS_MOST = 3

const inWords = ({ path, expected, found }: FileProblem): string => `at ${path}: expected ${expected}, found ${found}`
