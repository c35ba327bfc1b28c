import type { Order } from '#shared/ship/commands.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { alarmId } from '#shared/ship/alarm-id.ts'

/** An order, and the alarm that it must raise. */
interface Blow {
  readonly order: Order
  readonly alarm: string
}

const REPORTED = ['fire', 'breach', 'thin-air', 'leak', 'other'] as const
const BREACH_M2 = 0.02
const WEAK_PERCENT = 40

/** Systems without which whatever else happens is still seen: no source, nothing that the sensors need. */
const harmless = (plan: Plan): readonly string[] => {
  const needed = new Set([plan.file.sensors?.system ?? ''])
  for (const id of needed) for (const { system } of plan.systems.get(id)?.needs ?? []) needed.add(system)
  return [...plan.systems.values()].flatMap(({ id, suppliesMw }) => (needed.has(id) || suppliesMw ? [] : [id]))
}

/** Bad news from all over a ship: reports from every compartment, broken systems, wounded, and breaches, mixed. */
export const burstOf = (plan: Plan, count: number): readonly Blow[] => {
  const stations = new Set([...plan.crews.values()].map(({ station }) => station)) // a crew there sees for itself
  const places = [...plan.compartments.values()].filter(({ id }) => !stations.has(id))
  const blows: readonly (readonly Blow[])[] = [
    places.map(({ id }, i) => ({
      order: {
        type: 'ReportDamage',
        compartment: id,
        what: REPORTED[i % REPORTED.length] ?? 'other',
        text: 'Called in',
      },
      alarm: alarmId({ cause: 'report', id }),
    })),
    harmless(plan).map((id) => ({
      order: { type: 'DamageSystem', system: id, to: WEAK_PERCENT },
      alarm: alarmId({ cause: 'system', id }),
    })),
    places
      .filter(({ people }) => people > 0)
      .map(({ id }) => ({
        order: { type: 'ReportCasualty', compartment: id, injury: 'burns' },
        alarm: alarmId({ cause: 'casualties', id }),
      })),
    places.map(({ id }) => ({
      order: { type: 'InflictBreach', compartment: id, area: BREACH_M2 },
      alarm: alarmId({ cause: 'breach', id }),
    })),
  ]
  const mixed: Blow[] = []
  for (let i = 0; mixed.length < count; i++) mixed.push(...blows.flatMap((of) => of[i] ?? []))
  return mixed.slice(0, count)
}
