import { dark } from '../dark-ship.ts'
import { after } from '../given.ts'
import type { Scenes } from '../scenes.ts'
import * as o from '../ship-orders.ts'

const told = dark(o.breach('01-02', 0.2), o.tell('01-02', 'breach', 'A draught'), o.tell('01-02', 'fire', 'Smoke'))

export const scenes: Scenes['scenes'] = [
  told,
  told.when(o.addTo('R1', { extent: 'A hand wide', needs: 'Plates' }), o.send('alpha', 'place:01-02'), after(30)),
  dark().when(o.tell('01-02', 'fire', 'Smoke')),
]

export const refusals: Scenes['refusals'] = {
  ReportSettled: [told.when(o.confirm('R1'), o.refute('R1')), 'Report R1 has been confirmed already.'],
}
