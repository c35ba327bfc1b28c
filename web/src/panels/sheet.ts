/** A part of a document as it is read and printed: a table of words. */
export interface Sheet {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** What stands there when there is no row. */
  readonly none: string
}

/** Words, or a link. */
export type Cell = string | { readonly text: string; readonly href: string }
