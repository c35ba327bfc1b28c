import type { MissionClock } from '#shared/protocol/sockets.ts'

/** Mission time, whole ms, at an instant of the server's wall clock (ms since 1970). */
export const missionAt = ({ rate, at, wall }: MissionClock, wallMs: number): number =>
  at + Math.max(0, Math.floor((wallMs - Date.parse(wall)) * rate))

/** One question about the time: when it left and came back by our clock, and what the server's showed. */
export interface TimeSample {
  readonly sentMs: number
  readonly receivedMs: number
  readonly serverMs: number
}

export const roundTripMs = ({ sentMs, receivedMs }: TimeSample): number => receivedMs - sentMs

/** How far the server's clock is ahead of ours, ms, by the quickest answer; off by no more than half its round trip. */
export const offsetOf = (samples: readonly TimeSample[]): number => {
  const best = samples.toSorted((a, b) => roundTripMs(a) - roundTripMs(b))[0]
  return best ? best.serverMs - (best.sentMs + best.receivedMs) / 2 : 0
}
