import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

const server = 'http://127.0.0.1:1701'

interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importers: readonly string[] } | null
}
/** Svelte's one index imports all of Svelte; of these parts the board uses nothing. */
const LATER = /svelte\/src\/internal\/client\/dom\/elements\/bindings\/(input|select)\.js$/
const known = new Map<string, boolean>()

/** Whether the page imports a module at once, through however many others. */
const isInFirstLoad = (id: string, modules: Modules): boolean => {
  const before = known.get(id)
  if (before !== undefined) return before
  known.set(id, false) // until it is known: modules may import each other
  const info = modules.getModuleInfo(id)
  const is = id.endsWith('.html') || (info?.importers.some((importer) => isInFirstLoad(importer, modules)) ?? false)
  known.set(id, is)
  return is
}

export default defineConfig({
  root: 'web',
  plugins: [svelte({ configFile: false })],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    modulePreload: {
      polyfill: false, // every browser that runs es2023 has it
      // What a later part imports it names itself; a list of it all in the first load would weigh a kilobyte.
      resolveDependencies: (_file, needed, { hostType }) =>
        hostType === 'js' ? needed.filter((file) => file.endsWith('.css')) : needed,
    },
    rolldownOptions: {
      output: {
        // One file for all that the board needs at once: cut up by who else needs which part, it would be a tenth heavier.
        codeSplitting: {
          groups: [
            { name: 'later', test: LATER, priority: 2, includeDependenciesRecursively: false },
            { name: (id, modules) => (isInFirstLoad(id, modules) ? 'first' : null), priority: 1 },
          ],
        },
      },
      treeshake: { moduleSideEffects: [{ test: LATER, sideEffects: false }] }, // or the page would fetch them all the same
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': server,
      '/healthz': server,
      '/metrics': server,
      '/socket.io': { target: server, ws: true },
    },
  },
})
