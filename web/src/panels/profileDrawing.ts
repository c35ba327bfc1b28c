import type { Stop } from '#shared/ship/state.ts'
import type { Compartment, Plan } from '#shared/ship/plan.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface Spot {
  readonly x: number
  readonly y: number
}

/** Where everything of a ship's profile stands, in px. */
export interface Drawing {
  /** For outlines, which are in metres. */
  readonly transform: string
  readonly boxes: ReadonlyMap<string, Box>
  readonly deckLabels: readonly (Spot & { readonly text: string })[]
  readonly sectionLabels: readonly (Spot & { readonly text: string })[]
  /** Height of the lowest deck that is drawn, for how much can be written into a compartment. */
  readonly deckPx: number
}

/** Room around the ship for the numbers of decks and sections, in px at scale 1. */
const LEFT = 34
const TOP = 8
const RIGHT = 10
const BOTTOM = 24
/** A drawing may be stretched so much more than its file says, to use the height there is. */
const STRETCH_MOST = 1.3
const CELL_GAP_PX = 2
/** Numbers closer than this would run into each other. */
const LABEL_APART_PX = 17

const extent = (plan: Plan) => {
  const { hull, outboard = [] } = plan.file.profile
  const points = [...hull, ...outboard.flatMap((part) => part.points)]
  const boxes = [...plan.compartments.values()].map(({ box }) => box)
  const xs = [...points.map(([x]) => x), ...boxes.flatMap(([x, , width]) => [x, x + width])]
  const ys = [...points.map(([, y]) => y), ...boxes.flatMap(([, y, , height]) => [y, y + height])]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** One number for each group of compartments, in the middle of them, none so near the last that they touch. */
const labels = (
  groups: ReadonlyMap<number, readonly Box[]>,
  middle: (box: Box) => number,
): readonly { readonly text: string; readonly place: number }[] => {
  const all = [...groups]
    .map(([number, boxes]) => ({ text: String(number).padStart(2, '0'), place: mean(boxes.map(middle)) }))
    .sort((a, b) => a.place - b.place)
  let last = -Infinity
  return all.filter(({ place }) => {
    if (place - last < LABEL_APART_PX) return false
    last = place
    return true
  })
}

const grouped = (plan: Plan, boxes: ReadonlyMap<string, Box>, key: (compartment: Compartment) => number) => {
  const groups = new Map<number, Box[]>()
  for (const compartment of plan.compartments.values()) {
    const box = boxes.get(compartment.id)
    if (box) groups.set(key(compartment), [...(groups.get(key(compartment)) ?? []), box])
  }
  return groups
}

/** Fits a ship into so many px; `scale` is 1 on a desk and more on a wall. */
export const drawingOf = (plan: Plan, widthPx: number, heightPx: number, scale: number): Drawing => {
  const { left, right, top, bottom } = extent(plan)
  const room = { x: Math.max(1, widthPx - (LEFT + RIGHT) * scale), y: Math.max(1, heightPx - (TOP + BOTTOM) * scale) }
  const { scaleY } = plan.file.profile
  const kx = Math.min(room.x / (right - left), room.y / ((bottom - top) * scaleY))
  const ky = Math.min(room.y / (bottom - top), kx * scaleY * STRETCH_MOST)
  const dx = LEFT * scale + (room.x - (right - left) * kx) / 2 - left * kx
  const dy = TOP * scale + (room.y - (bottom - top) * ky) / 2 - top * ky

  const boxes = new Map(
    [...plan.compartments.values()].map(({ id, box: [x, y, width, height] }): [string, Box] => [
      id,
      {
        x: x * kx + dx + CELL_GAP_PX / 2,
        y: y * ky + dy + CELL_GAP_PX / 2,
        width: Math.max(1, width * kx - CELL_GAP_PX),
        height: Math.max(1, height * ky - CELL_GAP_PX),
      },
    ]),
  )
  const deckX = left * kx + dx - 12 * scale
  const sectionY = bottom * ky + dy + 17 * scale
  const byDeck = grouped(plan, boxes, ({ deck }) => deck)
  const bySection = plan.file.profile.frames ? grouped(plan, boxes, ({ section }) => section) : new Map<number, Box[]>()
  return {
    transform: `translate(${dx} ${dy}) scale(${kx} ${ky})`,
    boxes,
    deckLabels: labels(byDeck, ({ y, height }) => y + height / 2).map(({ text, place }) => ({
      text,
      x: deckX,
      y: place,
    })),
    sectionLabels: labels(bySection, ({ x, width }) => x + width / 2).map(({ text, place }) => ({
      text,
      x: place,
      y: sectionY,
    })),
    deckPx: Math.min(...[...boxes.values()].map(({ height }) => height)),
  }
}

const middleOf = ({ x, y, width, height }: Box): Spot => ({ x: x + width / 2, y: y + height / 2 })

/** Where on its way somebody is: between the stop last reached and the next. */
export const spotOnRoute = (drawing: Drawing, route: readonly Stop[], here: string, at: number): Spot | null => {
  const nextIndex = route.findIndex((stop) => stop.at > at)
  const next = route[nextIndex]
  const from = next ? route[nextIndex - 1] : route.at(-1)
  const fromSpot = spotOf(drawing, from?.compartment ?? here)
  const toSpot = next && spotOf(drawing, next.compartment)
  if (!fromSpot || !toSpot || !from) return fromSpot
  const share = (at - from.at) / (next.at - from.at)
  return { x: fromSpot.x + (toSpot.x - fromSpot.x) * share, y: fromSpot.y + (toSpot.y - fromSpot.y) * share }
}

export const spotOf = (drawing: Drawing, compartment: string): Spot | null => {
  const box = drawing.boxes.get(compartment)
  return box ? middleOf(box) : null
}
