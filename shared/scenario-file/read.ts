import { err, ok, type Result } from '../result.ts'
import { compiled } from '../schema/compiled.ts'
import { type FileProblem, pathOf, shapeProblems } from '../schema/problems.ts'
import type { CommandType } from '../ship/commands.ts'
import { offsetMs } from './offset.ts'
import { ScenarioFile } from './schema.ts'

const validator = compiled(ScenarioFile)

/** What the scenario itself is in the middle of, and what belongs to the clock of the session. */
const NOT_FOR_SCENARIOS: ReadonlySet<CommandType> = new Set([
  'StartScenario',
  'StopScenario',
  'RestoreShip',
  'OpenIncident',
  'CloseIncident',
  'SetClock',
  'PinNote',
])

const unfitOrders = ({ injects, conditional = [] }: ScenarioFile): readonly FileProblem[] =>
  Object.entries({ injects, conditional }).flatMap(([list, actions]) =>
    actions.flatMap((action, index) =>
      'do' in action && NOT_FOR_SCENARIOS.has(action.do.type)
        ? {
            path: pathOf(list, index, 'do', 'type'),
            expected: 'an order that may be given within a scenario',
            found: JSON.stringify(action.do.type),
          }
        : [],
    ),
  )

/** Injects come in the order of their times, and none after the end. */
const disorder = ({ injects, endsAt }: ScenarioFile): readonly FileProblem[] => {
  const times = injects.map(({ at }, index) => ({ at, path: pathOf('injects', index, 'at') }))
  if (endsAt !== undefined) times.push({ at: endsAt, path: '$.endsAt' })
  return times.flatMap(({ at, path }, index) => {
    const before = times[index - 1]?.at ?? at
    return offsetMs(at) < offsetMs(before) ? { path, expected: `${before} or later`, found: JSON.stringify(at) } : []
  })
}

/** A scenario file from outside, or everything that is wrong with it by itself, without her ship. */
export const readScenarioFile = (json: unknown): Result<ScenarioFile, readonly FileProblem[]> => {
  if (!validator().Check(json)) return err(shapeProblems(validator(), json))
  const problems = [...unfitOrders(json), ...disorder(json)]
  return problems.length === 0 ? ok(json) : err(problems)
}
