/** Node-API 10 (Node 22.14): with less, the database driver ends the process without a word. */
const NAPI_LEAST = 10

/** Last day with fixes, of each major version that this program runs on. Source: nodejs.org/en/about/previous-releases */
const MAINTAINED_UNTIL: Readonly<Record<string, string>> = {
  22: '2027-04-30',
  23: '2025-06-01',
  24: '2028-04-30',
  25: '2026-06-01',
  26: '2029-04-30',
}

/** Why this version of Node cannot run the server; null if it can. */
export const runtimeFault = ({ napi }: NodeJS.ProcessVersions): string | null =>
  Number(napi) < NAPI_LEAST ? 'Bulkhead needs Node.js 22.18 or newer' : null

/** What whoever runs the server should know of this version of Node; null: nothing. */
export const runtimeWarning = (version: string, nowMs: number): string | null => {
  const [major = ''] = version.replace(/^v/, '').split('.')
  const until = MAINTAINED_UNTIL[major]
  const isOver = until !== undefined && nowMs > Date.parse(until)
  return isOver ? `Node.js ${version} gets no security fixes since ${until}. Use a newer one` : null
}
