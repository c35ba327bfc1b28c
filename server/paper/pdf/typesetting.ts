import type { Ink } from '../palette.ts'
import { plainText } from '../plainText.ts'
import { type Face, missingFace, type Voice, voices } from './faces.ts'

/** How text looks; sizes in points. */
export interface Style {
  readonly voice: Voice
  readonly size: number
  /** From baseline to baseline. */
  readonly leading: number
  readonly ink: Ink
}

/** Text in one face. */
export interface Run {
  readonly face: Face
  readonly text: string
  readonly width: number
}

export interface Line {
  readonly runs: readonly Run[]
  readonly width: number
}

/** Sets text in lines. Its memory of widths is that of one paper. */
export interface Typesetter {
  /** Lines no wider than the width, broken at spaces, and within a word only where it alone is wider. */
  lines(text: string, style: Style, width: number): readonly Line[]
  line(text: string, style: Style): Line
  /** How wide the widest word is. */
  widest(text: string, style: Style): number
}

export const typesetter = (): Typesetter => {
  const widths = new Map<string, number>()

  const widthOf = (face: Face, text: string, size: number): number => {
    const key = `${face.id} ${text}`
    let width = widths.get(key)
    if (width === undefined) widths.set(key, (width = face.font.layout(text).advanceWidth / face.font.unitsPerEm))
    return width * size
  }

  const line = (text: string, { voice, size }: Style): Line => {
    const runs = inFaces(settable(text), voices()[voice]).map((run) => ({
      ...run,
      width: widthOf(run.face, run.text, size),
    }))
    return { runs, width: sum(runs) }
  }

  const lines = (text: string, style: Style, width: number): readonly Line[] => {
    const set: Line[] = []
    let current: Line = EMPTY
    for (const word of wordsOf(text)) {
      for (const piece of pieces(line(word, style), (part) => line(part, style), word, width)) {
        const gap = current.runs.length > 0 ? line(' ', style) : EMPTY
        if (current.runs.length > 0 && current.width + gap.width + piece.width > width) {
          set.push(current)
          current = piece
        } else {
          current = joined(joined(current, gap), piece)
        }
      }
    }
    return current.runs.length > 0 ? [...set, current] : set
  }

  const widest = (text: string, style: Style): number =>
    wordsOf(text).reduce((most, word) => Math.max(most, line(word, style).width), 0)

  return { lines, line, widest }
}

/** Spaces that are not as wide as a plain one, but for those that no line breaks at. */
const ODD_SPACES = /[\u2000-\u2006\u2008-\u200a\u205f\u3000]/g
/** What has no look of its own on paper: zero width, joiners, soft hyphens. */
const UNSET = /\p{Default_Ignorable_Code_Point}/gu

/** Text as the faces have it: of some of those they do have a glyph, at which the library for them reads beyond its table. */
const settable = (text: string): string => plainText(text).replace(ODD_SPACES, ' ').replace(UNSET, '')

const wordsOf = (text: string): readonly string[] => settable(text).split(/ +/).filter(Boolean)

const EMPTY: Line = { runs: [], width: 0 }

const sum = (runs: readonly Run[]): number => runs.reduce((total, { width }) => total + width, 0)

/** Text cut where another face has to take over. */
const inFaces = (text: string, faces: readonly Face[]): readonly Omit<Run, 'width'>[] => {
  const runs: { face: Face; text: string }[] = []
  for (const character of text) {
    const face = faces.find(({ font }) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) ?? missingFace()
    const last = runs.at(-1)
    if (!face) continue
    if (last?.face === face) last.text += character
    else runs.push({ face, text: character })
  }
  return runs
}

/** A word, or, if no line can hold it, as many pieces of it as it takes. */
const pieces = (whole: Line, set: (part: string) => Line, word: string, width: number): readonly Line[] => {
  if (whole.width <= width) return [whole]
  const parts: string[] = ['']
  for (const character of word) {
    const longer = (parts.at(-1) ?? '') + character
    if (parts.at(-1) !== '' && set(longer).width > width) parts.push(character)
    else parts[parts.length - 1] = longer
  }
  return parts.map(set)
}

const joined = (a: Line, b: Line): Line => {
  const [next, ...others] = b.runs
  const last = a.runs.at(-1)
  const width = a.width + b.width
  if (!next || last?.face !== next.face) return { runs: [...a.runs, ...b.runs], width }
  const merged = { face: last.face, text: last.text + next.text, width: last.width + next.width }
  return { runs: [...a.runs.slice(0, -1), merged, ...others], width }
}
