import { explain } from '#shared/ship/explain.ts'
import type { Role } from '#shared/ship/events.ts'
import type { Rejection } from '#shared/ship/rejections.ts'
import type { Problem } from '#shared/protocol/sockets.ts'

/** What can go wrong before or after the core has its say; the core's own refusals are in `rejections.ts`. */
export type ServerCode =
  | 'Malformed'
  | 'UnknownShip'
  | 'UnknownIncident'
  | 'UnknownRole'
  | 'NotFound'
  | 'NotPermitted'
  | 'SignedOut'
  | 'InviteUnusable'
  | 'WaitingForAdmission'
  | 'UnknownSession'
  | 'Busy'
  | 'Overloaded'
  | 'Expired'
  | 'ScenarioDoesNotFit'
  | 'RecordingUnusable'
  | 'TooLarge'
  | 'ShipExists'
  | 'HostNotAllowed'
  | 'OriginNotAllowed'
  | 'CommandIdReused'
  | 'Quarantined'
  | 'Draining'
  | 'LogFull'
  | 'Failed'

export const problem = (
  code: ServerCode,
  detail: string,
  members: Readonly<Record<string, unknown>> = {},
): Problem => ({
  ...members,
  code,
  detail: detail.endsWith('.') ? detail : `${detail}.`,
})

export const refusal = (rejection: Rejection): Problem => ({ ...rejection, detail: explain(rejection) })

export const notPermitted = (role: Role, order: string): Problem =>
  problem('NotPermitted', `The role ${role} may not order ${order}`, { role, order })

export const NO_ROOM = problem(
  'LogFull',
  'The disk is full: the order was not carried out. Give it again once there is room',
)

export const shipExists = (ship: string): Problem => problem('ShipExists', `There already is a ship ${ship}`, { ship })

export const unknownShip = (ship: string): Problem => problem('UnknownShip', `There is no ship ${ship}`, { ship })

const STATUS: Readonly<Record<string, number>> = {
  Malformed: 400,
  UnknownRole: 400,
  NotPermitted: 403,
  SignedOut: 401,
  InviteUnusable: 403,
  WaitingForAdmission: 403,
  UnknownSession: 404,
  Busy: 429,
  Overloaded: 503,
  Expired: 422,
  HostNotAllowed: 403,
  OriginNotAllowed: 403,
  UnknownShip: 404,
  UnknownIncident: 404,
  NotFound: 404,
  ShipExists: 409,
  ScenarioDoesNotFit: 422,
  RecordingUnusable: 422,
  TooLarge: 413,
  CommandIdReused: 409,
  Quarantined: 423,
  Failed: 500,
  Draining: 503,
  LogFull: 507,
} satisfies Record<ServerCode, number>

/** The HTTP status of a problem. What the core refused is 422: understood, and not possible now. */
export const statusOf = ({ code }: Problem): number => STATUS[code] ?? 422
