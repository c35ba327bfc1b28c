import type { Order } from '../commands.ts'
import type { Ruling } from '../rejections.ts'
import { ok } from '../../result.ts'
import type { Ship } from '../state.ts'

export const lendHands = (_ship: Ship, _order: Extract<Order, { type: 'LendHands' }>, _at: number): Ruling => ok([])
