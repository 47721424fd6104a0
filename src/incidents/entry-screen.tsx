// One entry: read it, change it, mark it, add to it, destroy it.
import { sayTime } from '../kernel/day.ts'
import type { Ctx, Html, Screen } from '../platform/screen.ts'
import { FieldGroup } from '../platform/ui/choices.tsx'
import { Actions, Button, ErrorSummary, Form, Link, LinkButton, PostButton } from '../platform/ui/form.tsx'
import { Details, Lead, Notice, SummaryList } from '../platform/ui/parts.tsx'
import type { EntryPage } from './actions-earlier.ts'
import type { OpenedExhibit } from './append.ts'
import { EntryForm, valuesOf } from './fields.tsx'
import { type Content, isPicture, unknownType } from './rules.ts'
import { details, headSaid, whenSaid, words } from './say.tsx'
import { FileForm, faultList } from './write-screen.tsx'

export function entryScreen(page: EntryPage, ctx: Ctx): Screen {
  const text = words(ctx).entry
  const { content, row } = page.entry
  const at = `/noter/tidligere/${row.id}` as const
  return {
    title: text.title(content.no),
    body: (
      <>
        <p><Link href="/noter/tidligere">{text.back}</Link></p>
        <h1>{headSaid(content, ctx)}</h1>
        <Lead>{whenSaid(content, ctx)}</Lead>
        <ErrorSummary errors={faultList(ctx)} />
        {ctx.sent?.faults.some(it => it.code === 'incidents.typical-five') && <Five page={page} ctx={ctx} />}
        <p class="told">{content.told}</p>
        {page.note !== undefined && <FieldGroup legend={text.note} quiet><p class="told">{page.note}</p></FieldGroup>}
        <SummaryList rows={[...details(content, ctx), { term: text.state, value: text.states[page.state] }, { term: text.seal, value: page.whole ? text.whole : text.broken }]} />
        <Actions><LinkButton href={`${at}/ret`} kind="secondary">{text.change}</LinkButton></Actions>
        <h2>{text.files}</h2>
        {page.exhibits.map(it => <Exhibit it={it} at={at} ctx={ctx} />)}
        <FileForm ctx={ctx} action={`${at}/fil`} />
        <h2>{row.typical ? text.marked : text.mark}</h2>
        <p>{text.markHint}</p>
        <PostButton action={`${at}/typisk`} hidden={{ typisk: row.typical ? 'nej' : 'ja' }} label={row.typical ? text.unmark : text.mark} kind="secondary" />
        {page.versions.length > 0 && <History page={page} ctx={ctx} />}
        {page.stays && page.state !== 'delivered' && <p>{words(ctx).refusals.stays}</p>}
        {page.state !== 'delivered' && !page.stays && <Actions><Link href={`${at}/slet`}>{text.delete}</Link></Actions>}
      </>
    ),
  }
}

function Five({ page, ctx }: { readonly page: EntryPage; readonly ctx: Ctx }): Html {
  return (
    <Notice heading={words(ctx).entry.markedList}>
      <ul>{page.typical.map(it => <li><Link href={`/noter/tidligere/${it.row.id}`}>{words(ctx).earlier.no(it.content.no)}: {whenSaid(it.content, ctx)}, {firstWords(it.content)}</Link></li>)}</ul>
    </Notice>
  )
}

/** Enough of a text to know it by. */
export const firstWords = ({ told }: Content): string => {
  const line = told.replaceAll(/\s+/g, ' ')
  return [...line].length <= 60 ? line : `${[...line].slice(0, 57).join('')}...`
}

function Exhibit({ it, at, ctx }: { readonly it: OpenedExhibit; readonly at: `/${string}`; readonly ctx: Ctx }): Html {
  const text = words(ctx).entry
  const shown = isPicture(it.type)
  return (
    <figure class="exhibit">
      {shown && <Details summary={`${text.exhibit(it.row.no)}: ${it.name}`}><img src={`${at}/bilag/${it.row.id}`} alt={text.exhibit(it.row.no)} loading="lazy" /></Details>}
      <figcaption>
        {!shown && <span>{text.exhibit(it.row.no)}: {it.name} ({sizeSaid(it.bytes)})</span>}
        {it.type === unknownType && <p>{text.unshown}</p>}
        {it.gps && <p>{text.placed}</p>}
        <p><Link href={`${at}/bilag/${it.row.id}/hent`}>{text.fetch}<span class="sr-only">, {text.exhibit(it.row.no)}</span></Link> <span class="quiet">{text.fetchHint}</span></p>
      </figcaption>
    </figure>
  )
}

const sizeSaid = (bytes: number): string => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${Math.round(bytes / 1_000_000)} MB`)

function History({ page, ctx }: { readonly page: EntryPage; readonly ctx: Ctx }): Html {
  const text = words(ctx).entry
  return (
    <Details summary={text.history(page.versions.length)}>
      {page.versions.map((it, index) => (
        <>
          <h3>{text.before(sayTime(it.replacedAt, ctx.lang))}</h3>
          {(page.versions[index - 1]?.content ?? page.entry.content).exhibits.length > it.content.exhibits.length
            ? <p class="quiet">{text.addedFile}</p>
            : <><p class="quiet">{whenSaid(it.content, ctx)}</p><p class="told">{it.content.told}</p></>}
        </>
      ))}
    </Details>
  )
}

export function changeScreen(page: EntryPage, ctx: Ctx): Screen {
  const text = words(ctx).change
  const { content, row } = page.entry
  const changed = ctx.sent?.faults.some(it => it.code === 'incidents.changed')
  return {
    title: text.title(content.no),
    body: (
      <>
        <h1>{text.title(content.no)}</h1>
        <Lead>{text.lead}</Lead>
        <ErrorSummary errors={faultList(ctx)} />
        {changed && <Notice heading={text.stands}><p>{whenSaid(content, ctx)}</p><p class="told">{content.told}</p></Notice>}
        <EntryForm ctx={ctx} action={`/noter/tidligere/${row.id}/ret`} values={valuesOf(content, page.note)} hidden={{ seen: row.version }} save={text.save}
          last={<Link href={`/noter/tidligere/${row.id}`}>{text.back}</Link>} />
      </>
    ),
  }
}

export function deleteScreen(page: EntryPage, ctx: Ctx): Screen {
  const text = words(ctx).delete
  const { content, row } = page.entry
  const at = `/noter/tidligere/${row.id}` as const
  return {
    title: text.title(content.no),
    body: (
      <>
        <h1>{text.title(content.no)}</h1>
        <ErrorSummary errors={faultList(ctx)} />
        <p><strong>{headSaid(content, ctx)}</strong>, {whenSaid(content, ctx)}</p>
        <p>{text.goes}</p>
        <ul>{text.parts.map(it => <li>{it}</li>)}</ul>
        <p>{text.stays}</p>
        {page.state === 'shown' && <p>{text.shown}</p>}
        <Form action={`${at}/slet`} hidden={{ once: ctx.once }}>
          <Actions><LinkButton href={at} kind="primary">{text.no}</LinkButton><Button kind="secondary">{text.yes}</Button></Actions>
        </Form>
      </>
    ),
  }
}
