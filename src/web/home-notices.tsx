// What stands on top of the home page for the one who looks: first what only she can see to.
import { dayOf } from '../kernel/day.ts'
import { gapsFor } from '../directory/actions-roles.ts'
import { VacancyNotice } from '../directory/roles-screen.tsx'
import type { Work } from '../platform/action.ts'
import type { Ctx, Html } from '../platform/screen.ts'

export const directoryNotices = async (work: Work) => ({ gaps: await gapsFor(work) })

export function noticesOnHome(it: Awaited<ReturnType<typeof directoryNotices>>, ctx: Ctx): Html {
  return <VacancyNotice gaps={it.gaps} today={dayOf(ctx.now)} ctx={ctx} />
}
