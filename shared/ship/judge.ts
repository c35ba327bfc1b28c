import type { Order } from './commands.ts'
import type { Ruling } from './rejections.ts'
import { acknowledgeAlarm } from './rules/alarms.ts'
import { declareDeath, dischargeCasualty, reportCasualty, treatCasualty, triageCasualty } from './rules/casualties.ts'
import { dispatchCrew, recallCrew, setTaskPriority } from './rules/crews.ts'
import { lowerForceField, raiseForceField } from './rules/fields.ts'
import { inflictBreach, inflictHit } from './rules/hits.ts'
import { openPassage, sealPassage } from './rules/passages.ts'
import { closeIncident, openIncident, pinNote, recordLog, setAlert, setClock } from './rules/record.ts'
import { restoreShip, startScenario, stopScenario } from './rules/scenario.ts'
import { damageSystem, shutDownSystem, startSystem } from './rules/systems.ts'
import { transportCasualty } from './rules/transport.ts'
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
    case 'RecordLog':
      return recordLog(ship, order)
    case 'PinNote':
      return pinNote(order, at)
  }
}
