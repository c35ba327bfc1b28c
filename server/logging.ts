import { escaped } from '#shared/schema/plain.ts'
import pino, { type Logger } from 'pino'

/**
 * One JSON object a line, for whoever collects logs; for a person at a terminal the same, readable. Written at once, so
 * that the last line before a crash is there. Nothing that was sent in is logged, only what the server says of it.
 */
export const createLogger = (level: string, forPeople: boolean): Logger =>
  pino(
    { level, base: null },
    forPeople ? { write: (line) => process.stdout.write(readable(line)) } : pino.destination(1),
  )

const readable = (line: string): string => {
  const { level, time, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown>
  const clock = new Date(Number(time)).toISOString().slice(11, 19)
  const label = (pino.levels.labels[Number(level)] ?? '').padEnd(5)
  const details = Object.entries(rest).map(([name, value]) => `${name}=${words(value)}`)
  const trace = hasStack(err) ? `\n${err.stack}` : ''
  return `${[clock, label, words(msg), ...details].join('  ')}${trace}\n`
}

/** As JSON escapes what a terminal would act on, so is it here. */
const words = (value: unknown): string => escaped(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

const hasStack = (error: unknown): error is { stack: string } =>
  typeof error === 'object' && error !== null && 'stack' in error
