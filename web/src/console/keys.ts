import type { KeyGroup } from '../ui/props.ts'

/** What the help shows on `?`; the replay has keys of its own. */
export const KEYS: readonly KeyGroup[] = [
  {
    title: 'Everywhere',
    lines: [
      { keys: ['/'], does: 'Give an order' },
      { keys: ['U'], does: 'Undo the last dispatch' },
      { keys: ['S'], does: 'Silence all alarms' },
      { keys: ['?'], does: 'This help' },
    ],
  },
  {
    title: 'Board',
    lines: [
      { keys: ['M'], does: 'Profile or table' },
      { keys: ['←', '→'], does: 'Along the deck' },
      { keys: ['↑', '↓'], does: 'From deck to deck' },
      { keys: ['Home', 'End'], does: 'Ends of the deck' },
      { keys: ['PgUp', 'PgDn'], does: 'Three decks' },
      { keys: ['Enter'], does: 'Open the compartment' },
      { keys: ['D'], does: 'Send a crew there' },
      { keys: ['A'], does: 'Acknowledge the top alarm' },
    ],
  },
  {
    title: 'Dispatch',
    lines: [
      { keys: ['J', 'K'], does: 'Next, previous task' },
      { keys: ['1–9'], does: 'Send the first to ninth crew' },
      { keys: ['R'], does: 'Recall whoever is on it' },
    ],
  },
]
