// The citizen makes a bundle out of her own log: everything behind the passphrase, given again.
import { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { ownFacts } from '../incidents/facts.ts'
import { action } from '../platform/action.ts'
import { deliver, fetchBundle, keepReceipt, readBundle } from './delivery.ts'
import { bundleFacts } from './facts.ts'
import { chooseFields, deliverFields, makeFields, numbersField, receiptFields } from './input.ts'
import { forgetProgress, progressOf } from './progress.ts'
import { rights } from './rights.ts'
import { choices, choose, lookThrough, makeAsked, type Side } from './steps.ts'
import { bundlesOf } from './store.ts'

const at = '/noter/samlet'
const own = (actor: Actor): Side => ({ citizen: actor.id, caseId: undefined, at })

export const ownStart = action({
  path: at, method: 'get', audit: 'bundle.start-seen', input: z.object({}), facts: ownFacts, right: rights['bundle.make-own'],
  run: async work => ({ at, choices: await choices(work, own(work.actor)), bundles: await bundlesOf(work.db, work.actor.id, undefined), blocked: undefined, caseId: undefined }) as const,
})

export const ownChoose = action({
  path: at, method: 'post', audit: 'bundle.chosen', input: chooseFields, facts: ownFacts, right: rights['bundle.make-own'],
  run: (work, input) => choose(work, own(work.actor), input), leadsTo: it => it,
})

export const ownPreview = action({
  path: `${at}/se`, method: 'get', audit: 'bundle.looked-through', input: z.object({ nr: numbersField }), facts: ownFacts, right: rights['bundle.make-own'],
  run: (work, { nr }) => lookThrough(work, own(work.actor), nr),
})

export const ownMake = action({
  path: `${at}/se`, method: 'post', audit: 'bundle.made', input: makeFields, facts: ownFacts, right: rights['bundle.make-own'],
  run: (work, input) => makeAsked(work, own(work.actor), input), leadsTo: it => it,
})

/** How far it has come. */
export const ownWait = action({
  path: `${at}/i-gang`, method: 'get', audit: 'bundle.waited-for', input: z.object({}), facts: ownFacts, right: rights['bundle.make-own'],
  run: async ({ actor }) => ({ at, progress: progressOf(actor.id) }) as const,
})

const bundleInput = z.object({ bundle: z.uuid('platform.missing') })
const facts = (db: Parameters<typeof bundleFacts>[0], { bundle }: { readonly bundle: string }) => bundleFacts(db, bundle)

export const ownBundle = action({
  path: `${at}/:bundle`, method: 'get', audit: 'bundle.read', input: bundleInput, facts, right: rights['bundle.read'],
  run: async (work, { bundle }) => {
    forgetProgress(work.actor.id)
    return readBundle(work, bundle, at)
  },
})

export const ownFetch = action({
  path: `${at}/:bundle/hent`, method: 'get', audit: 'bundle.fetched', input: bundleInput, facts, right: rights['bundle.fetch'],
  run: (work, { bundle }) => fetchBundle(work, bundle),
})

export const ownDeliver = action({
  path: `${at}/:bundle/afleveret`, method: 'post', audit: 'bundle.delivered', input: deliverFields.extend({ bundle: z.uuid('platform.missing') }), facts, right: rights['bundle.deliver'],
  run: async (work, { bundle, ...said }) => {
    await deliver(work, bundle, said)
    return { id: bundle }
  },
  leadsTo: it => it,
})

export const ownReceipt = action({
  path: `${at}/:bundle/kvittering`, method: 'post', audit: 'bundle.receipt-kept', input: receiptFields.safeExtend({ bundle: z.uuid('platform.missing') }), facts, right: rights['bundle.answer'],
  run: async (work, { bundle, ...said }) => {
    await keepReceipt(work, bundle, said)
    return { id: bundle }
  },
  leadsTo: it => it,
})
