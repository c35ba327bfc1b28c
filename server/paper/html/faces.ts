import { type Family, faceFile, type Weight } from '../typefaces.ts'

const FACES: readonly { readonly name: string; readonly family: Family; readonly weight: Weight }[] = [
  { name: 'Antonio', family: 'antonio', weight: 400 },
  { name: 'Source Sans 3', family: 'source-sans-3', weight: 400 },
  { name: 'Source Sans 3', family: 'source-sans-3', weight: 600 },
]

let written: string | null = null

/** The Latin letters of the paper's faces, inside the page itself: it has to look the same from any disk. */
export const facesCss = (): string => (written ??= FACES.map(faceCss).join('\n'))

const faceCss = ({ name, family, weight }: (typeof FACES)[number]): string => {
  const data = faceFile(family, 'latin', weight, 'woff2').toString('base64')
  return `@font-face { font-family: '${name}'; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}) format('woff2'); }`
}
