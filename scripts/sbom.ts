/** npm run sbom [-- FILE]: everything the product is made of or with, as CycloneDX, to FILE or else to be read here. */
import { writeFileSync } from 'node:fs'
import { readSbom } from './dependencies/sbom.ts'

const text = await readSbom()
const [file] = process.argv.slice(2)
if (file) writeFileSync(file, text)
else process.stdout.write(text)
