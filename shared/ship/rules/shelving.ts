import type { Order } from '../commands.ts'
import type { Ruling } from '../rejections.ts'
import { ok } from '../../result.ts'
import type { Ship } from '../state.ts'

export const shelveAlarm = (_ship: Ship, _order: Extract<Order, { type: 'ShelveAlarm' }>, _at: number): Ruling => ok([])

export const unshelveAlarm = (_ship: Ship, _order: Extract<Order, { type: 'UnshelveAlarm' }>): Ruling => ok([])

export const silenceAlarms = (_ship: Ship, _at: number): Ruling => ok([])
