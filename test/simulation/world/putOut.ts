import type { Service } from '../../../server/service.ts'
import type { Console } from './console.ts'
import type { World } from './world.ts'

/** By then nothing that a session had open is left. */
const CUT_MS_MAX = 1_000
const ASK_AGAIN_MS = 500

/** An instructor ends somebody's session. [I8] Until they are let in again nothing happens by their order. */
export const putOut = (world: World, console: Console, outMs: number): void => {
  const { machine, time, findings } = world
  const { name, ship } = console.parts
  machine.clock?.whenAwake(() => {
    const { service } = machine
    const id = console.session?.session.id
    if (!service || id === undefined) return
    const decidedBefore = decidedSeq(service, ship)
    if (!service.access.sessions.end(id)) return // out already
    time.after(CUT_MS_MAX, () => {
      if (dashboardsOf(world, id) > 0) findings.add('I8', `${name}: still connected after the session has ended`)
    })
    time.after(outMs, () => letInAgain(world, console, decidedBefore))
  })
}

const letInAgain = (world: World, console: Console, decidedBefore: number): void => {
  const { machine, time, histories, findings } = world
  const { name, person, ship } = console.parts
  const session = machine.clock?.stalled ? null : world.letIn(person.role, person.name)
  if (!session) return void time.after(ASK_AGAIN_MS, () => letInAgain(world, console, decidedBefore))
  const since = histories.get(ship)?.events.slice(decidedBefore) ?? []
  const late = since.find(({ by }) => by.name === person.name)
  if (late) findings.add('I8', `${name}: event ${late.seq} is by somebody who was not in any more`)
  console.comeBack(session)
}

/** Seq of the last event that is decided, in the log or on its way there. */
const decidedSeq = ({ ships }: Service, ship: string): number => {
  const run = ships.find(ship)
  return run.ok ? run.value.pending.ship.seq : 0
}

const dashboardsOf = ({ machine }: World, session: string): number =>
  [...(machine.sockets?.sockets.sockets.values() ?? [])].filter(({ data }) => data.person.session === session).length
