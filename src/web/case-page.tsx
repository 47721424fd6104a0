// Pages of cases with what the rooms above have to say on them: the model, the inbox, a case.
import { decide } from '../kernel/rights.ts'
import { caseAction, homeAction, inboxAction } from '../cases/actions.ts'
import { openCasesOf } from '../cases/paperwork-store.ts'
import { caseScreen, type Folder, homeScreen, inboxScreen } from '../cases/screens.tsx'
import { TasksOnTop } from '../cases/coordination-doing.tsx'
import { workText } from '../cases/coordination-frame.tsx'
import { myLoad } from '../cases/coordination-mine.ts'
import { tasksOf } from '../cases/coordination-store.ts'
import { directoryNotices, noticesOnHome } from './home-notices.tsx'
import { warningsSeen } from '../measures/actions.ts'
import { words as measures } from '../measures/fields.tsx'
import { WarningList } from '../measures/screens.tsx'
import type { Action, Facts, Work } from '../platform/action.ts'
import type { Ctx, Screen } from '../platform/screen.ts'
import { cameBack, cameBackBare, sentOf } from '../referrals/actions.ts'
import { waitingForMe } from '../referrals/actions-receive.ts'
import { lateForMe } from '../referrals/climb.ts'
import { keptDraft } from '../referrals/keep-draft.ts'
import { lateNotice } from '../referrals/late-screen.tsx'
import { rights } from '../referrals/rules.ts'
import { broughtBy } from '../referrals/store.ts'
import { besideCase, cameBackList, waitsInBox } from '../referrals/sent-screen.tsx'

/** The same act, with the same right and the same journal line; more is read in the same transaction. */
const withMore = <I, F extends Facts, R, M>({ leadsTo: _, run, ...it }: Action<I, F, R>, more: (work: Work, facts: F) => Promise<M>): Action<I, F, { of: R; more: M }> =>
  ({ ...it, run: async (work, given, found) => ({ of: await run(work, given, found), more: await more(work, found) }) })
type Shown<A> = A extends Action<infer _I, infer _F, infer R> ? R : never

const homeWith = withMore(homeAction, async work => ({
  waiting: await waitingForMe(work), late: await lateForMe(work), directory: await directoryNotices(work), load: await myLoad(work),
  back: work.ground.by === 'visitator' || work.ground.by === 'primaryCoordinator' ? await cameBackBare(work) : [],
}))
/** The model, with what must be done at once above it. */
const homeView = ({ of, more }: Shown<typeof homeWith>, ctx: Ctx): Screen =>
  homeScreen(of, ctx, waitsInBox(more.waiting, ctx), <>{lateNotice(more.late, ctx)}{cameBackList(more.back, ctx)}<TasksOnTop load={more.load} ctx={ctx} />{noticesOnHome(more.directory, ctx)}</>)
export const home = { action: homeWith, view: homeView }

const inboxWith = withMore(inboxAction, async work => {
  const dates = await warningsSeen(work)
  return { back: await cameBack(work), dates, of: await openCasesOf(work.db, dates.map(it => it.citizen)), load: await myLoad(work) }
})
export const inbox = {
  action: inboxWith,
  view: ({ of, more }: Shown<typeof inboxWith>, ctx: Ctx) =>
    inboxScreen(of, ctx, <><TasksOnTop load={more.load} ctx={ctx} />{cameBackList(more.back, ctx)}<WarningList warnings={more.dates} cases={more.of} ctx={ctx} /></>),
}

const caseWith = withMore(caseAction, async (work, facts) => ({
  id: facts.now.id, citizen: facts.now.citizen, sent: await sentOf(work, facts.now.id),
  kept: await keptDraft(work, facts.now.id), brought: await broughtBy(work.db, facts.now.id),
  near: (await warningsSeen(work)).filter(it => it.citizen === facts.now.citizen).length,
  tasks: (await tasksOf(work.db, facts.now.id)).filter(it => it.step === 'give').length,
  mayRefer: decide(rights['referrals.compose'], work.actor, facts.standing) !== undefined,
}))
/** What the rooms keep in a case, each on a page of its own, for the role that reads it. One line a room. */
const folders = ({ more }: Shown<typeof caseWith>, ctx: Ctx): readonly Folder[] => [
  { href: `/sager/${more.id}/arbejde`, label: workText(ctx.lang).workFolder, note: more.tasks > 0 ? workText(ctx.lang).openTasks(more.tasks) : undefined },
  { href: `/borgere/${more.citizen}/beskyttelse?sag=${more.id}`, label: measures(ctx).staff.title, note: more.near > 0 ? measures(ctx).staff.folder(more.near) : undefined },
]
export const casePage = { action: caseWith, view: ({ of, more }: Shown<typeof caseWith>, ctx: Ctx) => caseScreen(of, ctx, { ...besideCase(more, ctx), folders: folders({ of, more }, ctx) }) }
