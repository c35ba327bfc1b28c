import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openThreadedLog } from '#db/threadedLog.ts'
import { createApp } from './app.ts'
import { commissionLibrary } from './commissioning.ts'
import { type Config, readConfig } from './config.ts'
import { coreVersion } from './coreVersion.ts'
import { libraryFolders } from './library/folders.ts'
import { faultLines, readLibrary } from './library/library.ts'
import { watchLoopDelay } from './limits/loopDelay.ts'
import { createLogger } from './logging.ts'
import { createMetrics } from './metrics.ts'
import { importFolder } from './recordings/importFolder.ts'
import { stopOnSignals } from './stopping.ts'
import { systemClock } from './systemClock.ts'

const ROOT = join(import.meta.dirname, '..')
const SCREENS = join(ROOT, 'web', 'dist')

/** Node-API 10 (Node 22.14): with less, the database driver ends the process without a word. */
const NAPI_LEAST = 10

const complain = (lines: readonly string[]): never => {
  for (const line of lines) process.stderr.write(`${line}\n`)
  process.exit(1)
}

/** Why it did not start, for whoever tried. */
const startFault = (error: unknown, { port }: Config): string => {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE')
    return `Port ${port} is taken: perhaps by another Bulkhead. Choose another one with PORT or --port`
  return error.message
}

const serve = async (config: Config): Promise<void> => {
  const logger = createLogger(config.logLevel, process.stdout.isTTY)
  const die = (error: unknown): never => {
    logger.fatal({ err: error }, 'The server cannot go on')
    process.exit(1)
  }
  process.on('uncaughtException', die)
  process.on('unhandledRejection', die)

  if (!existsSync(SCREENS)) logger.warn('The screens are not built: only the interface is served. Run npm run build')
  const clock = systemClock()
  const library = readLibrary(libraryFolders(config.data))
  const imports = importFolder(config.data)
  for (const line of [...library.faults, ...imports.faults].flatMap(faultLines)) logger.warn(line)
  const { log, writer } = await openThreadedLog(config.data, die)
  const { app, service } = await createApp({
    ...{ log, writer, clock, library, imports, logger, metrics: createMetrics(), coreVersion: coreVersion(ROOT) },
    ...{ screens: existsSync(SCREENS) ? SCREENS : null, onBroken: die },
  })
  await commissionLibrary(service, config.demo)
  watchLoopDelay((lateMs) => service.limits.overload.look(lateMs))
  stopOnSignals(app, service)
  const listenTextResolver = (url: string): string => `Bulkhead is ready: open ${url}`
  await app.listen({ host: config.host, port: config.port, listenTextResolver })
}

if (Number(process.versions.napi) < NAPI_LEAST)
  complain([`Bulkhead needs Node.js 22.18 or newer; this is ${process.version}`])

const args = process.argv.slice(2)
const config = readConfig(args[0] === 'serve' ? args.slice(1) : args, process.env)
if (!config.ok) complain(config.error)
else await serve(config.value).catch((error: unknown) => complain([startFault(error, config.value)]))
