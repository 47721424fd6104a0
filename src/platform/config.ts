import { existsSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { operatorError } from './operator.ts'
import { packageFolder } from './places.ts'

/** demo: `npm start`, with invented people, on this machine only. serve: the real thing. command: a command beside it. */
export type Door = 'demo' | 'serve' | 'command'

export interface Config {
  readonly door: Door
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** LODS_DATA, absolute: database and files. */
  readonly data: string
  /** LODS_KEYS, absolute: the keys that open what LODS_DATA holds. */
  readonly keys: string
  /** A server instead of the embedded database, as a user who owns nothing. */
  readonly databaseUrl?: string
  /** The owner of that database; for migrations alone, so `serve` never has it. */
  readonly databaseOwnerUrl?: string
  /** A folder of further real exports, for tests. */
  readonly samples?: string
  /** The proxy in front writes the address that it saw last in X-Forwarded-For. */
  readonly proxy?: true
  /** Folder of the municipality's own forms, names and wording, absolute. */
  readonly municipality: string
}

type Env = Readonly<Record<string, string | undefined>>
interface Reader { readonly env: Env; readonly door: Door; readonly wrong: string[] }

/** @throws an operator's error that holds one sentence, on a line of its own, for every variable that is wrong */
export function readConfig(env: Env, door: Door = env['LODS_DEMO'] === '1' ? 'demo' : 'command'): Config {
  const reader: Reader = { env, door, wrong: [] }
  demoFlag(reader)
  const data = dataFolder(reader)
  const config = {
    door, data,
    host: host(reader), port: port(reader), keys: keys(reader, data), municipality: municipality(reader),
    ...optional('databaseUrl', databaseUrl(reader, 'DATABASE_URL')),
    ...optional('databaseOwnerUrl', ownerUrl(reader)),
    ...optional('samples', samples(reader)),
    ...(proxy(reader) && { proxy: true as const }),
  }
  if (reader.wrong.length > 0) throw operatorError(reader.wrong.join('\n'), 2)
  return config
}

function dataFolder({ env, wrong }: Reader): string {
  const folder = resolve(env['LODS_DATA'] || 'data')
  if (existsSync(folder) && !isFolder(folder)) wrong.push(`LODS_DATA (${folder}) is a file; it is the folder for the database and the files.`)
  return folder
}

const optional = <K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } =>
  (value === undefined ? {} : { [key]: value } as { readonly [key in K]: string })

function demoFlag({ env, door, wrong }: Reader): void {
  const said = env['LODS_DEMO']
  if (said !== undefined && said !== '' && said !== '0' && said !== '1') wrong.push(`LODS_DEMO is ${said}; it is 1 for the invented town, or unset.`)
  if (said === '1' && door === 'serve') wrong.push('LODS_DEMO is 1, but serve knows no invented people: unset it, or use npm start.')
}

function proxy({ env, wrong }: Reader): boolean {
  const said = env['LODS_PROXY']
  if (said !== undefined && said !== '' && said !== '0' && said !== '1') wrong.push(`LODS_PROXY is ${said}; it is 1 when the proxy writes X-Forwarded-For, or unset.`)
  return said === '1'
}

const loopback = ['127.0.0.1', '::1', 'localhost']

function host({ env, door, wrong }: Reader): string {
  const said = env['LODS_HOST'] || '127.0.0.1'
  if (!/^[0-9A-Za-z.:-]+$/.test(said)) wrong.push(`LODS_HOST is ${said}; it is the address to listen on, as 127.0.0.1.`)
  else if (door === 'demo' && !loopback.includes(said))
    wrong.push(`LODS_HOST is ${said}, but the demo is for this machine alone: unset it, or use serve.`)
  return said
}

function port({ env, wrong }: Reader): number {
  const said = env['PORT'] || '3000'
  const number = /^\d{1,5}$/.test(said) ? Number(said) : -1
  if (number < 0 || number > 65_535) wrong.push(`PORT is ${said}; it is a number from 0 to 65535.`)
  return number
}

function keys({ env, door, wrong }: Reader, data: string): string {
  const folder = resolve(env['LODS_KEYS'] || 'data-keys')
  if (door !== 'serve') return folder
  if (!env['LODS_KEYS']) wrong.push('LODS_KEYS is not set; it is the folder of the keys, kept and backed up apart from LODS_DATA.')
  else if (inside(real(folder), real(data)))
    wrong.push(`LODS_KEYS (${folder}) lies inside LODS_DATA (${data}): keep the keys apart from what they open.`)
  else if (inside(real(data), real(folder)))
    wrong.push(`LODS_DATA (${data}) lies inside LODS_KEYS (${folder}): keep the keys apart from what they open.`)
  return folder
}

const inside = (inner: string, outer: string): boolean => {
  const way = relative(outer, inner)
  return way === '' || (way !== '..' && !way.startsWith('../'))
}

/** Where a path leads when links are followed, as far as it exists already. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const up = dirname(path)
  return up === path ? path : join(real(up), basename(path))
}

function databaseUrl({ env, wrong }: Reader, name: 'DATABASE_URL' | 'DATABASE_OWNER_URL'): string | undefined {
  const said = env[name]
  if (!said) return undefined
  const protocol = URL.canParse(said) ? new URL(said).protocol : ''
  // Not shown: it may hold a password.
  if (protocol !== 'postgres:' && protocol !== 'postgresql:')
    wrong.push(`${name} is no address of a PostgreSQL server; it looks like postgres://user@host/lods.`)
  return said
}

function ownerUrl(reader: Reader): string | undefined {
  if (reader.env['DATABASE_OWNER_URL'] && reader.door === 'serve') {
    reader.wrong.push('DATABASE_OWNER_URL is set, but serve must not have the owner of the database: give it to migrate alone.')
    return undefined
  }
  if (reader.env['DATABASE_OWNER_URL'] && !reader.env['DATABASE_URL'])
    reader.wrong.push('DATABASE_OWNER_URL is set without DATABASE_URL; set both, or neither for the embedded database.')
  return databaseUrl(reader, 'DATABASE_OWNER_URL')
}

function samples({ env, wrong }: Reader): string | undefined {
  const said = env['LODS_SAMPLES']
  if (!said) return undefined
  if (!isFolder(said)) wrong.push(`LODS_SAMPLES is ${said}, which is no folder.`)
  return resolve(said)
}

/** A folder of the package by its name, or any other by its whole path: what a municipality writes need not lie among our own files. */
function municipality({ env, wrong }: Reader): string {
  const said = env['LODS_MUNICIPALITY'] || 'havneby'
  const folder = isAbsolute(said) ? resolve(said) : join(packageFolder, 'config', said)
  if (!isAbsolute(said) && !/^[a-z0-9-]+$/.test(said))
    wrong.push(`LODS_MUNICIPALITY is ${said}; it is the name of a folder in config (small letters, digits and hyphens), or the whole path of a folder, which begins with /.`)
  else if (env['LODS_MUNICIPALITY'] && !isFolder(folder)) wrong.push(`LODS_MUNICIPALITY is ${said}, but there is no folder ${isAbsolute(said) ? said : `config/${said}`}.`)
  return folder
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
