import type { Orders } from '../../src/panels/orders.ts'
import { toast } from '../../src/ui/toasts.svelte.ts'

/** Orders that go nowhere, for panels in each of their moods. */
export const OPEN: Orders = { give: (order) => toast(`${order.type} given`), whyNot: () => null, pending: [] }
export const OFFLINE: Orders = { ...OPEN, whyNot: () => 'Offline: what is shown may not be so any more' }
