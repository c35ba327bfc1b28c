import type { Action } from '../replay/keys.ts'

/** A button of the player; its key does the same. */
export interface TimelineButton {
  readonly label: string
  /** What it is called beyond its label. */
  readonly name?: string
  readonly key: string
  readonly action: Action
}

export interface ButtonGroup {
  readonly name: string
  readonly buttons: readonly TimelineButton[]
}

/** The steps that everybody needs. */
export const STEPS: readonly ButtonGroup[] = [
  {
    name: 'Steps from event to event',
    buttons: [
      { label: '‹ Event', name: 'Previous event', key: ',', action: { do: 'previousMark' } },
      { label: 'Event ›', name: 'Next event', key: '.', action: { do: 'nextMark' } },
    ],
  },
  {
    name: 'Steps from hit to hit',
    buttons: [
      { label: '‹ Hit', name: 'Previous hit or critical alarm', key: ';', action: { do: 'previousHit' } },
      { label: 'Hit ›', name: 'Next hit or critical alarm', key: "'", action: { do: 'nextHit' } },
    ],
  },
]

export const TRACK: ButtonGroup = {
  name: 'What the track shows',
  buttons: [
    { label: '−', name: 'Zoom out', key: 'S', action: { do: 'zoomOut' } },
    { label: '+', name: 'Zoom in', key: 'W', action: { do: 'zoomIn' } },
    { label: '‹', name: 'Earlier', key: 'A', action: { do: 'panLeft' } },
    { label: '›', name: 'Later', key: 'D', action: { do: 'panRight' } },
    { label: 'Fit', key: 'F', action: { do: 'fit' } },
  ],
}

export const LOOP: ButtonGroup = {
  name: 'Loop',
  buttons: [
    { label: 'From here', name: 'Loop from here', key: '[', action: { do: 'loopIn' } },
    { label: 'To here', name: 'Loop to here', key: ']', action: { do: 'loopOut' } },
  ],
}

/** Only where there is a loop. */
export const LOOPED: ButtonGroup = {
  name: 'The loop that is set',
  buttons: [
    { label: 'Loop', key: 'O', action: { do: 'loopToggle' } },
    { label: 'Clear', name: 'Clear the loop', key: '\\', action: { do: 'loopClear' } },
  ],
}
