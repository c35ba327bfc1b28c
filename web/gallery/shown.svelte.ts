import { CONDITIONS } from '../src/ui/condition.ts'

const query = new URLSearchParams(location.search)

/** The one exhibit to draw bare; null: all. */
export const only = query.get('only')

/** What the switches of the gallery are set to; an address can set them too. */
export const shown = $state({
  condition: CONDITIONS.find((condition) => condition === query.get('condition')) ?? 'green',
  widthPx: Number(query.get('width') ?? 0),
  wall: query.has('wall'),
})
