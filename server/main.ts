import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { memoryAccess } from '#db/memoryAccess.ts'
import { openSqliteAccess } from '#db/sqliteAccess.ts'
import { roomIn } from '#db/room.ts'
import { openThreadedLog } from '#db/threadedLog.ts'
import { accessFor } from './access/settings.ts'
import { createApp } from './app.ts'
import { takeInProcess } from './backups/inProcess.ts'
import { BackupSchedule } from './backups/schedule.ts'
import { commissionLibrary } from './commissioning.ts'
import { type Config, readConfig } from './config.ts'
import { coreVersion } from './coreVersion.ts'
import type { App } from './http/typed.ts'
import { libraryFolders } from './library/folders.ts'
import { faultLines, type FileFault, readLibrary } from './library/library.ts'
import { watchLoopDelay } from './limits/loopDelay.ts'
import { createLogger } from './logging.ts'
import { createMetrics } from './metrics.ts'
import { importFolder } from './recordings/importFolder.ts'
import { runtimeFault, runtimeWarning } from './runtime.ts'
import type { Parts } from './parts.ts'
import type { Service } from './service.ts'
import { startFault, tryTheDisk } from './starting.ts'
import { stopOnSignals } from './stopping.ts'
import { systemClock } from './systemClock.ts'
import { welcomeLines } from './welcome.ts'

const ROOT = join(import.meta.dirname, '..')
const SCREENS = join(ROOT, 'web', 'dist')

const complain = (lines: readonly string[]): never => {
  for (const line of lines) process.stderr.write(`${line}\n`)
  process.exit(1)
}

/** Never through the logger: its lines are kept. */
const welcome = ({ server }: App, { access }: Service): void => {
  const addresses = access.addresses((server.address() as AddressInfo).port)
  for (const line of welcomeLines(addresses, access.startLink())) process.stderr.write(`${line}\n`)
}

const backupsOf = (
  { backups: folder, data }: Config,
  means: Pick<Parts, 'clock' | 'logger' | 'metrics'>,
): BackupSchedule | null =>
  folder === null ? null : new BackupSchedule({ folder, take: (target) => takeInProcess(data, target), ...means })

const serve = async (config: Config): Promise<void> => {
  const logger = createLogger(config.logLevel, process.stdout.isTTY)
  const die = (error: unknown): never => {
    logger.fatal({ err: error }, 'The server cannot go on')
    process.exit(1)
  }
  process.on('uncaughtException', die)
  process.on('unhandledRejection', die)

  const outOfDate = runtimeWarning(process.version, Date.now())
  if (outOfDate !== null) logger.warn(outOfDate)
  if (!existsSync(SCREENS)) logger.warn('The screens are not built: only the interface is served. Run npm run build')
  const clock = systemClock()
  const library = readLibrary(libraryFolders(config.data))
  const imports = importFolder(config.data)
  const tellOf = (faults: readonly FileFault[]): void => {
    for (const line of faults.flatMap(faultLines)) logger.warn(line)
  }
  tellOf(library.faults)
  const metrics = createMetrics()
  const { log, writer } = await openThreadedLog(config.data, die)
  await tryTheDisk(writer)
  const backups = backupsOf(config, { clock, logger, metrics })
  const { app, service } = await createApp({
    ...{ log, writer, room: roomIn(config.data), clock, library, imports, logger },
    ...{ metrics, backups, coreVersion: coreVersion(ROOT) },
    ...{ screens: existsSync(SCREENS) ? SCREENS : null, tls: config.tls, onBroken: die },
    access: accessFor(config, config.access === 'open' ? memoryAccess() : openSqliteAccess(config.data), clock),
  })
  await commissionLibrary(service, config.demo)
  void backups?.start()
  watchLoopDelay((lateMs) => service.limits.overload.look(lateMs))
  stopOnSignals(app, service)
  const listenTextResolver = (url: string): string =>
    `Bulkhead is ready: open ${config.tls ? url.replace('http:', 'https:') : url}`
  await app.listen({ host: config.host, port: config.port, listenTextResolver })
  if (config.access === 'guarded') welcome(app, service)
  tellOf(await imports.faults())
}

const unfit = runtimeFault(process.versions)
if (unfit !== null) complain([`${unfit}; this is ${process.version}`])

const args = process.argv.slice(2)
const config = readConfig(args[0] === 'serve' ? args.slice(1) : args, process.env)
if (!config.ok) complain(config.error)
else await serve(config.value).catch((error: unknown) => complain([startFault(error, config.value)]))
