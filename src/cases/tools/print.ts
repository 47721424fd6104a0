// What is filled in, as paper: for the case, and as a copy for the one it is about, without what is not for a citizen.
import { z } from 'zod'
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
import { kindIn, paperFacts, paperInput } from './actions.ts'
import { type Version, versionFor, versionsOf } from './pages.ts'
import { rights } from '../rules.ts'
import { isInner, mayBeCopied } from './rules.ts'
import { type CaseFacts, readEvents } from '../write.ts'

export const printInput = { version: z.string().optional(), sprog: z.enum(['da', 'en']).catch('da') }
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

export const printPaperAction = action({
  path: '/sager/:case/papir/:word/:paper/udskrift.pdf', method: 'get', audit: 'cases.paper-printed', input: paperInput.extend(printInput), facts: paperFacts, right: coordination['cases.papers'],
  run: async (work: Work, { word, paper, version, sprog: lang }, facts: CaseFacts) =>
    filledPaper({ ...ofVersion(versionFor(await versionsOf(work, facts.now.id, kindIn(word), paper), version)), number: facts.now.number, lang }),
})

/** Into her hand, and only where it was agreed that a paper is safe. @throws Refusal conflict where it was not */
export const copyPaperAction = action({
  path: '/sager/:case/papir/:word/:paper/kopi.pdf', method: 'get', audit: 'cases.paper-copied', input: paperInput.extend(printInput), facts: paperFacts, right: coordination['cases.papers'],
  run: async (work: Work, { word, paper, version, sprog: lang }, facts: CaseFacts) => {
    const kind = kindIn(word)
    if (!mayBeCopied(kind)) throw new Refusal('missing', 'platform.missing')
    readReach(await mayReach(work, facts.now.citizen, 'paper-by-hand'), 'paper-by-hand', work.now)
    return copyFor({ ...ofVersion(versionFor(await versionsOf(work, facts.now.id, kind, paper), version)), lang })
  },
})

/** What was filled in on the page of a move: the checklist of a clarification. */
export const printMoveAction = action({
  path: '/sager/:case/udfyldt/:seq/udskrift.pdf', method: 'get', audit: 'cases.answers-printed', input: caseInput.extend({ seq: z.string(), sprog: printInput.sprog }), facts: caseOf, right: rights['cases.read'],
  run: async (work: Work, { seq, sprog: lang }, facts: CaseFacts) => {
    const event = (await readEvents(work, facts.now.id)).find(it => String(it.seq) === seq)
    return filledPaper({ ...(await answered(work, event)), number: facts.now.number, lang })
  },
})

interface Answering { readonly given: { readonly answers?: Answers }; readonly at: Date; readonly byName: string }
/** @throws Refusal missing where nothing was answered */
export async function answered(work: Work, event: Answering | undefined): Promise<Pick<Filled, 'form' | 'says' | 'at' | 'byName'>> {
  const says = event?.given.answers
  const form = says && await formVersion(work.db, says.form, says.version)
  if (!event || !says || !form) throw new Refusal('missing', 'platform.missing')
  return { form, says, at: event.at, byName: event.byName }
}
