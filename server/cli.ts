import { yieldToOthers } from './yieldToOthers.ts'

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

type Command = (args: readonly string[], env: NodeJS.ProcessEnv) => boolean | Promise<boolean>

/** Each loads what it needs, and nothing of the others. */
const COMMANDS = new Map<string, () => Promise<Command>>([
  ['simulate', async () => (await import('./commandLine/simulate.ts')).simulateCommand],
  ['validate', async () => (await import('./commandLine/validate.ts')).validateCommand],
  ['export', async () => (await import('./commandLine/export.ts')).exportCommand],
  ['import', async () => (await import('./commandLine/import.ts')).importCommand],
  ['verify', async () => (await import('./commandLine/verify.ts')).verifyCommand],
  ['backup', async () => (await import('./commandLine/backup.ts')).backupCommand],
  ['restore', async () => (await import('./commandLine/restore.ts')).restoreCommand],
])

/** Runs a command, and ends with 0 only if it did what it says. */
const run = async (name: string, args: readonly string[]): Promise<boolean> => {
  if (name === 'serve') {
    await import('./main.ts')
    return true
  }
  const load = COMMANDS.get(name)
  if (load) {
    yieldToOthers() // a server may be running
    return (await load())(args, process.env)
  }
  process.stderr.write(`${USAGE}\n`)
  return false
}

const [name = '', ...args] = process.argv.slice(2)
try {
  if (!(await run(name, args))) process.exitCode = 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
