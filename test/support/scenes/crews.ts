import { after, given } from '../given.ts'
import type { Scenes } from '../scenes.ts'
import { damage, lend, send } from '../ship-orders.ts'

export const scenes: Scenes['scenes'] = [
  given(damage('engine', 0)).when(send('bravo', 'system:engine'), after(1300), lend('02-01', 'alpha', 1), after(5)),
]

export const refusals: Scenes['refusals'] = {
  TooFewPeople: [given().when(lend('bravo', 'alpha', 3)), 'bravo has 2 to send, not 3.'],
  CrewHasNobodyFit: [
    given(damage('engine', 0), lend('bravo', 'alpha', 2)).when(send('bravo', 'system:engine')),
    'Crew bravo has nobody left: all have been lent.',
  ],
}
