import type { Order } from '../commands.ts'
import type { Ruling } from '../rejections.ts'
import { ok } from '../../result.ts'
import type { Ship } from '../state.ts'

export const reportOnScene = (_ship: Ship, _order: Extract<Order, { type: 'ReportOnScene' }>, _at: number): Ruling =>
  ok([])

export const reportProgress = (_ship: Ship, _order: Extract<Order, { type: 'ReportProgress' }>, _at: number): Ruling =>
  ok([])

export const reportDone = (_ship: Ship, _order: Extract<Order, { type: 'ReportDone' }>, _at: number): Ruling => ok([])

export const setRunMode = (_ship: Ship, _order: Extract<Order, { type: 'SetRunMode' }>): Ruling => ok([])
