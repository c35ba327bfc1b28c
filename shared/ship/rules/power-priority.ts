import type { Order } from '../commands.ts'
import type { Ruling } from '../rejections.ts'
import { ok } from '../../result.ts'
import type { Ship } from '../state.ts'

export const setPowerPriority = (_ship: Ship, _order: Extract<Order, { type: 'SetPowerPriority' }>): Ruling => ok([])
