import type { Applies } from './applies.ts'
import { peopleIn } from '../people.ts'
import type { CasualtyFact } from '../facts/casualties.ts'
import { known, put } from '../records.ts'
import type { Casualty, Ship, Stop } from '../state.ts'

const changed = (ship: Ship, casualty: string, change: Partial<Casualty>) => ({
  casualties: put(ship.casualties, casualty, { ...known(ship.casualties[casualty], casualty), ...change }),
})

/** Whoever is hurt is no longer among the people of the compartment; whoever is discharged is, where they stand. */
const oneMore = (ship: Ship, compartment: string, by: 1 | -1) =>
  put(ship.people, compartment, Math.max(0, peopleIn(ship, compartment) + by))

/** A crew goes with whom it carries. */
const onTheWay = (ship: Ship, crew: string, route: readonly Stop[]) =>
  put(ship.crews, crew, { ...known(ship.crews[crew], crew), route })

const UNTENDED = {
  status: 'waiting',
  category: null,
  triagedAt: null,
  transport: null,
  sickbay: null,
  beddedAt: null,
  treatmentEndsAt: null,
  treatments: [],
  endedAt: null,
} as const

export const casualties: Applies<CasualtyFact['type']> = {
  CasualtyReported: (ship, { casualty, name, crew, compartment, injury, fate, at }) => ({
    casualties: put(ship.casualties, casualty, {
      id: casualty,
      name,
      crew,
      compartment,
      injury,
      fate,
      reportedAt: at,
      ...UNTENDED,
    }),
    numbers: { ...ship.numbers, casualty: ship.numbers.casualty + 1 },
    ...(crew === null && { people: oneMore(ship, compartment, -1) }),
  }),
  CasualtyTriaged: (ship, { casualty, category, at }) => changed(ship, casualty, { category, triagedAt: at }),
  CasualtyWorsened: (ship, { casualty, fate }) => changed(ship, casualty, { fate }),
  CasualtyMoved: (ship, { casualty, transport }) => ({
    ...changed(ship, casualty, { status: 'moving', transport }),
    ...(transport.crew !== null && { crews: onTheWay(ship, transport.crew, transport.route) }),
  }),
  CasualtySetDown: (ship, { casualty, compartment }) =>
    changed(ship, casualty, { status: 'waiting', transport: null, compartment }),
  CasualtyBedded: (ship, { casualty, sickbay, compartment, at }) =>
    changed(ship, casualty, { status: 'inBed', transport: null, sickbay, compartment, beddedAt: at }),
  TreatmentBegun: (ship, { casualty, endsAt }) => changed(ship, casualty, { treatmentEndsAt: endsAt }),
  CasualtyTreated: (ship, { casualty, treatment, fate }) =>
    changed(ship, casualty, {
      fate,
      treatments: [...known(ship.casualties[casualty], casualty).treatments, treatment],
    }),
  CasualtyStabilised: (ship, { casualty, at }) =>
    changed(ship, casualty, { status: 'stable', treatmentEndsAt: null, endedAt: at }),
  CasualtyDied: (ship, { casualty, at }) =>
    changed(ship, casualty, { status: 'dead', transport: null, treatmentEndsAt: null, endedAt: at }),
  CasualtyDischarged: (ship, { casualty, at }) => {
    const { crew, compartment } = known(ship.casualties[casualty], casualty)
    return {
      ...changed(ship, casualty, { status: 'discharged', treatmentEndsAt: null, endedAt: at }),
      ...(crew === null && { people: oneMore(ship, compartment, 1) }),
    }
  },
  TreatmentPlaceOrdered: (ship, { sickbay, opensAt }) => ({
    treatmentPlaces: put(ship.treatmentPlaces, sickbay, { opensAt, open: false }),
  }),
  TreatmentPlaceOpened: (ship, { sickbay, at }) => ({
    treatmentPlaces: put(ship.treatmentPlaces, sickbay, { opensAt: at, open: true }),
  }),
}
