import type { Lang } from '../kernel/day.ts'
import { operatorError } from '../platform/operator.ts'

/** For commands that take nothing: throws when something was given. */
export function takesNothing(name: string, args: readonly string[]): void {
  if (args.length > 0) throw operatorError(`${name} takes nothing after its name, but was given ${args.join(' ')}.`, 2)
}

/** Commands speak English to whoever runs the house, in every line; one that a police officer reads takes `--lang da`. Read first, so that what is used wrongly is told in it too. */
export const langIn = (args: readonly string[]): Lang => (args.includes('--lang=da') || args.some((it, at) => it === '--lang' && args[at + 1] === 'da') ? 'da' : 'en')
