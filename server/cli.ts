import { backupCommand } from './commandLine/backup.ts'
import { exportCommand } from './commandLine/export.ts'
import { importCommand } from './commandLine/import.ts'
import { restoreCommand } from './commandLine/restore.ts'
import { simulateCommand } from './commandLine/simulate.ts'
import { validateCommand } from './commandLine/validate.ts'
import { verifyCommand } from './commandLine/verify.ts'

const USAGE = `npm run bulkhead -- serve [--host H] [--port N] [--data FOLDER] [--demo on|off] [--log-level L]
                         [--access auto|guarded] [--hosts NAMES] [--proxy ADDRESSES] [--tls-cert FILE --tls-key FILE]
                         [--backups FOLDER]
                   simulate SCENARIO|FILE [--seed N] [--policy none|nearest] [--json]
                   validate FILE [--json]
                   export INCIDENT [FILE] [--sight truth|known]
                   import FILE
                   verify [FILE] [--json]
                   backup FOLDER
                   restore FOLDER`

/** Runs a command, and ends with 0 only if it did what it says. */
const run = async (command: string | undefined, args: readonly string[]): Promise<boolean> => {
  switch (command) {
    case 'serve':
      await import('./main.ts')
      return true
    case 'simulate':
      return simulateCommand(args, process.env)
    case 'validate':
      return validateCommand(args, process.env)
    case 'export':
      return exportCommand(args, process.env)
    case 'import':
      return importCommand(args, process.env)
    case 'verify':
      return verifyCommand(args, process.env)
    case 'backup':
      return backupCommand(args, process.env)
    case 'restore':
      return restoreCommand(args, process.env)
    default:
      process.stderr.write(`${USAGE}\n`)
      return false
  }
}

const [command, ...args] = process.argv.slice(2)
try {
  if (!(await run(command, args))) process.exitCode = 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
