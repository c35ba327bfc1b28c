import type { ShipFile } from './schema.ts'

type Profile = ShipFile['profile']
type Point = Profile['hull'][number]
export type Vertex = readonly [x: number, y: number]

/** One side of an outline as a cubic Bézier curve: where it starts, its two handles, and where it ends. */
interface Side {
  readonly from: Vertex
  readonly leave: Vertex
  readonly arrive: Vertex
  readonly to: Vertex
}

/** How far a handle reaches along the line between a point's neighbours: a Catmull-Rom curve, invented for its look. */
const TENSION = 0.16
/** Straight pieces a curved side is cut into: an error below 3 cm on a side of 40 m, invented. */
const PIECES = 12

const handle = (point: Point, ahead: Point, behind: Point): Vertex =>
  point[2] === 1
    ? [point[0], point[1]]
    : [point[0] + TENSION * (ahead[0] - behind[0]), point[1] + TENSION * (ahead[1] - behind[1])]

/** The point `index` places along a closed outline, counted round and round. */
const around = (points: readonly Point[], index: number): Point => {
  const point = points[(index + points.length) % points.length]
  if (point === undefined) throw new RangeError('an outline needs points')
  return point
}

const sidesOf = (points: readonly Point[]): readonly Side[] =>
  points.map((from, index) => {
    const to = around(points, index + 1)
    return {
      from: [from[0], from[1]],
      leave: handle(from, to, around(points, index - 1)),
      arrive: handle(to, from, around(points, index + 2)),
      to: [to[0], to[1]],
    }
  })

const along = ({ from, leave, arrive, to }: Side, t: number): Vertex => {
  const u = 1 - t
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
  return [
    a * from[0] + b * leave[0] + c * arrive[0] + d * to[0],
    a * from[1] + b * leave[1] + c * arrive[1] + d * to[1],
  ]
}

/** The closed smooth curve through `points` as a polygon. Only + − × ÷, so that every engine finds the same ship. */
export const polygonOf = (points: readonly Point[]): readonly Vertex[] =>
  sidesOf(points).flatMap((side) => Array.from({ length: PIECES }, (_, piece) => along(side, piece / PIECES)))

const pair = ([x, y]: Vertex): string => `${x.toFixed(2)} ${y.toFixed(2)}`

const pathOf = (points: readonly Point[]): string => {
  const [x, y] = around(points, 0)
  const curves = sidesOf(points).map(({ leave, arrive, to }) => `C${pair(leave)} ${pair(arrive)} ${pair(to)}`)
  return `M${pair([x, y])}${curves.join('')}Z`
}

export interface HullPath {
  readonly hull: string
  readonly outboard: readonly { readonly id: string; readonly name: string; readonly path: string }[]
}

/** The ship's outline as SVG path data, in the metres of the profile. */
export const hullPath = (profile: Profile): HullPath => ({
  hull: pathOf(profile.hull),
  outboard: (profile.outboard ?? []).map(({ id, name, points }) => ({ id, name, path: pathOf(points) })),
})
