/**
 * For whoever starts a guarded server, and for nobody else: written to the terminal, and not through the logger, whose lines
 * are kept. `addresses`: the best one first.
 */
export const welcomeLines = ([address = '', ...others]: readonly string[], token: string): readonly string[] => [
  'Only those who were invited are let in. The link for you as instructor works once, for one day:',
  '',
  `  ${address}/join#${token}`,
  '',
  ...(others.length > 0 ? [`This server can also be reached at ${others.join(', ')}`, ''] : []),
]
