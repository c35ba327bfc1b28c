import { after, givenShip } from '../given.ts'
import type { Scenes } from '../scenes.ts'
import { damage, ready, standDown } from '../ship-orders.ts'
import { smallShip } from '../small-ship.ts'

const armed = givenShip(
  smallShip({
    readiness: {
      red: [{ id: 'guns', name: 'Guns', needs: { capability: 'thinking', mode: 'quick', order: true, seconds: 30 } }],
    },
  }),
)

export const scenes: Scenes['scenes'] = [armed.when(ready('guns'), after(30), standDown('guns'))]

export const refusals: Scenes['refusals'] = {
  NotReadyYet: [
    armed.when(damage('computer', 40)).when(ready('guns')),
    'guns cannot be made ready: Thinking must be at Quick.',
  ],
}
