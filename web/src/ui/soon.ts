/** Does it once the page has drawn its first picture and has nothing else to do. */
export const soon = <Value>(load: () => Promise<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    const run = (): void => void load().then(resolve, reject)
    if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 1_000 })
    else setTimeout(run, 300)
  })
