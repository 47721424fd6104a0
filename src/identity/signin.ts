// In and out of the house. Runs as sign_in, which reads keys and nothing else; the right comes later, at each action.
import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { PersonId } from '../kernel/actor.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { House, Work } from '../platform/action.ts'
import { type Db, withRole } from '../platform/db.ts'
import { alive, codeDays, codeFrom, codeTries, pairFaults, plainName, readCode, type SessionKind, unlockedFor, waitAfter } from './rules.ts'
import { hashSecret, newSessionId, noSecret, secretFits, sessionHash } from './secrets.ts'
import * as renewals from './renewal-store.ts'
import * as store from './store.ts'
import { inTurn, whenRoom } from './turns.ts'

/** Somebody at the door with a living session. `kind` code: has shown a paper code and may only set a passphrase. The directory knows the rest. */
export interface Visitor {
  readonly person: PersonId
  readonly partnership: number
  readonly kind: SessionKind
  readonly unlocked: boolean
  readonly sessionId: string
}

const asSignIn = <T>(house: House, person: string | undefined, partnership: number | undefined, work: (db: Db) => Promise<T>): Promise<T> =>
  withRole(house.pool, 'signIn', { person, partnership, now: house.clock.now() }, work)

/**
 * Signs in with name and secret (staff: password; citizen: passphrase), each at their own door: at the other one the name is not known.
 * @param source where it came from: an address, kept as a keyed hash for a day
 * @returns      the session's id for the cookie
 * @throws Refusal `invalid` identity.wrong: the same sentence and the same time whatever was wrong; identity.busy when too many stand in line
 */
export async function signIn(house: House, kind: 'staff' | 'citizen', typed: string, secret: string, source: string): Promise<string> {
  const name = plainName(typed)
  const { found, earlier } = await asSignIn(house, undefined, undefined, async db => ({
    found: await store.accountByName(db, name), earlier: kind === 'citizen' ? await renewals.earlierByName(db, name) : undefined,
  }))
  const account = found?.kind === kind ? found : undefined
  const fits = await checked(house, name.toLowerCase(), source, [account?.secretHash, earlier?.secretHash], secret)
  if (earlier && fits === 1) await takenBack(house, earlier)
  const who = fits === 1 ? earlier : account
  if (!who) throw new Refusal('invalid', 'identity.wrong', 'secret')
  return newSession(house, who.person, who.partnership, kind, kind === 'citizen')
}

/** Her earlier pair of name and passphrase, given at the door, is the pair again: what was chosen in its place with a code opens nothing any more. */
const takenBack = (house: House, earlier: store.Account): Promise<void> => asSignIn(house, earlier.person, earlier.partnership, async db => {
  const now = house.clock.now()
  if (!(await renewals.recall(db, earlier.person, now)) || !(await store.keepAccount(db, earlier, now))) throw new Refusal('invalid', 'identity.wrong', 'secret')
  await store.endSessionsOf(db, earlier.person)
  await ownLine(house, db, earlier, { act: 'identity.earlier-passphrase-kept' })
})

/** A line of the journal about what a citizen did with her own keys. */
const ownLine = (house: House, db: Db, who: { readonly person: string; readonly partnership: number }, did: { readonly act: string }): Promise<unknown> => house.write(db, {
  partnership: who.partnership, at: house.clock.now(), person: who.person, personName: '', organisation: '', role: 'citizen', ...did, ground: 'own', aboutCitizen: who.person,
})

/** Answers which of the kept hashes the secret fits. */
function checked(house: House, name: string, source: string, kept: readonly (string | undefined)[], secret: string): Promise<number> {
  const [from, forName] = [house.vault.keyedHash('wrong-try.source', source), house.vault.keyedHash('wrong-try.name', name)]
  return inTurn(`${from} ${forName}`, () => compared(house, from, forName, kept, secret))
}

async function compared(house: House, from: string, forName: string, kept: readonly (string | undefined)[], secret: string): Promise<number> {
  const now = house.clock.now()
  const before = await asSignIn(house, undefined, undefined, db => store.wrongTries(db, from, forName, new Date(now.getTime() - 3_600_000)))
  const at = await whenRoom(from, async () => {
    for (const [place, one] of kept.entries()) if ((place === 0 || one !== undefined) && await secretFits(one ?? noSecret, secret)) return place
    return undefined
  })
  if (at !== undefined) return at
  await asSignIn(house, undefined, undefined, db => store.keepWrongTry(db, from, forName, now))
  await wait(waitAfter(before))
  throw new Refusal('invalid', 'identity.wrong', 'secret')
}

/** Opens a session without a secret: the invented town's front page alone may. */
export const openSessionFor = (house: House, person: string, partnership: number, kind: 'staff' | 'citizen' = 'staff'): Promise<string> => {
  if (house.config.door !== 'demo') throw new Error('only the demo opens a door without a key')
  return newSession(house, person, partnership, kind, kind === 'citizen')
}

async function newSession(house: House, person: string, partnership: number, kind: SessionKind, journal: boolean): Promise<string> {
  const id = newSessionId()
  const now = house.clock.now()
  await asSignIn(house, person, partnership, async db => {
    await store.openSession(db, sessionHash(id), { person, partnership, kind, startedAt: now, seenAt: now, unlockedUntil: null })
    await house.write(db, {
      partnership, at: now, person, personName: '', organisation: '', role: null,
      act: 'identity.signed-in', ground: 'own', aboutCitizen: journal || kind === 'code' ? person : undefined,
    })
  })
  return id
}

/** Signs in with a code from paper. A wrong secret uses up one of its tries; expired, used and unknown codes get one and the same answer. */
export async function signInWithCode(house: House, typed: string, source: string): Promise<string> {
  const code = readCode(typed)
  if (!code) throw new Refusal('invalid', 'identity.code-shape', 'code')
  const handle = house.vault.keyedHash('paper-code.handle', code.handle)
  const from = house.vault.keyedHash('wrong-try.source', source)
  const now = house.clock.now()
  // The try is taken first and compared afterwards: who sends many at once gets no more of them, and keeps no connection while we compute.
  // Who finds the house full has used up nothing.
  const { paper, before, fits } = await whenRoom(from, async () => {
    const found = await asSignIn(house, undefined, undefined, async db => ({
      before: await store.wrongTries(db, from, from, new Date(now.getTime() - 3_600_000)), paper: await store.takeTry(db, handle, now),
    }))
    return { ...found, fits: await secretFits(found.paper?.secretHash ?? noSecret, code.secret) }
  }).catch((fault: unknown) => { throw fault instanceof Refusal ? new Refusal('invalid', fault.code, 'code') : fault })
  const opened = await asSignIn(house, undefined, undefined, async db => {
    if (paper && fits && (await store.useCode(db, paper.id, now))) {
      // Who showed an earlier code and has chosen nothing yet is out: what is chosen now belongs to this code and to who made it.
      await store.endCodeSessionsOf(db, paper.citizen)
      return true
    }
    if (paper) await store.endIfTried(db, paper.id, now)
    await store.keepWrongTry(db, from, from, now)
    return false
  })
  if (!paper || !opened) {
    await wait(waitAfter(before))
    throw new Refusal('invalid', 'identity.wrong-code', 'code')
  }
  return newSession(house, paper.citizen, paper.partnership, 'code', true)
}

/** Makes a code for a citizen, in the role of the one who hands it over; earlier codes end. The code is shown once and kept only as hashes. */
export async function issueCode(work: Work, citizen: string): Promise<{ code: string; expiresAt: Date }> {
  const expiresAt = new Date(work.now.getTime() + codeDays * 86_400_000)
  await store.endCodesOf(work.db, citizen, work.now)
  for (;;) {
    const code = codeFrom(randomBytes(12))
    const parts = readCode(code)
    if (!parts) throw new Error('a code that cannot be read')
    // Another paper may have the same first group: then draw again.
    const kept = await store.keepCode(work.db, {
      id: randomUUID(), partnership: work.actor.partnership, citizen, handle: work.house.vault.keyedHash('paper-code.handle', parts.handle),
      secretHash: await hashSecret(parts.secret), issuedBy: work.actor.id, issuedAt: work.now, expiresAt, triesLeft: codeTries,
    })
    if (kept) return { code, expiresAt }
  }
}

/** Sets sign-in name and passphrase after a code; every other session of hers ends. Returns the new session's id. */
export async function setPassphrase(house: House, visitor: Visitor, signInName: string, passphrase: string, again = passphrase): Promise<string> {
  const name = plainName(signInName)
  const { person: id, partnership } = visitor
  const taken = await asSignIn(house, id, partnership, db => store.accountByName(db, name))
  const faults = pairFaults(name, passphrase, again, taken !== undefined && taken.person !== id)
  const [first] = faults
  if (first) throw new Refusal('invalid', first.code, first.field, faults)
  const secretHash = await whenRoom(id, () => hashSecret(passphrase)).catch((full: unknown) => { throw full instanceof Refusal ? new Refusal('invalid', full.code, 'passphrase') : full })
  const kept = await asSignIn(house, id, partnership, async db => {
    const now = house.clock.now()
    const before = await store.accountOf(db, id)
    if (!(await store.keepAccount(db, { person: id, partnership, kind: 'citizen', secretHash, signInName: name }, now))) return false
    if (before) await renewals.keepRenewal(db, before, now)
    await store.endSessionsOf(db, id)
    await ownLine(house, db, visitor, { act: 'identity.passphrase-set' })
    return true
  })
  if (!kept) throw new Refusal('invalid', 'identity.name-taken', 'name')
  return newSession(house, id, partnership, 'citizen', true)
}

/** Opens earlier entries for a while: the passphrase again; after a second code, once, the one she had before it. */
export async function unlock(house: House, visitor: Visitor, passphrase: string, source: string): Promise<void> {
  const { person: id, partnership } = visitor
  const { account, waiting } = await asSignIn(house, id, partnership, async db => ({ account: await store.accountOf(db, id), waiting: await renewals.waitingOf(db, id) }))
  await checked(house, id, source, [waiting ? waiting.secretHash : account?.secretHash], passphrase).catch((fault: unknown) => {
    if (fault instanceof Refusal && fault.code === 'identity.wrong') throw new Refusal('invalid', waiting ? 'identity.wrong-earlier' : 'identity.wrong-passphrase', 'secret')
    throw fault
  })
  const now = house.clock.now()
  await asSignIn(house, id, partnership, async db => {
    // Another code may have been used meanwhile; then this visit has ended, and nothing is unlocked.
    if (waiting && !(await renewals.recall(db, id, now))) throw new Refusal('invalid', 'identity.wrong-earlier', 'secret')
    if (!(await store.unlockSession(db, sessionHash(visitor.sessionId), new Date(now.getTime() + unlockedFor)))) return
    await ownLine(house, db, visitor, { act: 'identity.unlocked' })
  })
}

/** What locks her log since she chose a passphrase in the place of another: since when, and the signs that she shows to a colleague. */
export const waitingRenewal = (house: House, visitor: Visitor): Promise<renewals.Waiting | undefined> =>
  asSignIn(house, visitor.person, visitor.partnership, db => renewals.waitingOf(db, visitor.person))

export const lock = (house: House, visitor: Visitor): Promise<unknown> =>
  asSignIn(house, visitor.person, visitor.partnership, db => store.unlockSession(db, sessionHash(visitor.sessionId), null))
export const signOut = (house: House, sessionId: string): Promise<unknown> =>
  asSignIn(house, undefined, undefined, db => store.endSession(db, sessionHash(sessionId)))
export const signOutEverywhere = (house: House, visitor: Visitor): Promise<unknown> =>
  asSignIn(house, visitor.person, visitor.partnership, db => store.endSessionsOf(db, visitor.person))

/** Whom this cookie was given to, also when the session has run out meanwhile; gives no right. Undefined once they have signed out. */
export async function whoseSession(house: House, sessionId: string): Promise<string | undefined> {
  const session = await asSignIn(house, undefined, undefined, db => store.sessionBy(db, sessionHash(sessionId)))
  return session && session.kind !== 'code' ? session.person : undefined
}

/** Who stands behind this cookie now; undefined when nobody. Seeing it counts as activity. */
export async function visitorOf(house: House, sessionId: string): Promise<Visitor | undefined> {
  const now = house.clock.now()
  const idHash = sessionHash(sessionId)
  return asSignIn(house, undefined, undefined, async db => {
    const session = await store.sessionBy(db, idHash)
    // A session that has run out opens nothing; its row is swept within a day, and says until then whose a late form was.
    if (!session || !alive(session.kind, session.startedAt, session.seenAt, now)) return undefined
    if (now.getTime() - session.seenAt.getTime() > 15_000) await store.sawSession(db, idHash, now)
    const unlocked = session.unlockedUntil !== null && session.unlockedUntil > now
    return { person: session.person as PersonId, partnership: session.partnership, kind: session.kind, unlocked, sessionId }
  })
}
