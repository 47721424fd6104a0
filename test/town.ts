// The invented town as a person starts it, for stories: the product itself, in a process of its own, on a folder of its own.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageFolder } from '../src/platform/places.ts'

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
