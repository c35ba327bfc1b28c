import type { CrewFact } from '../facts/crews.ts'
import type { Plan } from '../plan.ts'
import { crewName, obstacleWords, percentWords, placeName, taskName, TIREDNESS } from '../views/words.ts'

import type { Lines } from './lines.ts'

export const crews: Lines<CrewFact> = {
  CrewDispatched: (plan, event) => `${crewName(plan, event.crew)} sent to ${taskName(plan, event.task)}`,
  CrewRerouted: (plan, event) => `${crewName(plan, event.crew)} goes another way`,
  CrewHalted: (plan, event) =>
    `${crewName(plan, event.crew)} held up at ${placeName(plan, event.compartment)}: ${obstacleWords(event.obstacle, event.obstacleState)}`,
  CrewArrived: (plan, event) => `${crewName(plan, event.crew)} on scene at ${placeName(plan, event.compartment)}`,
  CrewStartedWork: (plan, event) => `${crewName(plan, event.crew)} at work on ${taskName(plan, event.task)}`,
  CrewRecalled: (plan, event) => `${crewName(plan, event.crew)} recalled`,
  CrewReleased: (plan, event) => `${crewName(plan, event.crew)} off ${taskName(plan, event.task)}`,
  CrewReturning: (plan, event) => `${crewName(plan, event.crew)} returning`,
  CrewReady: (plan, event) => `${crewName(plan, event.crew)} ready at ${placeName(plan, event.compartment)}`,
  CrewHurt: (plan, event) => `${crewName(plan, event.crew)}: ${event.hurt} unfit`,
  WorkPaced: (plan, event) =>
    event.perS > 0
      ? `Work on ${taskName(plan, event.task)} under way`
      : `Work on ${taskName(plan, event.task)} stands at ${percentWords(event.percent)}`,
  TaskPrioritySet: (plan, event) => `${taskName(plan, event.task)}: priority ${event.priority}`,
  CrewFatigueChanged: (plan, event) => `${crewName(plan, event.crew)}: ${Math.round(event.minutes)} min on task`,
  CrewTired: (plan, event) => `${crewName(plan, event.crew)}: ${TIREDNESS[event.tired].toLowerCase()}`,
  HandsLent: (plan, event) =>
    `${event.people} from ${crewOrPlace(plan, event.from)} on their way to ${crewOrPlace(plan, event.to)}`,
  HandsJoined: (plan, event) => `${event.people} joined ${crewOrPlace(plan, event.to)}`,
  StepTicked: (plan, event) => `${event.subject}: ${stepWords(plan, event.card, event.step)}`,
}

const crewOrPlace = (plan: Plan, id: string): string => plan.crews.get(id)?.name ?? placeName(plan, id)

const stepWords = (plan: Plan, card: string, step: string): string => {
  const found = plan.file.killCards?.find(({ id }) => id === card)
  return `${found?.name ?? card}: ${found?.steps.find(({ id }) => id === step)?.text ?? step}`
}
