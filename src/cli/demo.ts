import { openHouse } from '../main.ts'
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
    if (json) process.stdout.write(`${JSON.stringify(await whoCanSignIn(house), null, 2)}\n`)
  } finally {
    await close()
  }
  return 0
}
