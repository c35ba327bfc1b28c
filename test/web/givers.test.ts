import { expect, test } from 'vitest'
import { fakeStorage } from '../support/fake-storage.ts'
import { notAskedInWords } from '../../web/src/console/doneWords.ts'
import { FakeTab } from './fakeTab.ts'

const OMAR = { role: 'operations', name: 'Omar' } as const
const RED = { type: 'SetAlert', condition: 'red' } as const

/** A tab at which Omar gave an order that had no answer, before the page was left. */
const leftByOmar = async (): Promise<FakeTab> => {
  const tab = new FakeTab(fakeStorage())
  tab.giver = OMAR
  const link = tab.open()
  await tab.connect()
  tab.server.cut()
  void link.order(RED)
  link.close()
  return tab
}

test.each([
  ['another name', { ...OMAR, name: 'Gus' }],
  ['another role', { ...OMAR, role: 'captain' }],
] as const)(
  '[LNK7] given somebody of %s at the same tab, an order of the one before is told and not sent',
  async (_, giver) => {
    const tab = await leftByOmar()
    tab.giver = giver
    const link = tab.open()
    const { own, ofOthers } = link.resume()
    expect(own).toEqual([])
    expect(ofOthers).toMatchObject([{ by: OMAR, command: { id: 'id-1', ...RED } }])
    expect(notAskedInWords(ofOthers)).toBe('1 order of Omar had no answer, and the server is not asked in your name')
    await tab.connect()
    await tab.pass(60_000)
    expect(tab.server.received).toEqual([])
    expect(link.view.pending).toEqual([])
    expect(tab.open().resume()).toEqual({ own: [], ofOthers: [] })
  },
)

test('[LNK7] given the same person in the same role, who has come in anew, the order is asked again', async () => {
  const tab = await leftByOmar()
  tab.giver = { ...OMAR }
  const { own } = tab.open().resume()
  await tab.connect()
  expect(await own[0]?.outcome).toEqual({ ok: true })
  expect(tab.server.received.map(({ id }) => id)).toEqual(['id-1'])
})
