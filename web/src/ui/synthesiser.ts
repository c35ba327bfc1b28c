import type { Cue, Note } from './cues.ts'

/** -18 dBFS: heard across a room, no shock in headphones. */
const LOUDNESS = 0.125
const ATTACK_S = 0.004
const RELEASE_S = 0.02

const play = (context: AudioContext, { atMs, ms, hz, shape }: Note): void => {
  const from = context.currentTime + atMs / 1000
  const until = from + ms / 1000
  const tone = new OscillatorNode(context, { type: shape, frequency: hz })
  const volume = new GainNode(context, { gain: 0 })
  volume.gain.setValueAtTime(0, from)
  volume.gain.linearRampToValueAtTime(LOUDNESS, from + ATTACK_S)
  volume.gain.setValueAtTime(LOUDNESS, until)
  volume.gain.linearRampToValueAtTime(0, until + RELEASE_S)
  tone.connect(volume).connect(context.destination)
  tone.start(from)
  tone.stop(until + RELEASE_S)
}

export const playCue = (context: AudioContext, { notes }: Cue): void => {
  for (const note of notes) play(context, note)
}
