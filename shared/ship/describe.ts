import type { RecordedEvent } from './events.ts'
import type { Plan } from './plan.ts'
import {
  ALARM_CAUSE,
  BLOCK,
  CASUALTY_STATUS,
  crewName,
  INCIDENT_KIND,
  INJURY,
  placeName,
  powerWords,
  PRIORITY,
  sickbayName,
  systemName,
  taskName,
  TRIAGE,
} from './views/words.ts'

const percent = (value: number): string => `${Math.round(value)} %`
const obstacle = (id: string, state: keyof typeof BLOCK): string =>
  state === 'missing' ? 'no way there' : `${id} ${BLOCK[state]}`

/** One event as a line of the log; an event whose content a role may not know says only that. */
export const describe = (plan: Plan, event: RecordedEvent): string => {
  const place = (id: string): string => placeName(plan, id)
  const system = (id: string): string => systemName(plan, id)
  const crew = (id: string): string => crewName(plan, id)
  const task = (id: string): string => taskName(plan, id)
  switch (event.type) {
    case 'ShipCommissioned':
      return `${event.name} commissioned`
    case 'ShipRestored':
      return 'Ship restored'
    case 'ClockSet':
      return event.rate === 0 ? 'Clock stopped' : `Clock runs at ${event.rate}×`
    case 'AlertSet':
      return `Condition ${event.condition}`
    case 'IncidentOpened':
      return `${INCIDENT_KIND[event.kind]} opened: ${event.name}`
    case 'IncidentClosed':
      return `Incident ${event.incident} closed`
    case 'LogRecorded':
      return event.text
    case 'NotePinned':
      return `Note (${event.kind}): ${event.text}`
    case 'ScenarioStarted':
      return `Scenario started: ${event.script.name}`
    case 'InjectRun':
    case 'ConditionalInjectRun':
      return event.say ?? (event.refused ? `Scenario: refused, ${event.refused}` : 'Scenario inject')
    case 'ScenarioEnded':
      return 'Scenario ended'
    case 'HitInflicted':
      return `Hit ${event.hit} at ${place(event.compartment)}: ${Math.round(event.energyMj)} MJ, shields took ${percent(event.absorbedPercent)}`
    case 'BreachOpened':
      return `Breach ${event.breach} open in ${place(event.compartment)}, ${event.areaM2.toFixed(2)} m²`
    case 'BreachSealed':
      return `Breach ${event.breach} sealed in ${place(event.compartment)}`
    case 'AirFlowChanged':
      return airLine(plan, event)
    case 'AirThinned':
      return `Air thin in ${place(event.compartment)}, ${Math.round(event.kpa)} kPa`
    case 'AirRestored':
      return `Air restored in ${place(event.compartment)}`
    case 'PeopleOvercome':
      return `${event.count} overcome by thin air in ${place(event.compartment)}`
    case 'ForceFieldRaised':
      return `Force field raised at ${place(event.compartment)}, ${powerWords(event.drawMw)}`
    case 'ForceFieldLowered':
      return `Force field lowered at ${place(event.compartment)}`
    case 'ForceFieldFailed':
      return `Force field failed at ${place(event.compartment)}: ${event.reason}`
    case 'PassageSealed':
      return `Passage ${event.passage} sealed`
    case 'PassageOpened':
      return `Passage ${event.passage} open`
    case 'PassageJammed':
      return `Passage ${event.passage} jammed`
    case 'PassageFreed':
      return `Passage ${event.passage} freed`
    case 'SystemDamaged':
      return `${system(event.system)} down to ${percent(event.percent)}`
    case 'SystemHealthReached':
      return event.percent >= 100
        ? `${system(event.system)} restored`
        : `${system(event.system)} at ${percent(event.percent)}`
    case 'SystemShutDown':
      return `${system(event.system)} shut down`
    case 'SystemStarted':
      return `${system(event.system)} started`
    case 'SystemShed':
      return `${system(event.system)} shed for want of power`
    case 'PowerBalanceChanged':
      return `Power ${powerWords(event.supplyMw)} of ${powerWords(event.demandMw)} asked for`
    case 'BatteryFilled':
      return 'Battery full'
    case 'BatteryDepleted':
      return 'Battery empty'
    case 'CapabilityChanged':
      return capabilityLine(plan, event)
    case 'CrewDispatched':
      return `${crew(event.crew)} sent to ${task(event.task)}`
    case 'CrewRerouted':
      return `${crew(event.crew)} goes another way`
    case 'CrewHalted':
      return `${crew(event.crew)} held up at ${place(event.compartment)}: ${obstacle(event.obstacle, event.obstacleState)}`
    case 'CrewArrived':
      return `${crew(event.crew)} on scene at ${place(event.compartment)}`
    case 'CrewStartedWork':
      return `${crew(event.crew)} at work on ${task(event.task)}`
    case 'CrewRecalled':
      return `${crew(event.crew)} recalled`
    case 'CrewReleased':
      return `${crew(event.crew)} off ${task(event.task)}`
    case 'CrewReturning':
      return `${crew(event.crew)} returning`
    case 'CrewReady':
      return `${crew(event.crew)} ready at ${place(event.compartment)}`
    case 'CrewHurt':
      return `${crew(event.crew)}: ${event.hurt} unfit`
    case 'WorkPaced':
      return event.perS > 0 ? `Work on ${task(event.task)} under way` : `Work on ${task(event.task)} stopped`
    case 'TaskPrioritySet':
      return `${task(event.task)}: priority ${event.priority}`
    case 'CasualtyReported':
      return `Casualty ${event.casualty}${event.name ? ` ${event.name}` : ''} in ${place(event.compartment)}: ${INJURY[event.injury]}`
    case 'CasualtyTriaged':
      return `Casualty ${event.casualty}: ${TRIAGE[event.category]}`
    case 'CasualtyWorsened':
      return `Casualty ${event.casualty} worse`
    case 'CasualtyMoved':
      return `Casualty ${event.casualty} ${event.transport.by === 'beam' ? 'beamed' : 'carried'} to ${sickbayName(plan, event.transport.sickbay)}`
    case 'CasualtySetDown':
      return `Casualty ${event.casualty} set down in ${place(event.compartment)}`
    case 'CasualtyBedded':
      return `Casualty ${event.casualty} in a bed, ${sickbayName(plan, event.sickbay)}`
    case 'TreatmentBegun':
      return `Casualty ${event.casualty} under treatment`
    case 'CasualtyTreated':
      return `Casualty ${event.casualty}: ${event.treatment.treatment}, ${event.treatment.effect === 'none' ? 'no effect' : 'holding'}`
    case 'CasualtyStabilised':
      return `Casualty ${event.casualty} stable`
    case 'CasualtyDied':
      return `Casualty ${event.casualty} ${event.declared ? 'declared dead' : 'died'}`
    case 'CasualtyDischarged':
      return `Casualty ${event.casualty}: ${CASUALTY_STATUS.discharged}`
    case 'AlarmRaised':
      return alarmLine(plan, event)
    case 'AlarmEased':
      return `Alarm eased to ${PRIORITY[event.priority].word}: ${event.alarm}`
    case 'AlarmAcknowledged':
      return `Alarm acknowledged: ${event.alarm}`
    case 'AlarmReturned':
      return `Alarm returned: ${event.alarm}`
  }
}

type Line<Type> = Extract<RecordedEvent, { type: Type }>

const airLine = (plan: Plan, { readings, flow }: Line<'AirFlowChanged'>): string => {
  const places = readings.map(({ compartment }) => placeName(plan, compartment)).join(', ')
  const words = { venting: 'Air venting from', filling: 'Air coming back in', still: 'Air steady in' } as const
  return `${words[flow.kind]} ${places}`
}

const capabilityLine = (plan: Plan, { capability, to }: Line<'CapabilityChanged'>): string => {
  const file = plan.capabilities.get(capability)
  const mode = file?.modes.find(({ id }) => id === to)
  return `${file?.name ?? capability}: ${mode?.name ?? to}`
}

const alarmLine = (plan: Plan, { priority, alarmCause, compartment, subject }: Line<'AlarmRaised'>): string => {
  const where = compartment ? ` at ${placeName(plan, compartment)}` : ''
  const what = alarmCause === 'system' && subject ? `, ${systemName(plan, subject)}` : ''
  return `${PRIORITY[priority].word}: ${ALARM_CAUSE[alarmCause]}${where}${what}`
}
