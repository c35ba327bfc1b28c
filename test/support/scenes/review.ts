import { given } from '../given.ts'
import type { Scenes } from '../scenes.ts'
import { improvement, openDrill, rated, standards } from '../ship-orders.ts'

const drilled = given(openDrill())

export const scenes: Scenes['scenes'] = [drilled.when(rated('P'), improvement('open'), standards(60))]
