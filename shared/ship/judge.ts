import type { Order } from './commands.ts'
import type { Ruling } from './rejections.ts'
import { acknowledgeAlarm } from './rules/alarms.ts'
import { declareDeath, dischargeCasualty, reportCasualty, treatCasualty, triageCasualty } from './rules/casualties.ts'
import { dispatchCrew, recallCrew, setTaskPriority } from './rules/crews.ts'
import { lowerForceField, raiseForceField } from './rules/fields.ts'
import { inflictBreach, inflictHit } from './rules/hits.ts'
import { openPassage, sealPassage } from './rules/passages.ts'
import { closeIncident, openIncident, pinNote, recordLog, setAlert, setClock } from './rules/record.ts'
import { rateObjective, recordImprovement, setStandards } from './rules/review.ts'
import { restoreShip, startScenario, stopScenario } from './rules/scenario.ts'
import { damageSystem, shutDownSystem, startSystem } from './rules/systems.ts'
import { transportCasualty } from './rules/transport.ts'
import { startFire } from './rules/fire-start.ts'
import { suppressFire } from './rules/fire-suppression.ts'
import { evacuateCompartment } from './rules/evacuation.ts'
import { ventCompartment } from './rules/vents.ts'
import { setPowerPriority } from './rules/power-priority.ts'
import { rigCasualtyPower, unrigCasualtyPower } from './rules/casualty-power.ts'
import { runDiagnostic } from './rules/diagnostics.ts'
import { setAutomation } from './rules/automation.ts'
import { lendHands } from './rules/hands.ts'
import { confirmReport, followUpReport, refuteReport, reportDamage } from './rules/reports.ts'
import { reportDone, reportOnScene, reportProgress, setRunMode } from './rules/drill.ts'
import { tickStep } from './rules/kill-cards.ts'
import { shelveAlarm, silenceAlarms, unshelveAlarm } from './rules/shelving.ts'
import { openTreatmentPlace } from './rules/treatment-places.ts'
import { makeReady, standDown } from './rules/readiness.ts'
import { ejectCore } from './rules/core.ts'
import type { Ship } from './state.ts'

/** What an order given at `at` makes true, or why it is refused; consequences not yet drawn. */
export const judge = (ship: Ship, order: Order, at: number): Ruling => {
  switch (order.type) {
    case 'DispatchCrew':
      return dispatchCrew(ship, order, at)
    case 'RecallCrew':
      return recallCrew(ship, order, at)
    case 'SetTaskPriority':
      return setTaskPriority(ship, order)
    case 'RaiseForceField':
      return raiseForceField(ship, order, at)
    case 'LowerForceField':
      return lowerForceField(ship, order)
    case 'SealPassage':
      return sealPassage(ship, order)
    case 'OpenPassage':
      return openPassage(ship, order)
    case 'ShutDownSystem':
      return shutDownSystem(ship, order)
    case 'StartSystem':
      return startSystem(ship, order, at)
    case 'AcknowledgeAlarm':
      return acknowledgeAlarm(ship, order)
    case 'ReportCasualty':
      return reportCasualty(ship, order)
    case 'TriageCasualty':
      return triageCasualty(ship, order)
    case 'TransportCasualty':
      return transportCasualty(ship, order, at)
    case 'TreatCasualty':
      return treatCasualty(ship, order, at)
    case 'DischargeCasualty':
      return dischargeCasualty(ship, order)
    case 'DeclareDeath':
      return declareDeath(ship, order, at)
    case 'SetAlert':
      return setAlert(ship, order)
    case 'OpenIncident':
      return openIncident(ship, order)
    case 'CloseIncident':
      return closeIncident(ship)
    case 'InflictHit':
      return inflictHit(ship, order)
    case 'InflictBreach':
      return inflictBreach(ship, order)
    case 'DamageSystem':
      return damageSystem(ship, order, at)
    case 'SetClock':
      return setClock(ship, order)
    case 'StartScenario':
      return startScenario(ship, order)
    case 'StopScenario':
      return stopScenario(ship)
    case 'RestoreShip':
      return restoreShip(ship)
    case 'SuppressFire':
      return suppressFire(ship, order, at)
    case 'StartFire':
      return startFire(ship, order)
    case 'EvacuateCompartment':
      return evacuateCompartment(ship, order)
    case 'VentCompartment':
      return ventCompartment(ship, order, at)
    case 'SetPowerPriority':
      return setPowerPriority(ship, order)
    case 'RigCasualtyPower':
      return rigCasualtyPower(ship, order)
    case 'UnrigCasualtyPower':
      return unrigCasualtyPower(ship, order)
    case 'RunDiagnostic':
      return runDiagnostic(ship, order, at)
    case 'SetAutomation':
      return setAutomation(ship, order)
    case 'LendHands':
      return lendHands(ship, order, at)
    case 'ReportDamage':
      return reportDamage(ship, order)
    case 'FollowUpReport':
      return followUpReport(ship, order)
    case 'ConfirmReport':
      return confirmReport(ship, order)
    case 'RefuteReport':
      return refuteReport(ship, order)
    case 'ReportOnScene':
      return reportOnScene(ship, order)
    case 'ReportProgress':
      return reportProgress(ship, order, at)
    case 'ReportDone':
      return reportDone(ship, order)
    case 'SetRunMode':
      return setRunMode(ship, order)
    case 'TickStep':
      return tickStep(ship, order)
    case 'ShelveAlarm':
      return shelveAlarm(ship, order, at)
    case 'UnshelveAlarm':
      return unshelveAlarm(ship, order)
    case 'SilenceAlarms':
      return silenceAlarms(ship, at)
    case 'OpenTreatmentPlace':
      return openTreatmentPlace(ship, order, at)
    case 'MakeReady':
      return makeReady(ship, order, at)
    case 'StandDown':
      return standDown(ship, order)
    case 'EjectCore':
      return ejectCore(ship)
    case 'RateObjective':
      return rateObjective(ship, order)
    case 'RecordImprovement':
      return recordImprovement(ship, order)
    case 'SetStandards':
      return setStandards(order)
    case 'RecordLog':
      return recordLog(ship, order)
    case 'PinNote':
      return pinNote(order, at)
  }
}
