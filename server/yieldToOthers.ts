import { setPriority } from 'node:os'

/** Niceness: after whatever else the machine has to do. Invented; the lowest is 19. */
export const LOW_PRIORITY = 10

/** Lets a server on this machine go first. */
export const yieldToOthers = (): void => {
  try {
    setPriority(LOW_PRIORITY)
  } catch {
    // This system does not let us.
  }
}
