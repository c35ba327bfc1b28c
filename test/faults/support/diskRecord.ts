import { readFileSync } from 'node:fs'

/** What a process asked of its disk, in the order in which it was done. */
export type DiskCall =
  | { readonly call: 'create'; readonly path: string }
  | { readonly call: 'write'; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly call: 'truncate'; readonly path: string; readonly size: number }
  | { readonly call: 'unlink'; readonly path: string }
  /** Of a file, or of a folder: then of the names in it. */
  | { readonly call: 'sync'; readonly path: string }
  /** Text appended to a file: what somebody was told meanwhile. */
  | { readonly call: 'tell'; readonly text: string }

/** strace writes every string, names too, as \x.. for each byte (`-xx`). */
const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex')
const textOf = (hex = ''): string => bytesOf(hex).toString()

const PATTERNS = {
  create: /openat\(AT_FDCWD<[^>]*>, "([^"]*)", [A-Z_|]*O_CREAT.* = \d+</,
  write: /pwrite64\(\d+<([^>]*)>, "([^"]*)", \d+, (\d+)\) += (\d+)$/,
  tell: / write\(\d+<[^>]*>, "([^"]*)", \d+\) += \d+$/,
  sync: /(?:fsync|fdatasync)\(\d+<([^>]*)>\) += 0$/,
  truncate: /ftruncate\(\d+<([^>]*)>, (\d+)\) += 0$/,
  unlink: /unlink\("([^"]*)"\) += 0$/,
} as const

const callIn = (line: string): DiskCall | null => {
  const match = (kind: keyof typeof PATTERNS) => PATTERNS[kind].exec(line)
  const write = match('write')
  if (write) {
    const [, path, hex = '', offset, length] = write
    const bytes = bytesOf(hex)
    if (bytes.length !== Number(length)) throw new Error(`Of a write of ${length} bytes ${bytes.length} were recorded`)
    return { call: 'write', path: textOf(path), offset: Number(offset), bytes }
  }
  const tell = match('tell')
  if (tell) return { call: 'tell', text: textOf(tell[1]) }
  const truncate = match('truncate')
  if (truncate) return { call: 'truncate', path: textOf(truncate[1]), size: Number(truncate[2]) }
  for (const call of ['create', 'sync', 'unlink'] as const) {
    const found = match(call)
    if (found) return { call, path: textOf(found[1]) }
  }
  return null
}

/** A call during which another thread made one stands in two lines: as it was begun, and what came of it. */
const wholeLines = (text: string): readonly string[] => {
  const begun = new Map<string, string>()
  return text.split('\n').flatMap((line) => {
    const [thread = ''] = line.split(' ', 1)
    const start = /^(.*) <unfinished \.\.\.>$/.exec(line)
    if (start) begun.set(thread, start[1] ?? '')
    const rest = /<\.\.\. \w+ resumed>(.*)$/.exec(line)
    if (rest) return `${begun.get(thread) ?? ''}${rest[1] ?? ''}`
    return start ? [] : line
  })
}

/** Reads what strace recorded. Calls that failed, or changed nothing, are left out. */
export const readDiskRecord = (file: string): readonly DiskCall[] =>
  wholeLines(readFileSync(file, 'utf8')).flatMap((line) => callIn(line) ?? [])
