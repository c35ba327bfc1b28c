import fastifyStatic from '@fastify/static'
import type { App } from './typed.ts'

/** The addresses of the screens: one page serves them all, and finds out which is wanted. */
const SCREENS = [
  '/',
  '/dispatch',
  '/casualties',
  '/systems',
  '/report',
  '/log',
  '/replay',
  '/replay/:incident',
  '/review',
  '/review/:incident',
  '/desk',
  '/crew',
  '/crew/:crew',
  '/join',
]

const YEAR_S = 31_536_000

/** The built pages. What lies in `assets` carries a hash of its content in its name and never changes. */
export const serveScreens =
  (folder: string) =>
  async (app: App): Promise<void> => {
    app.addHook('onRoute', (route) => {
      route.config = { ...route.config, forEverybody: true }
    })
    // Routes of our own: the plugin's, one for each file, would be most of all there are, and a start waits for them.
    await app.register(fastifyStatic, {
      root: folder,
      serve: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const forever = /[\\/]assets[\\/][^\\/]+$/.test(path)
        reply.header('cache-control', forever ? `public, max-age=${YEAR_S}, immutable` : 'no-cache')
      },
    })
    const hidden = { schema: { hide: true } }
    for (const screen of SCREENS) app.get(screen, hidden, (_request, reply) => reply.sendFile('index.html'))
    app.get('/favicon.svg', hidden, (_request, reply) => reply.sendFile('favicon.svg'))
    app.get<{ Params: { file: string } }>('/assets/:file', hidden, ({ params }, reply) =>
      reply.sendFile(`assets/${params.file}`),
    )
  }
