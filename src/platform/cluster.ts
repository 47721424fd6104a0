// The files of the embedded server: its cluster, its socket folder, its pid file.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { operatorError } from './operator.ts'
import { type Guise, giveTo } from './rootless.ts'

/** Makes the cluster when it is not there. It appears under its name only when it is whole. */
export function makeCluster(cluster: string, programs: string, as: Guise): void {
  const major = majorOf(programs)
  if (existsSync(join(cluster, 'PG_VERSION'))) return sameMajor(cluster, major)
  sweep(cluster)
  const fresh = `${cluster}.new-${process.pid}`
  mkdirSync(fresh, { mode: 0o700 })
  giveTo(as, fresh)
  // Sorting by the alphabet of a language is asked for where it is needed (collate "da-x-icu"); the cluster itself sorts by code point everywhere.
  const locale = major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C.UTF-8']
  const [command, ...rest] = [
    ...as.before, join(programs, 'initdb'), '-D', fresh, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--data-checksums',
    '--no-instructions', ...locale,
  ]
  const { uid, gid } = as
  const said = spawnSync(command as string, rest, {
    cwd: '/', encoding: 'utf8', env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', TZ: 'UTC' },
    ...(uid === undefined ? {} : { uid, gid: gid ?? uid }),
  })
  if (said.status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw operatorError(`The database was not made in ${cluster}: ${lastLine(said.stderr ?? '') || said.error?.message || 'initdb said nothing'}`)
  }
  takePlace(fresh, cluster)
}

function takePlace(fresh: string, cluster: string): void {
  try {
    renameSync(fresh, cluster)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    // Somebody else was first: then theirs is the cluster.
    if (!existsSync(join(cluster, 'PG_VERSION')))
      throw operatorError(`${cluster} is in the way: it is no database (${(error as NodeJS.ErrnoException).code}).`)
  }
}

function sweep(cluster: string): void {
  for (const name of readdirSync(dirname(cluster))) {
    const maker = name.startsWith(`${basename(cluster)}.new-`) ? Number(name.split('-').at(-1)) : undefined
    if (maker !== undefined && !stateOf(maker)) rmSync(join(dirname(cluster), name), { recursive: true, force: true })
  }
}

function majorOf(programs: string): number {
  const said = spawnSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? ''
  const major = Number(/(\d+)(\.|beta|rc|devel)/.exec(said)?.[1])
  if (!major) throw operatorError(`${join(programs, 'postgres')} does not run on this machine.`)
  return major
}

function sameMajor(cluster: string, major: number): void {
  const made = Number(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'))
  if (made !== major)
    throw operatorError(
      `The database in ${cluster} was made by PostgreSQL ${made}, but this is PostgreSQL ${major}: move it by a backup and a restore.`)
}

/** A folder short enough for a socket's address (107 bytes), and ours alone. */
export function socketFolder(cluster: string, as: Guise): string {
  const folder = `/tmp/lods-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const it = lstatSync(folder)
  const owners = [process.getuid?.(), as.uid]
  if (!it.isDirectory() || !owners.includes(it.uid) || (it.mode & 0o077) !== 0)
    throw operatorError(`${folder} is not a folder of ours alone: remove it and start again.`)
  giveTo(as, folder)
  return folder
}

/** The server that runs on this cluster, as its pid file and the machine agree; `socket` comes once it listens. */
export function running(cluster: string): { pid: number; socket?: string } | undefined {
  const [first, , , , socket] = pidFile(cluster)
  const pid = Number(first)
  if (!pid || stateOf(pid) !== 'postgres') return undefined
  return socket ? { pid, socket } : { pid }
}

/** Clears a pid file left by a server that was killed, when its number has gone to another program or to nobody. */
export function dropStale(cluster: string): void {
  const pid = Number(pidFile(cluster)[0])
  if (pid && stateOf(pid) !== 'postgres') rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

function pidFile(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** The name of a living process; undefined when it is gone, or dead and not yet buried. */
function stateOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return undefined
  }
  try {
    const [, name, state] = /^\d+ \((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return state === 'Z' || state === 'X' ? undefined : name
  } catch {
    // Without /proc we cannot know its name and take the pid file's word.
    return existsSync('/proc/self/stat') ? undefined : 'postgres'
  }
}

const lastLine = (text: string): string | undefined => text.trim().split('\n').at(-1)

/** What the server said last. */
export function lastWords(data: string): string {
  try {
    return lastLine(readFileSync(join(data, 'postgres.log'), 'utf8')) || `it said nothing in ${data}/postgres.log`
  } catch {
    return 'it left no log'
  }
}
