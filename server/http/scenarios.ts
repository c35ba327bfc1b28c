import { type Static, Type } from 'typebox'
import type { Library } from '../library/library.ts'
import { reaches } from '../receive/person.ts'
import { list, problems } from './shapes.ts'
import type { App } from './typed.ts'

const ScenarioSummary = Type.Object({
  id: Type.String(),
  name: Type.String(),
  ship: Type.String({ description: 'the ship it is written for' }),
  kind: Type.String(),
  purpose: Type.String(),
})

/** What `StartScenario` can be given. */
export const scenarioRoutes = (app: App, { library }: { readonly library: Library }): void => {
  app.get(
    '/scenarios',
    {
      schema: {
        summary: 'The scenarios that can be started',
        tags: ['scenarios'],
        response: { 200: list<Static<typeof ScenarioSummary>>(ScenarioSummary), ...problems },
      },
    },
    ({ person }) =>
      [...library.scenarios.values()]
        .filter(({ file }) => reaches(person, file.ship))
        .map(({ file: { id, name, ship, purpose }, script: { kind } }) => ({ id, name, ship, kind, purpose })),
  )
}
