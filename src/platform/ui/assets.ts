// Style sheets, fonts and browser modules as the build left them, each with the hash of its content in its address.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SafeHref } from './href.ts'

/** The folder the server hands out under /assets/; everything in it may be kept by the browser for ever. */
export const assetFolder = join(import.meta.dirname, '../../../assets')

export type Asset = 'staff.css' | 'citizen.css' | 'icon.svg' | 'exit.js' | 'once.js' | (string & {})
let manifest: Readonly<Record<string, string>> | undefined

/** The address of an asset. @throws Error when the build did not make it. */
export function asset(name: Asset): SafeHref {
  manifest ??= JSON.parse(readFileSync(join(assetFolder, 'manifest.json'), 'utf8')) as Record<string, string>
  const file = manifest[name]
  if (file === undefined) throw new Error(`the build made no ${name}`)
  return `/assets/${file}`
}
