import { describe, expect, test } from 'vitest'
import type { Answer, Problem } from '#shared/protocol/sockets.ts'
import type { Command, Order } from '#shared/ship/commands.ts'
import { KeptOutbox } from '../../web/src/link/keptOutbox.ts'
import { LetterBox } from '../../web/src/link/letterBox.ts'
import { fakeStorage } from '../support/fake-storage.ts'

const note = (text: string): Order => ({ type: 'RecordLog', text })
const textOf = (command: Command): string => (command.type === 'RecordLog' ? command.text : command.type)

/** Lets everything happen that is only waiting for its turn. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** Remembers ids, as the real one does. */
class Server {
  readonly arrived: string[] = []
  readonly ids = new Set<string>()
}

/** A page with a link that can be cut. */
class Page {
  readonly server: Server
  linked = true
  loseAnswers = 0
  nowMs = 0
  refuse: string | null = null
  /** What it says instead of looking at the next order. */
  notYet: Problem | null = null
  readonly waits: { readonly ms: number; readonly run: () => void }[] = []
  outdated: string | null = null
  readonly outbox: KeptOutbox
  static lastId = 0

  constructor(store: Storage | null, server = new Server(), giver = 'Ines') {
    this.server = server
    this.outbox = new KeptOutbox({
      box: new LetterBox(store, 'letters'),
      post: (command) => Promise.resolve(this.#receive(command)),
      canSend: () => this.linked,
      outdated: () => this.outdated,
      dated: (late) => ({
        orders: late.map(
          ({ command, writtenMs }) => ({ ...command, text: `${textOf(command)} at ${writtenMs}` }) as Order,
        ),
        notes: [note(`${late.length} late`)],
      }),
      giver,
      newId: () => `id-${++Page.lastId}`,
      nowMs: () => this.nowMs,
      later: (ms, run) => this.waits.push({ ms, run }),
      changed: () => undefined,
    })
  }

  #receive(command: Command): Answer<object> | null {
    if (this.notYet) return { ok: false, error: this.notYet }
    if (this.refuse === textOf(command)) return { ok: false, error: { code: 'No', detail: 'No.' } }
    if (!this.server.ids.has(command.id)) this.server.arrived.push(textOf(command))
    this.server.ids.add(command.id)
    if (this.loseAnswers === 0) return { ok: true }
    this.loseAnswers -= 1
    this.linked = false
    return null
  }

  write(...texts: readonly string[]): void {
    for (const text of texts) this.outbox.write(note(text), null)
  }

  async relink(): Promise<void> {
    this.linked = true
    await this.outbox.sendAll()
  }

  states(): readonly string[] {
    return this.outbox.letters.map(({ command, state }) => `${textOf(command)} ${state}`)
  }
}

describe('reports written without a link', () => {
  test('[PHN1] wait, and are sent once and in order when it is back', async () => {
    const page = new Page(fakeStorage())
    page.linked = false
    page.write('a', 'b', 'c')
    expect(page.states()).toEqual(['a waiting', 'b waiting', 'c waiting'])
    await page.relink()
    expect(page.server.arrived).toEqual(['a', 'b', 'c'])
    expect(page.states()).toEqual(['a arrived', 'b arrived', 'c arrived'])
  })

  test('[PHN1] outlive the page', async () => {
    const store = fakeStorage()
    const before = new Page(store)
    before.linked = false
    before.write('a', 'b')
    const after = new Page(store)
    await after.relink()
    expect(after.server.arrived).toEqual(['a', 'b'])
  })

  test('[PHN1] are done once, though an answer was lost', async () => {
    const page = new Page(fakeStorage())
    page.linked = false
    page.loseAnswers = 1
    page.write('a', 'b')
    await page.relink()
    expect(page.states()).toEqual(['a tried', 'b waiting'])
    await page.relink()
    expect(page.server.arrived).toEqual(['a', 'b'])
  })

  test('[PHN1] are done once and in order, though two tabs send them', async () => {
    const store = fakeStorage()
    const server = new Server()
    const one = new Page(store, server)
    one.linked = false
    one.write('a', 'b', 'c')
    const other = new Page(store, server)
    await Promise.all([one.relink(), other.relink()])
    expect(server.arrived).toEqual(['a', 'b', 'c'])
    expect(new LetterBox(store, 'letters').letters.map(({ state }) => state)).toEqual(Array(3).fill('arrived'))
  })

  test('[PHN3] one that was never sent can be taken back, one that may have arrived cannot', async () => {
    const page = new Page(fakeStorage())
    page.linked = false
    page.loseAnswers = 1
    page.write('a', 'b')
    await page.relink()
    for (const { command } of page.outbox.letters) page.outbox.discard(command.id)
    expect(page.states()).toEqual(['a tried'])
  })

  test('[PHN3] one that is refused holds nobody up, and says why', async () => {
    const page = new Page(fakeStorage())
    page.linked = false
    page.refuse = 'a'
    page.write('a', 'b')
    await page.relink()
    expect(page.outbox.letters.map(({ state, why }) => [state, why])).toEqual([
      ['refused', 'No.'],
      ['arrived', null],
    ])
  })

  test('[PHN3] what has been overtaken is not sent', async () => {
    const page = new Page(fakeStorage())
    page.linked = false
    page.write('a')
    page.outdated = 'Another job'
    await page.relink()
    expect([page.server.arrived, page.states(), page.outbox.letters[0]?.why]).toEqual([
      [],
      ['a overtaken'],
      'Another job',
    ])
  })

  test('[PHN2] what had to wait says when it was written, in one note and once', async () => {
    const page = new Page(fakeStorage())
    page.linked = false
    page.write('a', 'b')
    page.nowMs = 60_000
    page.loseAnswers = 1
    await page.relink()
    page.nowMs = 120_000
    await page.relink()
    expect(page.server.arrived).toEqual(['2 late', 'a at 0', 'b at 0'])
  })

  test('[PHN2] what another wrote, who had the phone before, is told in a note and once, though it may have arrived', async () => {
    const [store, server] = [fakeStorage(), new Server()]
    const before = new Page(store, server, 'Omar')
    before.linked = false
    before.loseAnswers = 1
    before.write('a', 'b')
    await before.relink()
    const after = new Page(store, server)
    after.linked = false
    after.write('c')
    await after.relink()
    await new Page(store, server).relink()
    expect(server.arrived).toEqual(['a', '2 late', 'b at 0', 'c'])
  })

  test('[PHN2] what was not sent after all is no longer told of', async () => {
    const page = new Page(fakeStorage())
    page.linked = false
    page.write('a')
    page.outdated = 'Another job'
    await page.relink()
    page.nowMs = 60_000
    await page.relink()
    expect(page.server.arrived).toEqual([])
  })

  test('[PHN1] are at most a hundred, and of those answered the last eight stay', async () => {
    const page = new Page(fakeStorage())
    page.linked = false
    page.write(...Array.from({ length: 120 }, (_, index) => `note ${index}`))
    expect([page.outbox.waiting.length, page.outbox.isFull]).toEqual([100, true])
    await page.relink()
    for (let second = 1; second <= 10; second++) {
      expect(page.server.arrived).toHaveLength(10 * second) // no more in a second [LNK6]
      for (const { run } of page.waits.splice(0)) run()
      await settle()
    }
    expect(page.states()).toEqual(Array.from({ length: 8 }, (_, index) => `note ${92 + index} arrived`))
  })
})

describe('a browser that keeps nothing', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error('full')
    },
  } as unknown as Storage

  test.each([
    ['none', null],
    ['a full one', full],
  ] as const)('(%s) has them for as long as the page is open', async (_, store) => {
    const page = new Page(store)
    page.linked = false
    page.write('a', 'b')
    await page.relink()
    expect(page.server.arrived).toEqual(['a', 'b'])
  })

  test('what it kept and cannot be read is nothing', () => {
    const store = fakeStorage()
    store.setItem('letters', '{"not": "letters"')
    expect(new LetterBox(store, 'letters').letters).toEqual([])
    store.setItem('letters', '[1, null, {"command": 1}]')
    expect(new LetterBox(store, 'letters').letters).toEqual([])
  })
})

test.each(['Busy', 'Draining', 'LogFull'])(
  '[LNK2] given a server that says %s, a report waits and is sent again after a while',
  async (code) => {
    const page = new Page(fakeStorage())
    page.notYet = { code, detail: 'Not now.', ...(code === 'Busy' && { retryAfterMs: 3_000 }) }
    page.write('a', 'b')
    await settle()
    expect(page.states()).toEqual(['a tried', 'b waiting'])
    const wait = page.waits.at(-1)
    expect(wait?.ms).toBeGreaterThanOrEqual(code === 'Busy' ? 3_000 : 1_000)

    page.notYet = null
    wait?.run()
    await settle()
    expect(page.server.arrived).toEqual(['a', 'b'])
  },
)
