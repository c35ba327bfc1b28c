import type { Plan } from '#shared/ship/plan.ts'
import type { Concealable, ThingKey } from '#shared/ship/state.ts'
import { placeName, systemName } from '#shared/ship/views/words.ts'

const WORDS: Readonly<Record<Concealable, (plan: Plan, id: string) => string>> = {
  breaches: (_plan, id) => `Breach ${id}`,
  fires: (plan, id) => `Fire in ${placeName(plan, id)}`,
  scorched: (plan, id) => `Fire gone out in ${placeName(plan, id)}`,
  leaks: (plan, id) => `Leak from ${systemName(plan, id)}`,
  air: (plan, id) => `Air in ${placeName(plan, id)}`,
  people: (plan, id) => `People in ${placeName(plan, id)}`,
  passages: (_plan, id) => `Passage ${id}`,
  systems: (plan, id) => `Condition of ${systemName(plan, id)}`,
  casualties: (_plan, id) => `Casualty ${id}`,
}

/** What a key of `ship.unknown` is about. */
export const thingInWords = (plan: Plan, key: ThingKey): string => {
  const slash = key.indexOf('/')
  return WORDS[key.slice(0, slash) as Concealable](plan, key.slice(slash + 1))
}
