// A log as it is shown to staff: the shown entries alone, with copies of pictures.
import { sayTime } from '../kernel/day.ts'
import type { Ctx, Html, Screen } from '../platform/screen.ts'
import { Actions, Link, LinkButton } from '../platform/ui/form.tsx'
import { Details, Lead, SummaryList } from '../platform/ui/parts.tsx'
import type { ShownLog } from './actions-show.ts'
import type { OpenedEntry } from './append.ts'
import { Days, Weeks } from './earlier-screen.tsx'
import { isPicture } from './rules.ts'
import { details, lineSaid, words } from './say.tsx'

export function shownLogScreen(page: ShownLog, ctx: Ctx): Screen {
  const text = words(ctx).staff
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        {page.since && <p>{text.since(sayTime(page.since, ctx.lang))}</p>}
        {page.entries.length === 0 ? <p>{text.none}</p> : (
          <>
            {!page.later && <Weeks caption={text.weeks} weeks={page.weeks} ctx={ctx} />}
            <Days entries={page.entries} ctx={ctx} draw={it => <ShownRow entry={it} page={page} ctx={ctx} />} />
            <Actions>
              {page.next !== undefined && <LinkButton href={`/log/${page.log}?efter=${page.next}`} kind="secondary">{text.older}</LinkButton>}
              {page.later && <Link href={`/log/${page.log}`}>{text.first}</Link>}
            </Actions>
          </>
        )}
      </>
    ),
  }
}

function ShownRow({ entry, page, ctx }: { readonly entry: OpenedEntry; readonly page: ShownLog; readonly ctx: Ctx }): Html {
  const text = words(ctx)
  const { content, row } = entry
  const exhibits = page.exhibits.get(row.id) ?? []
  const more = details(content, ctx)
  return (
    <article class="day-entry">
      <h3>{text.earlier.no(content.no)}: {lineSaid(content, ctx)}</h3>
      {row.typical && <p class="quiet">{text.earlier.typical}</p>}
      <p class="told">{content.told}</p>
      {more.length > 0 && <SummaryList rows={more} />}
      {exhibits.map(it => (isPicture(it.type)
        ? <Details summary={text.staff.exhibit(it.row.no, it.name)}><img src={`/log/${page.log}/bilag/${it.row.id}`} alt={text.entry.exhibit(it.row.no)} loading="lazy" /></Details>
        : <p class="quiet">{text.staff.exhibit(it.row.no, it.name)} ({text.staff.notPicture})</p>))}
    </article>
  )
}
