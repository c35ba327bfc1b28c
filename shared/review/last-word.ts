import type { ReviewWord } from './words-said.ts'

/** Of each key the word said last, in the order in which keys were first spoken of. [RVW4] */
export const lastByKey = <Word extends ReviewWord>(
  words: readonly ReviewWord[],
  keyed: (word: ReviewWord) => { readonly key: string; readonly word: Word } | null,
): ReadonlyMap<string, Word> => {
  const last = new Map<string, Word>()
  for (const said of words) {
    const found = keyed(said)
    if (found) last.set(found.key, found.word)
  }
  return last
}
