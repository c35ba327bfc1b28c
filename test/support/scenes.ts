import type { Scene } from './given.ts'

/** What a file of `scenes/` gives: scenes in which events of a kind happen, and by code a refusal and its words. */
export interface Scenes {
  readonly scenes?: readonly Scene[]
  readonly refusals?: Readonly<Record<string, readonly [Scene, string]>>
}
