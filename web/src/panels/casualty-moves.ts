import { explain } from '#shared/ship/explain.ts'
import { judge } from '#shared/ship/judge.ts'
import type { Order } from '#shared/ship/commands.ts'
import type { Ship } from '#shared/ship/state.ts'
import type { CasualtyView } from '#shared/ship/views/casualties.ts'

/** An order one might give for a casualty, and why it would be refused. */
export interface Move {
  readonly label: string
  readonly order: Order
  /** Null: it can be given. */
  readonly refusal: string | null
}

const move = (ship: Ship, at: number, label: string, order: Order): Move => {
  const ruling = judge(ship, order, at)
  return { label, order, refusal: ruling.ok ? null : explain(ruling.error) }
}

/** The ways to a bed, quickest first; none for someone who is not waiting for one. */
export const waysToBed = (ship: Ship, { id, status }: CasualtyView, at: number): readonly Move[] => {
  if (status !== 'waiting') return []
  const way = (by: 'beam' | 'carry', label: string): Move =>
    move(ship, at, label, { type: 'TransportCasualty', casualty: id, by })
  const carry = way('carry', 'Carry')
  return ship.plan.file.transporter ? [way('beam', 'Beam'), carry] : [carry]
}

/** The way to offer where there is room for one only: the quickest that is open, else the first with its reason. */
export const bestWay = (ship: Ship, casualty: CasualtyView, at: number): Move | null => {
  const ways = waysToBed(ship, casualty, at)
  return ways.find(({ refusal }) => refusal === null) ?? ways[0] ?? null
}

export const dischargeOf = (ship: Ship, { id }: CasualtyView, at: number): Move =>
  move(ship, at, 'Discharge', { type: 'DischargeCasualty', casualty: id })

export const isAlive = ({ status }: CasualtyView): boolean => status !== 'dead' && status !== 'discharged'

/** Whether a treatment may be put on record. */
export const isTreatable = ({ status }: CasualtyView): boolean =>
  status === 'waiting' || status === 'moving' || status === 'inBed'
