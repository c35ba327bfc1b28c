import type { Order } from '../commands.ts'
import type { Ruling } from '../rejections.ts'
import { ok } from '../../result.ts'
import type { Ship } from '../state.ts'

export const rigCasualtyPower = (_ship: Ship, _order: Extract<Order, { type: 'RigCasualtyPower' }>): Ruling => ok([])

export const unrigCasualtyPower = (_ship: Ship, _order: Extract<Order, { type: 'UnrigCasualtyPower' }>): Ruling =>
  ok([])
