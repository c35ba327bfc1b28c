/** Where in the replay an address points, `?t=754.2`: seconds since the incident began. Null: nowhere in particular. */
export const secondsIn = (query: URLSearchParams): number | null => {
  const text = query.get('t')
  const seconds = Number(text)
  return text === null || text === '' || !Number.isFinite(seconds) || seconds < 0 ? null : seconds
}

/** The query of an address that points there; other parameters stay as they are. */
export const searchFor = (query: URLSearchParams, seconds: number): string => {
  const other = new URLSearchParams(query)
  other.set('t', String(rounded(seconds)))
  return `?${other}`
}

/** To the tenth of a second that an address holds. */
export const rounded = (seconds: number): number => Math.round(seconds * 10) / 10
