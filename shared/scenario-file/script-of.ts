import type { Script } from '../ship/commands.ts'
import { offsetMs } from './offset.ts'
import type { ScenarioFile } from './schema.ts'

/** What the core needs of a scenario: offsets in ms. */
export const scriptOf = ({ name, kind, seed, injects, conditional = [], endsAt }: ScenarioFile): Script => ({
  name,
  kind,
  seed,
  injects: injects.map((inject) => ({ ...inject, at: offsetMs(inject.at) })),
  conditional,
  endsAfterMs: endsAt === undefined ? null : offsetMs(endsAt),
})
