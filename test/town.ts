// The invented town as a person starts it, for stories: the product itself, in a process of its own, on a folder of its own.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { packageFolder } from '../src/platform/places.ts'
import { axe, launch, open, sideways, validate } from './browser.ts'

export interface Town {
  /** Without a slash at its end. */
  readonly url: string
  readonly folder: string
  readonly stop: () => Promise<void>
  /** Killed outright, its folder kept: a town can be started on it again. */
  readonly die: () => Promise<void>
}

/** @param folder of a town that was there before; a fresh one if not said */
export async function startTown(folder = mkdtempSync(join(tmpdir(), 'lods-town-'))): Promise<Town> {
  const child = spawn(process.execPath, [join(packageFolder, 'dist/src/cli/main.js'), 'start'], {
    cwd: packageFolder, stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LODS_DEMO: '1', PORT: '0', LODS_DATA: join(folder, 'data'), LODS_KEYS: join(folder, 'keys') },
  })
  const ended = new Promise<void>(done => child.once('close', () => done()))
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /Lods: (http:\S+)\//.exec(said)
      if (found?.[1]) resolve(found[1])
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => reject(new Error(`the town did not open: ${said}`)))
  })
  return {
    url, folder,
    die: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Look = NonNullable<Parameters<typeof open>[1]>

/** A town with people who walk in it, each in a browser of their own: without JavaScript where nothing else is said. */
export interface Story {
  /** Of the town as it stands now: another one after it came back. */
  readonly url: () => string
  /** Somebody with an empty browser. */
  readonly somebody: (look?: Look) => Promise<BrowserContext>
  /** A colleague who has just signed in. */
  readonly staff: (signIn: string, look?: Look) => Promise<Page>
  readonly enter: (page: Page, signIn: string) => Promise<void>
  /** Fits the window and is valid, whatever is on it. */
  readonly fits: (page: Page) => Promise<void>
  /** How a page looks to a colleague at a desk and with a telephone; axe reads it where scripts run. LODS_PICTURES keeps pictures, under this name. */
  readonly look: (signIn: string, path: string, name: string) => Promise<void>
  /** Killed outright and started again on the same folder. */
  readonly killed: () => Promise<void>
  readonly close: () => Promise<void>
}

export async function openStory(): Promise<Story> {
  let town = await startTown()
  const browser: Browser = await launch()
  const somebody = async (look: Look = {}) => {
    const context = await open(browser, { javaScript: false, ...look })
    context.setDefaultTimeout(10_000)
    return context
  }
  const enter = async (page: Page, signIn: string) => {
    await page.goto(`${town.url}/log-ind`)
    await page.fill('#name', signIn)
    await page.fill('#secret', 'prøv-havneby')
    await page.click('main form button')
  }
  const staff = async (signIn: string, look?: Look) => {
    const page = await (await somebody(look)).newPage()
    await enter(page, signIn)
    return page
  }
  return {
    url: () => town.url, somebody, enter, staff,
    fits: async page => {
      assert.equal(await sideways(page), false, page.url())
      assert.deepEqual(await validate(await page.content()), [], page.url())
    },
    look: async (signIn, path, name) => {
      for (const width of [1280, 390] as const) {
        const page = await staff(signIn, { width, javaScript: true })
        await page.goto(`${town.url}${path}`)
        assert.deepEqual(await axe(page), [], `${name} is open to everybody at ${width}`)
        assert.equal(await sideways(page), false, `${name} fits at ${width}`)
        const folder = process.env['LODS_PICTURES']
        if (folder) await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
        await page.context().close()
      }
    },
    killed: async () => {
      await town.die()
      town = await startTown(town.folder)
    },
    close: async () => {
      await browser.close()
      await town.stop()
    },
  }
}
