import { expect, test } from 'vitest'
import { pathOf, phoneOf, placeAt, VIEWS } from '../../web/src/router.ts'

const at = (address: string) => placeAt(new URL(address, 'http://ship.test'))

test('every view has an address, and the address has the view', () => {
  expect(VIEWS.map((view) => at(pathOf(view)).view)).toEqual(VIEWS)
})

test('a replay and a review are of an incident, or of none', () => {
  expect(at('/replay')).toMatchObject({ view: 'replay', incident: null })
  expect(at('/review')).toMatchObject({ view: 'review', incident: null })
  expect(at('/review/second?t=3')).toMatchObject({ view: 'review', incident: 'second' })
  expect(at('/replay/second%20attack?t=754.2')).toMatchObject({ view: 'replay', incident: 'second attack' })
  expect(at('/replay/second?t=754.2').query.get('t')).toBe('754.2')
})

test('a phone is of a crew, or of none yet, and no part of the console', () => {
  expect(at(phoneOf('repair 1'))).toMatchObject({ view: null, phone: { crew: 'repair 1' } })
  expect(at('/crew?ship=b')).toMatchObject({ view: null, phone: { crew: null } })
  expect(at('/crew/a/b').phone ?? at('/').phone).toBeUndefined()
})

test('a projector says so', () => {
  expect([at('/?wall').wall, at('/log?wall=').wall, at('/').wall]).toEqual([true, true, false])
})

test.each(['/nowhere', '/log/7', '/replay/a/b', '/review/a/b', '/board'])('%s is no page', (address) => {
  expect(at(address).view).toBeNull()
})
