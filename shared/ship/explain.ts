import type { Rejection } from './rejections.ts'
import type { PassageBlock } from './state.ts'
import type { CasualtyStatus } from './terms.ts'
import { CASUALTY_STATUS, powerWords } from './views/words.ts'

const status = (of: CasualtyStatus): string => CASUALTY_STATUS[of].toLowerCase()
const percent = (value: number): string => `${Math.round(value)} %`
const barred: Readonly<Record<PassageBlock, (id: string) => string>> = {
  sealed: (id) => `passage ${id} is sealed`,
  jammed: (id) => `passage ${id} is jammed`,
  field: (id) => `a force field stands at ${id}`,
  missing: () => 'no passage leads there',
}

/** A refusal in plain words, for whoever gave the order. */
export const explain = (rejection: Rejection): string => {
  switch (rejection.code) {
    case 'UnknownThing':
      return `There is no ${rejection.what} ${rejection.id}.`
    case 'CrewNotReady':
      return `Crew ${rejection.crew} is busy with ${rejection.task ?? 'something else'}; recall it first.`
    case 'CrewHasNobodyFit':
      if (rejection.size === 0) return `Crew ${rejection.crew} has nobody left: all have been lent.`
      return `Crew ${rejection.crew} has nobody fit: ${rejection.hurt} of ${rejection.size} are hurt.`
    case 'CrewNotOut':
      return `Crew ${rejection.crew} is not out on a task.`
    case 'NoRoute':
      return `No way from ${rejection.from} to ${rejection.to}: ${barred[rejection.obstacleState](rejection.obstacle)}.`
    case 'NotEnoughPower':
      return `Not enough power: ${powerWords(rejection.neededMw)} needed, ${powerWords(Math.max(0, rejection.spareMw))} to spare.`
    case 'NoForceFields':
      return 'This ship has no force fields.'
    case 'SystemTooWeak':
      return `System ${rejection.system} is at ${percent(rejection.percent)}; ${percent(rejection.neededPercent)} is needed.`
    case 'PassageJammed':
      return `Passage ${rejection.passage} is jammed; a crew has to free it first.`
    case 'NobodyThere':
      return `Nobody is known to be in ${rejection.compartment}.`
    case 'NoTransporter':
      return 'This ship has no transporter.'
    case 'NoBedFree':
      return `No bed is free: ${rejection.taken} of ${rejection.beds} are taken.`
    case 'CasualtyNot':
      return `Casualty ${rejection.casualty}: ${status(rejection.casualtyStatus)}; needed: ${rejection.needed.map(status).join(' or ')}.`
    case 'PeopleInside':
      return `${rejection.people} ${rejection.people === 1 ? 'person is' : 'people are'} still in ${rejection.compartment}; evacuate it first.`
    case 'NoFire':
      return `No fire is known in ${rejection.compartment}.`
    case 'NotFitted':
      return `This ship has no ${rejection.what}.`
    case 'NoLineFree':
      return `All ${rejection.lines} casualty power lines are in use.`
    case 'TooFewPeople':
      return `${rejection.from} has ${rejection.people} to send, not ${rejection.asked}.`
    case 'CoreGone':
      return `The core has been ${rejection.core}.`
    case 'NotReadyYet':
      return `${rejection.item} cannot be made ready: ${rejection.needed}.`
    case 'NotReportedMode':
      return 'Crews report only when the ship is run by reports.'
    case 'CrewHasNoTask':
      return `Crew ${rejection.crew} is not ${rejection.crewStatus === 'ready' ? 'out on a task' : 'where it could report that'}.`
    case 'ReportSettled':
      return `Report ${rejection.report} has been ${rejection.reportStatus} already.`
    case 'TooGraveToShelve':
      return `Alarm ${rejection.alarm} is critical: it can be silenced, but not shelved.`
    case 'IncidentOpen':
      return `Incident “${rejection.name}” is still open.`
    case 'NoIncidentOpen':
      return 'No incident is open.'
    case 'ScenarioRunning':
      return `Scenario ${rejection.scenario} is already running; stop it first.`
    case 'NoScenarioRunning':
      return 'No scenario is running.'
    case 'OutOfRange':
      return `${rejection.field} must be between ${rejection.least} and ${rejection.most}, not ${rejection.value}.`
  }
}
