// The calm column of days, newest first, with the picture of weeks above it; text opens when she chooses.
import { type Ctx, type Html, type Screen } from '../platform/screen.ts'
import { Actions, Link, LinkButton, PostButton } from '../platform/ui/form.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import { Details, Lead } from '../platform/ui/parts.tsx'
import { WeekChart } from '../platform/ui/weeks.tsx'
import type { EarlierPage } from './actions-earlier.ts'
import type { OpenedEntry } from './append.ts'
import { byDay, dayHeading, lineSaid, words } from './say.tsx'
import type { WeekCount } from './weeks.ts'

export function earlierScreen(page: EarlierPage, ctx: Ctx): Screen {
  const text = words(ctx).earlier
  const here: SafeHref = '/noter/tidligere'
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        {page.entries.length === 0 ? <><p>{text.none}</p><Actions><LinkButton href="/noter">{text.write}</LinkButton></Actions></> : (
          <>
            {!page.later && <Weeks caption={text.weeks} weeks={page.weeks} ctx={ctx} />}
            {!page.open && <Lead>{text.lead}</Lead>}
            <div class="row-between"><Link href={page.open ? here : `${here}?tekst=1`}>{page.open ? text.foldAll : text.openAll}</Link><PostButton action="/noter/laas-igen" label={text.lock} kind="quiet" /></div>
            <Days entries={page.entries} ctx={ctx} draw={it => <OwnRow entry={it} open={page.open} ctx={ctx} />} />
            <Actions>
              {page.next !== undefined && <LinkButton href={`${here}?efter=${page.next}${page.open ? '&tekst=1' : ''}`} kind="secondary">{text.more}</LinkButton>}
              {page.later && <Link href={page.open ? `${here}?tekst=1` : here}>{text.first}</Link>}
            </Actions>
          </>
        )}
      </>
    ),
  }
}

export function Weeks(props: { readonly caption: string; readonly weeks: readonly WeekCount[]; readonly ctx: Ctx }): Html {
  const text = words(props.ctx).earlier
  return <WeekChart caption={props.caption} weeks={props.weeks.map(it => ({ label: text.week(it.number), monday: it.monday, count: it.count }))} />
}

/** A heading for each day and what happened under it. */
export function Days(props: { readonly entries: readonly OpenedEntry[]; readonly ctx: Ctx; readonly draw: (it: OpenedEntry) => Html }): Html {
  return (
    <div class="days">
      {byDay(props.entries).map(({ day, entries }) => (
        <section class="day">
          <h2>{dayHeading(day, props.ctx)}</h2>
          {entries.map(it => props.draw(it))}
        </section>
      ))}
    </div>
  )
}

function OwnRow({ entry, open, ctx }: { readonly entry: OpenedEntry; readonly open: boolean; readonly ctx: Ctx }): Html {
  const text = words(ctx).earlier
  const { content, row } = entry
  const files = content.exhibits.length
  const notes = [row.typical ? text.typical : '', files > 0 ? text.files(files) : ''].filter(it => it !== '')
  return (
    <article class="day-entry">
      <h3><Link href={`/noter/tidligere/${row.id}`}>{lineSaid(content, ctx)}<span class="sr-only">, {text.no(content.no)}</span></Link></h3>
      {notes.length > 0 && <p class="quiet">{notes.join(' · ')}</p>}
      {open ? <p class="told">{content.told}</p> : <Details summary={text.text}><p class="told">{content.told}</p></Details>}
    </article>
  )
}
