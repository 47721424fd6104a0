// The blind name check: two names go in as keyed hashes, and only the leader who distributes hears that there is a crossing. Never who.
import { holders } from '../../directory/store.ts'
import { dayOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { action, type Facts, type Work } from '../../platform/action.ts'
import { openText, sealText } from '../../platform/vault.ts'
import { caseOf, movePage, type Wrong, wrongTo } from '../actions.ts'
import { one, sentFields, type SentFields } from '../enquire.ts'
import { type Hash, nameKeys, plainWords } from './rules.ts'
import { checkGrounds, type CheckGround, allowBoth, crossingStanding, type Decided, decisions, isParty, keepMark, type Mark } from './name-store.ts'
import type { Kind } from '../sides/rules.ts'
import { rights } from '../rules.ts'
import type { CaseFacts } from '../write.ts'

/** Inside one organisation: two of them never compare. */
export const markHashes = (hash: Hash, organisation: number, name: string): readonly string[] => nameKeys(name).map(it => hash(`name-check:${organisation}`, it))

export interface Names { readonly exposed: string; readonly other: string; readonly ground: CheckGround | undefined }
export const nameFields = ['exposedName', 'otherName', 'checkGround'] as const
/** The names for a check; where a name is given, so is the ground. */
export function readNames(sent: SentFields, wrong: Wrong): Names {
  const [exposed, other] = [one(sent, 'exposedName'), one(sent, 'otherName')]
  const ground = checkGrounds.find(it => it === one(sent, 'checkGround'))
  if ((exposed !== '' || other !== '') && !ground) wrong('checkGround', 'cases.needs-check-ground')
  for (const [field, name] of [['exposedName', exposed], ['otherName', other]] as const) if (name.length > 120) wrong(field, 'cases.too-long')
  return { exposed, other, ground }
}

/** Keeps the hashes of the names that were given; the names themselves are kept nowhere. */
export async function markNames({ house, db, actor, now }: Work, caseId: string, kind: Kind, { exposed, other, ground }: Names): Promise<void> {
  if (!ground) return
  const [subject, counterpart] = kind === 'otherParty' ? [other, exposed] : [exposed, other]
  for (const [side, name] of [['subject', subject], ['counterpart', counterpart]] as const)
    await keepMark(db, { caseId, partnership: actor.partnership, organisation: actor.organisation, side, hashes: markHashes(house.vault.keyedHash, actor.organisation, name), ground, by: actor.id, at: now })
}

/** Two to four words that stand together, wherever in a text: each may be a name. */
const spans = (text: string): readonly string[] => {
  const all = plainWords(text).split(' ').filter(Boolean)
  return all.flatMap((_, at) => [2, 3, 4].flatMap(length => (at + length <= all.length ? [all.slice(at, at + length).join(' ')] : [])))
}
/** Whether a text says the name of one of the two, where it was given for the check. Nobody is told what the name is. */
export const namesParty = ({ house, db, actor }: Pick<Work, 'house' | 'db' | 'actor'>, caseId: string, side: Mark['side'], text: string): Promise<boolean> =>
  isParty(db, caseId, side, [...new Set(spans(text).flatMap(it => markHashes(house.vault.keyedHash, actor.organisation, it)))])

export const checkPage = movePage('/navnetjek', 'cases.name-check-page-seen', rights['cases.check-names'])
export const checkNames = action({
  path: '/sager/:case/navnetjek', method: 'post', audit: 'cases.names-checked', facts: caseOf, right: rights['cases.check-names'],
  input: sentFields.transform((sent, ctx) => {
    const wrong = wrongTo(ctx)
    const names = readNames(sent, wrong)
    if (names.exposed === '' && names.other === '') wrong('exposedName', 'cases.needs-a-name')
    return { case: one(sent, 'case'), names }
  }),
  run: async (work: Work, { names }, { now }: CaseFacts) => {
    await markNames(work, now.id, 'citizen', names)
    return { id: now.id }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const reasonPlace = (caseId: string, person: string) => `both_allowed.reason:${caseId}:${person}`
/** A leader decides that a family counsellor has both, and writes why. */
export const letHaveBoth = action({
  path: '/fordeling/:case/begge', method: 'post', audit: 'cases.both-allowed', right: rights['cases.allow-both'],
  input: sentFields.transform((sent, ctx) => {
    const wrong = wrongTo(ctx)
    const [person, reason] = [one(sent, 'person'), one(sent, 'reason')]
    if (!uuid.test(person)) wrong('person', 'cases.side-not-there')
    if (reason === '') wrong('reason', 'cases.needs-reason')
    if (reason.length > 2000) wrong('reason', 'cases.too-long')
    return { case: one(sent, 'case'), person, reason }
  }),
  facts: async (db, input): Promise<Facts | undefined> => {
    const it = uuid.test(input.case) ? await crossingStanding(db, input.case) : undefined
    return it && { standing: { partnership: it.partnership, state: '-' }, aboutCase: input.case }
  },
  run: async ({ house, db, actor, now }: Work, { case: caseId, person, reason }) => {
    const held = await holders(db, actor.partnership, dayOf(now))
    if (!held.some(it => it.role === 'familyCounsellor' && it.person === person)) throw new Refusal('invalid', 'cases.only-counsellor', 'person')
    const key = house.vault.newKey()
    const kept = await allowBoth(db, { caseId, person, partnership: actor.partnership, by: actor.id, at: now, keyWrapped: key.wrapped, box: sealText(key.plain, reasonPlace(caseId, person), reason) })
    if (!kept) throw new Refusal('conflict', 'cases.changed-meanwhile')
    return { id: caseId }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})

export interface OwnDecision extends Pick<Decided, 'caseId' | 'name' | 'at'> { readonly reason: string }
/** What the leader who asks has decided, with what was written then. */
export const ownDecisions = async ({ house, db }: Pick<Work, 'house' | 'db'>): Promise<readonly OwnDecision[]> =>
  (await decisions(db)).map(({ caseId, person, name, at, keyWrapped, box }) => ({ caseId, name, at, reason: openText(house.vault.unwrap(keyWrapped), reasonPlace(caseId, person), box) }))
