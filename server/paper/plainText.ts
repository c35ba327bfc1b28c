/** Characters without a look of their own: controls, and those that turn the direction of the text around them. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu

/** What people and files wrote, as one line that can be printed: nothing in it does anything. [RVW8] */
export const plainText = (text: string): string => text.toWellFormed().normalize('NFC').replace(UNSEEN, ' ')
