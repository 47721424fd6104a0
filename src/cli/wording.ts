import { changeable } from '../web/municipality/wording.ts'
import { takesNothing } from './arguments.ts'

/** `lods wording`: every text that a municipality can change, a line each: key, Danish, English, with tabs between. */
export async function runWording(args: readonly string[]): Promise<number> {
  takesNothing('wording', args)
  for (const { key, da, en } of changeable()) process.stdout.write(`${key}\t${da}\t${en}\n`)
  return 0
}
