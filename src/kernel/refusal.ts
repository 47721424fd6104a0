/** What kind of no it is. `forbidden` exists for the people inside; from outside it looks like `missing`. */
export type RefusalKind = 'invalid' | 'forbidden' | 'missing' | 'conflict'

export interface Fault { readonly field: string; readonly code: `${string}.${string}` }

/** A no that is part of the domain, as opposed to a fault in the program. `code` names a sentence, `field` the answer to point at. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: `${string}.${string}`
  readonly field: string | undefined
  /** Every fault of a form at once; empty where there is only the one. */
  readonly faults: readonly Fault[]

  constructor(kind: RefusalKind, code: `${string}.${string}`, field?: string, faults: readonly Fault[] = []) {
    super(`${kind}: ${code}`)
    this.kind = kind
    this.code = code
    this.field = field
    this.faults = faults
  }
}
