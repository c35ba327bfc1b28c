import type { TSchema } from 'typebox'
import type { Validator } from 'typebox/compile'
import type { TLocalizedValidationError } from 'typebox/error'
import { Settings } from 'typebox/system'
import { Errors } from 'typebox/value'
import { expectedWords, foundWords, type Shape } from './words.ts'

/** One thing wrong with a file: where (a JSON path such as `$.systems[2].name`), what belongs there, what is there. */
export interface FileProblem {
  readonly path: string
  readonly expected: string
  readonly found: string
}

// All of them, not TypeBox's first eight; the bound keeps a file of nothing but mistakes from taking the server's time.
Settings.Set({ maxErrors: 1000 })

type Wrong = TLocalizedValidationError
type Step = string | number

const PLAIN_MEMBER = /^[A-Za-z_$][\w$]*$/

const stepWords = (step: Step): string => {
  if (typeof step === 'number') return `[${step}]`
  return PLAIN_MEMBER.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`
}

export const pathOf = (...steps: readonly Step[]): string => `$${steps.map(stepWords).join('')}`

const pointerSteps = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

const member = (value: unknown, step: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined

const valueAt = (root: unknown, pointer: string): unknown => pointerSteps(pointer).reduce(member, root)

/** JSON path of a pointer: what indexes a list is a number. */
const instancePath = (root: unknown, pointer: string): readonly Step[] => {
  let value = root
  return pointerSteps(pointer).map((step) => {
    const inList = Array.isArray(value)
    value = member(value, step)
    return inList ? Number(step) : step
  })
}

const isWithin = (path: string, of: string): boolean => path === of || path.startsWith(`${of}/`)

const isChoiceByType = ({ anyOf = [] }: Shape): boolean =>
  anyOf.some(({ properties }) => properties?.['type']?.const !== undefined)

/** How much of what an option asks for is there. */
const likeness = (option: Shape, value: unknown): number =>
  (option.required ?? []).filter((name) => member(value, name) !== undefined).length

/**
 * Of a choice between kinds of object, the one meant, as its place in the choice: the one with the same `type`, or else
 * the one that most of it is there of. -1 when that can't be told.
 */
const meant = ({ anyOf = [] }: Shape, value: unknown): number => {
  if (isChoiceByType({ anyOf }))
    return anyOf.findIndex(({ properties }) => properties?.['type']?.const === member(value, 'type'))
  const likenesses = anyOf.map((option) => likeness(option, value))
  const most = Math.max(...likenesses)
  const first = likenesses.indexOf(most)
  return most > 0 && likenesses.lastIndexOf(most) === first ? first : -1
}

/** A choice that failed brings the complaints of all its options. Those of the one meant are kept, or only its own. */
const withoutOtherOptions = (wrongs: readonly Wrong[], schema: TSchema, value: unknown): readonly Wrong[] => {
  const choices = wrongs
    .filter(({ keyword }) => keyword === 'anyOf')
    .map((choice) => ({
      choice,
      kept: meant(valueAt(schema, choice.schemaPath) as Shape, valueAt(value, choice.instancePath)),
    }))
  return wrongs.filter((wrong) =>
    choices.every(({ choice, kept }) => {
      if (wrong === choice) return kept < 0
      const options = `${choice.schemaPath}/anyOf`
      const beneath = isWithin(wrong.schemaPath, options) && isWithin(wrong.instancePath, choice.instancePath)
      return !beneath || (kept >= 0 && isWithin(wrong.schemaPath, `${options}/${kept}`))
    }),
  )
}

const problemsOfOne = (wrong: Wrong, schema: TSchema, root: unknown): readonly FileProblem[] => {
  const steps = instancePath(root, wrong.instancePath)
  const shape = valueAt(schema, wrong.schemaPath) as Shape
  const value = valueAt(root, wrong.instancePath)
  const { keyword, params } = wrong
  if (keyword === 'required') return params.requiredProperties.map((name) => missing(steps, name, shape))
  if (keyword === 'additionalProperties') return [] // each of them is told by itself, as false
  if (keyword === 'boolean') return [extra(steps, valueAt(schema, parentOf(wrong.schemaPath)) as Shape, value)]
  if (keyword === 'anyOf') return [choiceProblem(steps, shape, value)]
  return [{ path: pathOf(...steps), expected: expectedWords(shape), found: foundWords(value) }]
}

const missing = (steps: readonly Step[], name: string, { properties }: Shape): FileProblem => {
  const wanted = properties?.[name]
  return { path: pathOf(...steps, name), expected: wanted ? expectedWords(wanted) : 'a value', found: 'nothing' }
}

const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'))

const extra = (steps: readonly Step[], { properties }: Shape, value: unknown): FileProblem => ({
  path: pathOf(...steps),
  expected: `only ${Object.keys(properties ?? {}).join(', ')}`,
  found: foundWords(value),
})

const choiceProblem = (steps: readonly Step[], shape: Shape, value: unknown): FileProblem => {
  const kinds = (shape.anyOf ?? []).flatMap((option) => option.properties?.['type'] ?? [])
  if (kinds.length === 0) return { path: pathOf(...steps), expected: expectedWords(shape), found: foundWords(value) }
  const expected = kinds.map(expectedWords).join(' or ')
  return { path: pathOf(...steps, 'type'), expected, found: foundWords(member(value, 'type')) }
}

/** A file of nothing but mistakes is told enough of them. */
const PROBLEMS_MOST = 1000

const problemsOf = (schema: TSchema, value: unknown): readonly FileProblem[] =>
  withoutOtherOptions(Errors(schema, value), schema, value)
    .flatMap((wrong) => problemsOfOne(wrong, schema, value))
    .slice(0, PROBLEMS_MOST)

/**
 * Everything a value has against its schema, in plain words; empty when it fits. Of a choice by `type` only the option
 * meant is looked at: to ask all of them of a large value would cost the server a second.
 */
export const shapeProblems = (validator: Validator, value: unknown): readonly FileProblem[] => {
  if (validator.Check(value)) return []
  const schema: Shape = validator.Type()
  if (!isChoiceByType(schema)) return problemsOf(schema, value)
  const option = schema.anyOf?.[meant(schema, value)]
  return option ? problemsOf(option, value) : [choiceProblem([], schema, value)]
}
