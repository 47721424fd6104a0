// Staff make a bundle for a citizen: out of what she shows them, on a signed consent to the police that covers the log.
import { z } from 'zod'
import { caseInput, caseOf } from '../cases/actions.ts'
import type { CaseFacts } from '../cases/write.ts'
import { shownLogOf } from '../cases/store.ts'
import { consentFor } from '../consents/rules.ts'
import { consentsOf } from '../consents/store.ts'
import type { Actor } from '../kernel/actor.ts'
import { dayOf } from '../kernel/day.ts'
import { action } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { deliver, fetchBundle, keepReceipt, readBundle } from './delivery.ts'
import { bundleFacts, passFacts } from './facts.ts'
import { chooseFields, deliverFields, makeForCaseFields, numbersField, receiptFields } from './input.ts'
import { forgetProgress, progressOf } from './progress.ts'
import { rights } from './rights.ts'
import { choices, choose, lookThrough, makeAsked, makeWhole, type Side } from './steps.ts'
import { bundlesOf, caseByNumber } from './store.ts'

const of = ({ now: it }: CaseFacts): Side => ({ citizen: it.citizen, caseId: it.id, at: `/sager/${it.id}/samlet` })
const passing = (db: Db, input: { readonly case: string }, _actor: Actor, now: Date) => passFacts(db, input.case, now)

/** Says what is missing before one can be made; else what can be chosen. */
export const caseStart = action({
  path: '/sager/:case/samlet', method: 'get', audit: 'bundle.case-start-seen', input: caseInput, facts: caseOf, right: rights['bundle.look'],
  run: async (work, _input, facts) => {
    const { db, now } = work
    const side = of(facts)
    const shown = await shownLogOf(db, side.citizen)
    const consent = consentFor(await consentsOf(db, side.citizen), 'policeContact', 'log', dayOf(now))
    const blocked = shown ? (consent ? undefined : 'consent' as const) : 'shown' as const
    return {
      at: side.at, caseId: side.caseId, citizen: side.citizen, blocked, choices: blocked ? [] : await choices(work, side),
      bundles: await bundlesOf(db, side.citizen, side.caseId),
    }
  },
})

export const caseChoose = action({
  path: '/sager/:case/samlet', method: 'post', audit: 'bundle.chosen', input: chooseFields.extend({ case: z.string() }), facts: passing, right: rights['bundle.make'],
  run: (work, input, facts) => choose(work, of(facts), input), leadsTo: it => it,
})

export const casePreview = action({
  path: '/sager/:case/samlet/se', method: 'get', audit: 'bundle.looked-through', input: z.object({ case: z.string(), nr: numbersField }), facts: passing, right: rights['bundle.make'],
  run: (work, { nr }, facts) => lookThrough(work, of(facts), nr),
})

export const caseMake = action({
  path: '/sager/:case/samlet/se', method: 'post', audit: 'bundle.made', input: makeForCaseFields, facts: passing, right: rights['bundle.make'],
  run: (work, input, facts) => makeAsked(work, of(facts), input), leadsTo: it => it,
})

/** All that is shown, asked for by a command with a reason. `case` is a number (2026-0001) or an id. */
export const makeByCommand = action({
  method: 'post', audit: 'bundle.made-by-command', right: rights['bundle.make'],
  input: z.object({ case: z.string(), purpose: z.string().trim().min(1, 'bundle.purpose').max(200, 'platform.too-long') }),
  facts: async (db, input, actor, now) => passFacts(db, (await caseByNumber(db, actor.partnership, input.case)) ?? input.case, now),
  run: async (work, { purpose }, facts) => ({ case: facts.now.id, ...(await makeWhole(work, of(facts), purpose)) }),
})

export const caseWait = action({
  path: '/sager/:case/samlet/i-gang', method: 'get', audit: 'bundle.waited-for', input: caseInput, facts: caseOf, right: rights['bundle.look'],
  run: async ({ actor }, _input, facts) => ({ at: of(facts).at, progress: progressOf(actor.id) }),
})

const bundleInput = z.object({ case: z.uuid('platform.missing'), bundle: z.uuid('platform.missing') })
type Ids = z.output<typeof bundleInput>
const facts = (db: Db, input: Ids) => bundleFacts(db, input.bundle, input.case)
const home = (input: Ids): Side['at'] => `/sager/${input.case}/samlet`

export const caseBundle = action({
  path: '/sager/:case/samlet/:bundle', method: 'get', audit: 'bundle.read', input: bundleInput, facts, right: rights['bundle.read'],
  run: async (work, input) => {
    forgetProgress(work.actor.id)
    return readBundle(work, input.bundle, home(input))
  },
})

export const caseFetch = action({
  path: '/sager/:case/samlet/:bundle/hent', method: 'get', audit: 'bundle.fetched', input: bundleInput, facts, right: rights['bundle.fetch'],
  run: (work, { bundle }) => fetchBundle(work, bundle),
})

export const caseDeliver = action({
  path: '/sager/:case/samlet/:bundle/afleveret', method: 'post', audit: 'bundle.delivered', input: deliverFields.extend(bundleInput.shape), facts, right: rights['bundle.deliver'],
  run: async (work, { bundle, ...said }) => {
    await deliver(work, bundle, said)
    return { id: bundle }
  },
  leadsTo: it => it,
})

export const caseReceipt = action({
  path: '/sager/:case/samlet/:bundle/kvittering', method: 'post', audit: 'bundle.receipt-kept', input: receiptFields.safeExtend(bundleInput.shape), facts, right: rights['bundle.answer'],
  run: async (work, { bundle, ...said }) => {
    await keepReceipt(work, bundle, said)
    return { id: bundle }
  },
  leadsTo: it => it,
})
