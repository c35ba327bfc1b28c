const two = (value: number): string => String(value).padStart(2, '0')

/** A span of mission time: "04:10", or "1:04:10" from an hour on. */
export const span = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`
}

/** What is left until an instant, never below nothing; rounded up, so that 00:00 is there and not almost there. */
export const left = (untilMs: number, at: number): string => span(Math.ceil(Math.max(0, untilMs - at) / 1000) * 1000)

/** Mission time since an instant: "T+00:14:22"; before it "T−00:00:05". */
export const sinceStart = (at: number, startedAt: number): string => {
  const seconds = Math.floor(Math.abs(at - startedAt) / 1000)
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
  return `T${at < startedAt ? '−' : '+'}${clock}`
}

export const percent = (value: number): string => `${Math.floor(value)} %`
export const kilopascals = (kpa: number): string => `${Math.round(kpa)} kPa`
/** To one decimal place, as ships keep them. */
export const stardate = (value: number): string => (Math.floor(value * 10) / 10).toFixed(1)

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
