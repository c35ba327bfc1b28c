import type { Down, Problem, Up } from '#shared/protocol/sockets.ts'

export type Call = keyof Up
export type Asked<C extends Call> = Parameters<Up[C]>[0]
export type AnswerTo<C extends Call> = Parameters<Parameters<Up[C]>[1]>[0]

/** One connection to the server. It never keeps anything for later: what can't be sent now is not sent. */
export interface Wire {
  readonly connected: boolean
  /** The answer, or null if there is no link or no answer came in time: nobody knows then whether it arrived. */
  ask<C extends Call>(call: C, asked: Asked<C>): Promise<AnswerTo<C> | null>
  /** Gives up this connection and makes a new one. */
  restart(): void
  close(): void
}

export interface WireListener {
  connected(): void
  lost(): void
  /** The server will not have us, and said why. */
  turnedAway(problem: Problem): void
  events: Down['events']
  clock: Down['clock']
  presence: Down['presence']
  head: Down['head']
  service: Down['service']
  access: Down['access']
}

export type OpenWire = (listener: WireListener) => Wire
