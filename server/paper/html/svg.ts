import { type Ink, INKS } from '../palette.ts'
import type { Label, Lines, Mark, Point, Scene } from '../charts/scene.ts'
import { html, type Markup } from './escape.ts'

/** A drawing as SVG inside the page. `id` is unique on it. */
export const svgOf = (scene: Scene, id: string): Markup =>
  html`<svg
    viewBox="0 0 ${round(scene.width)} ${round(scene.height)}"
    role="img"
    aria-labelledby="${id}-title ${id}-desc"
  >
    <title id="${id}-title">${scene.title}</title>
    <desc id="${id}-desc">${scene.description}</desc>
    ${scene.marks.map(markOf)}
  </svg>`

const markOf = (mark: Mark): Markup => {
  switch (mark.shape) {
    case 'area': {
      const { x, y, width, height } = mark.box
      return html`<rect
        x="${round(x)}"
        y="${round(y)}"
        width="${round(width)}"
        height="${round(height)}"
        fill="${colour(mark.ink)}"
      />`
    }
    case 'lines':
      return linesOf(mark)
    case 'label':
      return labelOf(mark)
  }
}

const linesOf = ({ lines, ink, width, dash }: Lines): Markup => {
  const dashed = dash ? html` stroke-dasharray="${dash.join(' ')}"` : null
  return html`<path
    d="${lines.map(pathOf).join('')}"
    fill="none"
    stroke="${colour(ink)}"
    stroke-width="${width}"
    ${dashed}
  />`
}

const pathOf = (points: readonly Point[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')

const labelOf = ({ at: [x, y], text, size, ink, anchor, strong }: Label): Markup => {
  const weight = strong ? html` font-weight="600"` : null
  return html`<text
    x="${round(x)}"
    y="${round(y)}"
    font-size="${size}"
    text-anchor="${anchor}"
    fill="${colour(ink)}"
    ${weight}
    >${text}</text
  >`
}

const colour = (ink: Ink): string => INKS[ink]

/** A hundredth of a point is finer than any printer. */
const round = (value: number): number => Math.round(value * 100) / 100
