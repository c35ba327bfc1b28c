import type { Scenes } from '../scenes.ts'

export const scenes: Scenes['scenes'] = []
