/** Makes a value unchangeable, down to what is frozen already. Whoever writes into it then throws. */
export const frozen = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null || value instanceof Map || Object.isFrozen(value)) return value
  Object.freeze(value)
  Object.values(value).forEach(frozen)
  return value
}
