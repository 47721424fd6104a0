// Opens the house: `start` with the invented town, `serve` for real.
import { openDoors, openHouse } from '../main.ts'
import { readConfig } from '../platform/config.ts'
import { operatorError, untilTold } from '../platform/operator.ts'
import { fillTown } from './town.ts'

export async function runStart(args: readonly string[]): Promise<number> {
  if (args.length > 0) throw operatorError('start takes no arguments: settings are variables of the environment.', 2)
  const open = await openHouse(readConfig({ ...process.env, LODS_DEMO: '1' }, 'demo'), 'alone')
  await fillTown(open.house)
  const { url, stop } = await openDoors(open)
  process.stdout.write(`Lods: ${url}\n`)
  await untilTold()
  await stop()
  return 0
}

export async function runServe(args: readonly string[]): Promise<number> {
  if (args.length > 0) throw operatorError('serve takes no arguments: settings are variables of the environment.', 2)
  const { url, stop } = await openDoors(await openHouse(readConfig(process.env, 'serve'), 'alone'))
  process.stdout.write(`Lods: ${url}\n`)
  await untilTold()
  await stop()
  return 0
}
