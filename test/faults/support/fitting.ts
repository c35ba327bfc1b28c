import type { Dice } from '#shared/dice.ts'
import type { TSchema } from 'typebox'

/** Of a schema, what values are made by: the words of JSON Schema that ours use. */
interface Shape {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape | readonly Shape[]
  readonly minItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
}

const WORDS = [
  'voyager',
  '07-04',
  'order-0123456789',
  'alpha',
  '2026-11-23T12:00:00Z',
  '123456',
  '00:10',
  'A line',
  '07-04>07-05',
]

/** A value that fits a schema, or nearly: numbers and lengths at their bounds, and one beyond them now and then. */
export const fitting = (schema: TSchema, dice: Dice): unknown => valueOf(schema, dice)

const valueOf = (shape: Shape, dice: Dice): unknown => {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return dice.pick(shape.enum)
  if (shape.anyOf) return valueOf(dice.pick(shape.anyOf), dice)
  switch (shape.type) {
    case 'object':
      return objectOf(shape, dice)
    case 'array':
      return listOf(shape, dice)
    case 'integer':
    case 'number':
      return numberOf(shape, dice)
    case 'string':
      return textOf(shape, dice)
    case 'boolean':
      return dice.chance(0.5)
    default:
      return null
  }
}

const objectOf = ({ properties = {}, required = [] }: Shape, dice: Dice): unknown =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, member]) =>
      required.includes(name) || dice.chance(0.3) ? [[name, valueOf(member, dice)]] : [],
    ),
  )

const listOf = ({ items, minItems = 0 }: Shape, dice: Dice): unknown => {
  const length = minItems + dice.whole(0, 2)
  return Array.from({ length }, (_, n) => {
    const item = Array.isArray(items) ? (items as readonly Shape[])[n] : (items as Shape | undefined)
    return item ? valueOf(item, dice) : null
  })
}

const numberOf = ({ type, minimum = -1e6, maximum = 1e6 }: Shape, dice: Dice): number => {
  const within = type === 'integer' ? dice.whole(minimum, Math.min(maximum, 1e9)) : dice.between(minimum, maximum)
  return dice.pick([within, within, within, minimum, maximum, minimum - 1, maximum + 1])
}

const textOf = ({ pattern = '', minLength = 0, maxLength = 80 }: Shape, dice: Dice): string => {
  const words = WORDS.filter((word) => new RegExp(pattern, 'u').test(word))
  if (words.length > 0 && dice.chance(0.8)) return dice.pick(words)
  return 'a'.repeat(dice.pick([minLength, maxLength, maxLength + 1]))
}
