/** Where in the replay an address points, `?t=754.2`: seconds since the incident began. Null: nowhere in particular. */
export const secondsIn = (search: string): number | null => {
  const text = new URLSearchParams(search).get('t')
  const seconds = Number(text)
  return text === null || text === '' || !Number.isFinite(seconds) || seconds < 0 ? null : seconds
}

/** The query of an address that points there; other parameters stay as they are. */
export const searchFor = (search: string, seconds: number): string => {
  const query = new URLSearchParams(search)
  query.set('t', String(Math.round(seconds * 10) / 10))
  return `?${query}`
}
