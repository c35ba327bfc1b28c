const REMINDER_MS = 10_000

/**
 * Progress goes to stderr: what a command line prints on stdout stays clean for the next program.
 * @param {string} text
 */
export const say = (text) => process.stderr.write(`${text}\n`)

/** @param {number} startedMs */
export const secondsSince = (startedMs) => `${((Date.now() - startedMs) / 1000).toFixed(1)} s`

/**
 * A step long enough to need words: says what begins, that it still lives, and how it ended.
 * @param {string} what
 * @param {() => Promise<{ ok: boolean, output: string }>} work
 */
export const step = async (what, work) => {
  const startedMs = Date.now()
  say(`${what} …`)
  const reminder = setInterval(() => say(`  … still at it (${secondsSince(startedMs)})`), REMINDER_MS)
  const { ok, output } = await work()
  clearInterval(reminder)
  if (!ok) say(output.trimEnd())
  say(`  ${ok ? 'done' : 'failed'} in ${secondsSince(startedMs)}`)
  return ok
}

/**
 * A message nobody should overlook.
 * @param {string[]} lines
 */
export const box = (lines) => {
  const width = Math.max(...lines.map((line) => line.length))
  const edge = '═'.repeat(width + 2)
  say([`╔${edge}╗`, ...lines.map((line) => `║ ${line.padEnd(width)} ║`), `╚${edge}╝`].join('\n'))
}
