import { type FileProblem, pathOf } from '../schema/problems.ts'
import { expectedWords, foundWords } from '../schema/words.ts'
import { evolve, isFactType } from '../ship/evolve.ts'
import { newShip, type Ship, shipFrom, stateOf } from '../ship/state.ts'
import { boardOf } from '../ship/views/board.ts'
import { damageReportOf } from '../ship/views/damage-report.ts'
import { planOf } from '../ship-file/plan-of.ts'
import type { RecordingFile } from './recording-file.ts'

/** What a recording's parts must say of each other, in the order in which it is looked for: after one fault the rest means little. */
export const checkRecording = (file: RecordingFile): readonly FileProblem[] => {
  const state = stateProblems(file)
  if (state.length > 0) return state
  const order = [...orderProblems(file), ...endProblems(file)]
  return order.length > 0 ? order : foldProblems(file)
}

/** The ship has every member that a new one has, and each is of its kind. */
const stateProblems = ({ definition, start }: RecordingFile): readonly FileProblem[] => {
  const given: Readonly<Record<string, unknown>> = { ...start.state }
  return Object.entries(stateOf(newShip(planOf(definition)))).flatMap(([name, model]) => {
    const kinds = OR_NULL[name] ?? [kindOf(model)]
    const value = given[name]
    if (kinds.includes(kindOf(value))) return []
    return [problem(['start', 'state', name], kinds.map(kindWords).join(' or '), value)]
  })
}

/** What a new ship does not have yet. */
const OR_NULL: Readonly<Record<string, readonly string[]>> = {
  incident: ['object', 'null'],
  scenario: ['object', 'null'],
  strainedSince: ['number', 'null'],
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value)

const kindWords = (kind: string): string => (kind === 'null' ? kind : expectedWords({ type: kind }))

/** Seqs go on from the start without a gap, and time never goes back. */
const orderProblems = ({ start, events }: RecordingFile): readonly FileProblem[] => {
  let { seq, at } = start
  for (const [index, event] of events.entries()) {
    seq++
    if (event.seq !== seq) return [problem(['events', index, 'seq'], String(seq), event.seq)]
    if (event.at < at) return [problem(['events', index, 'at'], `${at} or later`, event.at)]
    if (!isFactType(event.type)) return [problem(['events', index, 'type'], 'the name of an event', event.type)]
    at = event.at
  }
  return []
}

const endProblems = ({ incident, start, events, untilMs }: RecordingFile): readonly FileProblem[] => {
  const last = events.at(-1)?.at ?? start.at
  if (untilMs < last) return [problem(['untilMs'], `${last} or later`, untilMs)]
  if (incident.openedAt !== start.at) return [problem(['incident', 'openedAt'], String(start.at), incident.openedAt)]
  return []
}

/** The events fold, and she can be shown before and after them. */
const foldProblems = ({ definition, start, events, untilMs }: RecordingFile): readonly FileProblem[] => {
  const before = shipFrom(planOf(definition), start.state)
  if (!canBeShown(before, start.at)) return [problem(['start', 'state'], SHOWN, start.state)]
  let ship = before
  for (const [index, event] of events.entries()) {
    try {
      ship = evolve(ship, event)
    } catch {
      return [problem(['events', index], 'an event that can follow the ones before', event)]
    }
  }
  return canBeShown(ship, untilMs) ? [] : [problem(['events'], `events that lead to ${SHOWN}`, events)]
}

const SHOWN = 'a ship that can be shown'

const canBeShown = (ship: Ship, at: number): boolean => {
  try {
    boardOf(ship, at)
    damageReportOf(ship, at)
    return true
  } catch {
    return false
  }
}

const problem = (steps: readonly (string | number)[], expected: string, found: unknown): FileProblem => ({
  path: pathOf(...steps),
  expected,
  found: foundWords(found),
})
