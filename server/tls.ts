import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { err, ok, type Result } from '#shared/result.ts'

/** Certificate and key, PEM. */
export interface Tls {
  readonly cert: Buffer
  readonly key: Buffer
}

/** Null if neither file is named. What is wrong is in words for whoever named them. */
export const readTls = (cert: string | undefined, key: string | undefined): Result<Tls | null, string> => {
  if (cert === undefined && key === undefined) return ok(null)
  if (cert === undefined || key === undefined) return err('BULKHEAD_TLS_CERT and BULKHEAD_TLS_KEY need each other')
  try {
    const tls = { cert: readFileSync(cert), key: readFileSync(key) }
    createSecureContext(tls)
    return ok(tls)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return err(`BULKHEAD_TLS_CERT and BULKHEAD_TLS_KEY cannot be used: ${why}`)
  }
}
