import type { Component } from 'svelte'
import { pathOf, type View, VIEWS } from '../router.ts'
import type { NavItem } from '../ui/props.ts'

export const TITLES: Readonly<Record<View, string>> = {
  board: 'Damage control',
  dispatch: 'Dispatch',
  casualties: 'Casualties',
  log: 'Log',
  replay: 'Replay',
  desk: 'Desk',
}

const LABELS: Readonly<Record<View, string>> = { ...TITLES, board: 'Board' }

// Each view takes from what it is given the part it needs.
type Screen = Component<Record<string, unknown>>
const screen = (load: () => Promise<{ default: unknown }>) => load as () => Promise<{ default: Screen }>

/** Every view but the board is fetched when it is first opened. */
export const VIEW_LOADERS: Readonly<Record<Exclude<View, 'board'>, () => Promise<{ default: Screen }>>> = {
  dispatch: screen(() => import('../views/Dispatch.svelte')),
  casualties: screen(() => import('../views/Casualties.svelte')),
  log: screen(() => import('../views/Log.svelte')),
  replay: screen(() => import('../views/Replay.svelte')),
  desk: screen(() => import('../views/Desk.svelte')),
}

/** The rail; a ship chosen in the address stays chosen. */
export const navFor = (current: View, ship: string | null): readonly NavItem[] =>
  VIEWS.map((view, index) => ({
    href: pathOf(view) + (ship === null ? '' : `?ship=${encodeURIComponent(ship)}`),
    code: String(index + 1).padStart(2, '0'),
    label: LABELS[view],
    current: view === current,
  }))
