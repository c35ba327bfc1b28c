import { describe, test } from 'vitest'
import { after, given, givenShip } from '../support/given.ts'
import { automate, breach, damage, lower, send } from '../support/ship-orders.ts'
import { smallShip, smallShipWithout } from '../support/small-ship.ts'

const guarded = given(automate('forceFields'))

const sprinkled = smallShip({ fireSuppression: { system: 'galley', worthPeople: 2 } })
const burn = (compartment: string) => ({ type: 'StartFire', compartment, growth: 'fast' }) as const

describe('suppression by itself', () => {
  test('[AUT1] starts at a fire, once it is switched on', () => {
    givenShip(sprinkled, automate('fireSuppression'))
      .when(burn('02-01'))
      .thenHappens({ type: 'FireStarted' }, { type: 'FireSuppressionStarted', compartment: '02-01', at: 0 })
    givenShip(sprinkled).when(burn('02-01')).thenNever('FireSuppressionStarted')
  })

  test('[AUT1] not with a system that gives nothing, and not at a fire nobody knows of', () => {
    givenShip(sprinkled, automate('fireSuppression'), damage('galley', 0))
      .when(burn('02-01'))
      .thenNever('FireSuppressionStarted')
    const blind = smallShip({
      fireSuppression: { system: 'computer', worthPeople: 2 },
      sensors: { system: 'galley', noticeSeconds: 60 },
    })
    givenShip(blind, automate('fireSuppression'), damage('galley', 0))
      .when(burn('03-02'))
      .thenNever('FireSuppressionStarted')
  })

  test('[AUT1] and at one that is found out', () => {
    // Alpha from the workshop to the store: 15 s.
    const blind = smallShip({
      fireSuppression: { system: 'computer', worthPeople: 2 },
      sensors: { system: 'galley', noticeSeconds: 60 },
    })
    givenShip(blind, automate('fireSuppression'), damage('galley', 0), burn('03-02'))
      .when(send('alpha', 'place:03-02'), after(16))
      .thenHappens({ type: 'PlaceRevealed' }, { type: 'FireSuppressionStarted', compartment: '03-02' })
  })

  test('[AUT2] switched on, it answers what burns already', () => {
    givenShip(sprinkled, burn('02-01'), burn('03-02'))
      .when(automate('fireSuppression'))
      .thenOnly(['FireSuppressionStarted'], { type: 'FireSuppressionStarted' }, { type: 'FireSuppressionStarted' })
  })
})

describe('fields by themselves', () => {
  test('[AUT1] a field goes up where a breach opens, once it is switched on', () => {
    guarded.when(breach('02-01', 1)).thenHappens({ type: 'ForceFieldRaised', compartment: '02-01', at: 0 })
    given(breach('02-01', 1)).thenNever('ForceFieldRaised')
    guarded.when(automate('forceFields', false), breach('02-01', 1)).thenNever('ForceFieldRaised')
  })

  test('[AUT1] not where the order would be refused', () => {
    given(automate('forceFields'), damage('emitters', 5)).when(breach('02-01', 1)).thenNever('ForceFieldRaised')
  })

  test('[AUT1] not at a breach that nobody knows of', () => {
    // Nobody is in the store, and no sensor works.
    const sensors = { system: 'galley', noticeSeconds: 60 }
    givenShip(smallShip({ sensors }), automate('forceFields'), damage('galley', 0))
      .when(breach('03-02', 1))
      .thenNever('ForceFieldRaised')
  })

  test('[AUT1] a field that people lower stays down', () => {
    guarded
      .when(breach('02-01', 1), lower('02-01'), damage('engine', 50), after(60))
      .thenOnly(['ForceFieldRaised'], { type: 'ForceFieldRaised' })
  })

  test('[AUT2] switched on, it answers what is known already, as far as there is power', () => {
    // 26 MW to spare: two fields of 10.
    givenShip(smallShip({ forceFields: { drawMw: 10 } }), breach('02-01', 1), breach('03-02', 1), breach('01-01', 1))
      .when(automate('forceFields'))
      .thenOnly(['ForceFieldRaised', 'SystemShed'], { type: 'ForceFieldRaised' }, { type: 'ForceFieldRaised' })
  })

  test('[AUT2] two breaches of one compartment are one field', () => {
    given(breach('02-01', 1), breach('02-01', 1))
      .when(automate('forceFields'))
      .thenOnly(['ForceFieldRaised'], { type: 'ForceFieldRaised', compartment: '02-01' })
  })

  test('[ORD3] switched on already: nothing; with nothing to switch: refused', () => {
    guarded.when(automate('forceFields')).thenNothing()
    givenShip(smallShipWithout('forceFields')).when(automate('forceFields')).thenRejected({ code: 'NoForceFields' })
    given().when(automate('fireSuppression')).thenRejected({ code: 'NotFitted', what: 'fire suppression' })
    given().when(automate('fireSuppression', false)).thenNothing()
  })
})
