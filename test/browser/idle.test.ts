import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { putToRest } from '../support/conditions.ts'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'

const SETTLE_MS = 3_000
const WATCHED_MS = 8_000
/** What Engine.IO says to find out whether the other side is still there. */
const HEARTBEATS = ['2', '3']

inBrowser('a ship at rest', () => {
  const product = startedProduct()

  test('moves nothing on the screen and sends nothing over the network', async () => {
    await putToRest(product.server.url)
    const page = await openPage(product, 'about:blank')
    const traffic: string[] = []
    page.on('request', (request) => traffic.push(`${request.method()} ${request.url()}`))
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => traffic.push(`sent ${String(payload)}`))
      socket.on('framereceived', ({ payload }) => traffic.push(`received ${String(payload)}`))
    })
    await page.goto('/')
    await page.getByRole('contentinfo').getByText(/^live/i).waitFor()
    await sleep(SETTLE_MS)
    traffic.length = 0

    await sleep(WATCHED_MS)
    expect(traffic.filter((line) => !HEARTBEATS.includes(line.split(' ')[1] ?? ''))).toEqual([])
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  })

  test('asks for no frame of its own', async () => {
    const page = await openPage(product, 'about:blank')
    await page.addInitScript(() => {
      const ask = window.requestAnimationFrame.bind(window)
      Object.assign(window, { framesAsked: 0 })
      window.requestAnimationFrame = (callback) => {
        ;(window as unknown as { framesAsked: number }).framesAsked += 1
        return ask(callback)
      }
    })
    await page.goto('/')
    await page.getByRole('contentinfo').getByText(/^live/i).waitFor()
    await sleep(SETTLE_MS)
    const asked = () => page.evaluate(() => (window as unknown as { framesAsked: number }).framesAsked)
    const before = await asked()
    await sleep(SETTLE_MS)
    expect(await asked()).toBe(before)
  })
})
