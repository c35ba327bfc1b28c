import { isPlain } from '../schema/plain.ts'
import { type FileProblem, pathOf } from '../schema/problems.ts'
import { foundWords } from '../schema/words.ts'

/** The longest text that people can write; see `schema/types.ts`. */
const CHARACTERS_MAX = 1_000
/** Deeper than anything of ours, and shallow enough for whoever walks it by recursion. */
const DEPTH_MAX = 32

type Step = string | number
interface Place {
  readonly value: unknown
  readonly step: Step
  readonly parent: Place | null
  readonly depth: number
}

const stepsTo = (place: Place): readonly Step[] => (place.parent ? [...stepsTo(place.parent), place.step] : [])

/** What is wrong with one value by itself, wherever it stands; null: nothing. */
const expectedInstead = ({ value, step, depth }: Place): string | null => {
  if (step === '__proto__') return 'another name'
  if (depth > DEPTH_MAX) return `at most ${DEPTH_MAX} levels`
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number that is not beyond all numbers'
  if (typeof value !== 'string') return null
  if (value.length > CHARACTERS_MAX) return `a text of at most ${CHARACTERS_MAX} characters`
  return isPlain(value) ? null : 'a text on one line, without control characters'
}

/** The first value, at any depth, that a program or a screen could not take as what it is: too deep, too long, not plain. */
export const notPlain = (root: unknown): FileProblem | null => {
  const places: Place[] = [{ value: root, step: '', parent: null, depth: 0 }]
  for (let place = places.pop(); place; place = places.pop()) {
    const expected = expectedInstead(place)
    if (expected) return { path: pathOf(...stepsTo(place)), expected, found: foundWords(place.value) }
    const { value, depth } = place
    if (typeof value !== 'object' || value === null) continue
    const inList = Array.isArray(value)
    for (const [step, member] of Object.entries(value))
      places.push({ value: member, step: inList ? Number(step) : step, parent: place, depth: depth + 1 })
  }
  return null
}
