// What stands on top of the home page for the one who looks: first what only she can see to.
import { handoversFor } from '../cases/handover-actions.ts'
import { HandoverNotices } from '../cases/handover-screen.tsx'
import { dayOf } from '../kernel/day.ts'
import { gapsFor } from '../directory/actions-roles.ts'
import { reviewFor } from '../directory/actions-review.ts'
import { ReviewNotice, VacancyNotice } from '../directory/roles-screen.tsx'
import type { Work } from '../platform/action.ts'
import type { Ctx, Html } from '../platform/screen.ts'

export const directoryNotices = async (work: Work) => ({ gaps: await gapsFor(work), handovers: await handoversFor(work), review: await reviewFor(work) })

export function noticesOnHome(it: Awaited<ReturnType<typeof directoryNotices>>, ctx: Ctx): Html {
  return <><HandoverNotices all={it.handovers} ctx={ctx} /><VacancyNotice gaps={it.gaps} today={dayOf(ctx.now)} ctx={ctx} />{it.review?.told && <ReviewNotice due={it.review.due} ctx={ctx} />}</>
}
