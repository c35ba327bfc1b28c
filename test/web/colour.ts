/** How colours are seen, from their hex: contrast, chroma, and distance with the usual colour visions. */

type Triple = readonly [number, number, number]

/** sRGB to linear light, each channel 0 to 1. */
const linear = (hex: string): Triple => {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** Relative luminance, 0 to 1. Source: WCAG 2.2. */
export const luminance = (hex: string): number => {
  const [red, green, blue] = linear(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio, 1 to 21. Source: WCAG 2.2. */
export const contrast = (one: string, other: string): number => {
  const lighter = Math.max(luminance(one), luminance(other))
  const darker = Math.min(luminance(one), luminance(other))
  return (lighter + 0.05) / (darker + 0.05)
}

const times = (matrix: readonly Triple[], [x, y, z]: Triple): Triple => {
  const [first = 0, second = 0, third = 0] = matrix.map(([a, b, c]) => a * x + b * y + c * z)
  return [first, second, third]
}

/** Linear light to OKLab. Source: Björn Ottosson, "A perceptual color space for image processing", 2020. */
const oklab = (light: Triple): Triple => {
  const [long, medium, short] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    light,
  )
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(long), Math.cbrt(medium), Math.cbrt(short)],
  )
}

/** OKLCH chroma, 0 to about 0.4, and hue in degrees. */
export const oklch = (hex: string): { chroma: number; hue: number } => {
  const [, a, b] = oklab(linear(hex))
  return { chroma: Math.hypot(a, b), hue: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 }
}

/** Severity 1. Source: Machado, Oliveira, Fernandes, "A physiologically-based model", IEEE TVCG 2009. */
const VISIONS: Readonly<Record<string, readonly Triple[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}
export const VISION_NAMES = Object.keys(VISIONS)

/** OKLab distance of two colours as a colour vision sees them. */
export const distance = (one: string, other: string, vision: string): number => {
  const seen = (hex: string) => {
    const [red, green, blue] = times(VISIONS[vision] ?? [], linear(hex))
    const clamp = (value: number) => Math.min(1, Math.max(0, value))
    return oklab([clamp(red), clamp(green), clamp(blue)])
  }
  const from = seen(one)
  const to = seen(other)
  return Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2])
}
