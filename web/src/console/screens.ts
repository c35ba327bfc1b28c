import type { Ship } from '#shared/ship/state.ts'
import { workOf } from '#shared/ship/views/work.ts'
import { pathOf, type View, VIEWS } from '../router.ts'
import type { NavItem } from '../ui/props.ts'
import { type Screen, screen } from './screen.ts'

export const TITLES: Readonly<Record<View, string>> = {
  board: 'Damage control',
  dispatch: 'Dispatch',
  casualties: 'Casualties',
  systems: 'Systems',
  report: 'Damage report',
  log: 'Log',
  replay: 'Replay',
  review: 'Review',
  desk: 'Desk',
}

const LABELS: Readonly<Record<View, string>> = { ...TITLES, board: 'Board', report: 'Report' }

/** Every view but the board is fetched when it is first opened. */
export const VIEW_LOADERS: Readonly<Record<Exclude<View, 'board'>, () => Promise<{ default: Screen }>>> = {
  dispatch: screen(() => import('../views/Dispatch.svelte')),
  casualties: screen(() => import('../views/Casualties.svelte')),
  systems: screen(() => import('../views/Systems.svelte')),
  report: screen(() => import('../views/Report.svelte')),
  log: screen(() => import('../views/Log.svelte')),
  replay: screen(() => import('../views/Replay.svelte')),
  review: screen(() => import('../views/Review.svelte')),
  desk: screen(() => import('../views/Desk.svelte')),
}

type Count = NonNullable<NavItem['count']>

/** What waits for somebody on a screen. */
const COUNTS: Readonly<Partial<Record<View, (ship: Ship, at: number) => Count>>> = {
  board: ({ alarms }) => ({
    number: Object.values(alarms).filter(({ state }) => state !== 'acknowledged').length,
    words: 'alarms to acknowledge',
  }),
  dispatch: (ship, at) => ({
    number: workOf(ship, at).filter(({ crews }) => crews.length === 0).length,
    words: 'tasks without a crew',
  }),
  casualties: ({ casualties }) => ({
    number: Object.values(casualties).filter(({ status }) => status === 'waiting').length,
    words: 'waiting',
  }),
}

const countOn = (view: View, ship: Ship | null, at: number): Count | null => {
  const count = ship && COUNTS[view]?.(ship, at)
  return count && count.number > 0 ? count : null
}

/** The rail has no room for a review: its place there is that of the replays, from which one comes to it. */
const isInRail = (view: View | null): boolean => view !== 'review'

/** The rail; a ship chosen in the address stays chosen. */
export const navFor = (
  current: View | null,
  chosen: string | null,
  ship: Ship | null,
  at: number,
): readonly NavItem[] =>
  VIEWS.filter(isInRail).map((view, index) => ({
    href: pathOf(view) + (chosen === null ? '' : `?ship=${encodeURIComponent(chosen)}`),
    code: String(index + 1).padStart(2, '0'),
    label: LABELS[view],
    current: view === (isInRail(current) ? current : 'replay'),
    count: countOn(view, ship, at),
  }))
