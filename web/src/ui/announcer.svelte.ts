import { Announcements } from './announcements.ts'

/** What the two live regions hold. */
export const spoken = $state({ polite: '', urgent: '' })

const polite = new Announcements((text) => (spoken.polite = text))
const urgent = new Announcements((text) => (spoken.urgent = text))

/** Tells screen readers, when they have a moment: "Crew 2 sent to 07-04". */
export const announce = (text: string): void => polite.add(text)

/** Interrupts them. For a new critical alarm and a change of condition, nothing else. */
export const alarm = (text: string): void => urgent.add(text)
