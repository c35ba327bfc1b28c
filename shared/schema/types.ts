import { Type } from 'typebox'
import { ONE_LINE } from './plain.ts'

/** What the file formats and the messages have in common. Strings from outside are bounded, and never bend a screen. */
export const closed = { additionalProperties: false } as const

/**
 * Not what every JavaScript object inherits (`constructor`): ids are keys of plain objects. Lower case leaves only one.
 */
export const Id = Type.String({
  pattern: '^(?!constructor$)[a-z0-9][a-z0-9-]*$',
  maxLength: 40,
  description: 'an id: small letters, digits and hyphens, at most 40',
})

export const CompartmentId = Type.String({
  pattern: '^[0-9]{2}-[0-9]{2}$',
  description: 'a compartment: two digits for the deck, a hyphen, two for the section, such as 07-04',
})

/** Whatever an order is about. Nothing that every JavaScript object has: lookups by it must find the ship's own things. */
export const Reference = Type.String({
  pattern:
    '^(?!(?:constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|to(?:Locale)?String|valueOf)$)[A-Za-z0-9][A-Za-z0-9@:/_-]*$',
  maxLength: 120,
  description: 'the id of something of this ship',
})

const oneLine = (what: string, maxLength: number) =>
  Type.String({ pattern: ONE_LINE, maxLength, description: `a ${what} of 1 to ${maxLength} characters on one line` })

export const Name = oneLine('name', 60)
export const Text = oneLine('text', 500)
export const Note = oneLine('note', 1000)

export const Percent = Type.Number({ minimum: 0, maximum: 100 })
/** Above zero, and neither so small nor so large that arithmetic with it would overflow. */
export const Positive = Type.Number({ minimum: 0.001, maximum: 1_000_000 })
export const Count = Type.Integer({ minimum: 0, maximum: 100_000 })

export const Facing = Type.Enum(['fore', 'aft', 'port', 'starboard', 'dorsal', 'ventral'])
