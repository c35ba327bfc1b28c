import type { Order } from '../commands.ts'
import type { Passage, PassageState } from '../plan.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Ship } from '../state.ts'

/**
 * open: air and people pass. closed: a door that opens for people and shuts behind them; no air. sealed: nothing passes.
 * jammed: stuck ajar; air passes, nobody can get through.
 */
export const passageState = (ship: Ship, passage: Passage): PassageState =>
  ship.passages[passage.id]?.state ?? passage.state

export const isPassable = (state: PassageState): boolean => state === 'open' || state === 'closed'

const settle = (ship: Ship, id: string, wanted: 'sealed' | 'open'): Ruling => {
  const passage = ship.plan.passages.get(id)
  if (!passage) return err({ code: 'UnknownThing', what: 'passage', id })
  const state = passageState(ship, passage)
  if (state === 'jammed') return err({ code: 'PassageJammed', passage: id })
  if (state === wanted) return ok([])
  return ok([{ type: wanted === 'sealed' ? 'PassageSealed' : 'PassageOpened', passage: id }])
}

/** [PAS1] A jammed passage can be neither sealed nor opened until a crew has freed it. */
export const sealPassage = (ship: Ship, { passage }: Extract<Order, { type: 'SealPassage' }>): Ruling =>
  settle(ship, passage, 'sealed')

export const openPassage = (ship: Ship, { passage }: Extract<Order, { type: 'OpenPassage' }>): Ruling =>
  settle(ship, passage, 'open')
