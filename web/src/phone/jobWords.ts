import { healthAt } from '#shared/ship/formula.ts'
import type { Plan } from '#shared/ship/plan.ts'
import type { Task } from '#shared/ship/rules/tasks.ts'
import type { Ship } from '#shared/ship/state.ts'
import type { TaskPriority } from '#shared/ship/terms.ts'
import { DAMAGE_KIND, INJURY, LEAK_KIND, placeName, taskName, TRIAGE } from '#shared/ship/views/words.ts'
import { percent } from '../panels/format.ts'
import { fireInWords } from '../panels/hazardWords.ts'

export const PRIORITY_WORDS: Readonly<Record<TaskPriority, string>> = {
  first: 'Do this first',
  normal: 'Normal priority',
  last: 'May wait',
}

/** "Breach B3 at 07-04 Main lab"; a task that is named after its place does not say the place twice. */
export const jobAndPlace = (plan: Plan, { id, compartment }: Task): string => {
  const name = taskName(plan, id)
  const room = plan.compartments.get(compartment)?.name ?? ''
  return name.includes(compartment)
    ? [name, room].filter(Boolean).join(', ')
    : `${name} at ${placeName(plan, compartment)}`
}

const reportsOf = (ship: Ship, compartment: string): string =>
  Object.values(ship.reports)
    .filter((report) => report.compartment === compartment && report.status === 'reported')
    .map(({ what, text }) => `${DAMAGE_KIND[what]}: ${text}`)
    .join('; ')

/** What is to be done, in a sentence for whoever has to do it. */
export const jobInWords = (ship: Ship, { kind, target, compartment, places, skill }: Task, at: number): string => {
  switch (kind) {
    case 'breach': {
      const breach = ship.breaches[target]
      const held = compartment in ship.fields ? 'A force field holds it.' : 'Open to space: suits.'
      return `Plate over the hull breach${breach ? `, ${breach.areaM2.toFixed(2)} m²` : ''}. ${held}`
    }
    case 'system':
      return `Repair it: it is at ${percent(healthAt(ship, target, at))}. Skill: ${skill}.`
    case 'passage':
      return `Force the jammed passage, from ${places.join(' or ')}.`
    case 'fire': {
      const fire = ship.fires[target]
      return `Fight the fire. ${fire ? fireInWords(fire, at, ship.plan) : ''}`
    }
    case 'leak': {
      const leak = ship.leaks[target]
      return `Stop the ${leak ? LEAK_KIND[leak.kind].toLowerCase() : ''} leak.`
    }
    case 'casualty-power':
      return 'Lay an emergency cable to it.'
    case 'place':
      return `Go and see. ${reportsOf(ship, compartment) || 'Nothing was reported there.'}`
    case 'casualty': {
      const hurt = ship.casualties[target]
      if (!hurt) return 'Bring them to a bed.'
      const who = [hurt.name, INJURY[hurt.injury], hurt.category && TRIAGE[hurt.category]].filter(Boolean).join(', ')
      return `Bring them to a bed. ${who}.`
    }
  }
}
