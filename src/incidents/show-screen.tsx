// Whom she shows her log to, and who has looked.
import { dayOf, sayDay, sayTime } from '../kernel/day.ts'
import { type Ctx, faultOf, type Html, type Screen, typed, typedAll } from '../platform/screen.ts'
import { Checkboxes, Radios, Tick } from '../platform/ui/choices.tsx'
import { Actions, Button, ErrorSummary, Form, LinkButton, PostButton } from '../platform/ui/form.tsx'
import { Details, Lead } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import type { ShowPage, WhoPage } from './actions-show.ts'
import type { OpenedEntry } from './append.ts'
import { firstWords } from './entry-screen.tsx'
import { kindSaid, names, whenSaid, words } from './say.tsx'
import type { Showing } from './showing-store.ts'
import { faultList } from './write-screen.tsx'

export function showScreen(page: ShowPage, ctx: Ctx): Screen {
  const text = words(ctx).show
  const live = page.showings.filter(it => it.revokedAt === null)
  const ended = page.showings.filter(it => it.revokedAt !== null)
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        <ErrorSummary errors={faultList(ctx)} />
        {live.length > 0 && <section><h2>{text.now}</h2>{live.map(it => <Live it={it} ctx={ctx} />)}</section>}
        {page.entries.length === 0 ? <><p>{text.none}</p><Actions><LinkButton href="/noter">{words(ctx).earlier.write}</LinkButton></Actions></> : <Choosing page={page} ctx={ctx} />}
        {ended.length > 0 && (
          <Details summary={text.ended}>
            <ul>{ended.map(it => <li>{text.nowTo(names(ctx).reader[it.toRole] ?? '', it.entries)}. {text.until(sayTime(it.from, ctx.lang), it.revokedAt ? sayTime(it.revokedAt, ctx.lang) : '')}</li>)}</ul>
          </Details>
        )}
      </>
    ),
  }
}

function Live({ it, ctx }: { readonly it: Showing; readonly ctx: Ctx }): Html {
  const text = words(ctx).show
  return (
    <div class="showing">
      <p><strong>{text.nowTo(names(ctx).reader[it.toRole] ?? '', it.entries)}</strong><br />{text.since(sayTime(it.from, ctx.lang))}</p>
      <PostButton action={`/noter/vis/${it.id}/tilbage`} label={text.takeBack} kind="secondary" />
    </div>
  )
}

function Choosing({ page, ctx }: { readonly page: ShowPage; readonly ctx: Ctx }): Html {
  const text = words(ctx).show
  const { people } = page
  return (
    <Form action="/noter/vis" hidden={{ once: ctx.once }}>
      <Radios name="til" label={text.to} value={typed(ctx, 'til') || 'visitator'} error={faultOf(ctx, 'til')} choices={people.map(it => ({
        value: it.role, label: it.names.length > 0 ? `${names(ctx).reader[it.role]}: ${it.names.join(', ')}` : (names(ctx).reader[it.role] ?? ''), hint: text.hints[it.role],
      }))} />
      <h2>{text.see}</h2>
      <ul>{text.sees.map(it => <li>{it}</li>)}</ul>
      {text.seesNot.map(it => <p>{it}</p>)}
      <h2>{text.choose}</h2>
      {!ctx.sent && <p>{page.older > 0 ? text.newest(page.entries.length, page.entries.length + page.older) : text.chosen(page.entries.length)}.</p>}
      {page.older > 0 && <Tick name="older" label={text.older(page.older)} checked={typed(ctx, 'older') === 'yes'} />}
      <Details summary={text.chooseOpen} open={ctx.sent !== undefined}>
        <Checkboxes name="vis" label={<span class="sr-only">{text.choose}</span>} hint={text.chooseHint} error={faultOf(ctx, 'vis')} choices={page.entries.map(it => ({ value: it.row.id, label: labelOf(it, ctx) }))}
          values={ctx.sent ? typedAll(ctx, 'vis') : page.entries.map(it => it.row.id)} />
      </Details>
      <p class="quiet">{text.replaces}</p>
      <Actions><Button>{text.button}</Button></Actions>
    </Form>
  )
}

const labelOf = ({ content }: OpenedEntry, ctx: Ctx): string =>
  `${whenSaid(content, ctx)}, ${kindSaid(content, ctx).toLowerCase()}: ${firstWords(content)}`

/** So many lines of who has seen something stand open; below them is what she must find at once. */
const seenAtOnce = 12

function seenRows(looks: WhoPage['looks'], ctx: Ctx): readonly (readonly string[])[] {
  const { acts, who, earlier } = words(ctx)
  return perDay(looks, it => acts[it.act] ?? acts[it.act.split('.')[0] ?? ''] ?? who.other, it => whySaid(it, ctx))
    .map(it => [it.times === 1 ? sayTime(it.last, ctx.lang) : sayDay(dayOf(it.last), ctx.lang), it.who, `${it.what}${it.times === 1 ? '' : `, ${earlier.times(it.times)}`}`, it.why])
}

function SeenTable({ rows, ctx }: { readonly rows: readonly (readonly string[])[]; readonly ctx: Ctx }): Html {
  const text = words(ctx).who
  return <Table caption={text.caption} captionHidden empty={text.none} columns={[text.when, text.person, text.what, text.why].map(label => ({ label }))} rows={rows} />
}

export function whoScreen({ looks, signIns, delays, outside }: WhoPage, ctx: Ctx): Screen {
  const text = words(ctx).who
  const seen = seenRows(looks, ctx)
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        <SeenTable rows={seen.slice(0, seenAtOnce)} ctx={ctx} />
        {seen.length > seenAtOnce && <Details summary={text.older(seen.length - seenAtOnce)}><SeenTable rows={seen.slice(seenAtOnce)} ctx={ctx} /></Details>}
        {delays.length > 0 && <><h2>{text.waited}</h2><ul>{delays.map(it => <li>{text.waitedBy(it.askedBy, sayTime(it.fromAt, ctx.lang), sayTime(it.endedAt ?? it.untilAt, ctx.lang))} “{it.reason}” {text.waitedWritten(it.recordedBy)}</li>)}</ul></>}
        {outside.length > 0 && <><h2>{text.otherwise}</h2><ul>{outside.map(it => <li>{text.otherwiseBy(sayDay(dayOf(it.at), ctx.lang), it.byName)} {text.ways[it.channel]}. “{it.why}”</li>)}</ul></>}
        <h2>{text.signIns}</h2>
        <ul>{signIns.map(it => <li>{sayTime(it, ctx.lang)}</li>)}</ul>
        <p>{text.signInsHint}</p>
        <PostButton action="/noter/log-af-alle" label={text.everywhere} kind="secondary" />
      </>
    ),
  }
}

/** In which role and on which ground, in plain words. Danger has its own ground, whatever the role. */
function whySaid({ act, ground, role }: WhoPage['looks'][number], ctx: Ctx): string {
  const { becauses, danger, task, family } = words(ctx).who
  const as = words(ctx).who.roles[role] ?? words(ctx).who.roles['colleague'] ?? ''
  const kind = ground.split(':')[0] ?? ''
  // Whoever holds a task or the family's own track does not hold her case.
  if (kind === 'holder' && /^cases\.task-/.test(act)) return task
  if (kind === 'holder' && /^cases\.family-/.test(act)) return family(as)
  return act.endsWith('in-danger') ? danger(as) : (becauses[kind] ?? becauses['role'])?.(as) ?? as
}

/** The same person doing the same on one day is one line. `looks` come newest first. */
function perDay(looks: WhoPage['looks'], say: (look: WhoPage['looks'][number]) => string, because: (look: WhoPage['looks'][number]) => string) {
  const lines = new Map<string, { readonly last: Date; readonly who: string; readonly what: string; readonly why: string; readonly times: number }>()
  for (const it of looks) {
    const [who, what, why] = [[it.name, it.organisation].filter(Boolean).join(', '), say(it), because(it)]
    const key = [dayOf(it.at), who, what, why].join('|')
    const before = lines.get(key)
    lines.set(key, { who, what, why, last: before?.last ?? it.at, times: (before?.times ?? 0) + 1 })
  }
  return [...lines.values()]
}
