import type { Ship } from '#shared/ship/state.ts'
import { type CrewView, crewsOf } from '#shared/ship/views/crews.ts'
import { type Box, type Drawing, type Spot, spotOf, spotOnRoute } from './profileDrawing.ts'

/** A crew on its way: where it is now, and the rest of its way as path data. */
export interface Moving {
  readonly crew: string
  readonly spot: Spot
  readonly route: string
}

/** The bar that says a crew is at work here: its height, as a part of a low compartment's, and its distance from the edges. */
const BAR_PX = 4
const BAR_SHARE = 0.22
const BAR_INSET_PX = 2

const isSettled = ({ status }: CrewView): boolean => status === 'onScene' || status === 'working'

export const movingCrews = (ship: Ship, drawing: Drawing, at: number): readonly Moving[] =>
  crewsOf(ship, at).flatMap((crew): readonly Moving[] => {
    if (crew.status === 'ready' || isSettled(crew)) return []
    const spot = spotOnRoute(drawing, crew.route, crew.compartment, at)
    return spot ? [{ crew: crew.crew, spot, route: restOfRoute(crew, spot, drawing, at) }] : []
  })

const restOfRoute = ({ route }: CrewView, spot: Spot, drawing: Drawing, at: number): string =>
  route
    .filter((stop) => stop.at > at)
    .map(({ compartment }) => spotOf(drawing, compartment))
    .reduce((path, to) => (to ? `${path}L${to.x} ${to.y}` : path), `M${spot.x} ${spot.y}`)

/** Bars at the lower edges of the compartments where crews are at work; several share the width. */
export const settledCrews = (
  ship: Ship,
  drawing: Drawing,
  at: number,
): readonly (Box & { readonly crew: string })[] => {
  const settled = crewsOf(ship, at).filter(isSettled)
  return settled.flatMap((crew) => {
    const box = drawing.boxes.get(crew.compartment)
    if (!box) return []
    const here = settled.filter(({ compartment }) => compartment === crew.compartment)
    const width = (box.width - BAR_INSET_PX * (here.length + 1)) / here.length
    const x = box.x + BAR_INSET_PX + here.indexOf(crew) * (width + BAR_INSET_PX)
    const height = Math.min(BAR_PX, box.height * BAR_SHARE)
    return [{ crew: crew.crew, x, y: box.y + box.height - height - BAR_INSET_PX, width, height }]
  })
}
