/** How many of the newest are kept, and of how many days the newest of the day. */
const NEWEST = 24
const DAYS = 7

const NAME = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}\.\d{3}Z$/
/** What a backup is called while it is being made. */
const UNFINISHED = /^\d{4}-\d{2}-\d{2}T[\d.-]+Z\.part-/

/** An instant (ISO 8601) as a name: a colon is no part of one everywhere. */
export const nameOf = (wall: string): string => wall.replaceAll(':', '-')

/** Of the names in a folder for backups, those that need not be there any more. What is not one of ours is not among them. */
export const outdated = (names: readonly string[]): readonly string[] => {
  const newestFirst = names
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
  const days = new Map<string, string>()
  for (const name of newestFirst) {
    const day = name.slice(0, 'yyyy-mm-dd'.length)
    if (!days.has(day)) days.set(day, name)
  }
  const kept = new Set([...newestFirst.slice(0, NEWEST), ...[...days.values()].slice(0, DAYS)])
  return newestFirst.filter((name) => !kept.has(name))
}

/** Those that were cut short. */
export const unfinished = (names: readonly string[]): readonly string[] => names.filter((name) => UNFINISHED.test(name))
