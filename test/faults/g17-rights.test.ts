import { expect, test } from 'vitest'
import { diceFor } from '#shared/dice.ts'
import type { Answer } from '#shared/protocol/sockets.ts'
import type { CommandType, Order } from '#shared/ship/commands.ts'
import type { Role } from '#shared/ship/events.ts'
import { listen, newId } from '../flow/support/flow.ts'
import { guarded, guardedOn, type Visitor } from '../flow/support/guarded.ts'
import { connect, type Link } from '../flow/support/knock.ts'
import { runOf } from '../flow/support/runOf.ts'
import { MAKERS } from '../support/order-makers.ts'
import { smallShip } from '../support/small-ship.ts'
import { report } from './support/goal.ts'

/** Who may give which order, written down once more, so that the table that the product goes by is held against something. */
const MAY: Readonly<Record<CommandType, string>> = {
  DispatchCrew: 'IC O',
  RecallCrew: 'IC O',
  SetTaskPriority: 'IC O',
  RaiseForceField: 'IC O',
  LowerForceField: 'IC O',
  SealPassage: 'IC O',
  OpenPassage: 'IC O',
  ShutDownSystem: 'IC O',
  StartSystem: 'IC O',
  EvacuateCompartment: 'IC O',
  VentCompartment: 'IC O',
  SuppressFire: 'IC O',
  SetPowerPriority: 'IC O',
  RigCasualtyPower: 'IC O',
  UnrigCasualtyPower: 'IC O',
  RunDiagnostic: 'IC O',
  SetAutomation: 'IC',
  LendHands: 'IC O',
  ReportDamage: 'IC O M',
  FollowUpReport: 'IC O M',
  ConfirmReport: 'IC O',
  RefuteReport: 'IC O',
  ReportOnScene: 'IC O M',
  ReportProgress: 'IC O M',
  ReportDone: 'IC O M',
  TickStep: 'IC O M',
  AcknowledgeAlarm: 'IC O',
  ShelveAlarm: 'IC O',
  UnshelveAlarm: 'IC O',
  SilenceAlarms: 'IC O M',
  ReportCasualty: 'IC M',
  TriageCasualty: 'IC M',
  TransportCasualty: 'IC M',
  TreatCasualty: 'IC M',
  DischargeCasualty: 'IC M',
  DeclareDeath: 'IC M',
  OpenTreatmentPlace: 'IC M',
  MakeReady: 'IC O',
  StandDown: 'IC O',
  EjectCore: 'IC',
  SetAlert: 'IC',
  OpenIncident: 'IC',
  CloseIncident: 'IC',
  InflictHit: 'I',
  InflictBreach: 'I',
  DamageSystem: 'I',
  StartFire: 'I',
  SetRunMode: 'I',
  SetClock: 'I',
  StartScenario: 'I',
  StopScenario: 'I',
  RestoreShip: 'I',
  RecordLog: 'IC O M',
  PinNote: 'IC O M',
  RateObjective: 'IC',
  RecordImprovement: 'IC O M',
  SetStandards: 'IC',
}

const LETTER: Readonly<Record<string, string>> = {
  instructor: 'I',
  captain: 'C',
  operations: 'O',
  medical: 'M',
  observer: 'B',
}
const ROLES = Object.keys(LETTER) as Role[]
const OWN = 'tern'
const OTHER = 'petrel'
const TYPES = Object.keys(MAY) as CommandType[]

interface Crewman {
  readonly role: Role
  readonly visitor: Visitor
  readonly link: Link
}

const start = async () => {
  const flow = await listen({ access: guarded(), limited: false })
  const house = await guardedOn(flow)
  const { file } = smallShip().plan
  const commissioned = await house.instructor.ask('POST', '/api/v1/ships', { definition: file, id: OWN })
  expect(commissioned.status).toBe(201)
  const crew = await Promise.all(
    ROLES.map(async (role): Promise<Crewman> => {
      const visitor = await house.joined(role, OWN)
      return { role, visitor, link: await connect(flow.url, { cookie: visitor.cookie }) }
    }),
  )
  return { ...house, crew }
}

/** As a client sends it: a scenario by its id alone. */
const orderOf = (type: CommandType, ship: Parameters<(typeof MAKERS)['RecordLog']>[0]): Order => {
  const made = { type, ...MAKERS[type](ship, diceFor(17, type, 0), ship.at) } as Order
  return made.type === 'StartScenario' ? { type: made.type, scenario: 'no-such' } : made
}

/** What came of it: `done` is anything that whoever may give it can be told. */
const outcomeOf = (code: string | undefined): string =>
  code === 'NotPermitted' || code === 'UnknownShip' || code === 'Malformed' ? code : 'done'

const overSocket = async ({ link }: Crewman, ship: string, command: object): Promise<string> => {
  const answer = (await link.emitWithAck('command', { ship, command } as never)) as Answer<object>
  return outcomeOf(answer.ok ? undefined : answer.error.code)
}

const overHttp = async ({ visitor }: Crewman, ship: string, command: object): Promise<string> =>
  outcomeOf((await visitor.ask('POST', `/api/v1/ships/${ship}/commands`, command)).code)

const WAYS = { HTTP: overHttp, socket: overSocket } as const

test('[ACC8] given every role, order, way in and ship, just those are taken that the table allows [ACC7] and of another ship none', async () => {
  const { crew, service } = await start()
  const before = service.log.head(OTHER)
  const wrong: string[] = []
  let cells = 0
  for (const type of TYPES) {
    for (const crewman of crew) {
      for (const [way, give] of Object.entries(WAYS)) {
        for (const ship of [OWN, OTHER]) {
          const command = { id: newId(), ...orderOf(type, runOf(service, OWN).durable.ship) }
          const allowed = MAY[type].includes(LETTER[crewman.role] ?? '?') ? 'done' : 'NotPermitted'
          const expected = ship === OWN ? allowed : 'UnknownShip'
          const found = await give(crewman, ship, command)
          cells += 1
          if (found !== expected) wrong.push(`${crewman.role} ${type} ${way} ${ship}: ${found}, not ${expected}`)
        }
      }
    }
  }
  expect(wrong).toEqual([])
  expect(service.log.head(OTHER), 'something was written to a ship that nobody could reach').toBe(before)
  report({
    goal: 'G17',
    name: 'role × order × way in × own or other ship',
    value: `${cells} cells, ${wrong.length} wrong`,
    target: `all ${TYPES.length * ROLES.length * 4} cells, 0 wrong`,
    pass: cells === TYPES.length * ROLES.length * 4 && wrong.length === 0,
  })
})
