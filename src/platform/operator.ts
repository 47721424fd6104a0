/**
 * A failure told to the operator in one whole sentence, without a stack.
 * `exit`: 1 something is wrong out there, 2 the command was used wrongly.
 */
export const operatorError = (sentence: string, exit: 1 | 2 = 1): Error & { readonly exit: 1 | 2 } =>
  Object.assign(new Error(sentence), { exit })

/** The exit code of an operator's failure; undefined for a fault of our own. */
export const exitOf = (error: unknown): number | undefined =>
  error instanceof Error && 'exit' in error && typeof error.exit === 'number' ? error.exit : undefined

/**
 * Resolves when somebody asks this process to end (SIGTERM, SIGINT, SIGHUP), or when the npm that started it is gone:
 * killed outright it can pass nothing on, and a server would stay behind. Asking again changes nothing.
 */
export function untilTold(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve())
  const parent = process.ppid
  if (process.env['npm_lifecycle_event'] !== undefined)
    setInterval(() => process.ppid === parent || resolve(), 500).unref()
  return promise
}
