import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'

/** A schema's validator, compiled when it is first asked for: a start waits for those only that it uses. */
export const compiled = <Schema extends TSchema>(schema: Schema) => {
  const compile = () => Compile(schema)
  let validator: ReturnType<typeof compile> | undefined
  return () => (validator ??= compile())
}
