import { expect, test } from 'vitest'
import {
  along,
  atSpeed,
  faster,
  pause,
  play,
  playerOver,
  positionAt,
  rateOf,
  seek,
  settled,
  shuttle,
  shuttleSlowly,
  slower,
  SPEEDS,
  toggle,
} from '../../../web/src/replay/player.ts'

const FROM = 10_000
const TO = 70_000
const fresh = playerOver(FROM, TO)

test('stands at the start until it is played', () => {
  expect(positionAt(fresh, 123_456)).toBe(FROM)
  expect(rateOf(fresh)).toBe(0)
})

test('plays at the pace of the clock, from whatever the clock showed', () => {
  const playing = play(fresh, 500)
  expect(positionAt(playing, 500)).toBe(FROM)
  expect(positionAt(playing, 1_750)).toBe(FROM + 1_250)
})

test('stays where it was paused', () => {
  const paused = pause(play(fresh, 0), 3_000)
  expect(positionAt(paused, 90_000)).toBe(FROM + 3_000)
  expect(positionAt(play(paused, 100_000), 101_000)).toBe(FROM + 4_000)
})

test.each(SPEEDS)('runs %d times as fast as the clock', (speed) => {
  const playing = play(atSpeed(fresh, 0, speed), 0)
  expect(positionAt(playing, 400)).toBe(FROM + 400 * speed)
})

test('a change of speed does not move the position', () => {
  const playing = play(fresh, 0)
  const quicker = faster(faster(playing, 1_000), 1_000)
  expect(positionAt(quicker, 1_000)).toBe(FROM + 1_000)
  expect(positionAt(quicker, 2_000)).toBe(FROM + 5_000)
  expect(positionAt(slower(quicker, 2_000), 3_000)).toBe(FROM + 7_000)
})

test('there is no faster than the fastest and no slower than the slowest', () => {
  expect(faster(atSpeed(fresh, 0, 64), 0).speed).toBe(64)
  expect(slower(atSpeed(fresh, 0, 0.25), 0).speed).toBe(0.25)
})

test('stops at the end, and plays from the start when played again', () => {
  const over = settled(play(fresh, 0), 1_000_000)
  expect(over.playing).toBe(false)
  expect(positionAt(over, 1_000_001)).toBe(TO)
  expect(positionAt(play(over, 2_000_000), 2_000_000)).toBe(FROM)
})

test('is not settled before the end', () => {
  const playing = play(fresh, 0)
  expect(settled(playing, 59_999)).toBe(playing)
})

test('runs backward as well, down to the start', () => {
  const back = shuttle(seek(fresh, 0, 40_000), 0, -1)
  expect(positionAt(back, 5_000)).toBe(35_000)
  expect(settled(back, 60_000).playing).toBe(false)
  expect(positionAt(back, 60_000)).toBe(FROM)
})

test('L and J double the speed with every further press, and begin at 1× the other way', () => {
  const l = shuttle(shuttle(shuttle(fresh, 0, 1), 0, 1), 0, 1)
  expect(l).toMatchObject({ playing: true, direction: 1, speed: 4 })
  expect(shuttle(l, 0, -1)).toMatchObject({ playing: true, direction: -1, speed: 1 })
})

test('the Play button always plays forward', () => {
  const back = pause(shuttle(seek(fresh, 0, 40_000), 0, -1), 0)
  expect(toggle(back, 0)).toMatchObject({ playing: true, direction: 1 })
  expect(toggle(toggle(back, 0), 0).playing).toBe(false)
})

test('goes nowhere before the start or after the end', () => {
  expect(positionAt(seek(fresh, 0, -5), 0)).toBe(FROM)
  expect(positionAt(seek(fresh, 0, 1e9), 0)).toBe(TO)
})

test('goes on playing from where one jumps to', () => {
  const jumped = seek(play(fresh, 0), 5_000, 50_000)
  expect(positionAt(jumped, 6_000)).toBe(51_000)
})

test('Shift slows the shuttle down: a half, a quarter, and no less', () => {
  const slow = shuttleSlowly(fresh, 0, 1)
  expect(slow).toMatchObject({ playing: true, direction: 1, speed: 0.5 })
  expect(shuttleSlowly(slow, 0, 1).speed).toBe(0.25)
  expect(shuttleSlowly(shuttleSlowly(slow, 0, 1), 0, 1).speed).toBe(0.25)
  expect(shuttleSlowly(atSpeed(play(fresh, 0), 0, 8), 0, 1).speed).toBe(0.5)
})

test('a loop is played over and over, and does not end with the recording', () => {
  const looped = along(play(seek(fresh, 0, 60_000), 0), 0, { loop: { fromMs: 60_000, toMs: TO }, quiet: [] })
  expect(positionAt(looped, 9_999)).toBe(69_999)
  expect(positionAt(looped, 12_000)).toBe(62_000)
  expect(settled(looped, 10_000).playing).toBe(true)
})

test('what is quiet is hurried through at 16×, or faster if that is the speed', () => {
  const quiet = [{ fromMs: 20_000, toMs: 52_000 }]
  const hurrying = along(play(fresh, 0), 0, { loop: null, quiet })
  expect(rateOf(hurrying, 9_000)).toBe(1)
  expect(rateOf(hurrying, 11_000)).toBe(16)
  expect(positionAt(hurrying, 13_000)).toBe(53_000)
  expect(rateOf(along(play(atSpeed(fresh, 0, 64), 0), 0, { loop: null, quiet: [{ fromMs: FROM, toMs: TO }] }), 0)).toBe(
    64,
  )
})
