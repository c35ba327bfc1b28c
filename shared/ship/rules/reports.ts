import type { Order } from '../commands.ts'
import type { Ruling } from '../rejections.ts'
import { ok } from '../../result.ts'
import type { Ship } from '../state.ts'

export const reportDamage = (_ship: Ship, _order: Extract<Order, { type: 'ReportDamage' }>): Ruling => ok([])

export const followUpReport = (_ship: Ship, _order: Extract<Order, { type: 'FollowUpReport' }>): Ruling => ok([])

export const confirmReport = (_ship: Ship, _order: Extract<Order, { type: 'ConfirmReport' }>): Ruling => ok([])

export const refuteReport = (_ship: Ship, _order: Extract<Order, { type: 'RefuteReport' }>): Ruling => ok([])
