import type { Order } from '../commands.ts'
import type { Ruling } from '../rejections.ts'
import { ok } from '../../result.ts'
import type { Ship } from '../state.ts'

export const makeReady = (_ship: Ship, _order: Extract<Order, { type: 'MakeReady' }>, _at: number): Ruling => ok([])

export const standDown = (_ship: Ship, _order: Extract<Order, { type: 'StandDown' }>): Ruling => ok([])
