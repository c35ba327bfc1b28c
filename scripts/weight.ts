/**
 * Weighs what a browser fetches, as it travels: text gzipped, fonts as they are. First what it needs before the board
 * stands, with the ship, her figures, alarms, crews and systems; then what follows once the page is idle.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Manifest } from 'vite'
import { root } from './setup/process.mjs'

/** Bytes. `idle` is not part of the first load: the board's lower panels and what opens on it. Invented; it keeps them small. */
export const BUDGETS = { script: 60_000, all: 90_000, idle: 40_000 } as const

const dist = join(root, 'web', 'dist')
const page = 'index.html'

/** Every file the page's entry needs at once: its chunk, those it imports, and their styles. */
const neededAtOnce = (manifest: Manifest, key = page, files = new Set<string>()): Set<string> => {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`The build has no ${key}`)
  if (files.has(chunk.file)) return files
  files.add(chunk.file)
  for (const style of chunk.css ?? []) files.add(style)
  for (const imported of chunk.imports ?? []) neededAtOnce(manifest, imported, files)
  return files
}

/** What the board fetches by itself once it stands (by `soon`); all else comes when somebody asks for it. */
const FETCHED_WHEN_IDLE = [
  'src/console/Overlay.svelte',
  'src/panels/AlarmSound.svelte',
  'src/panels/Casualties.svelte',
  'src/panels/LogTail.svelte',
  'src/panels/ProfileCrews.svelte',
]

const neededWhenIdle = (manifest: Manifest, atOnce: ReadonlySet<string>): ReadonlySet<string> => {
  const files = FETCHED_WHEN_IDLE.flatMap((key) => [...neededAtOnce(manifest, key)])
  return new Set(files.filter((file) => !atOnce.has(file)))
}

/** Fonts a stylesheet makes the browser fetch for English text: faces without a range, or with A to Z in it. */
const fontsIn = (css: string) =>
  [...css.matchAll(/@font-face\s*{[^}]*}/g)]
    .map(([face]) => face)
    .filter((face) => !face.includes('unicode-range') || /U\+(\?\?|0{1,4}-(00)?[0-9a-f]{2}\b)/i.test(face))
    .flatMap((face) => [...face.matchAll(/url\(["']?\/?([^"')]+\.woff2)/g)].map(([, file]) => file ?? ''))

const read = (file: string) => readFileSync(join(dist, file))

const travelBytes = (file: string) => (file.endsWith('.woff2') ? read(file).length : gzipSync(read(file)).length)

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(6)} kB`

/** What the page names and the build has not: a browser would ask for it in vain. */
const namedInVain = () =>
  [
    ...read(page)
      .toString()
      .matchAll(/\s(?:href|src)="([^"]+)"/g),
  ]
    .map(([, named = '']) => named)
    .filter((named) => !existsSync(join(dist, named)))

interface Weight {
  readonly rows: readonly { readonly file: string; readonly bytes: number }[]
  readonly bytes: Readonly<Record<keyof typeof BUDGETS, number>>
}

/** Of the page as it was built last. */
export const weightOfPage = (): Weight => {
  const manifest = JSON.parse(read(join('.vite', 'manifest.json')).toString()) as Manifest
  const atOnce = neededAtOnce(manifest)
  const linked = [...atOnce]
  const fonts = linked.filter((file) => file.endsWith('.css')).flatMap((file) => fontsIn(read(file).toString()))
  const icon = existsSync(join(dist, 'favicon.svg')) ? ['favicon.svg'] : []
  const rows = [page, ...linked, ...fonts, ...icon].map((file) => ({ file, bytes: travelBytes(file) }))
  const sum = (of: typeof rows) => of.reduce((total, { bytes }) => total + bytes, 0)
  const idle = [...neededWhenIdle(manifest, atOnce)].reduce((total, file) => total + travelBytes(file), 0)
  return { rows, bytes: { script: sum(rows.filter(({ file }) => file.endsWith('.js'))), all: sum(rows), idle } }
}

/** Prints a line a file and the sums. */
export const weigh = () => {
  if (!existsSync(join(dist, page))) return { ok: false, output: 'There is no built page to weigh.' }
  const vain = namedInVain()
  if (vain.length > 0) return { ok: false, output: `The page names what is not there: ${vain.join(', ')}` }
  const { rows, bytes } = weightOfPage()
  const table = [
    ...rows.map((row) => `${kilobytes(row.bytes)}  ${row.file}`),
    `${kilobytes(bytes.script)}  scripts, of ${BUDGETS.script / 1000} kB`,
    `${kilobytes(bytes.all)}  all, of ${BUDGETS.all / 1000} kB, before the board stands`,
    `${kilobytes(bytes.idle)}  more once the page is idle, of ${BUDGETS.idle / 1000} kB`,
  ]
  console.log(table.join('\n'))
  const ok = (['script', 'all', 'idle'] as const).every((part) => bytes[part] <= BUDGETS[part])
  return { ok, output: 'Over budget: load later what the first screen does not show.' }
}

if (import.meta.main) process.exitCode = weigh().ok ? 0 : 1
