import type { Block, Column, Figures, List, Row, Section, Table } from '../paper.ts'
import { html, type Markup } from './escape.ts'
import { svgOf } from './svg.ts'

/** One section of the page: its heading, and what stands under it. */
export const sectionOf = (section: Section): Markup =>
  html` <section aria-labelledby="${section.id}">
    <h2 id="${section.id}">${section.title}</h2>
    ${section.blocks.map((block, index) => blockOf(block, `${section.id}-${index}`))}
  </section>`

const blockOf = (block: Block, id: string): Markup => {
  switch (block.kind) {
    case 'heading':
      return html`<h3>${block.text}</h3> `
    case 'prose':
      return html`<p${block.aside ? html` class="aside"` : null}>${block.text}</p>\n`
    case 'figures':
      return figuresOf(block)
    case 'list':
      return listOf(block)
    case 'table':
      return tableOf(block)
    case 'chart':
      return html`<figure tabindex="0" aria-label="${block.scene.title}">${svgOf(block.scene, id)}</figure> `
  }
}

const figuresOf = ({ items }: Figures): Markup =>
  html`<dl class="figures">
    ${items.map(
      ({ label, value, note }) =>
        html` <div>
          <dt>${label}</dt>
          <dd class="value">${value}</dd>
          ${note ? html`<dd class="note">${note}</dd>` : null}
        </div>`,
    )}
  </dl> `

const listOf = ({ items }: List): Markup =>
  html`<ul class="findings">
    ${items.map(({ lead, text }) => html` <li><span class="lead">${lead}</span> ${text}</li>`)}
  </ul> `

const tableOf = ({ caption, columns, rows, empty }: Table): Markup => {
  if (rows.length === 0) return html`<p class="aside">${empty}</p> `
  return html`<div class="table" tabindex="0" role="region" aria-label="${caption}">
    <table${isNarrow(columns) ? html` class="narrow"` : null}>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col" ${side(column)}>${column.title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => rowOf(row, columns))}
      </tbody>
    </table>
  </div> `
}

/** As on paper: columns that share less than the whole width don't stand far apart. */
const isNarrow = (columns: readonly Column[]): boolean => columns.reduce((sum, { weight }) => sum + weight, 0) < 100

const rowOf = ({ cells, strong }: Row, columns: readonly Column[]): Markup => html`
<tr${strong ? html` class="strong"` : null}>${cells.map((cell, index) => html`<td${side(columns[index])}>${cell}</td>`)}</tr>`

const side = (column: Column | undefined): Markup | null => (column?.align === 'right' ? html` class="right"` : null)
