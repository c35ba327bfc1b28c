import { mayOrder } from '#shared/protocol/rights.ts'
import type { CommandType, Order } from '#shared/ship/commands.ts'
import type { Ship } from '#shared/ship/state.ts'
import { crewName, placeName, systemName, taskName } from '#shared/ship/views/words.ts'
import type { Live } from '../link/live.svelte.ts'
import type { Orders } from '../panels/orders.ts'
import { announce } from '../ui/announcer.svelte.ts'
import { toast } from '../ui/toasts.svelte.ts'

/** Orders to a ship over a link: says what came of each, and lets a dispatch be taken back. */
export class LiveOrders implements Orders {
  readonly #live: Live

  constructor(live: Live) {
    this.#live = live
  }

  get pending() {
    return this.#live.pending
  }

  whyNot = (type: CommandType): string | null => {
    const { stale, identity } = this.#live
    if (stale) return 'Offline: what is shown may not be so any more'
    return mayOrder(identity.role, type) ? null : `Not for the role ${identity.role}`
  }

  give = (order: Order): void => void this.#give(order)

  async #give(order: Order): Promise<void> {
    const { ship } = this.#live
    // In words before it is done: what it is about may be gone afterwards.
    const done = ship && doneInWords(ship, order)
    const outcome = await this.#live.order(order)
    if (!outcome.ok) toast(outcome.error.detail)
    else if (order.type === 'DispatchCrew' && done)
      toast(done, () => this.give({ type: 'RecallCrew', crew: order.crew }))
    else if (done) announce(done)
  }
}

const doneInWords = ({ plan }: Ship, order: Order): string | null => {
  switch (order.type) {
    case 'DispatchCrew':
      return `${crewName(plan, order.crew)} sent to ${taskName(plan, order.task)}`
    case 'RecallCrew':
      return `${crewName(plan, order.crew)} recalled`
    case 'RaiseForceField':
      return `Force field raised at ${placeName(plan, order.compartment)}`
    case 'LowerForceField':
      return `Force field lowered at ${placeName(plan, order.compartment)}`
    case 'SealPassage':
      return `Passage ${order.passage} sealed`
    case 'OpenPassage':
      return `Passage ${order.passage} open`
    case 'StartSystem':
      return `${systemName(plan, order.system)} started`
    case 'EvacuateCompartment':
      return `${placeName(plan, order.compartment)} is told to leave`
    case 'VentCompartment':
      return `${placeName(plan, order.compartment)} opened to space`
    case 'SuppressFire':
      return `Fire suppression in ${placeName(plan, order.compartment)}`
    case 'RunDiagnostic':
      return `Diagnostic of ${systemName(plan, order.system)} begun`
    case 'RigCasualtyPower':
      return `Casualty power ordered for ${systemName(plan, order.system)}; it needs a crew`
    case 'ReportDamage':
      return 'Report recorded'
    case 'ConfirmReport':
      return `Report ${order.report} confirmed`
    case 'RefuteReport':
      return `Report ${order.report}: nothing there`
    case 'AcknowledgeAlarm':
      return 'Alarm acknowledged'
    case 'SilenceAlarms':
      return 'Alarms silenced for 30 seconds'
    case 'ShelveAlarm':
      return 'Alarm shelved'
    case 'UnshelveAlarm':
      return 'Alarm taken back from the shelf'
    case 'RecordLog':
      return 'Recorded'
    default:
      return null
  }
}
