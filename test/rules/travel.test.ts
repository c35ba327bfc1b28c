import { describe, expect, test } from 'vitest'
import { after, given } from '../support/given.ts'
import { breach, damage, hit, open, raise, recall, seal, send } from '../support/ship-orders.ts'

describe('ways', () => {
  test('[TRV1] the quickest one, through doors that people can open', () => {
    // Workshop to hold: 5 s through the door, 10 + 20 = 30 s by the engine room.
    given(breach('02-01', 0.5))
      .when(send('alpha', 'breach:B1'))
      .thenHappens({
        type: 'CrewDispatched',
        route: [
          { compartment: '02-02', at: 0 },
          { compartment: '02-01', at: 5_000 },
        ],
      })
    given(breach('02-01', 0.5), seal('02-01/02-02'))
      .when(send('alpha', 'breach:B1'))
      .thenHappens({
        type: 'CrewDispatched',
        route: [
          { compartment: '02-02', at: 0 },
          { compartment: '03-01', at: 10_000 },
          { compartment: '02-01', at: 30_000 },
        ],
      })
    given(breach('02-01', 0.5), seal('02-01/02-02'), open('02-01/02-02'))
      .when(send('alpha', 'breach:B1'), after(5))
      .thenHappens({ type: 'CrewArrived', at: 5_000 })
  })

  test('[TRV1] a crew that is there already is on scene at once', () => {
    given(damage('life-support', 40), after(7))
      .when(send('alpha', 'system:life-support'), after(0))
      .thenHappens({ type: 'CrewArrived', at: 7_000 }, { type: 'CrewStartedWork', at: 7_000 })
  })

  test('[TRV2] no way there: the order names the first obstacle on the shortest way there would be', () => {
    const shut = given(damage('auxiliary', 50), seal('03-01/03-02'))
    shut.when(send('alpha', 'system:auxiliary')).thenRejected({
      code: 'NoRoute',
      from: '02-02',
      to: '03-02',
      obstacle: '03-01/03-02',
      obstacleState: 'sealed',
    })
    shut.when(seal('02-02/03-01'), seal('02-01/03-01')).when(send('alpha', 'system:auxiliary')).thenRejected({
      code: 'NoRoute',
      from: '02-02',
      to: '03-02',
      obstacle: '02-02/03-01',
      obstacleState: 'sealed',
    })
  })

  // Medics: sick berth to workshop at 5 s, to the hold at 10 s.
  const toHold = given(damage('shield-all', 50), send('medics', 'system:shield-all'), after(2))

  test('[TRV3] a way barred while a crew is on it is gone round', () => {
    // From the workshop at 5 s by the engine room, 15 s, to the hold, 35 s.
    toHold.when(seal('02-01/02-02')).thenHappens({
      type: 'CrewRerouted',
      crew: 'medics',
      route: [
        { compartment: '02-02', at: 5_000 },
        { compartment: '03-01', at: 15_000 },
        { compartment: '02-01', at: 35_000 },
      ],
    })
  })

  test('[TRV3] or the crew stops at the next compartment and says why', () => {
    toHold
      .when(seal('02-01/03-01'), seal('02-01/02-02'))
      .thenHappens(
        { type: 'CrewReleased', crew: 'medics', task: 'system:shield-all' },
        {
          type: 'CrewHalted',
          crew: 'medics',
          compartment: '02-02',
          obstacle: '02-01/02-02',
          obstacleState: 'sealed',
        },
        { type: 'AlarmRaised', alarm: 'crew@medics', priority: 'advisory', compartment: '02-02' },
      )
      .when(after(600))
      .thenNever('CrewArrived')
  })

  test('[TRV3] what is behind a crew, or what it is passing through, does not stop it', () => {
    toHold.when(seal('02-02/02-03'), after(8)).thenNever('CrewRerouted', 'CrewHalted')
    toHold
      .when(after(4), seal('02-01/02-02'), after(4))
      .thenHappens({ type: 'CrewArrived', crew: 'medics', at: 10_000 })
      .thenNever('CrewRerouted', 'CrewHalted')
  })

  test('[TRV3] a door that a hit jams bars the way like one that is sealed', () => {
    // Alpha is between workshop and engine room, on its way to the store; the first seed that jams the store's only door.
    const sent = given(damage('auxiliary', 50), send('alpha', 'system:auxiliary'), after(5))
    const hits = Array.from({ length: 40 }, (_one, seed) => sent.withSeed(seed).when(hit('03-02', 300)))
    const jammed = hits.find(({ ship }) => ship.passages['03-01/03-02']?.state === 'jammed')
    expect(jammed).toBeDefined()
    jammed?.thenHappens({
      type: 'CrewHalted',
      crew: 'alpha',
      compartment: '03-01',
      obstacle: '03-01/03-02',
      obstacleState: 'jammed',
    })
  })

  test('[TRV4] a field bars the ways through its compartment, not those into it or out of it', () => {
    const behind = given(damage('shield-all', 50), damage('auxiliary', 50), raise('02-02'))
    behind.when(send('medics', 'system:shield-all')).thenRejected({
      code: 'NoRoute',
      from: '02-03',
      to: '02-01',
      obstacle: '02-02',
      obstacleState: 'field',
    })
    behind.when(send('alpha', 'system:shield-all')).thenHappens({ type: 'CrewDispatched', crew: 'alpha' })
    given(damage('life-support', 50), raise('02-02'))
      .when(send('medics', 'system:life-support'), after(5))
      .thenHappens({ type: 'CrewArrived', crew: 'medics', compartment: '02-02', at: 5_000 })
  })

  // Medics to the engine room by the hold, since the door below the workshop is shut: 5, 10 and 30 s.
  const byTheHold = given(
    seal('02-02/03-01'),
    damage('reactor', 90),
    send('medics', 'system:reactor'),
    after(2),
    open('02-02/03-01'),
  )

  test('[TRV4] a field raised on the way is gone round', () => {
    byTheHold.when(raise('02-01')).thenHappens({
      type: 'CrewRerouted',
      crew: 'medics',
      route: [
        { compartment: '02-02', at: 5_000 },
        { compartment: '03-01', at: 15_000 },
      ],
    })
  })

  test('[TRV4] or holds the crew up; one that is stepping in already goes on', () => {
    given(damage('auxiliary', 50), send('medics', 'system:auxiliary'), after(2))
      .when(raise('03-01'))
      .thenHappens({ type: 'CrewHalted', compartment: '02-02', obstacle: '03-01', obstacleState: 'field' })
    byTheHold.when(after(5), raise('02-01'), after(30)).thenHappens({ type: 'CrewArrived', at: 30_000 })
  })

  test('[TRV3] a crew on its way home is stopped like any other', () => {
    toHold.when(after(10), recall('medics'), seal('02-01/03-01')).when(seal('02-01/02-02')).thenHappens({
      type: 'CrewHalted',
      crew: 'medics',
      compartment: '02-01',
    })
  })
})
