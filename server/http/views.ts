import { boardOf } from '#shared/ship/views/board.ts'
import { damageReportOf } from '#shared/ship/views/damage-report.ts'
import type { Service } from '../service.ts'
import { shownShip } from '../shown.ts'
import { Board, DamageReport } from './viewShapes.ts'
import { orRefuse } from './problems.ts'
import { problems, ShipParams } from './shapes.ts'
import type { App } from './typed.ts'

/** The ship in numbers, evaluated at the moment of asking, for other programs. */
export const viewRoutes = (app: App, { ships }: Service): void => {
  app.get(
    '/ships/:ship/board',
    {
      schema: {
        summary: 'The board in numbers, now: for overlays, lights and other programs',
        tags: ['views'],
        params: ShipParams,
        response: { 200: Board, ...problems },
      },
    },
    (request) => {
      const run = orRefuse(ships.find(request.params.ship))
      return boardOf(shownShip(run, request.person.role), run.now())
    },
  )

  app.get(
    '/ships/:ship/damage-report',
    {
      schema: {
        summary: 'The complete analysis of all damage, now',
        tags: ['views'],
        params: ShipParams,
        response: { 200: DamageReport, ...problems },
      },
    },
    (request) => {
      const run = orRefuse(ships.find(request.params.ship))
      return damageReportOf(shownShip(run, request.person.role), run.now())
    },
  )
}
