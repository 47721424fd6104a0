// The page of talks with a person who stalks, with what the room of referrals has to say on it.
import { sideScreen } from '../../cases/sides/screens.tsx'
import { otherPage } from '../../cases/sides/actions.ts'
import type { Ctx } from '../../platform/screen.ts'
import { sentOfSide, yesToday } from '../../referrals/actions-his.ts'
import { besideTalks } from '../../referrals/his-screen.tsx'
import { type Shown, withMore } from './case-page.tsx'

const withSent = withMore(otherPage, async (work, { now }) => ({ id: now.id, open: now.status === 'open', yes: await yesToday(work, now.id), sent: await sentOfSide(work, now.id) }))
export const talksPage = { action: withSent, view: ({ of, more }: Shown<typeof withSent>, ctx: Ctx) => sideScreen(of, ctx, besideTalks(more, ctx)) }
