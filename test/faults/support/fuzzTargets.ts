import { diceFor } from '#shared/dice.ts'
import { CommandSchema } from '#shared/protocol/schemas.ts'
import { readRecording } from '#shared/recording-file/read.ts'
import { checkScenario } from '#shared/scenario-file/check.ts'
import { readScenarioFile } from '#shared/scenario-file/read.ts'
import { scriptOf } from '#shared/scenario-file/script-of.ts'
import { decide } from '#shared/ship/decide.ts'
import { nearest } from '#shared/ship/policy.ts'
import { newShip } from '#shared/ship/state.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { readShipFile } from '#shared/ship-file/read.ts'
import { importedAs, recordingFromFile } from '../../../server/recordings/fromFile.ts'
import { withPackedEvents } from '../../../server/recordings/readAside.ts'
import { reader } from '../../../server/receive/reader.ts'
import { makeReview } from '../../../server/reviews/make.ts'
import { readPacket } from '../../../web/src/link/packets.ts'
import { builtInPlan } from '../../support/built-in.ts'
import { fileOfRun } from '../../support/run-file.ts'
import { seedFile } from '../../support/seed-files.ts'
import { fitting } from './fitting.ts'
import type { Target } from './fuzz.ts'
import { garbled, mutated } from './hostile.ts'
import { readQuery } from './queries.ts'

const SHIP = 'kittiwake'
const SCENARIO = 'kittiwake-debris'

/** Of a recording, so many events are enough to go wrong with. */
const EVENTS = 40

const shortRecording = () => {
  const file = fileOfRun(SCENARIO, 'Fuzz', 1, nearest)
  return { ...file, events: file.events.slice(0, EVENTS) }
}

const readCommand = reader(CommandSchema, 'a command')

const asText = { bend: (input: unknown, dice: Parameters<Target['bend']>[1]) => garbled(String(input), dice) }
const asJson = { bend: mutated }

/** Every reader of something from outside, made only when it is its turn. */
export const TARGETS: Readonly<Record<string, () => Target>> = {
  packets: () => ({
    ...asText,
    seeds: [
      '0{"sid":"x","upgrades":[],"pingInterval":5000,"pingTimeout":5000}',
      ...['1', '2', '40{"sid":"x"}', '41', '44{"message":"No","data":{"code":"Busy","detail":"No"}}'],
      ...['42["events",{"ship":"voyager","from":1,"events":[]}]', '4312[{"ok":true,"seq":1}]'],
    ],
    read: (text) => readPacket(String(text)),
  }),
  'ship files': () => ({
    ...asJson,
    seeds: [seedFile('ships', SHIP)],
    read: (json) => {
      const file = readShipFile(json)
      if (file.ok) newShip(planOf(file.value))
    },
  }),
  'scenario files': () => {
    const plan = builtInPlan(SHIP)
    return {
      ...asJson,
      seeds: [seedFile('scenarios', SCENARIO)],
      read: (json) => {
        const file = readScenarioFile(json)
        if (file.ok && checkScenario(file.value, plan).length === 0) scriptOf(file.value)
      },
    }
  },
  recordings: () => ({
    ...asJson,
    seeds: [shortRecording()],
    read: async (json) => {
      const read = readRecording(json)
      if (!read.ok) return
      const recording = withPackedEvents({ file: read.value, digest: 'none' })
      await makeReview(recordingFromFile(recording, importedAs(recording)), read.value.sight)
    },
  }),
  commands: () => {
    const ship = newShip(builtInPlan(SHIP))
    const dice = diceFor(1, 'seeds of commands', 0)
    return {
      ...asJson,
      seeds: Array.from({ length: 100 }, () => fitting(CommandSchema, dice)),
      read: (json) => {
        const command = readCommand(json)
        if (command.ok) decide(ship, { command: command.value, at: 0 })
      },
    }
  },
  queries: () => ({
    ...asText,
    seeds: [
      'after=0&limit=10',
      'ship=kittiwake',
      'role=observer&format=csv',
      'after=1&after=2&limit[]=3',
      'a%5Bb%5D=1',
    ],
    read: readQuery(),
  }),
}
