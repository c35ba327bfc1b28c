import { describe, expect, test } from 'vitest'
import { hullPath, polygonOf } from '#shared/ship-file/outline.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { readShipFile } from '#shared/ship-file/read.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { generateShip } from '../support/generate-ship.ts'
import { seedFile, seedIds } from '../support/seed-files.ts'
import { boxShip } from '../support/box-ship.ts'

const seedPlan = (id: string): Plan => {
  const file = readShipFile(seedFile('ships', id))
  if (!file.ok) throw new Error(JSON.stringify(file.error))
  return planOf(file.value)
}
const idsOf = (plan: Plan): readonly string[] => [...plan.compartments.keys()]

describe('compartments from the drawing', () => {
  test('[FILE1] given a box of two decks and three frames, then six compartments, numbered from the bow', () => {
    const plan = planOf(boxShip())
    expect(idsOf(plan).toSorted()).toEqual(['01-01', '01-02', '01-03', '02-01', '02-02', '02-03'])
    expect(plan.sections).toBe(3)
    expect(plan.compartments.get('01-01')?.box).toEqual([20, 0, 10, 4])
    expect(plan.compartments.get('02-03')?.box).toEqual([0, 4, 10, 4])
  })

  test('[FILE1] given the bow on the left, then section 1 is on the left', () => {
    const { profile } = boxShip()
    const plan = planOf(boxShip({ profile: { ...profile, bow: 'left' } }))
    expect(plan.compartments.get('01-01')?.box).toEqual([0, 0, 10, 4])
  })

  test('[FILE1] given length, pitch and breadth, then seven tenths of the box is air', () => {
    const plan = planOf(boxShip())
    expect(plan.compartments.get('01-02')?.volumeM3).toBeCloseTo(10 * 4 * 10 * 0.7)
    expect(plan.compartments.get('02-02')?.volumeM3).toBeCloseTo(10 * 4 * 5 * 0.7)
  })

  test('[FILE1] given a hull that ends between two frames, then the last section is clipped, and dropped under 4 m', () => {
    const ending = (x: number) => {
      const { profile } = boxShip()
      return planOf(
        boxShip({
          profile: {
            ...profile,
            hull: [
              [0, 0, 1],
              [x, 0, 1],
              [x, 8, 1],
              [0, 8, 1],
            ],
          },
        }),
      )
    }
    expect(ending(26).compartments.get('01-01')?.box[2]).toBeCloseTo(6)
    expect(ending(23.9).compartments.has('01-01')).toBe(false)
  })

  test('[FILE1] given the drawing of the demonstration ship, then 109 compartments in 15 decks and 12 sections', () => {
    const plan = seedPlan('voyager')
    expect([plan.compartments.size, plan.decks.length, plan.sections]).toEqual([109, 15, 12])
    for (const { box, volumeM3 } of plan.compartments.values()) {
      expect(box[2]).toBeGreaterThanOrEqual(4)
      expect(volumeM3).toBeGreaterThan(0)
    }
  })

  test('[FILE2] given compartments listed by hand, then those and no others, with their codes', () => {
    const plan = seedPlan('petrel')
    expect(plan.compartments.size).toBe(plan.file.compartments?.length)
    expect(plan.compartments.get('03-04')).toMatchObject({
      name: 'Berthing, port',
      code: '2-14-2-L',
      deck: 3,
      section: 4,
    })
  })

  test('[FILE3] given a room of seven over three compartments, then two in each and who is left in the first', () => {
    const plan = planOf(boxShip())
    expect(['02-01', '02-02', '02-03'].map((id) => plan.compartments.get(id)?.people)).toEqual([3, 2, 2])
  })

  test('[FILE3] given rooms or none, then a compartment has their names or that of its deck', () => {
    const plan = planOf(boxShip())
    expect(plan.compartments.get('02-01')).toMatchObject({ name: 'Hold', rooms: ['Hold'] })
    expect(plan.compartments.get('01-03')).toMatchObject({ name: 'Upper', rooms: [] })
  })
})

describe('passages', () => {
  test('[FILE4] given movement, then doors on a deck and ladders in ladder sections, closed, lower id first', () => {
    const { passages, passagesOf } = planOf(boxShip())
    expect([...passages.keys()].toSorted()).toEqual([
      '01-01/01-02',
      '01-02/01-03',
      '01-02/02-02',
      '02-01/02-02',
      '02-02/02-03',
    ])
    expect(passages.get('01-02/02-02')).toMatchObject({ kind: 'ladder', seconds: 9, state: 'closed' })
    expect(passages.get('01-01/01-02')).toMatchObject({ kind: 'door', seconds: 6, between: ['01-01', '01-02'] })
    expect(passagesOf.get('01-02')).toHaveLength(3)
  })

  test('[FILE4] given a passage of the file, then it is added, or takes the place of the derived one', () => {
    const listed = planOf(
      boxShip({
        passages: [
          { between: ['02-01', '01-01'], kind: 'lift', seconds: 3 },
          { between: ['01-01', '01-02'], kind: 'door', seconds: 20, state: 'sealed' },
        ],
      }),
    )
    expect(listed.passages.get('01-01/02-01')).toMatchObject({ kind: 'lift', seconds: 3, state: 'closed' })
    expect(listed.passages.get('01-01/01-02')).toMatchObject({ seconds: 20, state: 'sealed' })
    expect(listed.passages.size).toBe(6)
  })
})

describe('systems', () => {
  test('[FILE5] given needs of systems and modes, then a system has a mark at each, and at 25, 50 and 100', () => {
    const plan = planOf(boxShip({ transporter: { system: 'engine', atLeastPercent: 60, seconds: 4 } }))
    expect(plan.systems.get('engine')?.marks).toEqual([25, 35, 50, 60, 80, 100])
    expect(plan.systems.get('fan')?.marks).toEqual([25, 50, 100])
  })

  test('[FILE5] given shield generators, then each facing knows its own', () => {
    const shields: ShipFile['shields'] = {
      absorbPercent: 50,
      generators: [
        { system: 'engine', facings: ['fore', 'aft'] },
        { system: 'fan', facings: ['aft'] },
      ],
    }
    const { generators } = planOf(boxShip({ shields }))
    expect([generators.get('fore'), generators.get('aft'), generators.get('port')]).toEqual([
      ['engine'],
      ['engine', 'fan'],
      undefined,
    ])
  })
})

describe('the outline', () => {
  test('[FILE6] given hard corners only, then straight sides', () => {
    const square = polygonOf([
      [0, 0, 1],
      [12, 0, 1],
      [12, 12, 1],
      [0, 12, 1],
    ])
    expect(square).toHaveLength(48)
    const onSide = (z: number): boolean => Math.abs(z) < 1e-9 || Math.abs(z - 12) < 1e-9
    expect(square.every(([x, y]) => onSide(x) || onSide(y))).toBe(true)
  })

  test('[FILE6] given points without corners, then a curve through every one of them', () => {
    const points: [number, number][] = [
      [0, 0],
      [12, 1],
      [13, 9],
      [2, 11],
    ]
    const curve = polygonOf(points)
    for (const point of points) expect(curve).toContainEqual(point)
  })

  test('[FILE6] given a profile, then one closed path of cubic curves for the hull and each part outboard', () => {
    const { profile } = seedPlan('voyager').file
    const { hull, outboard } = hullPath(profile)
    expect(hull).toMatch(/^M[-\d. ]+(C[-\d. ]+)+Z$/)
    expect(hull.match(/C/g)).toHaveLength(profile.hull.length)
    expect(outboard.map(({ id }) => id)).toEqual(['nacelle', 'pylon'])
  })
})

describe('the ships that come with the product, and others', () => {
  test.each(seedIds('ships'))('[FILE7] given %s, then her file is in order, and nobody on board is forgotten', (id) => {
    const plan = seedPlan(id)
    const inRooms = [...plan.compartments.values()].reduce((sum, { people }) => sum + people, 0)
    const inCrews = [...plan.crews.values()].reduce((sum, { size }) => sum + size, 0)
    expect(plan.file.id).toBe(id)
    expect(inRooms + inCrews).toBe(plan.file.complement)
  })

  test('[FILE7] given 500 ships that nobody has seen, then each file is in order and can be made ready', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const read = readShipFile(JSON.parse(JSON.stringify(generateShip(seed))))
      expect(read.ok || [seed, read.error]).toBe(true)
      if (read.ok) expect(planOf(read.value).compartments.size).toBeGreaterThan(0)
    }
  })
})
