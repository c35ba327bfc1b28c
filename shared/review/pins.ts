import type { Pin } from './parts/course.ts'
import type { ReviewWord } from './words-said.ts'

/** Notes, each at the moment that it is about. */
export const pinsOf = (words: readonly ReviewWord[]): readonly Pin[] =>
  words
    .flatMap((word): readonly Pin[] => {
      if (word.type !== 'NotePinned') return []
      const { pinnedAt, seq, kind, text, by } = word
      return [{ at: pinnedAt, seq, kind, text, by: by.name }]
    })
    .sort((a, b) => a.at - b.at || a.seq - b.seq)
