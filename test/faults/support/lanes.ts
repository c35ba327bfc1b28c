/** Does numbered pieces of work on two lanes side by side, as there are two processors; what each came to, in any order. */
export const inLanes = async <Value>(
  count: number,
  work: (number: number, lane: number) => Promise<Value>,
): Promise<readonly Value[]> => {
  const results: Value[] = []
  const numbers = Array.from({ length: count }, (_, number) => number).values()
  const lane = async (_value: unknown, index: number) => {
    for (const number of numbers) results.push(await work(number, index))
  }
  await Promise.all(Array.from({ length: 2 }, lane))
  return results
}
