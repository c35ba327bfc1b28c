import { INKS } from '../palette.ts'

/** Letters that the paper's own faces lack come from those of the reader's machine. */
const TEXT_FACES = `'Source Sans 3', 'Source Sans Pro', system-ui, sans-serif`
const HEADING_FACES = `Antonio, Oswald, 'Arial Narrow', sans-serif`

export const style = (faces: string): string => `${faces}
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 62rem; background: ${INKS.white}; color: ${INKS.ink};
  font: 400 1rem/1.45 ${TEXT_FACES}; font-variant-numeric: lining-nums tabular-nums; overflow-wrap: anywhere; }
header .bar { display: flex; gap: 4px; height: 14px; }
header .bar i { background: ${INKS.frame}; } header .bar i:nth-child(1) { flex: 3; border-radius: 14px 0 0 0; }
header .bar i:nth-child(2) { flex: 1; background: ${INKS.sand}; }
header .bar i:nth-child(3) { flex: 7; border-radius: 0 7px 7px 0; }
.genre { margin: 1.1rem 0 0; color: ${INKS.quiet}; }
h1, h2 { font-family: ${HEADING_FACES}; font-weight: 400; line-height: 1.15; text-wrap: balance; }
h1 { margin: .1rem 0 .4rem; font-size: 2.75rem; }
h2 { margin: 3.2rem 0 .8rem; padding-top: .7rem; border-top: 2px solid ${INKS.ink}; font-size: 1.75rem; }
h3 { margin: 2rem 0 .5rem; font-size: 1.0625rem; font-weight: 600; }
p { margin: 0 0 .8rem; max-width: 46rem; }
.standfirst { font-size: 1.125rem; }
.aside { color: ${INKS.quiet}; font-size: .875rem; }
nav ul, .facts, .figures, .findings { margin: 0; padding: 0; list-style: none; }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; margin-top: 1.4rem; }
nav a { display: inline-block; padding: .25rem 0; color: ${INKS.accent}; }
.facts { display: flex; flex-wrap: wrap; gap: .6rem 2.2rem; margin-top: 1.2rem; }
dt { color: ${INKS.quiet}; font-size: .875rem; } dd { margin: 0; }
.figures { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1.1rem 1.6rem; margin: .4rem 0 1.4rem; }
.figures div { border-top: 1px solid ${INKS.rule}; padding-top: .45rem; }
.figures .value { font: 400 1.9rem/1.25 ${HEADING_FACES}; }
.figures .note { margin-top: .1rem; color: ${INKS.quiet}; font-size: .875rem; }
.findings li { display: grid; grid-template-columns: 4.2rem 1fr; padding: .3rem 0; border-top: 1px solid ${INKS.rule}; }
.findings .lead { color: ${INKS.quiet}; }
figure { margin: .4rem 0 1.2rem; overflow-x: auto; }
svg { display: block; width: 100%; min-width: 34rem; height: auto; font-family: ${TEXT_FACES}; }
.table { margin: 0 0 1rem; overflow-x: auto; }
.table:focus-visible, figure:focus-visible, a:focus-visible { outline: 3px solid ${INKS.accent}; outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; font-size: .8125rem; line-height: 1.35; overflow-wrap: normal; }
table.narrow { width: auto; min-width: 66%; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: .28rem .9rem .28rem 0; text-align: left; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
th { border-bottom: 1px solid ${INKS.ink}; color: ${INKS.quiet}; font-weight: 600; vertical-align: bottom; }
tr + tr td { border-top: 1px solid ${INKS.rule}; }
.right { text-align: right; white-space: nowrap; }
.right + :not(.right) { padding-left: .9rem; }
.strong td { font-weight: 600; }
footer { margin-top: 3.5rem; padding-top: .7rem; border-top: 1px solid ${INKS.rule}; color: ${INKS.quiet}; font-size: .875rem; }
@media (max-width: 40rem) { .figures { grid-template-columns: repeat(2, 1fr); } }
@media print {
  @page { size: A4; margin: 18mm 16mm; }
  body { max-width: none; padding: 0; font-size: 9.5pt; } nav { display: none; }
  h2, h3 { break-after: avoid; } figure, tr, li, .figures div { break-inside: avoid; }
  thead { display: table-header-group; } .table, figure { overflow: visible; } svg { min-width: 0; }
  table { font-size: 7pt; } th, td { padding-right: 1.6mm; }
}`
