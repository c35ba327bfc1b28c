import type { TSchema } from 'typebox'
import { escaped } from './plain.ts'

/** The parts of a JSON Schema that are put in words here. */
export interface Shape extends TSchema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape | readonly Shape[]
  readonly description?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
}

const bounds = ({ minimum, maximum }: Shape): string => {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`
  if (minimum !== undefined) return ` of at least ${minimum}`
  return maximum === undefined ? '' : ` of at most ${maximum}`
}

const isTuple = (shape: Shape): shape is Shape & { readonly items: readonly Shape[] } => Array.isArray(shape.items)

const listWords = ({ minItems, maxItems }: Shape): string => {
  const least = minItems === undefined ? '' : ` of at least ${minItems}`
  return `a list${least}${maxItems === undefined ? '' : `, at most ${maxItems}`}`
}

/** What a schema asks for, in words. */
export const expectedWords = (shape: Shape): string => {
  if (shape.const !== undefined) return JSON.stringify(shape.const)
  if (shape.enum !== undefined) return shape.enum.map((value) => JSON.stringify(value)).join(' or ')
  if (shape.anyOf !== undefined) return shape.description ?? [...new Set(shape.anyOf.map(expectedWords))].join(' or ')
  if (shape.pattern !== undefined) return shape.description ?? `a text that matches ${shape.pattern}`
  if (isTuple(shape)) return shape.description ?? `[${shape.items.map(expectedWords).join(', ')}]`
  return shape.description === undefined ? kindWords(shape) : `${kindWords(shape)} (${shape.description})`
}

const kindWords = (shape: Shape): string => {
  const words: Readonly<Record<string, string>> = {
    integer: `a whole number${bounds(shape)}`,
    number: `a number${bounds(shape)}`,
    string: shape.maxLength === undefined ? 'a text' : `a text of at most ${shape.maxLength} characters`,
    boolean: 'true or false',
    array: listWords(shape),
    object: 'an object',
  }
  return words[shape.type ?? 'object'] ?? 'a value'
}

const QUOTED_MAX = 60

/** What was found instead, in words. */
export const foundWords = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  // Never what lies deeper: it may be nested so deep that putting it in words runs out of stack.
  if (Array.isArray(value))
    return value.length <= 3 && !value.some(isNest) ? quoted(value) : `a list of ${value.length}`
  return isNest(value) ? 'an object' : quoted(value)
}

const isNest = (value: unknown): boolean => typeof value === 'object' && value !== null

const quoted = (value: unknown): string => {
  const text = escaped(JSON.stringify(value))
  return text.length <= QUOTED_MAX ? text : `${text.slice(0, QUOTED_MAX)}…`
}
