// What a sender can put into a copy: read from the case, the rule of safe contact and the shown log, and held against the consent.
import { dayOf } from '../kernel/day.ts'
import type { CaseFacts, ReadEvent } from '../cases/write.ts'
import { readEvents } from '../cases/write.ts'
import { insteadIn } from '../cases/her-rule/rules.ts'
import { sayInstead } from '../cases/her-rule/screens.tsx'
import { safeContact } from '../citizens/reach.ts'
import { isOnlyPaper } from '../citizens/rules.ts'
import { sentences } from '../citizens/screens.tsx'
import { open } from '../consents/actions.ts'
import type { Consent } from '../consents/rules.ts'
import { consentsOf } from '../consents/store.ts'
import { given } from '../forms/rules.ts'
import { type OpenedEntry, openEntries } from '../incidents/append.ts'
import { kindSaid, whenSaid, words as logWords } from '../incidents/say.tsx'
import { shownLogOf } from '../incidents/showing-store.ts'
import { logKey, newestEntries } from '../incidents/store.ts'
import type { Work } from '../platform/action.ts'
import { type Key, openText, sealText } from '../platform/vault.ts'
import { findingWords } from '../toolkit/rules.ts'
import { type CopiedEntry, type Copy, covered, holdingConsent, needsConsent, type To } from './rules.ts'

/** The copy is a document of this country, whatever language the sender's screen speaks. */
const written = { lang: 'da' } as const
/** Rows of the shown log that can be chosen one by one. */
export const listed = 300

export interface Draft {
  readonly consent: Consent | undefined
  readonly allowed: ReturnType<typeof covered>
  /** What she asked to be left out, in her words. */
  readonly leftOut: string
  readonly texts: Copy['texts']
  readonly entries: readonly OpenedEntry[]
  readonly more: boolean
}

const nothing: Draft = { consent: undefined, allowed: [], leftOut: '', texts: {}, entries: [], more: false }

/** A coordinator of the same municipality gets the task and its reason, so there is nothing to prepare. */
export async function draftFor(work: Work, facts: CaseFacts, to: To): Promise<Draft> {
  if (!needsConsent(to)) return nothing
  const { citizen, id } = facts.now
  const today = dayOf(work.now)
  const consent = holdingConsent(await consentsOf(work.db, citizen), to, today)
  if (!consent) return nothing
  const allowed = covered(consent, to, today)
  const leftOut = (await open(work, consent.id)).values?.['leftOut']
  const { entries, more } = allowed.includes('log') ? await shownEntries(work, citizen) : nothing
  const texts = await prepared(work, id, citizen)
  return { consent, allowed, leftOut: typeof leftOut === 'string' ? leftOut : '', texts, entries, more }
}

/** The words that are there already; the sender reads them through and changes them. */
async function prepared(work: Work, caseId: string, citizen: string): Promise<Copy['texts']> {
  const events = await readEvents(work, caseId)
  const clarified = events.findLast(it => it.move === 'clarify')
  const agreed = (await safeContact(work, citizen))?.contact
  return {
    contact: agreed && !isOnlyPaper(agreed) ? [said(events, 'citizenName'), ...sentences(agreed, written.lang)].filter(Boolean).join('\n') : (sayInstead(insteadIn(events), written.lang, 'apart') ?? ''),
    account: said(events, 'told') || (events[0]?.given.told ?? ''),
    finding: clarified?.given.finding ? `${findingWords[clarified.given.finding].da}. ${clarified.given.reason ?? ''}`.trim() : '',
    needs: '',
  }
}

const said = (events: readonly ReadEvent[], field: string): string => {
  const answers = events[0]?.given.answers
  return answers ? String(given(answers.values, field) ?? '') : ''
}

async function shownEntries(work: Work, citizen: string): Promise<{ entries: readonly OpenedEntry[]; more: boolean }> {
  const log = await shownLogOf(work.db, citizen)
  const key = log && (await logKey(work.db, log))
  if (!log || !key) return { entries: [], more: false }
  const rows = await newestEntries(work.db, work.actor.partnership, log, undefined, listed + 1)
  return { entries: openEntries(work, key, rows.slice(0, listed)), more: rows.length > listed }
}

/** An incident as it stands in the copy: what may be read by others, and nothing else. */
export function copied({ content, row }: OpenedEntry): CopiedEntry {
  const kind = kindSaid(content, written)
  return {
    no: content.no, when: whenSaid(content, written), told: content.told, typical: row.typical,
    kind: content.count > 1 ? `${kind} (${logWords(written).earlier.times(content.count)})` : kind,
  }
}

const copyPlace = (id: string) => `referral.copy:${id}`
const wordsPlace = (id: string, seq: number) => `referral_event.box:${id}:${seq}`

export const sealCopy = (key: Key, id: string, copy: Copy): Buffer => sealText(key, copyPlace(id), JSON.stringify(copy))
export const openCopy = (key: Key, id: string, box: Uint8Array): Copy => JSON.parse(openText(key, copyPlace(id), box)) as Copy
const toldPlace = (id: string) => `referral.told:${id}`
/** Why the exposed person was not told before somebody who stalks was referred on. */
export const sealTold = (key: Key, id: string, why: string): Buffer => sealText(key, toldPlace(id), why)
export const openTold = (key: Key, id: string, box: Uint8Array): string => openText(key, toldPlace(id), box)
export const sealWords = (key: Key, id: string, seq: number, words: string): Buffer => sealText(key, wordsPlace(id, seq), words)
export const openWords = (key: Key, id: string, seq: number, box: Uint8Array | null): string | undefined => (box ? openText(key, wordsPlace(id, seq), box) : undefined)
