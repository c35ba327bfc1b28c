/** By RFC 4180: fields by commas, lines by CRLF, anything between quotes. */
export const parsedCsv = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)].reduce<string[][]>(
    (rows, [, quoted, bare, end]) => {
      rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
      if (end === '\r\n') rows.push([])
      return rows
    },
    [[]],
  )
