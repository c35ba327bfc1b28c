import { after, given } from '../given.ts'
import type { Scenes } from '../scenes.ts'
import { breach, damage, shelve, SILENCE, unshelve } from '../ship-orders.ts'

export const scenes: Scenes['scenes'] = [
  given(damage('galley', 40)).when(shelve('system@galley', 1), unshelve('system@galley'), SILENCE),
  given().when(
    ...['reactor', 'auxiliary', 'life-support', 'emitters', 'computer', 'engine'].map((system) => damage(system, 40)),
    ...['shield-fore', 'shield-all', 'transporter', 'galley'].map((system) => damage(system, 40)),
    breach('02-01', 0.1),
    after(61),
  ),
]

export const refusals: Scenes['refusals'] = {
  TooGraveToShelve: [
    given(breach('02-01', 1)).when(shelve('breach@02-01', 5)),
    'Alarm breach@02-01 is critical: it can be silenced, but not shelved.',
  ],
}
