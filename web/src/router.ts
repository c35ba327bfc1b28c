import { createSubscriber } from 'svelte/reactivity'

export const VIEWS = [
  'board',
  'dispatch',
  'casualties',
  'systems',
  'report',
  'log',
  'replay',
  'review',
  'desk',
] as const
export type View = (typeof VIEWS)[number]

/** Where in the console one is. */
export interface Place {
  /** Null: no such page. */
  readonly view: View | null
  /** Of a replay or a review; null: none chosen. */
  readonly incident: string | null
  /** The phone of a crew's leader: of which crew; null: none chosen. Absent elsewhere: a phone is no part of the console. */
  readonly phone?: { readonly crew: string | null }
  /** At the door, with an invitation's link or to give a PIN. */
  readonly joining: boolean
  readonly query: URLSearchParams
  /** On a projector: everything larger. */
  readonly wall: boolean
}

export const PHONES = '/crew'

/** Behind its `#` stands the token of an invitation. */
export const JOIN = '/join'

export const phoneOf = (crew: string): string => `${PHONES}/${encodeURIComponent(crew)}`

export const pathOf = (view: View): string => (view === 'board' ? '/' : `/${view}`)

/** Reads an address. */
export const placeAt = ({ pathname, searchParams }: URL): Place => {
  const [first = '', second, ...more] = pathname.split('/').slice(1)
  const named = VIEWS.find((view) => pathOf(view) === `/${first}`)
  const isOfIncident = named === 'replay' || named === 'review'
  const known = second === undefined || (isOfIncident && more.length === 0)
  const isPhone = `/${first}` === PHONES && more.length === 0
  return {
    view: known && named !== undefined ? named : null,
    incident: isOfIncident && second ? decodeURIComponent(second) : null,
    ...(isPhone && { phone: { crew: second ? decodeURIComponent(second) : null } }),
    joining: pathname === JOIN,
    query: searchParams,
    wall: searchParams.has('wall'),
  }
}

const MOVED = 'bulkhead:moved'

/** The address bar as state: read in a component, it is followed. Links of the page need nothing but their href. */
const subscribe = createSubscriber((update) => {
  const leaving = new AbortController()
  const { signal } = leaving
  addEventListener('popstate', update, { signal })
  addEventListener(MOVED, update, { signal })
  document.addEventListener('click', followLink, { signal })
  return () => leaving.abort()
})

export const place = (): Place => {
  subscribe()
  return placeAt(new URL(location.href))
}

const moveTo = (href: string, how: 'pushState' | 'replaceState') => {
  const url = new URL(href, location.href)
  if (new URL(location.href).searchParams.has('wall')) url.searchParams.set('wall', '')
  history[how](null, '', url)
  dispatchEvent(new Event(MOVED))
}

/** Goes there; back returns. */
export const go = (href: string): void => moveTo(href, 'pushState')

/** Rewrites the address where one stands: a playhead that moves, a filter. */
export const rewrite = (href: string): void => moveTo(href, 'replaceState')

const followLink = (event: MouseEvent) => {
  const held = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
  if (held || event.defaultPrevented || !(event.target instanceof Element)) return
  const link = event.target.closest('a')
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
  const { view, phone } = placeAt(new URL(link.href))
  if ((view === null && !phone) || link.getAttribute('href')?.startsWith('#')) return
  event.preventDefault()
  go(link.href)
}
