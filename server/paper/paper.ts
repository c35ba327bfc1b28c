import type { Scene } from './charts/scene.ts'

/**
 * A review as a piece of paper, before anybody has decided how it looks: what a page of HTML and a PDF both say. All texts
 * are plain; whoever sets them sees to it that they stay text. [RVW8]
 */
export interface Paper {
  /** What kind of paper it is, and what it is about. */
  readonly genre: string
  readonly title: string
  readonly ship: string
  /** One sentence under the title. */
  readonly standfirst: string
  readonly facts: readonly Fact[]
  readonly sections: readonly Section[]
  /** What the paper says of itself at its end. */
  readonly footing: string
  /** ISO 8601; of the incident, so that the same review is the same paper. */
  readonly dated: string
}

export interface Fact {
  readonly label: string
  readonly value: string
}

export interface Section {
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block = Heading | Prose | Figures | List | Table | Chart

export interface Heading {
  readonly kind: 'heading'
  readonly text: string
}

export interface Prose {
  readonly kind: 'prose'
  readonly text: string
  /** In smaller type: how to read what stands above it. */
  readonly aside?: boolean
}

/** Numbers to be seen first. */
export interface Figures {
  readonly kind: 'figures'
  readonly items: readonly Figure[]
}

export interface Figure extends Fact {
  readonly note?: string
}

export interface List {
  readonly kind: 'list'
  readonly items: readonly ListItem[]
}

export interface ListItem {
  /** What stands before it in a column of its own. */
  readonly lead: string
  readonly text: string
}

export interface Table {
  readonly kind: 'table'
  /** For those who do not see it; nobody else gets to read it. */
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** What stands there when there are no rows. */
  readonly empty: string
}

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
  /** Its share of the width in percent; of more than a hundred in all, the share of their sum. */
  readonly weight: number
}

export interface Row {
  readonly cells: readonly string[]
  /** To be seen among the others. */
  readonly strong?: boolean
}

export interface Chart {
  readonly kind: 'chart'
  readonly scene: Scene
}

export const heading = (text: string): Heading => ({ kind: 'heading', text })
export const prose = (text: string): Prose => ({ kind: 'prose', text })
export const aside = (text: string): Prose => ({ kind: 'prose', text, aside: true })
export const figures = (...items: readonly Figure[]): Figures => ({ kind: 'figures', items })
export const chart = (scene: Scene): Chart => ({ kind: 'chart', scene })
export const left = (title: string, weight: number): Column => ({ title, align: 'left', weight })
export const right = (title: string, weight: number): Column => ({ title, align: 'right', weight })
