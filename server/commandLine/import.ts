import { constants, existsSync } from 'node:fs'
import { copyFile, rm } from 'node:fs/promises'
import { faultLines } from '../library/library.ts'
import { bringIn } from '../recordings/bringIn.ts'
import { withImports } from './dataFolder.ts'

/** Brings in an incident that was saved as a file; true once it is kept. Else all that is wrong with the file is said. */
export const importCommand = async (args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> => {
  const [file, ...rest] = args
  if (file === undefined || rest.length > 0) throw new Error('import takes one file')
  if (!existsSync(file)) throw new Error(`There is no file ${file}`)
  return withImports(env, async (imports) => {
    const copy = imports.incoming()
    try {
      await copyFile(file, copy, constants.COPYFILE_EXCL)
      const kept = await bringIn(imports, copy)
      if (kept.ok) process.stdout.write(`${file} is ${kept.value.id}, ${kept.value.name}\n`)
      else for (const line of faultLines({ file, problems: kept.error })) process.stderr.write(`${line}\n`)
      return kept.ok
    } finally {
      await rm(copy, { force: true })
    }
  })
}
