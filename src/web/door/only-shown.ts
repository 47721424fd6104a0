// A form that went through the sign-in is shown again and not done: whoever has just come in looks at it and presses.
import type { Context } from 'hono'

interface Onward { readonly onlyShown?: 'text' | 'files' }
const onward = (c: Context): Onward['onlyShown'] => (c.env as Onward | undefined)?.onlyShown

/** Said by the house to itself, beside the request: no browser can. */
export const toBeShown = (env: unknown, withFiles: boolean): object => ({ ...env as object, onlyShown: withFiles ? 'files' : 'text' } satisfies Onward)
export const isOnlyShown = (c: Context): boolean => onward(c) !== undefined
/** Files had been chosen, and no browser chooses them again. */
export const filesToo = (c: Context): boolean => onward(c) === 'files'
