// Pages of cases with what the rooms above have to say on them: the model, the inbox, a case.
import { dayOf, sayDay } from '../../kernel/day.ts'
import { decide } from '../../kernel/rights.ts'
import { caseAction, homeAction, inboxAction } from '../../cases/actions.ts'
import { contactText } from '../../citizens/screens.tsx'
import { DangerNotice, SecondLooks } from '../../cases/danger/screens.tsx'
import { glassToReview, secondLooks } from '../../cases/danger/store.ts'
import { SparringWaits } from '../../consents/sparring-screens.tsx'
import { sparringWaiting } from '../../consents/sparring-store.ts'
import { shutText } from '../../cases/shut/screens.tsx'
import { AccessWaits, paperNote, paperWords } from '../../cases/paperwork/screens.tsx'
import { lockedCases, openCasesOf, restrictedUntil, undecided } from '../../cases/paperwork/store.ts'
import { scansOf } from '../../cases/scans/store.ts'
import { scanWords } from '../../cases/scans/screens.tsx'
import { caseScreen, type Folder, homeScreen, inboxScreen } from '../../cases/screens.tsx'
import { openContactsFor } from '../../cases/open-contact/actions.ts'
import { OpenContacts } from '../../cases/open-contact/screens.tsx'
import { sayWork, TasksOnTop } from '../../cases/coordination/doing.tsx'
import { workText } from '../../cases/coordination/frame.tsx'
import { myLoad, waitsInWork } from '../../cases/coordination/mine.ts'
import { directoryNotices, handedOnHome, reviewOnHome } from './home-notices.tsx'
import { warningsSeen } from '../../measures/actions.ts'
import { words as measures } from '../../measures/fields.tsx'
import { WarningList } from '../../measures/screens.tsx'
import type { Action, Facts, Work } from '../../platform/action.ts'
import type { Ctx } from '../../platform/screen.ts'
import { cameBack, cameBackBare, sentOf } from '../../referrals/actions.ts'
import { waitingForMe } from '../../referrals/actions-receive.ts'
import { lateForMe } from '../../referrals/climb.ts'
import { keptDraft } from '../../referrals/keep-draft.ts'
import { lateNotice } from '../../referrals/late-screen.tsx'
import { reminders } from '../../steering/actions.ts'
import { OwnDecisions, Remind } from '../../steering/screens.tsx'
import { myDecisions } from '../../steering/store.ts'
import { rights } from '../../referrals/rules.ts'
import { broughtBy } from '../../referrals/store.ts'
import { besideCase, cameBackList, waitsInBox } from '../../referrals/sent-screen.tsx'

/** The same act, with the same right and the same journal line; more is read in the same transaction. */
export const withMore = <I, F extends Facts, R, M>({ leadsTo: _, run, ...it }: Action<I, F, R>, more: (work: Work, facts: F) => Promise<M>): Action<I, F, { of: R; more: M }> =>
  ({ ...it, run: async (work, given, found) => ({ of: await run(work, given, found), more: await more(work, found) }) })
export type Shown<A> = A extends Action<infer _I, infer _F, infer R> ? R : never

const homeWith = withMore(homeAction, async work => ({
  waiting: await waitingForMe(work), missed: await lateForMe(work), back: work.ground.by === 'visitator' || work.ground.by === 'primaryCoordinator' ? await cameBackBare(work) : [], directory: await directoryNotices(work), load: await myLoad(work), danger: await glassToReview(work.db), second: await secondLooks(work.db),
  sparring: await sparringWaiting(work.db), open: await openContactsFor(work), own: await myDecisions(work.db), late: work.ground.by === 'tovholder' ? await reminders(work) : undefined,
}))
export const home = {
  action: homeWith,
  view: ({ of, more }: Shown<typeof homeWith>, ctx: Ctx) => homeScreen(of, ctx, waitsInBox(more.waiting, ctx), (
    <>
      <DangerNotice count={more.danger} ctx={ctx} /><SecondLooks all={more.second} looks={ctx.actor.roles.includes('dataProtectionOfficer')} ctx={ctx} /><OpenContacts all={more.open} ctx={ctx} />{lateNotice(more.missed, ctx)}{cameBackList(more.back, ctx)}{handedOnHome(more.directory, ctx)}
      <TasksOnTop load={more.load} ctx={ctx} /><SparringWaits waiting={more.sparring} ctx={ctx} />{reviewOnHome(more.directory, ctx)}{more.late && <Remind it={more.late} ctx={ctx} />}<OwnDecisions all={more.own} ctx={ctx} />
    </>
  )),
}

const inboxWith = withMore(inboxAction, async work => {
  const dates = await warningsSeen(work)
  const locked = work.ground.by === 'visitator' ? await lockedCases(work.db, work.actor.partnership) : []
  return {
    back: await cameBack(work), dates, of: await openCasesOf(work.db, dates.map(it => it.citizen)), load: await myLoad(work), asked: await undecided(work.db),
    locked: locked.length, open: await openContactsFor(work), sparring: await sparringWaiting(work.db),
  }
})
export const inbox = {
  action: inboxWith,
  view: ({ of, more }: Shown<typeof inboxWith>, ctx: Ctx) => inboxScreen(of, ctx, {
    first: <><OpenContacts all={more.open} ctx={ctx} />{cameBackList(more.back, ctx)}</>,
    after: (
      <>
        <TasksOnTop load={more.load} ctx={ctx} /><SparringWaits waiting={more.sparring} ctx={ctx} />
        <AccessWaits rows={more.asked} locked={more.locked} ctx={ctx} /><WarningList warnings={more.dates} cases={more.of} ctx={ctx} />
      </>
    ),
  }),
}

const caseWith = withMore(caseAction, async (work, facts) => ({
  id: facts.now.id, citizen: facts.now.citizen, sent: await sentOf(work, facts.now.id),
  kept: await keptDraft(work, facts.now.id), brought: await broughtBy(work.db, facts.now.id),
  near: (await warningsSeen(work)).filter(it => it.citizen === facts.now.citizen).length,
  work: await waitsInWork(work, facts.now.id),
  scans: (await scansOf(work.db, facts.now.id)).length,
  restricted: await restrictedUntil(work.db, facts.now.id, dayOf(work.now)), asked: (await undecided(work.db)).filter(it => it.caseId === facts.now.id).length,
  mayRefer: decide(rights['referrals.compose'], work.actor, facts.standing) !== undefined,
}))
/** What the rooms keep in a case, each on a page of its own, for the role that reads it. One line a room. */
const folders = ({ of, more }: Shown<typeof caseWith>, ctx: Ctx): readonly Folder[] => [
  { href: `/sager/${more.id}/arbejde`, label: workText(ctx.lang).workFolder, note: sayWork(more.work, ctx.lang) },
  { href: `/borgere/${more.citizen}/beskyttelse?sag=${more.id}`, label: measures(ctx).staff.title, note: more.near > 0 ? measures(ctx).staff.folder(more.near) : undefined },
  ...(of.by === 'visitator' ? [{ href: `/interesser?nummer=${of.now.number}`, label: shutText(ctx).folder }, { href: `/borgere/${of.now.citizen}/hvem-har-set?sag=${of.now.id}`, label: contactText(ctx.lang).delay.folder }] as const : []),
  { href: `/sager/${more.id}/scannet`, label: scanWords(ctx).title, note: more.scans > 0 ? scanWords(ctx).count(more.scans) : undefined },
  { href: `/sager/${more.id}/papirer`, label: paperWords(ctx).title, note: paperNote(more.asked, more.restricted && sayDay(more.restricted, ctx.lang), ctx) },
]
export const casePage = { action: caseWith, view: ({ of, more }: Shown<typeof caseWith>, ctx: Ctx) => caseScreen(of, ctx, { ...besideCase({ ...more, ruleSince: of.rule.agreed?.at }, ctx), folders: folders({ of, more }, ctx) }) }
