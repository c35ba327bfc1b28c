import type { Order } from '../commands.ts'
import type { Plan } from '../plan.ts'
import { isTaskId } from '../task-id.ts'
import { alarmName } from '../views/alarm-name.ts'
import * as words from '../views/words.ts'

/** What an order is called, and of what it says the rest. */
type Line<Type extends Order['type']> = readonly [
  name: string,
  about?: (plan: Plan, order: Extract<Order, { type: Type }>) => string,
]

const place = (plan: Plan, { compartment }: { compartment: string }): string => words.placeName(plan, compartment)
const passage = (_plan: Plan, order: { passage: string }): string => order.passage
const system = (plan: Plan, order: { system: string }): string => words.systemName(plan, order.system)
const crew = (plan: Plan, order: { crew: string }): string => words.crewName(plan, order.crew)
const casualty = (_plan: Plan, order: { casualty: string }): string => order.casualty
const alarm = (plan: Plan, order: { alarm: string }): string => alarmName(plan, order.alarm)
const report = (_plan: Plan, order: { report: string }): string => order.report
const sickbay = (plan: Plan, order: { sickbay: string }): string => words.sickbayName(plan, order.sickbay)
const item = (plan: Plan, order: { item: string }): string => words.readinessName(plan, order.item)
const text = (_plan: Plan, order: { text: string }): string => order.text
const lower = (word: string): string => word.toLowerCase()

const ORDERS: { readonly [Type in Order['type']]: Line<Type> } = {
  DispatchCrew: ['Send a crew', (plan, order) => `${crew(plan, order)} to ${words.taskName(plan, order.task)}`],
  RecallCrew: ['Recall a crew', crew],
  SetTaskPriority: ['Rank work', (plan, { task, priority }) => `${words.taskName(plan, task)}, ${priority}`],
  RaiseForceField: ['Raise a force field', place],
  LowerForceField: ['Lower a force field', place],
  SealPassage: ['Seal a passage', passage],
  OpenPassage: ['Open a passage', passage],
  ShutDownSystem: ['Shut a system down', system],
  StartSystem: ['Start a system', system],
  EvacuateCompartment: ['Evacuate a compartment', place],
  VentCompartment: ['Open a compartment to space', place],
  SuppressFire: ['Suppress a fire', place],
  SetPowerPriority: ['Change a power class', (plan, order) => `${system(plan, order)}, class ${order.priority}`],
  RigCasualtyPower: ['Rig casualty power', system],
  UnrigCasualtyPower: ['Take casualty power off', system],
  RunDiagnostic: ['Run a diagnostic', system],
  SetAutomation: ['Switch', (_plan, { automation, on }) => `${words.AUTOMATION[automation]}, ${on ? 'on' : 'off'}`],
  LendHands: [
    'Lend hands',
    (plan, { from, to, people }) => `${people} from ${thingName(plan, from)} to ${thingName(plan, to)}`,
  ],
  ReportDamage: [
    'Report damage',
    (plan, order) => `${place(plan, order)}, ${lower(words.DAMAGE_KIND[order.what])}. ${order.text}`,
  ],
  FollowUpReport: ['Follow a report up', report],
  ConfirmReport: ['Confirm a report', report],
  RefuteReport: ['Refute a report', report],
  ReportOnScene: ['Report on scene', crew],
  ReportProgress: ['Report progress', (plan, order) => `${crew(plan, order)}, ${words.percentWords(order.percent)}`],
  ReportDone: ['Report done', crew],
  TickStep: ['Tick a step', (_plan, { card, subject, step }) => `${card} for ${subject}, ${step}`],
  AcknowledgeAlarm: ['Acknowledge an alarm', alarm],
  ShelveAlarm: ['Shelve an alarm', alarm],
  UnshelveAlarm: ['Take an alarm off the shelf', alarm],
  SilenceAlarms: ['Silence the alarms'],
  ReportCasualty: [
    'Casualty',
    (plan, order) => `${order.name ?? 'somebody'} in ${place(plan, order)}, ${lower(words.INJURY[order.injury])}`,
  ],
  TriageCasualty: ['Triage a casualty', (_plan, order) => `${order.casualty}, ${lower(words.TRIAGE[order.category])}`],
  TransportCasualty: ['Bring a casualty to a bed', (_plan, order) => `${order.casualty}, ${order.by}`],
  TreatCasualty: ['Treat a casualty', (_plan, order) => `${order.casualty}, ${order.treatment}`],
  DischargeCasualty: ['Discharge a casualty', casualty],
  DeclareDeath: ['Declare a death', casualty],
  OpenTreatmentPlace: ['Open a treatment place', sickbay],
  MakeReady: ['Make ready', item],
  StandDown: ['Stand down', item],
  EjectCore: ['Eject the core'],
  SetAlert: ['Set the condition', (_plan, { condition }) => condition],
  OpenIncident: ['Open an incident', (_plan, { name }) => name],
  CloseIncident: ['Close the incident'],
  InflictHit: ['Hit', (plan, order) => `${place(plan, order)}, ${order.energy} MJ, ${order.facing}`],
  InflictBreach: ['Breach', (plan, order) => `${place(plan, order)}, ${order.area} m²`],
  DamageSystem: [
    'Damage',
    (plan, order) =>
      `${system(plan, order)} to ${words.percentWords(order.to)}${order.hidden ? ', where nobody sees it' : ''}`,
  ],
  StartFire: ['Fire', (plan, order) => `${place(plan, order)}, growing ${lower(words.FIRE_GROWTH[order.growth])}`],
  SetRunMode: ['Run the ship', (_plan, { mode }) => lower(words.RUN_MODE[mode])],
  SetClock: ['Set the clock', (_plan, { rate }) => `${rate}×`],
  StartScenario: ['Start a scenario', (_plan, { scenario }) => scenario],
  StopScenario: ['Stop the scenario'],
  RestoreShip: ['Restore the ship'],
  RecordLog: ['Write in the log', text],
  PinNote: ['Pin a note', text],
  RateObjective: ['Rate an objective', text],
  RecordImprovement: ['Record an improvement', text],
  SetStandards: ['Set the standards of response'],
}

/** Whatever an id means to this ship, by its name. */
const thingName = (plan: Plan, id: string): string => {
  if (isTaskId(id)) return words.taskName(plan, id)
  if (id.includes('@')) return alarmName(plan, id)
  const named = plan.crews.get(id) ?? plan.systems.get(id) ?? plan.sickbays.get(id)
  if (named) return named.name
  return plan.compartments.has(id) ? words.placeName(plan, id) : words.readinessName(plan, id)
}

/** An order in words, as a plan has it: "Raise a force field: 02-01 Hold". */
export const describeOrder = (plan: Plan, order: Order): string => {
  // The table pairs each type with its own kind of order, which indexing by a union cannot say.
  const [name, about] = ORDERS[order.type] as readonly [string, ((plan: Plan, order: Order) => string)?]
  return about ? `${name}: ${about(plan, order)}` : name
}

/** An order of which only the kind is settled, and what it is about; null: it may be about anything. */
export const describeAction = (plan: Plan, order: Order['type'], on: string | null): string =>
  on === null ? ORDERS[order][0] : `${ORDERS[order][0]}: ${thingName(plan, on)}`
