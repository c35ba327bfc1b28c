import type { Plan } from '#shared/ship/plan.ts'
import { chainInWords } from '#shared/ship/views/capabilities.ts'
import type { DamageReport, PeopleLine, SystemLine } from '#shared/ship/views/damage-report.ts'
import {
  CASUALTY_STATUS,
  crewName,
  DAMAGE_KIND,
  INJURY,
  placeName,
  powerWords,
  PRIORITY,
  taskName,
  TRIAGE,
} from '#shared/ship/views/words.ts'
import { clockText } from '../ui/duration.ts'
import { left, percent, plural } from './format.ts'
import type { Sheet } from './sheet.ts'

const minutes = (personMinutes: number | null): string =>
  personMinutes === null ? '' : `${Math.ceil(personMinutes)} person-min`
const until = (at: number | null, now: number): string => (at === null ? '' : left(at, now))
const tenth = (value: number): string => String(Math.round(value * 10) / 10)

const capabilities = (report: DamageReport): Sheet => ({
  title: 'What she can do',
  columns: ['Capability', 'Now', 'Why not more', 'What restores it'],
  rows: report.capabilities.map(({ name, modeName, reasons, remedies }) => [
    name,
    modeName,
    chainInWords(reasons).join('; '),
    remedies.map((one) => `${one.kind} ${one.name}`).join(', then '),
  ]),
  none: 'The ship file lists no capability',
})

const hazards = (plan: Plan, { hazards, at }: DamageReport): Sheet => ({
  title: 'Hazards',
  columns: ['What', 'Where', 'Severity', 'For', 'Field', 'Done', 'Work left', 'Crews', 'Over in'],
  rows: hazards.map((item) => [
    taskName(plan, item.task),
    placeName(plan, item.compartment),
    PRIORITY[item.severity].word,
    item.since === null ? '' : clockText(at - item.since),
    item.kind === 'breach' ? (item.held ? 'Holding' : 'None') : '',
    item.percent === null ? '' : percent(item.percent),
    minutes(item.workLeft),
    item.crews.map(({ crew }) => crewName(plan, crew)).join(', ') || 'Nobody',
    until(item.doneAt, at),
  ]),
  none: 'None',
})

const PEOPLE: Readonly<Record<PeopleLine['state'], string>> = {
  inside: 'Inside',
  leaving: 'Being evacuated',
  trapped: 'Trapped',
}

const people = (plan: Plan, { people }: DamageReport): Sheet => ({
  title: 'People in danger',
  columns: ['Where', 'People', 'Air', 'State'],
  rows: people.map((line) => [
    placeName(plan, line.compartment),
    String(line.people),
    `${Math.round(line.kpa)} kPa`,
    PEOPLE[line.state],
  ]),
  none: 'None',
})

const casualties = (plan: Plan, { casualties, at }: DamageReport): Sheet => ({
  title: 'Casualties',
  columns: ['Who', 'Injury', 'Triage', 'Where', 'State', 'For'],
  rows: casualties
    .filter(({ status }) => status !== 'discharged')
    .map((one) => [
      one.name ? `${one.id} ${one.name}` : one.id,
      INJURY[one.injury],
      one.category ? TRIAGE[one.category] : 'Not triaged',
      placeName(plan, one.place),
      CASUALTY_STATUS[one.status],
      clockText(at - one.reportedAt),
    ]),
  none: 'None',
})

const STOPPED = { order: 'Shut down', shed: 'Shed' } as const
const isWhole = ({ healthPercent, performancePercent }: SystemLine): boolean =>
  healthPercent >= 100 && performancePercent >= 100

const systems = (plan: Plan, { systems, at }: DamageReport): Sheet => ({
  title: `Systems, ${systems.filter((line) => !isWhole(line)).length} of ${systems.length} impaired`,
  columns: ['System', 'Where', 'Health', 'Gives', 'State', 'Work left', 'Whole in'],
  rows: systems
    .filter((line) => !isWhole(line))
    .toSorted((a, b) => a.performancePercent - b.performancePercent)
    .map((line) => [
      line.name,
      placeName(plan, line.compartment),
      percent(line.healthPercent),
      percent(line.performancePercent),
      line.stopped ? STOPPED[line.stopped] : 'Running',
      line.workLeft > 0 ? minutes(line.workLeft) : '',
      until(line.doneAt, at),
    ]),
  none: 'All whole and running',
})

const decks = ({ decks }: DamageReport): Sheet => ({
  title: 'By deck',
  columns: ['Deck', 'Name', 'Hazards', 'Casualties', 'Damaged systems'],
  rows: decks
    .filter(({ hazards, casualties, damagedSystems }) => hazards + casualties + damagedSystems > 0)
    .map(({ deck, name, hazards, casualties, damagedSystems }) => [
      String(deck),
      name,
      ...[hazards, casualties, damagedSystems].map((count) => (count === 0 ? '' : String(count))),
    ]),
  none: 'No deck has any damage',
})

const reports = (plan: Plan, { openReports, at }: DamageReport): Sheet => ({
  title: 'Reported, not confirmed',
  columns: ['Report', 'Where', 'What', 'Words', 'For'],
  rows: openReports.map((one) => [
    one.id,
    placeName(plan, one.compartment),
    DAMAGE_KIND[one.what],
    [one.text, one.extent, one.needs && `needs ${one.needs}`].filter(Boolean).join('; '),
    clockText(at - one.reportedAt),
  ]),
  none: 'None',
})

const supplies = ({ supplies }: DamageReport): Sheet => ({
  title: 'Supplies',
  columns: ['Supply', 'Left', 'Of', 'State'],
  rows: supplies.map(({ name, unit, left, full, low }) => [
    name,
    `${tenth(left)} ${unit}`,
    tenth(full),
    low ? 'Low' : '',
  ]),
  none: 'The ship file lists none',
})

/** The five figures, and what stands above all, as a line each. */
export const summaryOf = ({ figures, core, workLeft, restoredAt, at }: DamageReport): readonly string[] => {
  const { casualties: tally, power, crews } = figures
  const living = tally.immediate + tally.delayed + tally.minimal + tally.expectant + tally.untriaged
  return [
    `Hull ${percent(figures.hullPercent)}, ${plural(figures.openBreaches, 'breach', 'breaches')}, ${figures.heldBreaches} held`,
    `Structural integrity ${percent(figures.structuralIntegrityPercent)}`,
    figures.shieldsPercent === null ? 'No shields fitted' : `Shields ${percent(figures.shieldsPercent)}`,
    `Power ${powerWords(power.supplyMw)} of ${powerWords(power.demandMw)}, battery ${percent(power.batteryPercent)}`,
    `${plural(living, 'casualty', 'casualties')}, ${tally.immediate} immediate, ${tally.untriaged} not triaged, ${tally.dead} dead`,
    `${crews.ready} of ${crews.total} crews ready, ${crews.short} short of people`,
    ...(core && core.status !== 'sound' ? [`Core ${core.status}`] : []),
    `Work left ${minutes(workLeft)}${restoredAt === null ? '' : `; repairs under way end in ${left(restoredAt, at)}`}`,
  ]
}

export const sheetsOf = (plan: Plan, report: DamageReport): readonly Sheet[] => [
  hazards(plan, report),
  people(plan, report),
  casualties(plan, report),
  capabilities(report),
  systems(plan, report),
  decks(report),
  reports(plan, report),
  ...(report.supplies.length > 0 ? [supplies(report)] : []),
]
