import { given } from '../given.ts'
import type { Scenes } from '../scenes.ts'
import { breach, done, onScene, progress, runBy, send } from '../ship-orders.ts'

const hole = given(breach('02-01', 0.5), send('alpha', 'breach:B1'))

export const scenes: Scenes['scenes'] = [
  hole.when(runBy('reported'), onScene('alpha'), progress('alpha', 50), done('alpha')),
]

export const refusals: Scenes['refusals'] = {
  NotReportedMode: [hole.when(onScene('alpha')), 'Crews report only when the ship is run by reports.'],
  CrewHasNoTask: [given(runBy('reported')).when(done('alpha')), 'Crew alpha is not out on a task.'],
}
