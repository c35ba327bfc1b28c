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
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false, // a route for each file: what is none of them is not for everybody
      cacheControl: false,
      setHeaders: (reply, path) => {
        const forever = /[\\/]assets[\\/][^\\/]+$/.test(path)
        reply.header('cache-control', forever ? `public, max-age=${YEAR_S}, immutable` : 'no-cache')
      },
    })
    for (const screen of SCREENS)
      app.get(screen, { schema: { hide: true } }, (_request, reply) => reply.sendFile('index.html'))
  }
