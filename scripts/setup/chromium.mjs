import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { aptInstall, canInstall } from './apt.mjs'
import { box, step } from './say.mjs'

const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]

const usualPlaces = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...programFiles.flatMap((folder) => (folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : [])),
]

/** The browser for the tests: what CHROMIUM names, else the first found where one usually stands. */
export const findChromium = () => [process.env.CHROMIUM, ...usualPlaces].find((path) => path && existsSync(path))

/** Sees to it that there is a browser if this machine lets us; says so loudly if not. */
export const ensureChromium = async () => {
  if (!findChromium() && canInstall())
    await step('Installing Chromium with apt-get (once, about 30 seconds)', () => aptInstall('chromium'))
  if (!findChromium())
    box([
      'NO CHROMIUM: the browser tests will be SKIPPED.',
      'Install Chromium or Chrome, or name one: CHROMIUM=/path/to/chromium npm test',
    ])
}
