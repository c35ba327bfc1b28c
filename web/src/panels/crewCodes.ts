import type { Plan } from '#shared/ship/plan.ts'

/** The initials of an id: "aid-post-2" is AP2. */
const initials = (id: string): string =>
  id
    .split('-')
    .map((word) => (/^\d+$/.test(word) ? word : word.slice(0, 1)))
    .join('')
    .toUpperCase()

const codes = new WeakMap<Plan, ReadonlyMap<string, string>>()

/** A code of two or three characters for each crew, where its name has no room; no two alike. */
const crewCodes = (plan: Plan): ReadonlyMap<string, string> => {
  const known = codes.get(plan)
  if (known) return known
  const made = new Map<string, string>()
  for (const id of plan.crews.keys()) {
    const code = initials(id)
    const taken = [...made.values()].includes(code)
    made.set(id, taken ? `${code}${made.size + 1}` : code)
  }
  codes.set(plan, made)
  return made
}

export const crewCode = (plan: Plan, crew: string): string => crewCodes(plan).get(crew) ?? crew
