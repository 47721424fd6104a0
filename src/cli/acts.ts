// Every act of the house, gathered from the files it is made of: no list that somebody could forget to add to.
import { readdirSync, readFileSync } from 'node:fs'
import type { Grant, Right } from '../kernel/rights.ts'
import { rooms } from '../map.ts'
import type { Action, Facts } from '../platform/action.ts'

/** An action without its types: what it takes and gives is its own affair. */
export type AnyAction = Action<unknown, Facts, unknown>
export interface Act { readonly room: string; readonly name: string; readonly it: AnyAction }

/** Rights as a room's rules.ts has them, and the states that its things can be in where it says so. */
export interface RoomRights { readonly room: string; readonly rights: Readonly<Record<string, Right>>; readonly states: readonly string[] }

/** All actions of all rooms, from the ground up, wherever a file of a room or of its folders makes one and exports it, alone or in a list. */
export async function actsOf(): Promise<readonly Act[]> {
  const found: Act[] = []
  for (const { room, module } of await modules(mayMakeActions))
    for (const [name, it] of Object.entries(module)) for (const one of actionsIn(it)) if (!found.some(other => other.it === one)) found.push({ room, name, it: one })
  return found
}

function actionsIn(it: unknown, depth = 3): AnyAction[] {
  if (isAction(it)) return [it]
  return typeof it === 'object' && it !== null && depth > 0 ? Object.values(it).flatMap(part => actionsIn(part, depth - 1)) : []
}

/** The rights of all rooms that have any, from their `rules.ts` or, where those are many, `rights.ts`. What a folder of a room has of them stands there too. */
export async function rightsOf(): Promise<readonly RoomRights[]> {
  const found: RoomRights[] = []
  for (const { room, module } of await modules((_, file) => /^(?:rules|rights)\.js$/.test(file))) {
    const { rights } = module
    const states = [module['states'], module['statuses']].find(isWords) ?? []
    if (isRights(rights)) found.push({ room, rights, states })
  }
  return found
}

/** A file that makes an action says so; the doors also put together what the rooms make. */
const mayMakeActions = (path: URL, file: string): boolean =>
  !/\.test\.js$|(^|\/)testing[^/]*$/.test(file) && (path.pathname.includes('/web/') || /(?<!function |const )\baction[(<]/.test(readFileSync(path, 'utf8')))

async function modules(wanted: (path: URL, file: string) => boolean): Promise<{ room: string; module: Readonly<Record<string, unknown>> }[]> {
  const found: { room: string; module: Readonly<Record<string, unknown>> }[] = []
  for (const room of rooms.filter(it => it !== 'app' && it !== 'cli'))
    for (const file of filesIn(room).filter(it => it.endsWith('.js')).sort()) {
      const path = new URL(`../${room}/${file}`, import.meta.url)
      if (wanted(path, file)) found.push({ room, module: await import(path.href) as Readonly<Record<string, unknown>> })
    }
  return found
}

function filesIn(room: string): string[] {
  try {
    return readdirSync(new URL(`../${room}/`, import.meta.url), { recursive: true, encoding: 'utf8' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

const isAction = (it: unknown): it is AnyAction =>
  typeof it === 'object' && it !== null && ['audit', 'input', 'facts', 'right', 'run'].every(key => key in it)
const isWords = (it: unknown): it is readonly string[] => Array.isArray(it) && it.length > 0 && it.every(word => typeof word === 'string')
const isGrant = (it: unknown): it is Grant => typeof it === 'object' && it !== null && ['by', 'ground', 'states'].every(key => key in it)
const isRights = (it: unknown): it is Readonly<Record<string, Right>> =>
  typeof it === 'object' && it !== null && Object.values(it).every(right => Array.isArray(right) && right.every(isGrant))
