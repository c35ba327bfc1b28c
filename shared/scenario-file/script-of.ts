import type { Script } from '../ship/commands.ts'
import { offsetMs } from './offset.ts'
import type { ScenarioFile } from './schema.ts'

/** What the core needs of a scenario: offsets in ms. */
export const scriptOf = (file: ScenarioFile): Script => {
  const { name, kind, seed, purpose, injects, conditional = [], expected = [], endsAt } = file
  return {
    name,
    kind,
    seed,
    purpose,
    injects: injects.map((inject) => ({ ...inject, at: offsetMs(inject.at) })),
    conditional,
    expected: expected.map(({ action, withinS }) => ({
      order: action.order,
      on: action.on ?? null,
      withinMs: withinS * 1000,
    })),
    endsAfterMs: endsAt === undefined ? null : offsetMs(endsAt),
  }
}
