import { Session } from 'node:inspector'

/** Adds up; the prototype of a class of maps is no map itself, and has no size. */
const SIZES = `function () {
  return this.reduce((sum, one) => { try { return sum + one.size } catch { return sum } }, 0)
}`

const inspector = new Session()
inspector.connect()

/** Calls back before it returns, as the inspector is of this thread. */
const asked = <Answer>(method: string, params: object): Answer => {
  let answer: object | undefined
  inspector.post(method, params, (error, given) => {
    if (error) throw error
    answer = given
  })
  return answer as Answer
}

interface Remote {
  readonly result: { readonly objectId: string; readonly value: unknown }
}

const entriesOf = (kind: 'Map' | 'Set'): number => {
  const { result: prototype } = asked<Remote>('Runtime.evaluate', { expression: `${kind}.prototype` })
  const { objects } = asked<{ readonly objects: { readonly objectId: string } }>('Runtime.queryObjects', {
    prototypeObjectId: prototype.objectId,
    objectGroup: 'entries',
  })
  const { result: sum } = asked<Remote>('Runtime.callFunctionOn', {
    ...{ objectId: objects.objectId, functionDeclaration: SIZES, returnByValue: true },
  })
  asked('Runtime.releaseObjectGroup', { objectGroup: 'entries' })
  return Number(sum.value)
}

/** Of all maps and sets of this thread that are no garbage, whoever holds them. */
export const entriesHeld = (): number => entriesOf('Map') + entriesOf('Set')
