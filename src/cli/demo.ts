import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { openHouse } from '../main.ts'
import type { House } from '../platform/action.ts'
import { readConfig } from '../platform/config.ts'
import { operatorError } from '../platform/operator.ts'
import { intoFresh, makeTownBundle, sayMade } from './bundle.ts'
import { fillTown } from './town.ts'
import { colleagueCalled } from '../directory/actors.ts'
import { bigCase } from './town-story.ts'
import { whoCanSignIn } from '../web/open/guests.ts'

/** `demo`: fills the data folder; `--bundle OUT.zip` makes the file for the police of the big case; `--json` says who can sign in. */
export async function runDemo(args: readonly string[]): Promise<number> {
  const { json, bundle } = asked(args)
  return bundle === undefined ? fill(json) : intoFresh(bundle, file => fill(json, { path: bundle, file }))
}

async function fill(json: boolean, bundle?: { readonly path: string; readonly file: Writable }): Promise<number> {
  const { house, close } = await openHouse(readConfig({ ...process.env, LODS_DEMO: '1' }, 'demo'), 'beside')
  try {
    await fillTown(house)
    if (bundle) {
      const visitator = await colleagueCalled(house, 'vibeke.eksempel')
      if (!visitator) throw new Error('the town has no visitator')
      const made = await makeTownBundle(house, await bigCase(house, visitator), 'vibeke.eksempel')
      await pipeline(made.content, bundle.file)
      process.stderr.write(`${sayMade(made, bundle.path)}\n`)
    }
    if (json) process.stdout.write(`${JSON.stringify(await guestList(house), null, 2)}\n`)
  } finally {
    await close()
  }
  return 0
}

function asked(args: readonly string[]): { readonly json: boolean; readonly bundle: string | undefined } {
  try {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' }, bundle: { type: 'string' } } })
    return { json: values.json ?? false, bundle: values.bundle }
  } catch {
    throw operatorError('demo takes --bundle OUT.zip and --json, and nothing else.', 2)
  }
}

/** Who can sign in, for scripts: `role` is the one that counts, `roles` all of them. */
async function guestList(house: House) {
  const base = `http://${house.config.host}:${house.config.port}`
  return (await whoCanSignIn(house)).map(it => ({
    name: it.name || 'Borger (opdigtet)', role: it.roles.find(role => role !== 'firstContact') ?? it.roles[0] ?? null, roles: it.roles, unit: it.unit,
    signInName: it.signIn, password: it.password, address: `${base}${it.address}`,
  }))
}
