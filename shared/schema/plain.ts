/**
 * Characters that a screen, a terminal or a file acts on instead of showing them: controls, line breaks, what turns the direction
 * of writing, and halves of characters, which no file can hold.
 */
const ACTED_ON = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/gu

/** The source of a pattern for a text of one line without any of those; somewhere there is one that can be seen. */
export const ONE_LINE = `^(?=[^]*[^\\s\\p{Default_Ignorable_Code_Point}\\u2800])[^${ACTED_ON.source.slice(1, -1)}]*$`

export const isPlain = (text: string): boolean => text.search(ACTED_ON) < 0

/** The text with each of those as JSON would escape it, for whoever is told of a text that may be anything. */
export const escaped = (text: string): string =>
  text.replace(ACTED_ON, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
