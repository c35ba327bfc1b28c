import { batteryAt, percentAt, pressureAt } from '#shared/ship/formula.ts'
import { peopleIn } from '#shared/ship/people.ts'
import type { Ship } from '#shared/ship/state.ts'

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)

/** People are neither made nor lost: well, at work in a crew, hurt, or dead. */
const people = (ship: Ship): string | null => {
  const well = sum([...ship.plan.compartments.keys()].map((id) => peopleIn(ship, id)))
  const crews = sum([...ship.plan.crews.values()].map(({ size }) => size))
  const hurt = Object.values(ship.casualties).filter(
    ({ crew, status }) => crew === null && status !== 'discharged',
  ).length
  const all = well + crews + hurt
  return all === ship.plan.file.complement ? null : `${all} people aboard, ${ship.plan.file.complement} signed on`
}

const crewsHurt = (ship: Ship): string | null => {
  for (const [id, { hurt }] of Object.entries(ship.crews)) {
    const down = Object.values(ship.casualties).filter((one) => one.crew === id && one.status !== 'discharged').length
    if (hurt !== down) return `crew ${id} counts ${hurt} hurt, ${down} are casualties`
  }
  return null
}

const air = (ship: Ship): string | null => {
  for (const id in ship.air) {
    const kpa = pressureAt(ship, id, ship.at)
    if (!(kpa >= 0 && kpa <= ship.plan.file.atmosphere.kpa + 1e-9)) return `${kpa} kPa in ${id}`
  }
  return null
}

const power = (ship: Ship): string | null => {
  const { capacityMj, outputMw } = ship.plan.file.battery
  const charge = batteryAt(ship.power, capacityMj, ship.at)
  if (!(charge >= 0 && charge <= capacityMj)) return `battery at ${charge} MJ of ${capacityMj}`
  const available = ship.power.supplyMw + (charge > 0 ? outputMw : 0)
  const fields = sum(Object.values(ship.fields).map(({ drawMw }) => drawMw))
  return fields <= available + 1e-9 ? null : `fields draw ${fields} MW of ${available}`
}

const repairs = (ship: Ship): string | null => {
  const all = [ship.breaches, ship.systems, ship.passages].flatMap((record) =>
    Object.entries<{ repair: Parameters<typeof percentAt>[0] }>(record),
  )
  for (const [id, { repair }] of all) {
    const percent = percentAt(repair, ship.at)
    if (!(percent >= 0 && percent <= 100) || !(repair.perS >= 0))
      return `${id} at ${percent} %, ${repair.perS} a second`
  }
  return null
}

const beds = (ship: Ship): string | null => {
  for (const { id, beds: most, surgeons } of ship.plan.sickbays.values()) {
    const here = Object.values(ship.casualties).filter((one) => one.sickbay === id)
    const inBeds = here.filter(({ status }) => status === 'inBed' || status === 'stable').length
    const operating = here.filter(({ treatmentEndsAt }) => treatmentEndsAt !== null).length
    if (inBeds > most) return `${inBeds} in ${most} beds of ${id}`
    if (operating > surgeons) return `${operating} under ${surgeons} surgeons in ${id}`
  }
  return null
}

const alarms = (ship: Ship): string | null => {
  for (const { compartment } of Object.values(ship.breaches))
    if (!(`breach@${compartment}` in ship.alarms)) return `no alarm for the breach in ${compartment}`
  for (const { id, compartment, cause, state } of Object.values(ship.alarms)) {
    const open = Object.values(ship.breaches).some((breach) => breach.compartment === compartment)
    if (cause === 'breach' && state !== 'returned' && !open) return `${id} stands without a breach`
  }
  return null
}

const CHECKS = { people, crewsHurt, air, power, repairs, beds, alarms }

/** What is wrong with a ship that must not be, by name; empty: nothing. */
export const brokenInvariants = (ship: Ship): readonly string[] =>
  Object.entries(CHECKS).flatMap(([name, check]) => {
    const broken = check(ship)
    return broken === null ? [] : [`${name}: ${broken}`]
  })
