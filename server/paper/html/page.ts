import type { Paper } from '../paper.ts'
import { sectionOf } from './blocks.ts'
import { html, type Markup } from './escape.ts'
import { facesCss } from './faces.ts'
import { style } from './style.ts'

/** A paper as one HTML file: it asks nobody for anything, and runs nothing. */
export const pageOf = (paper: Paper): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"
        />
        <meta name="date" content="${paper.dated}" />
        <title>${paper.title}: ${paper.genre}, ${paper.ship}</title>
        <style>
          ${trusted(style(facesCss()))}
        </style>
      </head>
      <body>
        <header>
          <div class="bar" aria-hidden="true"><i></i><i></i><i></i></div>
          <p class="genre">${paper.genre} · ${paper.ship}</p>
          <h1>${paper.title}</h1>
          <p class="standfirst">${paper.standfirst}</p>
          <dl class="facts">
            ${paper.facts.map(
              ({ label, value }) =>
                html`<div>
                  <dt>${label}</dt>
                  <dd>${value}</dd>
                </div>`,
            )}
          </dl>
          <nav aria-label="Sections">
            <ul>
              ${paper.sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
            </ul>
          </nav>
        </header>
        <main>${paper.sections.map(sectionOf)}</main>
        <footer>${paper.footing}</footer>
      </body>
    </html> `.html

/** Our own style sheet: no text of people or files is in it. */
const trusted = (css: string): Markup => ({ html: css })
