// What is filled in, as paper: for the case, and as a copy for the one it is about, without what is not for a citizen.
import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { type Lang, sayTime } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { mayReach } from '../../citizens/reach.ts'
import { type FilledHead, filledBlocks } from '../../forms/paper-blocks.ts'
import { type Answers, type Form, forCitizen } from '../../forms/rules.ts'
import { action, type Work } from '../../platform/action.ts'
import { readReach } from '../../platform/mayreach.ts'
import { paperBytes } from '../../platform/paper-thread.ts'
import { formVersion } from '../../toolkit/shelf.ts'
import { caseInput, caseOf } from '../actions.ts'
import { da } from '../coordination/text.da.ts'
import { en } from '../coordination/text.en.ts'
import { rights as coordination } from '../coordination/rules.ts'
import { isKept, kindIn, paperFacts, paperInput } from './actions.ts'
import { type Version, versionFor, versionsOf } from './pages.ts'
import { answering, rights } from '../rules.ts'
import { moveAt } from '../store.ts'
import { isInner, kindOf, mayBeCopied } from './rules.ts'
import { type CaseFacts, readEvents } from '../write.ts'

/** What counts up from one, as an address has it. */
export const nth = z.string().regex(/^[1-9]\d{0,5}$/, 'platform.missing')
export const printInput = { version: nth.optional(), sprog: z.enum(['da', 'en']).catch('da') }
const textOf = (lang: Lang) => (lang === 'da' ? da : en).tools.print

interface Filled { readonly form: Form; readonly says: Answers; readonly at: Date; readonly byName: string; readonly version?: number; /** Of the case; left out where the paper may be seen by the one it is about. */ readonly number?: string; readonly lang: Lang }
export interface PrintedPaper { readonly name: string; readonly type: string; readonly body: Uint8Array<ArrayBuffer> }

/** With the number of the case, and who wrote it. */
export async function filledPaper(it: Filled): Promise<PrintedPaper> {
  const { form, says, lang, at } = it
  const text = textOf(lang)
  const head: FilledHead = [
    ...(it.number === undefined ? [] : [[text.case, it.number] as const]), [text.by, `${it.byName}, ${sayTime(at, lang)}`], ...(it.version === undefined ? [] : [[text.version, String(it.version)] as const]),
    ...(isInner(form.kind) ? [[text.inner, text.innerText] as const] : []),
  ]
  return { name: text.file, type: 'application/pdf', body: await paperBytes({ title: form.title[lang], left: [form.title[lang], it.number].filter(Boolean).join(' · '), at, lang }, filledBlocks(form, says, lang, head)) }
}

/** Without what is not for a citizen, without number and names of those who work with it. */
export async function copyFor({ form, says, lang, at }: Pick<Filled, 'form' | 'says' | 'lang' | 'at'>): Promise<PrintedPaper> {
  const text = textOf(lang)
  const open = forCitizen(form)
  return { name: text.copyFile, type: 'application/pdf', body: await paperBytes({ title: open.title[lang], left: open.title[lang], at, lang }, filledBlocks(open, says, lang, [[text.day, sayTime(at, lang)]])) }
}
export const ofVersion = (it: Version & { readonly form: Form }) => ({ form: it.form, says: it.says, at: it.at, byName: it.byName, version: it.version })

const keptInput = paperInput.extend(printInput)
async function keptFacts(db: Work['db'], input: z.infer<typeof keptInput>, actor: Work['actor'], now: Date): Promise<CaseFacts | undefined> {
  const [facts, kind] = [await paperFacts(db, input, actor, now), kindOf(input.word)]
  return facts && kind && await isKept(db, facts.now.id, kind, input) ? facts : undefined
}

export const printPaperAction = action({
  path: '/sager/:case/papir/:word/:paper/udskrift.pdf', method: 'get', audit: 'cases.paper-printed', input: keptInput, facts: keptFacts, right: coordination['cases.papers'],
  run: async (work: Work, { word, paper, version, sprog: lang }, facts: CaseFacts) =>
    filledPaper({ ...ofVersion(versionFor(await versionsOf(work, facts.now.id, kindIn(word), paper), version)), number: facts.now.number, lang }),
})

/** Into her hand, and only where it was agreed that a paper is safe. @throws Refusal conflict where it was not */
export const copyPaperAction = action({
  path: '/sager/:case/papir/:word/:paper/kopi.pdf', method: 'get', audit: 'cases.paper-copied', input: keptInput, right: coordination['cases.papers'],
  facts: async (db, input, actor, now) => (mayBeCopied(kindOf(input.word) ?? '') ? keptFacts(db, input, actor, now) : undefined),
  run: async (work: Work, { word, paper, version, sprog: lang }, facts: CaseFacts) => {
    readReach(await mayReach(work, facts.now.citizen, 'paper-by-hand'), 'paper-by-hand', work.now)
    return copyFor({ ...ofVersion(versionFor(await versionsOf(work, facts.now.id, kindIn(word), paper), version)), lang })
  },
})

/**
 * Facts of what was filled in on the page of a move; undefined where that move is none that a form is filled in for.
 * @param answering the moves that are done with a form's answers
 */
export const answeredFacts = <F>(facts: (db: Work['db'], input: { readonly case: string }, actor: Actor, now: Date) => Promise<F | undefined>, answering: readonly string[]) =>
  async (db: Work['db'], input: { readonly case: string; readonly seq: string }, actor: Actor, now: Date): Promise<F | undefined> => {
    const found = await facts(db, input, actor, now)
    const move = found && await moveAt(db, input.case, Number(input.seq))
    return move !== undefined && answering.includes(move) ? found : undefined
  }

/** What was filled in on the page of a move: the checklist of a clarification. */
export const printMoveAction = action({
  path: '/sager/:case/udfyldt/:seq/udskrift.pdf', method: 'get', audit: 'cases.answers-printed', input: caseInput.extend({ seq: nth, sprog: printInput.sprog }), facts: answeredFacts(caseOf, answering), right: rights['cases.read'],
  run: async (work: Work, { seq, sprog: lang }, facts: CaseFacts) => {
    const event = (await readEvents(work, facts.now.id)).find(it => String(it.seq) === seq)
    return filledPaper({ ...(await answered(work, event)), number: facts.now.number, lang })
  },
})

interface Answering { readonly given: { readonly answers?: Answers }; readonly at: Date; readonly byName: string }
/** @throws Refusal missing where the role does not see it */
export async function answered(work: Work, event: Answering | undefined): Promise<Pick<Filled, 'form' | 'says' | 'at' | 'byName'>> {
  const says = event?.given.answers
  const form = says && await formVersion(work.db, says.form, says.version)
  if (!event || !says || !form) throw new Refusal('missing', 'platform.missing')
  return { form, says, at: event.at, byName: event.byName }
}
