// Sparring: a question without anybody's name, to one who knows. What may be asked, who may read, and what is pointed out before it is sent. Pure.
import { colleagues, type Role } from '../kernel/actor.ts'
import type { Grant } from '../kernel/rights.ts'

export const sparringTo = ['visitator', 'policeContact', 'dscAdviser'] as const satisfies readonly Role[]
export type SparringTo = (typeof sparringTo)[number]
export const sparringKinds = ['is-it-stalking', 'evidence', 'safety', 'children', 'other-party', 'law', 'other'] as const
export type SparringKind = (typeof sparringKinds)[number]

/** What looks like somebody in particular. */
export type Pointer = 'cpr' | 'phone' | 'mail' | 'address'
const patterns: readonly (readonly [Pointer, RegExp])[] = [
  ['cpr', /(?<!\d)\d{6}[ -]?\d{4}(?!\d)/u],
  ['mail', /[^\s@]+@[^\s@]+\.\p{L}{2,}/u],
  ['phone', /(?<!\d)(?:(?:\+|00)45[ .-]?)?\d(?:[ .-]?\d){7}(?!\d)/u],
  ['address', /\p{L}+ ?(?:vej|vejen|gade|gaden|all[eé]|stræde|stien|vænget|parken|torv|torvet|plads|pladsen|bakken)\s+\d+/iu],
]
/** The first thing in the text that could tell who somebody is; undefined where nothing does. A name nobody can find but a person. */
export const pointsOut = (text: string): Pointer | undefined => patterns.find(([, pattern]) => pattern.test(text))?.[0]

/** A number of the person register never goes along; the rest may be something else than it looks, and whoever has looked again says so. */
export const mayGo = (pointer: Pointer | undefined, lookedAgain: boolean): boolean => pointer === undefined || (pointer !== 'cpr' && lookedAgain)

const anybody = (ground: Grant['ground']): Grant[] => colleagues.map(by => ({ by, ground, states: 'every' }))
const receiving: readonly Grant[] = sparringTo.map(by => ({ by, ground: 'receiver', states: 'every' }))

export const sparringRights = {
  'sparring.list': anybody('role'),
  'sparring.ask': anybody('role'),
  'sparring.read': [...anybody('own'), ...receiving],
  'sparring.write': [...anybody('own'), ...receiving],
  'sparring.count': [{ by: 'tovholder', ground: 'role', states: 'every' }, { by: 'leader', ground: 'role', states: 'every' }, { by: 'evaluator', ground: 'role', states: 'every' }],
} satisfies Record<string, readonly Grant[]>
