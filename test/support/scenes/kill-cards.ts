import { givenShip } from '../given.ts'
import type { Scenes } from '../scenes.ts'
import { tick } from '../ship-orders.ts'
import { smallShip } from '../small-ship.ts'

const card = { id: 'hull', name: 'Breach', for: 'breach', steps: [{ id: 'field', text: 'Field up' }] } as const

export const scenes: Scenes['scenes'] = [
  givenShip(smallShip({ killCards: [{ ...card, steps: [...card.steps] }] })).when(tick('hull', '02-01', 'field')),
]
