import type { Ship } from '../state.ts'

/** What has become of a system that was the core and is no longer aboard; null: it is not that one, or is there. [COR4] */
export const coreGone = ({ core: { status }, plan }: Ship, system: string): 'ejected' | 'lost' | null =>
  (status === 'ejected' || status === 'lost') && plan.file.core?.system === system ? status : null
