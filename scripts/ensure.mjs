/**
 * A fresh clone becomes a running one: packages, a Node that can run them, built pages, a browser and a tracer for the
 * tests.
 * Needs nothing but the Node that starts it (18 or newer). What is there already costs milliseconds.
 */
import { build, isBuilt } from './setup/build.mjs'
import { ensureChromium } from './setup/chromium.mjs'
import { install, isInstalled } from './setup/install.mjs'
import { alone } from './setup/lock.mjs'
import { nodeAdvice, projectNode } from './setup/node.mjs'
import { box, step } from './setup/say.mjs'
import { ensureStrace } from './setup/strace.mjs'

/** @param {boolean} ok */
const orGiveUp = (ok) => {
  if (!ok) process.exit(1)
}

/** @returns {Promise<string>} the Node to run the project with */
const ensureInstalled = async () => {
  if (!isInstalled()) await alone(async () => orGiveUp(isInstalled() || (await install())))
  const node = projectNode()
  if (node) return node
  box(nodeAdvice)
  process.exit(1)
}

/** @param {string} node */
const ensureBuilt = async (node) => {
  if (isBuilt()) return
  await alone(async () => orGiveUp(isBuilt() || (await step('Building the pages', () => build(node)))))
}

/**
 * @param {{ build: boolean, chromium: boolean, strace: boolean }} wanted
 * @returns {Promise<string>} the Node to run the project with
 */
export const ensure = async (wanted) => {
  const node = await ensureInstalled()
  if (wanted.build) await ensureBuilt(node)
  if (wanted.chromium) await ensureChromium()
  if (wanted.strace) await ensureStrace()
  return node
}
