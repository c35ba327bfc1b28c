import { JOIN } from '../router.ts'

/**
 * What stands behind the `#` of an invitation's link; null: nothing. It is taken out of the address bar and the history at
 * once: there the next one at this screen would find it, and bookmarks and pictures of the screen would keep it.
 */
export const takeToken = (): string | null => {
  const { hash, pathname, search } = location
  const token = hash.slice(1)
  if (pathname !== JOIN || token === '') return null
  history.replaceState(null, '', pathname + search)
  return token
}
