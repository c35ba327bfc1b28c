import { setImmediate as turn } from 'node:timers/promises'
import type { App } from './http/typed.ts'
import type { Service } from './service.ts'

/** Answers still under way get so long; connections left open are then cut. */
const ANSWER_MS_MAX = 2_000
/** Whoever asked for the stop is promised an end within 5 s. */
const STOP_MS_MAX = 4_500

/** On SIGTERM or SIGINT: no more orders, what waits is written, dashboards are cut off, and the log is closed. */
export const stopOnSignals = (app: App, service: Service): void => {
  let stopping = false
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return // a terminal and npm may both send it
    stopping = true
    service.logger.info({ signal }, 'Stopping')
    setTimeout(() => process.exit(1), STOP_MS_MAX).unref()
    setTimeout(() => app.server.closeAllConnections(), ANSWER_MS_MAX).unref()
    void close(app, service).then(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** In the order in which nothing is lost. */
export const close = async (app: App, service: Service): Promise<void> => {
  await service.drain()
  await turn() // lets the answers to what was just written go out
  await app.close()
  await service.backups?.halt()
  await service.stop()
  service.metrics.stop()
  await service.writer.close()
  await service.backups?.last()
}
