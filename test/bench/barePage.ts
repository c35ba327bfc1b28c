import { open } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { newFolder } from './folders.ts'

const PAGE = `<!doctype html><title>Bare</title><ol role="log"></ol><script>
  new EventSource('/lines').onmessage = ({ data }) => {
    const line = document.createElement('li')
    line.textContent = data
    document.querySelector('ol').replaceChildren(line)
  }
</script>`

export interface BarePage {
  readonly url: string
  /** Answered once the line is on the disk; then it is sent to the page. */
  readonly write: (line: string) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * What an order's way to the screen is without a product: a request, a line synced to the disk, a stream to an otherwise
 * empty page. What it takes is what this machine takes at this time.
 */
export const serveBarePage = async (): Promise<BarePage> => {
  const file = await open(join(newFolder(), 'lines'), 'a')
  const pages = new Set<ServerResponse>()
  const record = async (line: string, response: ServerResponse): Promise<void> => {
    await file.appendFile(`${line}\n`)
    await file.datasync()
    response.end()
    for (const page of pages) page.write(`data: ${line}\n\n`)
  }
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      request.setEncoding('utf8').once('data', (line: string) => void record(line, response))
    } else if (request.url === '/lines') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
      pages.add(response)
    } else response.setHeader('content-type', 'text/html').end(PAGE)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    write: async (line) => void (await (await fetch(url, { method: 'POST', body: line })).text()),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await file.close()
    },
  }
}
