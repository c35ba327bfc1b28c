/**
 * exp, ln and powers with only + − × ÷, which IEEE 754 defines to the last bit. `Math.exp` and `Math.log` may differ between
 * engines, and a browser must fold to the very state the server has.
 */
const LN2_HIGH = 6.9314718036912381649e-1 // fdlibm's split of ln 2, so that k·LN2_HIGH is exact
const LN2_LOW = 1.90821492927058770002e-10

const scale = (x: number, k: number): number => {
  let y = x
  for (let i = 0; i < k; i++) y *= 2
  for (let i = 0; i > k; i--) y /= 2
  return y
}

/** eˣ for −700 < x < 700, relative error below 1e-15. Method: reduce by k·ln 2, then the Taylor series. */
export const exp = (x: number): number => {
  if (x < -700) return 0
  if (x > 700) throw new RangeError(`exp(${x}) is out of range`)
  const k = Math.round(x / (LN2_HIGH + LN2_LOW))
  const r = x - k * LN2_HIGH - k * LN2_LOW
  let sum = 1
  for (let n = 14; n > 0; n--) sum = 1 + (r * sum) / n
  return scale(sum, k)
}

/** ln x for x > 0, relative error below 1e-15. Method: reduce to [√½, √2), then 2·artanh((m−1)/(m+1)). */
export const ln = (x: number): number => {
  if (!(x > 0)) throw new RangeError(`ln(${x}) is not defined`)
  let m = x
  let k = 0
  for (; m >= 1.4142135623730951; k++) m /= 2
  for (; m < 0.7071067811865476; k--) m *= 2
  const s = (m - 1) / (m + 1)
  const square = s * s
  let series = 0
  for (let n = 27; n > 0; n -= 2) series = 1 / n + square * series
  return k * LN2_HIGH + (2 * s * series + k * LN2_LOW)
}

/** xᵖ for x ≥ 0 and p > 0, relative error below 1e-14 for the sizes met here: roots and volumes. */
export const power = (x: number, p: number): number => (x === 0 ? 0 : exp(p * ln(x)))
