// One connection that a process holds as long as it uses the embedded server, with two locks on it:
// "in use" (shared by everybody who uses the server) and "the product" (one at a time). They vanish with the process, however it ends.
import { rmdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { running } from './cluster.ts'

export type Sharing = 'alone' | 'beside'
export interface Keeper { readonly stop: () => Promise<void> }

const room = 0x10d5
const inUse = 1
const product = 2

/**
 * @param revive starts the server if it is not there; called when it was killed under us
 * @returns      taken: another product runs on this server; gone: the server left while we asked
 */
export async function keep(
  { socket, cluster, sharing, revive }: { socket: string; cluster: string; sharing: Sharing; revive: () => Promise<unknown> },
): Promise<Keeper | 'taken' | 'gone'> {
  let stopping = false
  let regaining: Promise<void> | undefined
  let client = await hold(socket, sharing).catch(() => 'gone' as const)
  if (typeof client === 'string') return client
  watch(client)
  return { stop }

  // The server restarts by itself when one of its processes is killed, and we start it when it was killed itself; our locks must be taken again.
  function watch(held: Client): void {
    held.on('end', () => {
      regaining = regain()
    })
  }
  async function regain(): Promise<void> {
    while (!stopping) {
      await pause(200, undefined, { ref: false })
      if (stopping) return
      await revive().catch(() => undefined)
      const again = await hold(socket, sharing).catch(() => 'gone' as const)
      if (typeof again === 'string') continue
      client = again
      return watch(again)
    }
  }
  async function stop(): Promise<void> {
    if (stopping || typeof client === 'string') return
    stopping = true
    await regaining
    const last = await lastOneOut(client).catch(() => true)
    const server = running(cluster)
    if (last && server) {
      process.kill(server.pid, 'SIGINT')
      while (running(cluster)?.pid === server.pid) await pause(10)
      removeIfEmpty(socket)
    }
    await client.end().catch(() => undefined)
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Somebody starts the server anew in this moment; it is theirs now.
  }
}

async function hold(socket: string, sharing: Sharing): Promise<Client | 'taken'> {
  const client = new Client({
    host: socket, port: 5432, user: 'postgres', database: 'postgres', connectionTimeoutMillis: 5000, application_name: 'lods keeper',
  })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('select pg_advisory_lock_shared($1, $2)', [room, inUse])
  if (sharing === 'beside') return client
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1, $2) as mine', [room, product])
  if (rows[0]?.mine) return client
  await client.end()
  return 'taken'
}

// Whoever comes while the lock is ours waits for it, sees the server go, and starts it anew.
async function lastOneOut(client: Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1, $2)', [room, inUse])
  const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1, $2) as last', [room, inUse])
  return rows[0]?.last ?? false
}
