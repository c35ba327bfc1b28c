import { diceFor } from '#shared/dice.ts'
import type { Console } from './console.ts'
import type { Fault } from './faults.ts'
import { putOut } from './putOut.ts'
import { SILENT_MS_MAX } from './wire.ts'
import type { World } from './world.ts'

/** How long a server takes to be back that ended by itself: whoever watches over it starts it again. */
const RESTART_MS = 500

const later = ({ time }: World, ms: number, call: () => void): void => void time.after(ms, call)

const end = (world: World, how: () => void, downMs: number, version: string): void => {
  how()
  world.version = version
  world.startsAtMs = world.time.nowMs + downMs
}

const halfOpen = (world: World, console: Console, forMs: number): void => {
  const { line, connection } = console
  line.dead = true
  console.fallSilent()
  if (connection) later(world, SILENT_MS_MAX, () => connection.timeOut())
  later(world, forMs, () => {
    line.dead = false
    // What was sent meanwhile is lost; TCP would notice, and so gives the connection up.
    connection?.cut()
  })
}

const stall = (world: World, forMs: number): void => {
  world.machine.stall(forMs)
  if (forMs > SILENT_MS_MAX) for (const console of world.consoles) console.fallSilent()
}

const onConsole = (world: World, fault: Extract<Fault, { readonly console: number }>): void => {
  const console = world.consoles[fault.console]
  if (!console) return
  const { line } = console
  switch (fault.kind) {
    case 'cut':
      return console.connection?.cut()
    case 'reload':
      return console.reload()
    case 'put out':
      return putOut(world, console, fault.forMs)
    case 'half-open':
      return halfOpen(world, console, fault.forMs)
    case 'clog':
      line.clogged = true
      return later(world, fault.forMs, () => {
        line.clogged = false
        console.connection?.flush()
      })
    case 'slow':
      line.slowMs = 1_500
      return later(world, fault.forMs, () => (line.slowMs = 0))
    case 'lossy': {
      const { drop, double } = fault
      line.loss = { drop, double, dice: diceFor(world.seed, 'loss', fault.number) }
      return later(world, fault.forMs, () => (line.loss = null))
    }
  }
}

/** Lets it go wrong. */
export const strike = (world: World, fault: Fault): void => {
  const { machine, disk } = world
  switch (fault.kind) {
    case 'kill':
      return end(world, () => machine.kill(), fault.downMs, fault.version)
    case 'restart':
      return end(world, () => machine.stop(), fault.downMs, fault.version)
    case 'write':
      disk.next = fault.fault
      return
    case 'disk full':
      disk.full = true
      return later(world, fault.forMs, () => (disk.full = false))
    case 'disk slow':
      disk.slowMs = 300
      return later(world, fault.forMs, () => (disk.slowMs = 0))
    case 'stall':
      return stall(world, fault.forMs)
    case 'wall jump':
      machine.wall.aheadMs += fault.byMs
      return
    default:
      onConsole(world, fault)
  }
}

/** Whoever watches over the server starts it again when it has ended. */
export const watchOver = (world: World): void => {
  const { machine, time } = world
  if (machine.service) return
  world.startsAtMs ??= time.nowMs + RESTART_MS
  if (time.nowMs >= world.startsAtMs) world.start()
}
