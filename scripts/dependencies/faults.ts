import floors from './floors.json' with { type: 'json' }
import type { Locked } from './locked.ts'

type Rule = (locked: Locked) => string | null

interface Floor {
  readonly atLeast: string
  readonly why: string
  /** Older ones may be among the tools, which read nothing but what is ours. */
  readonly onlyAtRuntime?: boolean
}
const FLOORS: Readonly<Record<string, Floor>> = floors.floors
const BANNED: Readonly<Record<string, string>> = floors.banned

const numbersOf = (version: string): readonly number[] =>
  (/^\d+\.\d+\.\d+/.exec(version)?.[0] ?? '').split('.').map(Number)

/** Of the first three numbers; what stands behind them (a pre-release) is not looked at. */
export const isOlder = (version: string, than: string): boolean => {
  const [is, least] = [numbersOf(version), numbersOf(than)]
  const differs = least.findIndex((number, index) => is[index] !== number)
  return differs >= 0 && !((is[differs] ?? NaN) > (least[differs] ?? 0))
}

const belowFloor: Rule = ({ name, version, runtime }) => {
  const floor = Object.hasOwn(FLOORS, name) ? FLOORS[name] : undefined
  if (floor?.onlyAtRuntime && !runtime) return null
  return floor && isOlder(version, floor.atLeast) ? `must be ${floor.atLeast} or newer: ${floor.why}` : null
}
const banned: Rule = ({ name }) => (Object.hasOwn(BANNED, name) ? `must not be used: ${BANNED[name]}` : null)
const unsealed: Rule = ({ integrity }) => (integrity?.startsWith('sha512-') ? null : 'has no SHA-512 in the lock')
const fromElsewhere: Rule = ({ resolved }) =>
  resolved === null || resolved.startsWith('https://') ? null : `comes from ${resolved}, and not over https`
const runsScript: Rule = ({ name, hasInstallScript }) =>
  hasInstallScript && !floors.mayInstallScripts.includes(name) ? 'runs a script when it is installed' : null

const RULES: readonly Rule[] = [belowFloor, banned, unsealed, fromElsewhere, runsScript]

/** Everything that is wrong with what the lock would install. */
export const dependencyFaults = (locked: readonly Locked[]): readonly string[] =>
  locked.flatMap((one) =>
    RULES.flatMap((rule) => {
      const fault = rule(one)
      return fault === null ? [] : [`${one.name} ${one.version} ${fault}`]
    }),
  )
