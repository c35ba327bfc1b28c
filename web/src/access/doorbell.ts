import type { AccessReport } from '#shared/protocol/access.ts'
import { getJson } from '../link/api.ts'
import type { Identity } from '../link/identity.ts'
import { place } from '../router.ts'
import { announce } from '../ui/announcer.svelte.ts'
import { toast } from '../ui/toasts.svelte.ts'

/** Those already told of: each comes to the door once. */
const told = new Set<string>()

/** Says on whatever screen an instructor has open who waits to be admitted; on the desk they are to be seen. */
export const ringFor = async (instructor: Identity): Promise<void> => {
  const report = await getJson<AccessReport>('/access', instructor).catch(() => null)
  for (const { id, name, state } of report?.sessions ?? []) {
    if (state !== 'waiting' || told.has(id)) continue
    told.add(id)
    if (place().view === 'desk') announce(`${name} waits at the door`)
    else toast(`${name} waits at the door: see the desk`)
  }
}
