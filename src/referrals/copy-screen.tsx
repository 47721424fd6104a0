// The frozen copy on a page, for whoever has the case.
import { dayOf, sayDay, sayTime } from '../kernel/day.ts'
import type { Ctx, Screen } from '../platform/screen.ts'
import { Link } from '../platform/ui/form.tsx'
import { Lead } from '../platform/ui/parts.tsx'
import { words } from './compose-screen.tsx'
import { CopyTexts } from './screens.tsx'
import type { SentCopy } from './sent-copy.ts'
import { nameOf } from './sent-screen.tsx'

export function sentCopyScreen({ referral: it, copy, answers }: SentCopy, ctx: Ctx): Screen {
  const text = words(ctx)
  return {
    title: text.inCase.copyTitle,
    body: (
      <>
        {it.caseId && <p class="screen-only"><Link href={`/sager/${it.caseId}`}>{text.compose.back}</Link></p>}
        <h1>{text.inCase.copyTitle}</h1>
        <Lead>{text.inCase.copyLead(it.fromName, copy.out && it.outside ? copy.out.name : nameOf(it, ctx), sayDay(dayOf(it.sentAt), ctx.lang))}</Lead>
        <h2>{text.one.purpose}</h2>
        <p class="told">{copy.purpose}</p>
        <CopyTexts copy={copy} ctx={ctx} />
        {answers.length > 0 && <h2>{text.out.answers}</h2>}
        {answers.map(one => <p class="told">{one.words} <span class="quiet">({[sayTime(one.at, ctx.lang), one.byName].filter(Boolean).join(', ')})</span></p>)}
      </>
    ),
  }
}
