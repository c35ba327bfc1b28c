/** npm run check: everything a program can tell about the code without running it. */
import { runChecks } from './checks.ts'
import { addUp } from './tally.ts'

const { failed } = addUp(await runChecks())
process.exitCode = failed === 0 ? 0 : 1
