import type { Page } from 'playwright-core'
import type { ServerProcess } from './serverProcess.ts'

/** The link that a guarded server prints for its instructor. */
export const startLinkOf = (server: ServerProcess): string => /http\S+\/join#\S+/.exec(server.output())?.[0] ?? ''

/** At the door, with an invitation's link: says a name and is in. */
export const comeInAs = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.getByRole('heading', { level: 1, name: 'Damage control' }).waitFor()
}

/** At the door, without a link: gives a PIN. */
export const askByPin = async (page: Page, pin: string, name: string): Promise<void> => {
  await page.getByLabel('PIN').fill(pin)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Come in' }).click()
}

/** Asks the server as the page does, with its session, and insists on a yes. */
export const tell = async (page: Page, path: string, body: object): Promise<unknown> => {
  const [ok, answer] = await page.evaluate(
    async ([path, body]) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
      return [response.ok, (await response.json()) as unknown] as const
    },
    [path, body] as const,
  )
  if (!ok) throw new Error(`${path} answered ${JSON.stringify(answer)}`)
  return answer
}
