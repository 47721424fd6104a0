import { openHouse } from '../main.ts'
import type { House } from '../platform/action.ts'
import { readConfig } from '../platform/config.ts'
import { operatorError } from '../platform/operator.ts'
import { fillTown } from './town.ts'
import { whoCanSignIn } from '../web/guests.ts'

/** `demo`: fills the data folder; `--json`: says who can sign in. */
export async function runDemo(args: readonly string[]): Promise<number> {
  const json = args.includes('--json')
  const unknown = args.find(it => it !== '--json')
  if (unknown !== undefined) throw operatorError(`demo does not know ${unknown}.`, 2)
  const { house, close } = await openHouse(readConfig({ ...process.env, LODS_DEMO: '1' }, 'demo'), 'beside')
  try {
    await fillTown(house)
    if (json) process.stdout.write(`${JSON.stringify(await guestList(house), null, 2)}\n`)
  } finally {
    await close()
  }
  return 0
}

/** Who can sign in, for scripts: `role` is the one that counts, `roles` all of them. */
async function guestList(house: House) {
  const base = `http://${house.config.host}:${house.config.port}`
  return (await whoCanSignIn(house)).map(it => ({
    name: it.name || 'Borger (opdigtet)', role: it.roles.find(role => role !== 'firstContact') ?? it.roles[0] ?? null, roles: it.roles, unit: it.unit,
    signInName: it.signIn, password: it.password, address: `${base}${it.address}`,
  }))
}
