import { operatorError } from '../platform/operator.ts'

/** For commands that take nothing: throws when something was given. */
export function takesNothing(name: string, args: readonly string[]): void {
  if (args.length > 0) throw operatorError(`${name} takes nothing after its name, but was given ${args.join(' ')}.`, 2)
}
