export type AlarmPriority = 'critical' | 'warning' | 'caution' | 'advisory'
export type AlarmState = 'unacknowledged' | 'acknowledged' | 'returned'
export type AlarmCause =
  | 'breach'
  | 'thin-air'
  | 'field-failed'
  | 'system'
  | 'casualties'
  | 'passage'
  | 'power'
  | 'crew'
  | 'fire'
  | 'leak'
  | 'trapped'
  | 'core'
  | 'hull-strain'
  | 'fatigue'
  | 'supply'
  | 'report'
  | 'beds'
export interface Alarm {
  /** Place and cause: one alarm for each. */
  readonly id: string
  readonly priority: AlarmPriority
  readonly state: AlarmState
  readonly compartment: string | null
  readonly cause: AlarmCause
  /** The system, crew or passage it is about, if it is about one. */
  readonly subject: string | null
  /** When it was raised last: first, or again because it had come back or grown worse. */
  readonly raisedAt: number
  /** The event since which it has stood without a break: what tells first from next at the same instant. */
  readonly sinceSeq: number
  readonly hit: string | null
  /** Put aside for a while, by order. */
  readonly shelved: Shelf | null
  /** Its sound is silenced until then; being raised again ends that. */
  readonly silencedUntil: number | null
}

export interface Shelf {
  readonly until: number
  readonly reason: string
}

/** What the alarms have been like, for flood mode, sound and figures. */
export interface AlarmRecord {
  /** When the alarms of the last minute were raised, oldest first. */
  readonly recent: readonly number[]
  /** Since when there is a flood. */
  readonly floodSince: number | null
  readonly raised: number
  readonly floods: number
  readonly mostInMinute: number
  /** Alarms that wait for their acknowledgement, returned ones included. */
  readonly unacknowledged: number
  readonly mostUnacknowledged: number
  /** How often each was raised. */
  readonly counts: Readonly<Record<string, number>>
  /** By hit, the first alarm that it raised. */
  readonly firstOut: Readonly<Record<string, string>>
}
