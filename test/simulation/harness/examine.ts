import type { Received } from '#shared/ship/commands.ts'
import type { Role } from '#shared/ship/events.ts'
import type { Ship } from '#shared/ship/state.ts'
import { findingsIn, findingSince } from './invariants/all.ts'
import { foldsFor, foldsTo } from './folding.ts'
import { frozen } from './frozen.ts'
import type { Finding } from './invariant.ts'
import { findingInLog, type Stage } from './log.ts'
import { count } from './tally.ts'
import { asked, cutAt, dueAfter, said } from './trials.ts'
import { findingInViews } from './views.ts'
import type { Voyage } from './voyage.ts'

/** A step of a voyage: time that passed, or an order received. */
export interface VoyageStep extends Stage {
  readonly received?: Received
}

/** Every invariant is asked at every so many steps, whatever has changed. */
const ALL_EVERY_STEPS = 32
/** The log is folded anew at every so many steps, in the voyages drawn for it. */
const FOLD_EVERY_STEPS = 100
/** How often each trial is made, where it can be. */
const CHANCE = { cut: 1 / 24, due: 1 / 4, asked: 1 / 50, said: 1 / 50, views: 1 / 300 } as const

const ROLES: readonly Role[] = ['instructor', 'captain', 'operations', 'medical', 'observer']

export const freezeIfDrawn = (voyage: Voyage): void => {
  if (voyage.frozen) frozen(voyage.ship)
}

/** The log so far folds to the ship, for the instructor and for somebody who may not see all; then it begins anew. */
export const examineFold = (voyage: Voyage): Finding | null => {
  const { folded, start, events, ship, tally, lens } = voyage
  if (!folded) return null
  count(tally.checks, 'folds')
  const finding = foldsTo(start, events, ship) ?? foldsFor(lens.pick(ROLES), start, events, ship)
  voyage.start = ship
  voyage.events = []
  return finding
}

const examineShip = ({ tally, steps }: Voyage, before: Ship, ship: Ship): Finding | null => {
  if (steps % ALL_EVERY_STEPS !== 0) return findingSince(before, ship, () => count(tally.checks, 'invariants'))
  count(tally.checks, 'all invariants')
  return findingsIn(ship)[0] ?? null
}

const tryTime = ({ lens, tally }: Voyage, { before, after, events, from, until }: VoyageStep): Finding | null => {
  if (lens.chance(CHANCE.cut)) {
    count(tally.checks, 'cuts')
    const finding = cutAt(before, lens.whole(from, until), until, { ship: after, events })
    if (finding) return finding
  }
  if (!lens.chance(CHANCE.due)) return null
  count(tally.checks, 'next due')
  return dueAfter(after, until)
}

const tryOrder = ({ lens, tally }: Voyage, { before, events }: VoyageStep, received: Received): Finding | null => {
  if (lens.chance(CHANCE.asked)) {
    count(tally.checks, 'asked twice')
    const finding = asked(before, received)
    if (finding) return finding
  }
  if (!lens.chance(CHANCE.said)) return null
  count(tally.checks, 'said')
  return said(before, events, received)
}

/** All that is asked of a step. */
export const examine = (voyage: Voyage, step: VoyageStep): Finding | null => {
  const { before, after, until, received } = step
  const { lens, steps, tally } = voyage
  const finding =
    findingInLog(step) ??
    examineShip(voyage, before, { ...after, at: until }) ??
    (received ? tryOrder(voyage, step, received) : tryTime(voyage, step))
  if (finding) return finding
  if (lens.chance(CHANCE.views)) {
    count(tally.checks, 'views')
    const inViews = findingInViews(after, until, lens.pick(ROLES))
    if (inViews) return inViews
  }
  return steps % FOLD_EVERY_STEPS === 0 ? examineFold(voyage) : null
}
