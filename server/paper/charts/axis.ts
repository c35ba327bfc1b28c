import { clockText } from '#shared/duration.ts'
import { numberText } from '../words.ts'
import { type Box, label, line, type Mark } from './scene.ts'

/** A quantity along a side of a drawing. */
export interface Axis {
  readonly ticks: readonly number[]
  readonly place: (value: number) => number
}

const MINUTE_MS = 60_000
/** Steps of time that people count in, minutes. */
const TIME_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440]
const MOST_TIMES = 10

/** Time since the opening of the incident from left to right. */
export const timeAxis = (fromMs: number, untilMs: number, { x, width }: Box): Axis => {
  const length = Math.max(1, untilMs - fromMs)
  const fitting = TIME_STEPS.map((minutes) => minutes * MINUTE_MS).find((step) => length / step <= MOST_TIMES)
  const step = fitting ?? Math.ceil(length / MOST_TIMES / MINUTE_MS) * MINUTE_MS
  const ticks = Array.from({ length: Math.floor(length / step) + 1 }, (_, index) => fromMs + index * step)
  return { ticks, place: (at) => x + (width * (at - fromMs)) / length }
}

/** A quantity from nothing at the foot to a round number over the most of it. */
export const amountAxis = (most: number, { y, height }: Box, wholeOnly = false): Axis => {
  const step = roundStep(most, wholeOnly)
  const count = Math.max(1, Math.ceil(most / step - 1e-9))
  const ticks = Array.from({ length: count + 1 }, (_, index) => index * step)
  return { ticks, place: (value) => y + height - (height * value) / (count * step) }
}

const WANTED_STEPS = 5

/** 1, 2 or 5 times a power of ten, so that some five of them reach the most. */
const roundStep = (most: number, wholeOnly: boolean): number => {
  const rough = Math.max(most, 1e-9) / WANTED_STEPS
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough
  return wholeOnly ? Math.max(1, Math.ceil(step)) : step
}

/** The line at the foot, its ticks, and the times under them. */
export const timeMarks = (axis: Axis, { x, y, width, height }: Box): readonly Mark[] => {
  const foot = y + height
  const [opening = 0] = axis.ticks
  return [
    line(
      [
        [x, foot],
        [x + width, foot],
      ],
      'quiet',
    ),
    ...axis.ticks.flatMap((at) => [
      line(
        [
          [axis.place(at), foot],
          [axis.place(at), foot + 3],
        ],
        'quiet',
      ),
      label(clockText(at - opening), [axis.place(at), foot + 11], 'middle', { ink: 'quiet' }),
    ]),
  ]
}

/** Thin lines across the drawing, and the amounts at their left ends. */
export const amountMarks = (axis: Axis, { x, width }: Box): readonly Mark[] =>
  axis.ticks.flatMap((amount) => [
    line(
      [
        [x, axis.place(amount)],
        [x + width, axis.place(amount)],
      ],
      'rule',
    ),
    label(numberText(amount), [x - 5, axis.place(amount) + 2.5], 'end', { ink: 'quiet' }),
  ])
