import type { KeyGroup } from '../ui/props.ts'

/** What the help shows on `?` while a recording is played. */
export const REPLAY_KEYS: readonly KeyGroup[] = [
  {
    title: 'Play',
    lines: [
      { keys: ['Space', 'K'], does: 'Play, pause' },
      { keys: ['L'], does: 'Forward; again: 2× to 64×' },
      { keys: ['J'], does: 'Backward; again: 2× to 64×' },
      { keys: ['⇧ L', '⇧ J'], does: 'Slowly: ½×, ¼×' },
      { keys: ['<', '>'], does: 'Slower, faster' },
      { keys: ['X'], does: 'Hurry through what is quiet' },
    ],
  },
  {
    title: 'Go',
    lines: [
      { keys: ['←', '→'], does: '5 s; with Shift 30 s' },
      { keys: ['Alt ←', 'Alt →'], does: 'One event' },
      { keys: [',', '.'], does: 'Event of the lanes shown' },
      { keys: [';', "'"], does: 'Hit or critical alarm' },
      { keys: ['Home', 'End'], does: 'Start, end; End again: live' },
      { keys: ['0–9'], does: 'Tenths of the recording' },
      { keys: ['G'], does: 'To a time' },
    ],
  },
  {
    title: 'Mark',
    lines: [
      { keys: ['[', ']'], does: 'Loop from here, to here' },
      { keys: ['O'], does: 'Loop on, off' },
      { keys: ['\\'], does: 'Loop away' },
      { keys: ['B'], does: 'Bookmark, with a note' },
      { keys: ['N'], does: 'Next bookmark' },
    ],
  },
  {
    title: 'Track',
    lines: [
      { keys: ['W', 'S'], does: 'Closer, wider; Ctrl and wheel' },
      { keys: ['A', 'D'], does: 'Earlier, later' },
      { keys: ['F'], does: 'Fit the loop; again: all' },
      { keys: ['M'], does: 'Profile or table' },
      { keys: ['?'], does: 'This help' },
    ],
  },
]
