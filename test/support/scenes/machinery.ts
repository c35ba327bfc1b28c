import { after, given, givenShip } from '../given.ts'
import * as o from '../ship-orders.ts'
import type { Scenes } from '../scenes.ts'
import { smallShip, systemsWith } from '../small-ship.ts'

/** Everything that can go wrong with machinery, and all that helps against it. */
const ship = smallShip({
  structure: { system: 'galley', atLeastPercent: 50 },
  core: { system: 'reactor', containment: 'computer', atLeastPercent: 50, minutesToBreach: 2, ejectable: true },
  casualtyPower: { lines: 1, mwEach: 6, personMinutes: 4, skill: 'electrical' },
  supplies: [
    {
      id: 'fuel',
      name: 'Fuel',
      unit: 'kg',
      amount: 10,
      low: 5,
      use: { for: 'fuel', system: 'auxiliary', perHour: 600 },
    },
  ],
  systems: systemsWith({ engine: { leak: { kind: 'coolant', belowPercent: 40 } } }),
})

export const scenes: Scenes['scenes'] = [
  givenShip(ship).when(
    o.powerClass('galley', 1),
    o.automate('forceFields'),
    o.rig('transporter'),
    o.send('alpha', 'casualty-power:transporter'),
    o.damage('engine', 20),
    o.diagnose('engine'),
    after(121),
    o.unrig('transporter'),
    o.send('bravo', 'leak:engine'),
    after(300),
  ),
  givenShip(ship).when(o.breach('02-01', 1), o.damage('galley', 40), o.send('alpha', 'system:galley'), after(61)),
  givenShip(ship).when(o.damage('galley', 40), o.breach('02-01', 1), after(61)),
  givenShip(ship).when(o.damage('computer', 0), o.stop('reactor'), o.start('reactor'), after(121)),
  givenShip(ship).when(o.damage('computer', 0), o.eject),
]

export const refusals: Scenes['refusals'] = {
  NotFitted: [given().when(o.rig('galley')), 'This ship has no casualty power.'],
  NoLineFree: [givenShip(ship, o.rig('galley')).when(o.rig('emitters')), 'All 1 casualty power lines are in use.'],
  CoreGone: [givenShip(ship, o.eject).when(o.eject), 'The core has been ejected.'],
  NotReadyYet: [
    givenShip(ship, { type: 'RestoreShip' }, after(61)).when(o.start('auxiliary')),
    'auxiliary cannot be made ready: no Fuel left.',
  ],
}
