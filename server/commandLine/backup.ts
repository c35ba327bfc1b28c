import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { LOG_FILE } from '#db/sqliteLog.ts'
import { backUp } from '../backups/backUp.ts'
import { dataFolder } from '../config.ts'
import { copiedLines, faultLine } from './verdictLines.ts'

/** Copies the data folder, log and all, into a new one; true once it is there, and its log as it was written. A server may be running. */
export const backupCommand = async (args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> => {
  const [target, ...rest] = args
  if (target === undefined || rest.length > 0) throw new Error('backup takes one folder, which it makes')
  const data = dataFolder(env)
  if (!existsSync(join(data, LOG_FILE))) throw new Error(`There is no log in ${data}`)
  if (existsSync(target)) throw new Error(`There already is ${target}`)
  const copied = await backUp(data, resolve(target))
  const { faults } = copied.verdict
  for (const fault of faults) process.stderr.write(`${faultLine(fault)}\n`)
  if (faults.length > 0) throw new Error(`The log in ${data} is not as it was written: nothing was kept`)
  for (const line of copiedLines(copied)) process.stdout.write(`${line}\n`)
  process.stdout.write(`${target} is a backup of ${data}\n`)
  return true
}
