import { after, givenShip } from '../given.ts'
import type { Scenes } from '../scenes.ts'
import { setUp } from '../ship-orders.ts'
import { smallShip } from '../small-ship.ts'

const withAidPost = smallShip({
  sickbays: [
    { id: 'berth', name: 'Sick berth', compartment: '02-03', beds: 1, surgeons: 1 },
    { id: 'aid', name: 'Aid post', compartment: '03-02', beds: 2, surgeons: 1, standby: { setUpMinutes: 3 } },
  ],
})

export const scenes: Scenes['scenes'] = [givenShip(withAidPost).when(setUp('aid'), after(200))]

export const refusals: Scenes['refusals'] = {
  NotFitted: [givenShip(withAidPost).when(setUp('berth')), 'This ship has no second treatment place.'],
}
