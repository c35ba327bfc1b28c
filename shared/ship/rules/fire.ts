import type { Order } from '../commands.ts'
import type { Ruling } from '../rejections.ts'
import { ok } from '../../result.ts'
import type { Ship } from '../state.ts'

export const suppressFire = (_ship: Ship, _order: Extract<Order, { type: 'SuppressFire' }>, _at: number): Ruling =>
  ok([])

export const startFire = (_ship: Ship, _order: Extract<Order, { type: 'StartFire' }>): Ruling => ok([])
