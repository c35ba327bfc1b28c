export type Cell = string | number | null

/** By it spreadsheets tell that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/** Rows as CSV: RFC 4180, in UTF-8 for spreadsheets, and nothing in it that one would carry out. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')

const cellText = (cell: Cell): string => {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : quoted(harmless(cell))
}

const NUMBER = /^[+-]?\d+(\.\d+)?$/
/**
 * Where a formula would begin: at the start, and where a spreadsheet that divides at semicolons would see another cell. Some take
 * the wide signs of East Asian writing for the same.
 */
const FORMULA = /(^|;)(?=[=+\-@\t\r\n＝＋－＠])/g

/** [RVW7] */
const harmless = (text: string): string => (NUMBER.test(text) ? text : text.replace(FORMULA, "$1'"))

const quoted = (text: string): string => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
