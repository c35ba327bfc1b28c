import type { Ruling } from '../rejections.ts'
import { ok } from '../../result.ts'
import type { Ship } from '../state.ts'

export const ejectCore = (_ship: Ship): Ruling => ok([])
