import type { Order } from '#shared/ship/commands.ts'

const COMPARTMENTS = ['03-04', '05-06', '08-05', '10-07']
const CREWS = ['repair-1', 'repair-2', 'engineering-1']

/** A mixture: mostly notes, each told from all others, among them hits, and orders that will often be refused. */
export const ordersUnderFire =
  (client: number) =>
  (number: number): Order => {
    const compartment = COMPARTMENTS[(client + number) % COMPARTMENTS.length] ?? ''
    switch ((client + number) % 12) {
      case 3:
        return { type: 'InflictBreach', compartment, area: 0.2 }
      case 5:
        return { type: 'RaiseForceField', compartment }
      case 7:
        return { type: 'DispatchCrew', crew: CREWS[client % CREWS.length] ?? '', task: `breach:B${number % 20}` }
      case 9:
        return { type: 'ReportCasualty', compartment, injury: 'burns' }
      case 11:
        return number % 50 === 0 ? { type: 'RestoreShip' } : { type: 'SetAlert', condition: 'red' }
      default:
        return { type: 'RecordLog', text: `Client ${client}, note ${number}` }
    }
  }
