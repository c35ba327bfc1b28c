/** Lengths of time and instants of a mission as one reads them on a board. All take ms; a part of a second is dropped. */

const two = (value: number): string => String(value).padStart(2, '0')

const split = (ms: number) => {
  const whole = Math.max(0, Math.floor(ms / 1000))
  return { hours: Math.floor(whole / 3600), minutes: Math.floor(whole / 60) % 60, seconds: whole % 60 }
}

/** `04:10`; from an hour on `1:04:10`. */
export const clockText = (ms: number): string => {
  const { hours, minutes, seconds } = split(ms)
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds)}`
}

/** `T+00:14:22`, the mission clock; `T−…` before the incident. */
export const missionText = (ms: number): string => {
  const { hours, minutes, seconds } = split(Math.abs(ms))
  return `T${ms <= -1000 ? '−' : '+'}${two(hours)}:${two(minutes)}:${two(seconds)}`
}

/** `1 h 4 min`, `12 min 34 s`, `7 s`: for a voice, and where there is room. */
export const spokenTime = (ms: number): string => {
  const { hours, minutes, seconds } = split(ms)
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`
  if (minutes > 0) return seconds > 0 ? `${minutes} min ${seconds} s` : `${minutes} min`
  return `${seconds} s`
}
