import type { KeptOrder } from '../link/kept.ts'
import type { Live } from '../link/live.svelte.ts'
import type { LeftOver } from '../link/outbox.ts'
import { toast } from '../ui/toasts.svelte.ts'
import { lateInWords, notAskedInWords } from './doneWords.ts'

/**
 * Tells of orders from before the page was loaded anew, of which nothing is left on the screen: what becomes of one's own,
 * and that those of others are not asked again, as it would be in one's own name.
 */
export const tellOfLeftOver = (own: readonly LeftOver[], ofOthers: readonly KeptOrder[], live: Live): void => {
  for (const order of own) void tellLate(order, live)
  if (ofOthers.length > 0) toast(notAskedInWords(ofOthers))
}

const tellLate = async ({ command, outcome: answered }: LeftOver, live: Live): Promise<void> => {
  const outcome = await answered
  const plan = live.ship?.plan
  if (plan) toast(lateInWords(plan, command, outcome))
}
