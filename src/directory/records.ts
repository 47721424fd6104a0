// Where the municipality keeps each kind of record: number in its filing plan, facet, and how long it is kept. Every municipality decides its own. Pure.

export const recordTypes = ['case', 'plan', 'children', 'consent', 'referral', 'access', 'hearing', 'note', 'protection', 'employee', 'selfHelp', 'model'] as const
export type RecordType = (typeof recordTypes)[number]

/** `kle`: a number of the filing plan · `facet`: chosen by the municipality itself · `retention`: its class in the municipality's own plan. Empty: not decided. */
export interface RecordPlace { readonly kle: string; readonly facet: string; readonly retention: string }
export type Records = Readonly<Record<RecordType, RecordPlace>>

const place = (kle: string): RecordPlace => ({ kle, facet: '', retention: '' })
/** Suggestions from the filing plan of February 2026 (KLE, licence MPL-2.0). It has no number for this subject, so each must be confirmed. */
export const suggestedRecords: Records = {
  case: place('27.12.04'), plan: place('27.12.04'), children: place('34.10.30'), consent: place('27.69.24'), referral: place('00.07.08'), access: place('00.07.03'),
  hearing: place('00.07.04'), note: place('00.07.10'), protection: place('23.05.05'), employee: place('87.15.00'), selfHelp: place('27.15.12'), model: place('00.17.25'),
}

/** What a partnership has decided, and the suggestions for the rest. */
export const recordsOf = (terms: { readonly records?: Partial<Records> | undefined }): Records => ({ ...suggestedRecords, ...terms.records })
