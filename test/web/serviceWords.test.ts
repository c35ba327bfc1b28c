import { describe, expect, test } from 'vitest'
import type { ServiceState } from '#shared/protocol/sockets.ts'
import { serviceInWords } from '../../web/src/console/serviceWords.ts'

const state = (name: ServiceState['state']): ServiceState => ({ state: name, since: '', backInMs: null })

describe('why nothing can be ordered', () => {
  test('[LNK5] given a full disk, that is said for as long as it lasts', () => {
    expect(serviceInWords(state('readOnly'), 0)).toMatch(/disk is full/)
    expect(serviceInWords(state('readOnly'), 600_000)).toMatch(/disk is full/)
  })

  test('[LNK4] given a stop, it is a restart for as long as one may take', () => {
    expect(serviceInWords(state('stopping'), 3_000)).toBe('The server is restarting')
    expect(serviceInWords(state('stopping'), 60_000)).toBeNull()
  })

  test('given a server that is well, nothing is said', () => {
    expect(serviceInWords(null, 0)).toBeNull()
  })
})
