import type { LogFault, Verdict } from '#db/verify.ts'
import type { Copied } from '../backups/backUp.ts'

/** A line a ship: how many events, and the code of her chain's end. */
export const shipLines = ({ ships }: Verdict): readonly string[] =>
  ships.map(({ ship, linked, older, code }) => {
    const before = older > 0 ? `, ${older} from before the chain` : ''
    return `${ship}: ${linked} events linked${before}, code ${code}`
  })

/** The same of a copy, and how much that is in all. */
export const copiedLines = ({ verdict, files }: Copied): readonly string[] => {
  const events = verdict.ships.reduce((sum, { linked, older }) => sum + linked + older, 0)
  return [...shipLines(verdict), `Events: ${events}; ships: ${verdict.ships.length}; files beside the log: ${files}`]
}

export const faultLine = (fault: LogFault): string => {
  switch (fault.fault) {
    case 'file':
      return `The file is damaged: ${fault.detail}`
    case 'gap':
      return `${fault.ship}: event ${fault.seq} is missing; ${fault.found} stands there`
    case 'changed':
      return `${fault.ship}: event ${fault.seq} is not what was written, or follows something that is not`
    case 'cut':
      return `${fault.ship}: the log ends at event ${fault.head}; it went on to ${fault.was}`
  }
}
