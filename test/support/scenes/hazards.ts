import { after, given, givenShip } from '../given.ts'
import type { Scenes } from '../scenes.ts'
import { evacuate, ignite, open, seal, suppress, vent } from '../ship-orders.ts'
import { smallShip } from '../small-ship.ts'

const fitted = smallShip({ fireSuppression: { system: 'galley', worthPeople: 3 } })

export const scenes: Scenes['scenes'] = [
  given(seal('03-01/03-02'), ignite('03-02', 'ultrafast')).when(after(120)),
  givenShip(fitted, ignite('02-01')).when(suppress('02-01'), { type: 'ShutDownSystem', system: 'galley' }),
  given(ignite('02-02')).when(vent('02-02'), after(120)),
  given(seal('02-01/02-02'), seal('02-01/03-01')).when(evacuate('02-01'), open('02-01/03-01'), after(60)),
  given().when(evacuate('02-01'), after(60)),
]

export const refusals: Scenes['refusals'] = {
  NotFitted: [given(ignite('02-01')).when(suppress('02-01')), 'This ship has no fire suppression.'],
  NoFire: [givenShip(fitted).when(suppress('02-01')), 'No fire is known in 02-01.'],
  PeopleInside: [given().when(vent('02-01')), '4 people are still in 02-01; evacuate it first.'],
}
