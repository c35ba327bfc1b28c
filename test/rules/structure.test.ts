import { describe, expect, test } from 'vitest'
import { figuresOf } from '#shared/ship/views/figures.ts'
import { after, given, givenShip } from '../support/given.ts'
import { breach, damage, lower, raise, send, stop } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

/** The galley stands for what keeps the hull together. */
const ship = smallShip({ structure: { system: 'galley', atLeastPercent: 50 } })
const weak = damage('galley', 49)

describe('a hull without its integrity field', () => {
  test('[STR1] is strained below the ship file’s limit, until it is reached again', () => {
    givenShip(ship).when(damage('galley', 50)).thenNever('HullStrained')
    // 30 person-minutes for all of it, alpha's four on the spot: 1 % of it is 4.5 s.
    givenShip(ship)
      .when(weak, send('alpha', 'system:galley'), after(5))
      .thenHappens({ type: 'HullStrained', at: 0 }, { type: 'HullRelieved', at: expect.closeTo(4_500, -1) as number })
    givenShip(ship).when(stop('galley')).thenHappens({ type: 'HullStrained' })
  })

  test('[STR1] is not known on a ship whose file says nothing of it', () => {
    given(weak, breach('02-01', 1)).when(after(600)).thenNever('HullStrained', 'BreachWidened')
  })

  test('[STR2] tears by a fifth at every open breach, each minute', () => {
    givenShip(ship, weak, breach('02-01', 1), after(30), breach('03-02', 0.5))
      .when(after(100))
      .thenOnly(
        ['BreachWidened'],
        { type: 'BreachWidened', breach: 'B1', areaM2: 1.2, at: 60_000 },
        { type: 'BreachWidened', breach: 'B2', areaM2: 0.6, at: 90_000 },
        { type: 'BreachWidened', breach: 'B1', areaM2: 1.44, at: 120_000 },
      )
  })

  test('[STR2] tears from the minute after it was strained', () => {
    givenShip(ship, breach('02-01', 1), after(600), weak)
      .when(after(61))
      .thenOnly(['BreachWidened'], { type: 'BreachWidened', at: 660_000 })
  })

  test('[STR2] does not tear behind a field; the minute goes on', () => {
    const held = givenShip(ship, weak, breach('02-01', 1), raise('02-01'))
    held.when(after(3600)).thenNever('BreachWidened')
    held.when(after(90), lower('02-01'), after(1)).thenHappens({ type: 'BreachWidened', areaM2: 1.2, at: 90_000 })
    held.when(after(30), lower('02-01'), after(31)).thenHappens({ type: 'BreachWidened', areaM2: 1.2, at: 60_000 })
  })

  test('[STR2] tears no further than 20 m²', () => {
    givenShip(ship, weak, breach('02-01', 18))
      .when(after(3600))
      .thenOnly(['BreachWidened'], { type: 'BreachWidened', areaM2: 20 })
  })

  test('[AIR1] [STR2] loses its air the quicker', () => {
    // The hold, 600 m³: τ = 600 / (198.6 · 0.6 · 1.2 m²) = 4.196 s.
    givenShip(ship, weak, breach('02-01', 1))
      .when(after(60))
      .thenHappens(
        { type: 'BreachWidened' },
        { type: 'AirFlowChanged', flow: { kind: 'venting', tauS: expect.closeTo(4.196, 3) as number } },
      )
  })

  test('[RPR2] [STR2] takes more plating, and what is on tears with it', () => {
    // 1 m²: 7 person-minutes = 420 s for one. Alpha's four in suits count as two, from 5 s on: 55 · 2 / 420 = 26.19 %.
    // 1.2 m²: 8.2 person-minutes = 492 s, of which two do 0.4065 % a second.
    givenShip(ship, weak, breach('02-01', 1), send('alpha', 'breach:B1'))
      .when(after(60))
      .thenHappens(
        { type: 'BreachWidened' },
        {
          type: 'WorkPaced',
          percent: expect.closeTo(26.19, 2) as number,
          perS: expect.closeTo(0.4065, 4) as number,
        },
      )
  })
})

test('[FIG5] structural integrity is the hull that is whole times what its field gives', () => {
  // 1 m² of 10 open: 90 %; the field at 60 %: 54 %.
  const { ship: hurt, at } = givenShip(ship, breach('02-01', 1), damage('galley', 60))
  expect(figuresOf(hurt, at)).toMatchObject({ hullPercent: 90, structuralIntegrityPercent: 54 })
  const { ship: plain } = given(breach('02-01', 1), damage('galley', 60))
  expect(figuresOf(plain, at).structuralIntegrityPercent).toBe(90)
})
