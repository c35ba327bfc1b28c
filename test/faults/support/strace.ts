import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { logFiles, LOG_FILE } from '#db/sqliteLog.ts'
import { COMPILE_CACHE } from '../../support/serverProcess.ts'
import { ACKNOWLEDGED } from './acknowledged.ts'

/** The tracer that was found; without one the tests that need it skip themselves. */
export const STRACE = process.env.STRACE ?? ''

const CHILD = join(import.meta.dirname, 'storeChild.ts')

export interface StoreRun {
  readonly folder: string
  readonly sessions: number
  readonly batches: number
  /** By the thread that opens the log (if nothing is said), by one of its own as a server does, or without a sync at each commit. */
  readonly writing?: 'direct' | 'threaded' | 'relaxed'
}

const QUIET = { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...COMPILE_CACHE } } satisfies SpawnOptions

const childArgs = ({ folder, sessions, batches, writing = 'direct' }: StoreRun): readonly string[] => [
  ...[CHILD, folder, String(sessions), String(batches), writing],
]

/** Only what touches the log itself, so that the N-th call is the log's N-th. */
const pathsOf = (folder: string): readonly string[] => {
  const log = join(folder, LOG_FILE)
  return [...logFiles(log).filter((path) => !path.endsWith('-shm')), `${log}-journal`, folder]
}

const onlyPaths = (paths: readonly string[]): readonly string[] => paths.flatMap((path) => ['-P', path])

/** A store at work. */
export const startStore = (run: StoreRun): ChildProcess => spawn(process.execPath, [...childArgs(run)], QUIET)

/** What happens to which calls: `calls` one or several, `as` and `when` as strace takes them. */
export interface Injection {
  readonly calls: string
  readonly as: string
  readonly when: number
}

/** A store at work of which one call goes otherwise than asked. */
export const startStoreUnder = (run: StoreRun, { calls, as, when }: Injection): ChildProcess => {
  // Without --seccomp-bpf: with it, strace 6.1 lets a call pass in which it should have sent a signal.
  const tracing = ['-f', '-o', '/dev/null', ...onlyPaths(pathsOf(run.folder)), '-e', `trace=${calls}`]
  const inject = ['-e', `inject=${calls}:${as}:when=${when}`]
  return spawn(STRACE, [...tracing, ...inject, process.execPath, ...childArgs(run)], QUIET)
}

const everyFails = (folder: string, calls: string): readonly string[] => [
  ...['-f', '-o', '/dev/null', ...onlyPaths(pathsOf(folder)), '-e', `trace=${calls}`],
  ...['-e', `inject=${calls}:error=EIO:when=1+`],
]

/** From now on every such call that a server makes on its log fails. Ends with the server. */
export const failFromNowOn = async (pid: number, folder: string, calls: string): Promise<void> => {
  const tracer = spawn(STRACE, ['-p', String(pid), ...everyFails(folder, calls)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  for await (const said of tracer.stderr) if (String(said).includes('attached')) return
  throw new Error('The tracer took no hold of the server')
}

/** A server on a disk on which every such call fails from the beginning: its exit status, and what it said. */
export const serveOnFailing = async (
  folder: string,
  calls: string,
): Promise<{ status: number | null; said: string }> => {
  const env = {
    ...process.env,
    ...COMPILE_CACHE,
    BULKHEAD_DATA: folder,
    BULKHEAD_DEMO: 'off',
    PORT: '0',
    LOG_LEVEL: 'warn',
  }
  const traced = [...everyFails(folder, calls), process.execPath, 'server/main.ts']
  const server = spawn(STRACE, traced, { stdio: ['ignore', 'pipe', 'pipe'], env })
  let said = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
  return { status: await ended(server), said }
}

const RECORDED = 'openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink'
/** No write of the log is longer. */
const BYTES_MAX = 1 << 20

/** Lets a store work to its end, and records what it asks of the disk, and when it acknowledges, in the file `record`. */
export const recordStore = async (run: StoreRun, record: string): Promise<void> => {
  const paths = onlyPaths([...pathsOf(run.folder), join(run.folder, ACKNOWLEDGED)])
  const tracing = ['-f', '--seccomp-bpf', '-y', '-xx', '-s', String(BYTES_MAX), '-o', record, ...paths]
  const child = spawn(STRACE, [...tracing, '-e', `trace=${RECORDED}`, process.execPath, ...childArgs(run)], QUIET)
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`The store ended with ${code}`)
}

export const ended = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}
