// Keys to the door: how long a session lives, what a code looks like, what a passphrase must be, how long a wrong try waits.
import type { Fault } from '../kernel/refusal.ts'
import type { Right } from '../kernel/rights.ts'

const minute = 60_000

/** Idle and whole life of a session, in milliseconds. A code opens only the page that sets a passphrase. */
export const sessionLife = {
  staff: { idle: 30 * minute, whole: 9 * 60 * minute },
  citizen: { idle: 10 * minute, whole: 60 * minute },
  code: { idle: 10 * minute, whole: 20 * minute },
} as const
export type SessionKind = keyof typeof sessionLife

/** How long earlier entries stay open after the passphrase was given again. */
export const unlockedFor = 10 * minute

export function alive(kind: SessionKind, startedAt: Date, seenAt: Date, now: Date): boolean {
  const life = sessionLife[kind]
  return now.getTime() - seenAt.getTime() < life.idle && now.getTime() - startedAt.getTime() < life.whole
}

/** No I, L, O, U, 0 or 1: a code is read from paper, perhaps in bad light. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
export const codeDays = 7
export const codeTries = 5

/**
 * Makes a code from 12 random bytes or more: `ABCD-EFGH-JKMN`. The first group finds the paper, the other two are the secret
 * (30^8, some 39 bits, five tries).
 */
export function codeFrom(random: Uint8Array): string {
  const picked = [...random.subarray(0, 12)].map(byte => letters[byte % letters.length])
  return [picked.slice(0, 4), picked.slice(4, 8), picked.slice(8, 12)].map(group => group.join('')).join('-')
}

/** The signs by which a colleague confirms a passphrase that was chosen in the place of another one, from 8 bytes or more: `ABCD-EFGH`. */
export const numberFrom = (random: Uint8Array): string => codeFrom(new Uint8Array([...random.subarray(0, 8), 0, 0, 0, 0])).slice(0, 9)

/** The same as it was typed; undefined when it cannot be one. */
export function readNumber(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return plain.length === 8 ? `${plain.slice(0, 4)}-${plain.slice(4)}` : undefined
}

/** Who may confirm that a new passphrase is hers; that it is another than who made the code is asked of each. */
export const confirmers = ['visitator', 'leader'] as const
export type Confirmer = (typeof confirmers)[number]

export const rights = {
  'identity.confirm': [{ by: 'visitator', ground: 'role', states: 'every' }, { by: 'leader', ground: 'role', states: 'every' }],
  'identity.own-codes': [{ by: 'citizen', ground: 'own', states: 'every' }],
} as const satisfies Readonly<Record<string, Right>>

/** What was typed, as the code is kept: handle and secret; undefined when it cannot be a code. Case, spaces and hyphens do not matter. */
export function readCode(typed: string): { handle: string; secret: string } | undefined {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return plain.length === 12 ? { handle: plain.slice(0, 4), secret: plain.slice(4) } : undefined
}

/** A passphrase is at least 12 characters; spaces count, no rule about signs. Returns the code of what is wrong. */
export function passphraseFault(typed: string, signInName: string): 'identity.passphrase-short' | 'identity.passphrase-is-name' | undefined {
  if ([...typed.normalize('NFC')].length < 12) return 'identity.passphrase-short'
  if (typed.toLowerCase().replaceAll(' ', '') === signInName.toLowerCase().replaceAll(' ', '')) return 'identity.passphrase-is-name'
  return undefined
}

/** All that is wrong with a name and a passphrase that somebody picks, told at once. `taken`: the name is another's. */
export function pairFaults(name: string, passphrase: string, again: string, taken: boolean): readonly Fault[] {
  const inName = [...name].length < 4 ? 'identity.name-short' : taken ? 'identity.name-taken' : undefined
  const inPassphrase = passphraseFault(passphrase, name)
  return [
    ...(inName ? [{ field: 'name', code: inName } as const] : []), ...(inPassphrase ? [{ field: 'passphrase', code: inPassphrase }] : []),
    ...(passphrase === again ? [] : [{ field: 'again', code: 'identity.passphrase-differs' } as const]),
  ]
}

/** Milliseconds that an answer waits after so many wrong tries from one place for one name. A right answer is never refused for the wrong ones of others. */
export const waitAfter = (wrongTries: number): number => (wrongTries < 3 ? 0 : Math.min(8_000, 500 * 2 ** (wrongTries - 3)))

/** How many tries for one name from one place may stand in line, the one that is being checked among them. */
export const triesInLine = 4

/**
 * Secrets of the whole house that are checked side by side, that wait for it, and of those how many from one place: each takes 19 MiB and some 30 ms,
 * so the last in the line waits for about a second.
 */
export const hashing = { atOnce: 2, waiting: 60, ofOnePlace: 10 } as const

/** A name as it is kept and looked for: composed letters, nothing that cannot be seen. */
export const plainName = (typed: string): string => typed.toWellFormed().normalize('NFC').replaceAll(/\p{Cc}/gu, '').trim()
