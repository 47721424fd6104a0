// Anonymous advice: no name, no number, no story; only which advice was given. At the citizen's wish it becomes a case in one step, and what it is about is told there.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { PersonId } from '../../kernel/actor.ts'
import { type Day, dayOf, instantOf } from '../../kernel/day.ts'
import { finishedYears, total } from '../../kernel/numbers.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { addCitizen } from '../../citizens/store.ts'
import { colleague } from '../../directory/store.ts'
import { action, type Facts, type Work } from '../../platform/action.ts'
import { openText, sealText } from '../../platform/vault.ts'
import type { Answers } from '../../forms/rules.ts'
import { adviceAlone, adviceAnswers, type AdviceGiven } from '../../toolkit/advice.ts'
import { formNow, formVersion } from '../../toolkit/shelf.ts'
import { adviceSaid, wrongTo } from '../actions.ts'
import * as store from './store.ts'
import { one, readAll, sentFields, without } from '../enquire.ts'
import { holdsCpr } from '../nameless.ts'
import { rights, take } from '../rules.ts'
import { openCase } from '../store.ts'
import { type Today, worldOf, writeEvent } from '../write.ts'

/** What lies in the box: advice was once no form. */
interface Noted { readonly advice: Answers | readonly AdviceGiven[] }
const boxOf = (id: string) => `anonymous_advice.noted:${id}`

const atAll = async (_db: Work['db'], _input: unknown, actor: Work['actor']): Promise<Facts> => ({ standing: { partnership: actor.partnership, state: '-' } })
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const anonymousPage = action({
  path: '/anonym', method: 'get', audit: 'cases.anonymous-page-seen', input: z.object({}), facts: atAll, right: rights['cases.advise-anonymously'],
  run: async ({ db, ground, now }) => {
    return { form: adviceAlone(await formNow(db, 'advice')), own: await store.ownAdvice(db, 50), counted: ground.by === 'visitator' ? await lastYear(db, dayOf(now)) : undefined }
  },
})

/** The last year that is over, without small numbers. */
async function lastYear(db: Work['db'], today: Day) {
  const [year = 0] = finishedYears(today)
  const newYear = (of: number) => instantOf(`${of}-01-01` as Day, '00:00')
  const it = await store.anonymousCount(db, newYear(year), newYear(year + 1))
  return { year, talks: total(it.talks), cases: total(it.cases) }
}

export const adviseAnonymously = action({
  path: '/anonym', method: 'post', audit: 'cases.advised-anonymously', facts: atAll, right: rights['cases.advise-anonymously'],
  input: sentFields,
  run: async ({ house, db, actor, ground, now }: Work, sent) => {
    const form = adviceAlone(await formNow(db, 'advice'))
    const noted: Noted = { advice: readAll(wrong => {
      if (one(sent, 'dutyTold') !== 'yes') wrong('dutyTold', 'cases.needs-duty-told')
      return adviceSaid(form, without(sent, ['dutyTold']), wrong)
    }) }
    const id = randomUUID()
    const key = house.vault.newKey()
    await store.keepAdvice(db, { id, partnership: actor.partnership, by: actor.id, byRole: ground.by, at: now, keyWrapped: key.wrapped, box: sealText(key.plain, boxOf(id), JSON.stringify(noted)) })
    return { id }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})

interface NotedFacts extends Facts { readonly world: Today; readonly became: string | null }
const adviceFacts = async (db: Work['db'], input: { readonly advice: string }, actor: Work['actor'], now: Date): Promise<NotedFacts | undefined> => {
  const it = uuid.test(input.advice) ? await store.adviceStanding(db, input.advice) : undefined
  return it && { standing: { partnership: it.partnership, state: it.became ? 'case' : 'advice', owner: it.by }, world: await worldOf(db, actor.partnership, now), became: it.became }
}

async function noted({ house, db }: Work, id: string): Promise<{ readonly advice: Answers; readonly at: Date }> {
  const it = await store.adviceOf(db, id)
  if (!it) throw new Refusal('missing', 'platform.missing')
  const { advice } = JSON.parse(openText(house.vault.unwrap(it.keyWrapped), boxOf(id), it.box)) as Noted
  return { advice: adviceAnswers(advice), at: it.at }
}

export const notedPage = action({
  path: '/anonym/:advice', method: 'get', audit: 'cases.anonymous-read', input: z.object({ advice: z.string() }), facts: adviceFacts, right: rights['cases.read-anonymous'],
  run: async (work, { advice: id }, { became }) => {
    const it = await noted(work, id)
    return { id, became, ...it, form: await formVersion(work.db, it.advice.form, it.advice.version) }
  },
})

interface CaseToBe extends NotedFacts { readonly aboutCase: string; readonly aboutCitizen: string }
/** She wishes it: what was talked about goes to the visitator as an enquiry, still without a name. */
export const makeCase = action({
  path: '/anonym/:advice/sag', method: 'post', audit: 'cases.anonymous-became-case', right: rights['cases.make-case'],
  facts: async (db, input: { readonly advice: string; readonly callBack: 'throughMe' | 'citizenCalls'; readonly told: string }, actor, now): Promise<CaseToBe | undefined> => {
    const facts = await adviceFacts(db, input, actor, now)
    return facts && { ...facts, aboutCase: randomUUID(), aboutCitizen: randomUUID() }
  },
  input: sentFields.transform((sent, ctx) => {
    const wrong = wrongTo(ctx)
    const callBack = (['throughMe', 'citizenCalls'] as const).find(it => it === one(sent, 'callBack'))
    if (!callBack) wrong('callBack', 'cases.needs-call-way')
    if (one(sent, 'agreed') !== 'yes') wrong('agreed', 'cases.needs-agreed')
    const told = one(sent, 'told')
    if (holdsCpr(told)) wrong('told', 'cases.looks-like-cpr')
    if (told.length > 600) wrong('told', 'cases.too-long')
    return { advice: one(sent, 'advice'), callBack: callBack ?? 'throughMe', told }
  }),
  run: async (work: Work, { advice, callBack, told }, { world, aboutCase: id, aboutCitizen: citizen }: CaseToBe) => {
    const { house, db, actor, now, ground } = work
    const { partnership } = actor
    const { advice: given } = await noted(work, advice)
    const me = await colleague(db, actor.id, dayOf(now))
    const form = await formNow(db, 'handoff')
    const values = { acute: 'no', onBehalf: 'self', agreed: 'yes', mayName: 'no', callBack, children: 'notAsked', ...(told && { told }) }
    const event = take(undefined, 'receive', { ...actor, roles: [ground.by] }, {
      from: me?.unit ?? actor.organisationName, phone: me?.phone ?? '', advice: given, answers: { form: form.id, version: form.version, values },
    }, world)
    const key = house.vault.newKey()
    await addCitizen(db, { id: citizen as PersonId, partnership, keyWrapped: house.vault.newKey().wrapped }, now)
    await openCase(db, { id, partnership, citizen, keyWrapped: key.wrapped, openedBy: actor.id, openedAt: now })
    await writeEvent(work, id, undefined, event, key.plain)
    if (!(await store.adviceBecame(db, advice, id, now))) throw new Refusal('conflict', 'cases.changed-meanwhile')
    return { id }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})
