/** npm run gallery: every panel in every state, drawn without a server. */
import { createServer } from 'vite'

const server = await createServer()
await server.listen()
const address = server.resolvedUrls?.local[0]
console.log(`Gallery: ${address}gallery/`)
