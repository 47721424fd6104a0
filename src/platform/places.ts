import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the package: the same from src/ and from dist/src/. SQL, forms and wording are read from under it. */
export const packageFolder = above(dirname(fileURLToPath(import.meta.url)))

function above(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const up = dirname(folder)
  if (up === folder) throw new Error('package.json is not above the running program.')
  return above(up)
}
