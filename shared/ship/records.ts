/** Copy-on-write for the sparse records a ship is made of. Assigned after the copy: a literal with a computed key is slower. */
export const put = <Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
  value: Value,
): Record<string, Value> => {
  const copy = { ...record }
  copy[key] = value
  return copy
}

export const without = <Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
): Readonly<Record<string, Value>> => {
  if (!(key in record)) return record
  const { [key]: _gone, ...rest } = record
  return rest
}

/** What an order names may be anything: only a record's own entries count, not what every object inherits. */
export const own = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

/** The value that must be there: an event names it, so its absence is a bug and not a refusal. */
export const known = <Value>(value: Value | undefined, what: string): Value => {
  if (value === undefined) throw new Error(`no such thing: ${what}`)
  return value
}

/**
 * A function of something that never changes, which keeps its answers: what the same object comes to is the same for good.
 * For what lives long; to enter something into a weak map, and to clear it out, takes about a microsecond.
 */
export const remembered = <Key extends object, Value extends object | number | null>(
  work: (key: Key) => Value,
): ((key: Key) => Value) => {
  const results = new WeakMap<Key, Value>()
  return (key) => {
    const before = results.get(key)
    if (before !== undefined) return before
    const result = work(key)
    results.set(key, result)
    return result
  }
}

/** The same, keeping the last answer only: for what is asked over and over of one object before the next takes its place. */
export const rememberedLast = <Key extends object, Value>(work: (key: Key) => Value): ((key: Key) => Value) => {
  let last: { readonly key: Key; readonly value: Value } | null = null
  return (key) => {
    if (last?.key !== key) last = { key, value: work(key) }
    return last.value
  }
}
