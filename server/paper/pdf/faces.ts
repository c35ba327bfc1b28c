import { create, type Font } from 'fontkit'
import { faceFiles, type Family, type Weight } from '../typefaces.ts'

/** One file of a typeface, as it is embedded. */
export interface Face {
  readonly id: string
  readonly font: Font
}

/** What text is set in: faces, in the order in which a character is looked for in them. */
export type Voice = 'heading' | 'text' | 'strong'

const facesOf = (family: Family, weight: Weight): readonly Face[] =>
  faceFiles(family, weight, 'woff').map((file, index) => {
    const font = create(file)
    if (!('layout' in font)) throw new Error(`${family} is a collection of faces, not a face`)
    return { id: `${family}-${weight}-${index}`, font }
  })

let opened: Readonly<Record<Voice, readonly Face[]>> | null = null

/** All voices; opened when the first paper is set, some 2 MB. */
export const voices = (): Readonly<Record<Voice, readonly Face[]>> => (opened ??= open())

/** Shows a box in place of a character that no face has. */
export const missingFace = (): Face | undefined => voices().text[0]

const open = (): Readonly<Record<Voice, readonly Face[]>> => {
  const text = facesOf('source-sans-3', 400)
  return { heading: [...facesOf('antonio', 400), ...text], text, strong: facesOf('source-sans-3', 600) }
}
