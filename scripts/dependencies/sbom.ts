import { run } from '../setup/process.mjs'

/** With what is only for making the product (marked so): told to omit it, npm leaves out what both need as well. */
const ARGS = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']

/** The software bill of materials, CycloneDX 1.5 JSON, as npm makes it of the lock. */
export const readSbom = async (): Promise<string> => {
  const npm = process.env.npm_execpath
  // npm names itself to what it runs; whoever calls this without npm has it in the path
  const { ok, output } = await (npm ? run(process.execPath, [npm, ...ARGS]) : run('npm', ARGS))
  if (!ok) throw new Error(`npm could not list what is used: ${output}`)
  return output
}
