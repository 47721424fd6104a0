import type { Writable } from 'node:stream'
import { openHouse } from '../main.ts'
import type { House } from '../platform/action.ts'
import { readConfig } from '../platform/config.ts'
import { operatorError } from '../platform/operator.ts'
import { bundleOfTown, intoFresh, sayMade } from './bundle.ts'
import { fillTown } from './town.ts'
import { whoCanSignIn } from '../web/guests.ts'

/** `demo`: fills the data folder; `--json`: says who can sign in; `--bundle`: writes the bundle of its big case. */
export async function runDemo(args: readonly string[]): Promise<number> {
  const { json, out } = asked(args)
  return out === undefined ? run(json) : intoFresh(out, file => run(json, { file, out }))
}

async function run(json: boolean, bundle?: { readonly file: Writable; readonly out: string }): Promise<number> {
  const { house, close } = await openHouse(readConfig({ ...process.env, LODS_DEMO: '1' }, 'demo'), 'beside')
  try {
    await fillTown(house)
    if (bundle) process.stderr.write(`${sayMade(await bundleOfTown(house, bundle.file), bundle.out)}\n`)
    if (json) process.stdout.write(`${JSON.stringify(await guestList(house), null, 2)}\n`)
  } finally {
    await close()
  }
  return 0
}

function asked(args: readonly string[]): { readonly json: boolean; readonly out: string | undefined } {
  const at = args.indexOf('--bundle')
  const out = at < 0 ? undefined : args[at + 1]
  if (at >= 0 && (out === undefined || out.startsWith('--'))) throw operatorError('demo --bundle needs the name of a file that is not there yet.', 2)
  const unknown = args.find((it, index) => it !== '--json' && (at < 0 || (index !== at && index !== at + 1)))
  if (unknown !== undefined) throw operatorError(`demo does not know ${unknown}.`, 2)
  return { json: args.includes('--json'), out }
}

/** Who can sign in, for scripts: `role` is the one that counts, `roles` all of them. */
async function guestList(house: House) {
  const base = `http://${house.config.host}:${house.config.port}`
  return (await whoCanSignIn(house)).map(it => ({
    name: it.name || 'Borger (opdigtet)', role: it.roles.find(role => role !== 'firstContact') ?? it.roles[0] ?? null, roles: it.roles, unit: it.unit,
    signInName: it.signIn, password: it.password, address: `${base}${it.address}`,
  }))
}
