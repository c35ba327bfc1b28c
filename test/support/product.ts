import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { freePort, type ServerProcess, startServer } from './serverProcess.ts'

const FLAGS = [
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
]

export const LAPTOP = { viewport: { width: 1366, height: 768 } } as const
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

export const launchBrowser = (chromiumPath: string): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath, chromiumSandbox: false, args: FLAGS })

/** The product as its user starts it for the first time, and a browser in front of it. */
export class Product {
  server!: ServerProcess
  /** What went wrong inside the pages. */
  readonly faults: string[] = []
  #port = 0
  #data = ''
  #browser!: Browser
  readonly #env: NodeJS.ProcessEnv
  readonly #fill: (data: string) => Promise<void>

  /** `env`: what its user sets besides; `fill`: puts into its data folder what is there before the first start. */
  constructor(env: NodeJS.ProcessEnv = {}, fill: (data: string) => Promise<void> = async () => undefined) {
    this.#env = env
    this.#fill = fill
  }

  async start(chromiumPath: string): Promise<void> {
    this.#data = mkdtempSync(join(tmpdir(), 'bulkhead-'))
    this.#port = await freePort()
    await this.#fill(this.#data)
    await this.startServer()
    this.#browser = await launchBrowser(chromiumPath)
  }

  /** On the same port and the same data as before. */
  async startServer(): Promise<void> {
    this.server = await startServer({ port: this.#port, data: this.#data, env: { BULKHEAD_DEMO: 'on', ...this.#env } })
  }

  async stop(): Promise<void> {
    await this.#browser.close()
    await this.server.kill()
    rmSync(this.#data, { recursive: true, force: true })
  }

  async open(path: string, options: BrowserContextOptions = LAPTOP): Promise<Page> {
    const context = await this.#browser.newContext({
      baseURL: this.server.url,
      reducedMotion: 'no-preference',
      ...options,
    })
    const page = await context.newPage()
    page.on('pageerror', ({ message }) => this.faults.push(message))
    await page.goto(path)
    return page
  }
}
