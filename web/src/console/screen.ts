import type { Component } from 'svelte'

/** A view of the ship. Each takes from what it is given the part it needs. */
export type Screen = Component<Record<string, unknown>>

/** How a view is fetched when it is first opened. */
export const screen = (load: () => Promise<{ default: unknown }>) => load as () => Promise<{ default: Screen }>
