// The action card that the police contact fills in on a referral: a receiver's own record, in versions. The sender never sees it, nor does the municipality of the one it is about.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Lang } from '../kernel/day.ts'
import { sayTime } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type SentFields, sentFields, one, without } from '../cases/enquire.ts'
import { isId } from '../cases/coordination/rules.ts'
import { handingOut, puttingIn } from '../cases/tools/putting-in.ts'
import { filledBlocks } from '../forms/paper-blocks.ts'
import { carryOver, takeAnswers, withFiles } from '../forms/read.ts'
import type { Answers, FilesIn, Form, Values } from '../forms/rules.ts'
import { action, type Work } from '../platform/action.ts'
import { paperBytes } from '../platform/paper-thread.ts'
import { openText, sealText } from '../platform/vault.ts'
import { formWithFiles, withForms } from '../toolkit/shelf.ts'
import { keepFilesOf, looseFiles, openFile, writeFile } from './card-files.ts'
import { openReferral } from './notes.ts'
import { fileIsOn } from './store-card-files.ts'
import { rights } from './rules.ts'
import { referralFacts } from './standing.ts'
import * as store from './store-notes.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

const tool = 'police-action-card'
const place = (id: string) => `receiver_record.card:${id}`

/** `form`: the one whose words the answers were given in. */
export interface CardVersion { readonly version: number; readonly at: Date; readonly byName: string; readonly answers: Answers; readonly form?: Form }
/** Newest first. */
async function cardsOf(work: Work, referral: string): Promise<{ readonly number: string; readonly versions: readonly CardVersion[] }> {
  const { key, number } = await openReferral(work, referral)
  const kept = (await store.cards(work.db, referral)).map(it => ({ version: it.card, at: it.at, byName: it.byName, answers: JSON.parse(openText(key, place(it.id), it.box)) as Answers }))
  return { number, versions: await withForms(work.db, kept) }
}

/** `form`: the one of today. `values`: the newest answers as far as it asks for them. */
export interface Card { readonly files: FilesIn; readonly referral: string; readonly number: string; readonly form: Form; readonly values: Values; readonly versions: readonly CardVersion[] }
const input = z.object({ referral: z.uuid('platform.missing') })
const facts = async (db: Work['db'], { referral }: { readonly referral: string }, actor: Work['actor'], now: Date) => (isId(referral) ? referralFacts(db, referral, actor, now) : undefined)

export const cardPage = action({
  path: '/henvisninger/:referral/kort', method: 'get', audit: 'referrals.card-read', input, facts, right: rights['referrals.card'],
  run: async (work, { referral }): Promise<Card> => {
    const [form, { number, versions }, loose] = [await formWithFiles(work.db, tool), await cardsOf(work, referral), await looseFiles(work, referral)]
    const [last] = versions
    return { referral, number, form, versions, files: known(versions, loose.files), values: loose.into(last ? carryOver(form, last.answers).values : {}) }
  },
})

const known = (versions: readonly CardVersion[], loose: FilesIn): FilesIn => Object.assign({}, ...versions.map(it => it.answers.files ?? {}), loose) as FilesIn

const seenIn = (sent: SentFields): number => (/^\d{1,6}$/.test(one(sent, 'seen')) ? Number(one(sent, 'seen')) : -1)
/** @throws Refusal conflict where another version was kept since the page was opened: it is shown beside what was typed */
export const keepCard = action({
  path: '/henvisninger/:referral/kort', method: 'post', audit: 'referrals.card-kept', facts, right: rights['referrals.card'],
  input: sentFields.transform(sent => ({ referral: one(sent, 'referral'), seen: seenIn(sent), sent: without(sent, ['referral', 'seen']) })),
  run: async (work, { referral, seen, sent }) => {
    const { db, actor, ground, now } = work
    const form = await formWithFiles(db, tool)
    const says = withFiles(form, takeAnswers(form, sent), known((await cardsOf(work, referral)).versions, (await looseFiles(work, referral)).files))
    const [last] = await store.cards(db, referral)
    const id = randomUUID()
    const row = { id, referral, partnership: actor.partnership, role: ground.by, organisation: actor.organisation, by: actor.id, at: now, box: sealText((await openReferral(work, referral)).key, place(id), JSON.stringify(says)) }
    if (seen !== (last?.card ?? 0) || !(await store.addCard(db, row, seen + 1))) throw new Refusal('conflict', 'referrals.card-changed')
    await keepFilesOf(work, referral, says.files ?? {}, seen + 1)
    return { id: referral }
  },
  leadsTo: it => it,
})

/** Files that came with a card that is sent in. */
export const putInCard = puttingIn({
  audit: 'referrals.card-files-put-in', right: rights['referrals.card'], facts, form: work => formWithFiles(work.db, tool), at: sent => ({ referral: one(sent, 'referral') }),
  into: async (work, { referral }) => ({ write: (field, file) => writeFile(work, referral, field, file), aside: async () => ({}) }),
})
/** What lies with a card, for whoever reads it. */
export const cardFile = handingOut({
  path: '/henvisninger/:referral/kort/vedlaeg/:file', audit: 'referrals.card-file-fetched', right: rights['referrals.card'], at: input, facts,
  isIn: (db, { referral }, _facts, id, { id: reader }) => fileIsOn(db, referral, id, reader), find: (work, { referral }, _facts, id) => openFile(work, referral, id),
})

export const printCard = action({
  path: '/henvisninger/:referral/kort/udskrift.pdf', method: 'get', audit: 'referrals.card-printed', right: rights['referrals.card'],
  facts: async (db, it, actor, now) => (await store.hasCard(db, it.referral, it.version === undefined ? undefined : Number(it.version)) ? facts(db, it, actor, now) : undefined),
  input: input.extend({ version: z.string().regex(/^[1-9]\d{0,5}$/, 'platform.missing').optional(), sprog: z.enum(['da', 'en']).catch('da') }),
  run: async (work, { referral, version, sprog: lang }) => {
    const { number, versions } = await cardsOf(work, referral)
    const found = versions.find(one => version === undefined || String(one.version) === version)
    if (!found?.form) throw new Refusal('missing', 'platform.missing')
    return printed({ ...found, form: found.form }, number, lang)
  },
})

async function printed({ form, answers, at, byName, version }: CardVersion & { readonly form: Form }, number: string, lang: Lang) {
  const text = (lang === 'da' ? da : en).card
  const head = [[text.number, number], [text.by, `${byName}, ${sayTime(at, lang)}`], [text.version, String(version)]] as const
  return { name: text.file, type: 'application/pdf', body: await paperBytes({ title: form.title[lang], left: `${form.title[lang]} · ${number}`, at, lang }, filledBlocks(form, answers, lang, head)) }
}
