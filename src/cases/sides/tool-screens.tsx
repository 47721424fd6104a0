// The tools in a case behind a wall, and what professionals keep about the person who stalks.
import { FormErrors } from '../../forms/screens.tsx'
import type { Ctx, Screen } from '../../platform/screen.ts'
import { Link } from '../../platform/ui/form.tsx'
import type { SafeHref } from '../../platform/ui/href.ts'
import { Lead } from '../../platform/ui/parts.tsx'
import { workText } from '../coordination/frame.tsx'
import { PaperBody, ToolTable } from '../tools/screens.tsx'
import { sideText } from './text.ts'
import type { employeeTools, otherPaperPage } from './tools.ts'
import { isInner, paperWord } from '../tools/rules.ts'

export function sideToolsScreen(page: Awaited<ReturnType<typeof employeeTools.run>>, ctx: Ctx): Screen {
  const text = workText(ctx.lang).tools
  const its = sideText(ctx.lang).kinds[page.now.kind]
  return {
    title: text.title,
    body: (
      <>
        <p class="screen-only"><Link href={page.at as SafeHref}>{its.caseTitle(page.now.number)}</Link></p>
        <h1>{text.title}</h1>
        <Lead>{its.wall}</Lead>
        {page.now.status === 'closed' && <p>{text.sideClosed}</p>}
        <ToolTable lines={page.lines} it={page} ctx={ctx} />
      </>
    ),
  }
}

export function otherPaperScreen(page: Awaited<ReturnType<typeof otherPaperPage.run>>, ctx: Ctx): Screen {
  const text = workText(ctx.lang).tools
  const its = sideText(ctx.lang).kinds.otherParty
  const title = page.form.title[ctx.lang]
  return {
    title,
    body: (
      <>
        <FormErrors ctx={ctx} form={page.form} />
        <p class="screen-only"><Link href={page.at as SafeHref}>{its.caseTitle(page.now.number)}</Link></p>
        <h1>{title}</h1>
        <Lead>{isInner(page.kind) ? its.innerWall : its.wall}</Lead>
        {page.now.status === 'closed' && <p>{text.sideClosed}</p>}
        <PaperBody it={page} ctx={ctx} at={`${page.at}/papir/${paperWord(page.kind)}/${page.paper}`} filesAt={page.at} writes={page.writes} inner={isInner(page.kind)} back={{ href: `${page.at}/redskaber`, label: text.back }} />
      </>
    ),
  }
}
