import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { LOG_FILE } from '#db/sqliteLog.ts'
import { type Verdict, verifyLog } from '#db/verify.ts'
import { escaped } from '#shared/schema/plain.ts'
import { dataFolder } from '../config.ts'
import { faultLine, shipLines } from './verdictLines.ts'

const OPTIONS = { json: { type: 'boolean', default: false } } as const

/** Looks a whole log over, that of the data folder or another file; true if it is as it was written. A server may be using it. */
export const verifyCommand = (args: readonly string[], env: NodeJS.ProcessEnv): boolean => {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const [file = join(dataFolder(env), LOG_FILE), ...rest] = positionals
  if (rest.length > 0) throw new Error('verify takes one file, or none for the log of the data folder')
  const verdict = verifyLog(file)
  const intact = verdict.faults.length === 0
  if (values.json) process.stdout.write(`${JSON.stringify({ file, intact, ...verdict })}\n`)
  else for (const line of linesOf(file, verdict)) process.stdout.write(`${line}\n`)
  return intact
}

const linesOf = (file: string, verdict: Verdict): readonly string[] => [
  ...[...shipLines(verdict), ...verdict.faults.map(faultLine)].map(escaped), // the file may be anybody's
  verdict.faults.length === 0 ? `${file} is as it was written` : `${file} is not as it was written`,
]
