import { expect, test } from 'vitest'
import { CommandSchema } from '#shared/protocol/schemas.ts'
import { RecordingShape } from '#shared/recording-file/schema.ts'
import { ScenarioFile } from '#shared/scenario-file/schema.ts'
import { ShipFile } from '#shared/ship-file/schema.ts'

/** As editors and other programs want it. Tuples are written in the way of draft 7. */
const published = (schema: object): string =>
  `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', ...schema }, null, 2)}\n`

test.each([
  ['ship-1.json', ShipFile],
  ['scenario-1.json', ScenarioFile],
  ['recording-1.json', RecordingShape],
  ['command-1.json', CommandSchema],
])(
  '[FILE10] docs/schema/%s is what the code checks; `npx vitest run published -u` writes it anew',
  async (name, schema) => {
    await expect(published(schema)).toMatchFileSnapshot(`../../docs/schema/${name}`)
  },
)
