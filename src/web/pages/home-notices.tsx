// What stands on top of the home page for the one who looks: cases that need somebody, and further down what can wait.
import { handoversFor } from '../../cases/handover/actions.ts'
import { HandoverNotices } from '../../cases/handover/screens.tsx'
import { shutToConfirm } from '../../cases/shut/actions.ts'
import { ShutNotice } from '../../cases/shut/screens.tsx'
import { DistributionNotice, LateSides } from '../../cases/sides/screens.tsx'
import { lateForMe, toDistribute } from '../../cases/sides/actions.ts'
import { dayOf } from '../../kernel/day.ts'
import { gapsFor } from '../../directory/actions-roles.ts'
import { reviewFor } from '../../directory/actions-review.ts'
import { ReviewNotice, VacancyNotice } from '../../directory/roles-screen.tsx'
import type { Work } from '../../platform/action.ts'
import type { Ctx, Html } from '../../platform/screen.ts'

export const directoryNotices = async (work: Work) => ({ gaps: await gapsFor(work), handovers: await handoversFor(work), distribute: await toDistribute(work), shut: await shutToConfirm(work), sides: await lateForMe(work), review: await reviewFor(work) })

type Found = Awaited<ReturnType<typeof directoryNotices>>

export const handedOnHome = (it: Found, ctx: Ctx): Html =>
  <><HandoverNotices all={it.handovers} ctx={ctx} /><VacancyNotice gaps={it.gaps} today={dayOf(ctx.now)} ctx={ctx} /><ShutNotice count={it.shut} ctx={ctx} /><DistributionNotice count={it.distribute} ctx={ctx} /><LateSides late={it.sides} ctx={ctx} /></>

export const reviewOnHome = (it: Found, ctx: Ctx): Html | null => (it.review?.told ? <ReviewNotice due={it.review.due} ctx={ctx} /> : null)
