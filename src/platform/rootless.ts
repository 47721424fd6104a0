import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync } from 'node:fs'
import { userInfo } from 'node:os'
import { operatorError } from './operator.ts'

/** How to run a program that refuses root: in front of it, and as whom. */
export interface Guise { readonly before: readonly string[]; readonly uid?: number; readonly gid?: number }

const nobody = 65534
const unshare = ['unshare', '-U', `--map-user=${nobody}`, `--map-group=${nobody}`] as const

/**
 * PostgreSQL refuses to run as root, and as a user without a name. Then it runs in a user namespace of its own, where root is called nobody:
 * the files stay root's, so a folder that only root can enter still works. Where that is not allowed it runs as nobody itself.
 * @param programs folder of the PostgreSQL programs
 * @param data     LODS_DATA, which is there already
 */
export function guise(programs: string, data: string): Guise {
  if (process.getuid?.() !== 0 && named()) return { before: [] }
  if (spawnSync(unshare[0], [...unshare.slice(1), 'true'], { stdio: 'ignore' }).status === 0) return { before: unshare }
  if (process.getuid?.() === 0) {
    chmodSync(data, 0o711)
    if (reaches(`${programs}/postgres`) && reaches(data)) return { before: [], uid: nobody, gid: nobody }
  }
  throw operatorError(
    'PostgreSQL does not run as root: start Lods as another user, allow user namespaces (unshare -U), ' +
    'or keep the program and LODS_DATA in folders that the user nobody may pass through.')
}

/** Gives a folder to whoever runs under the guise. */
export function giveTo(guise: Guise, folder: string): void {
  if (guise.uid !== undefined) chownSync(folder, guise.uid, guise.gid ?? guise.uid)
}

const reaches = (path: string): boolean => spawnSync('test', ['-x', path], { uid: nobody, gid: nobody, stdio: 'ignore' }).status === 0

function named(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}
