// A real browser for stories, and the questions every page is asked: is it valid, is it open to everybody, does it fit a small telephone.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
/** Where Chromium is, or undefined: then `npm test` says in one sentence how to get it. `LODS_CHROMIUM` names another. */
export const chromiumPath: string | undefined = [process.env['LODS_CHROMIUM'] ?? '', ...places].find(it => it !== '' && existsSync(it))

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--lang=da',
]

export function launch(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('Chromium is missing: install it (apt-get install chromium) or name it in LODS_CHROMIUM')
  return chromium.launch({ executablePath: chromiumPath, headless: true, args: flags, env: { ...process.env, LANGUAGE: 'da' } })
}

/** A telephone 390 px wide, or a desk 1280 px wide; with or without JavaScript. */
export function open(browser: Browser, look: { readonly width?: 320 | 390 | 1280; readonly javaScript?: boolean } = {}): Promise<BrowserContext> {
  const width = look.width ?? 1280
  return browser.newContext({
    viewport: { width, height: width === 1280 ? 900 : 844 }, locale: 'da-DK', timezoneId: 'Europe/Copenhagen',
    javaScriptEnabled: look.javaScript ?? true, reducedMotion: 'reduce',
  })
}

/** What axe finds against WCAG 2.2 AA and its best practices, one line each; empty is clean. */
export async function axe(page: Page): Promise<string[]> {
  // The bar at the bottom always lies over something that can be scrolled from under it; on a window as tall as the page it lies over nothing.
  const window = page.viewportSize()
  const tall = await page.evaluate<number>('document.documentElement.scrollHeight')
  if (window) await page.setViewportSize({ width: window.width, height: Math.max(window.height, tall) })
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  if (window) await page.setViewportSize(window)
  return found.violations.flatMap(it => it.nodes.map(node => `${it.id}: ${it.help} (${node.target.join(' ')})`))
}

/** True when the page can be pushed sideways. */
export const sideways = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')

let validator: HtmlValidate | undefined

/** What html-validate finds, one line each; empty is clean. */
export async function validate(html: string): Promise<string[]> {
  validator ??= new HtmlValidate(JSON.parse(readFileSync(join(process.cwd(), '.htmlvalidate.json'), 'utf8')) as object)
  const report = await validator.validateString(html)
  return report.results.flatMap(it => it.messages.map(found => `${found.line}:${found.column} ${found.ruleId}: ${found.message}`))
}
