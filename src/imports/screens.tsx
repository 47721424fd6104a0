import { type Day, sayDay, sayTime } from '../kernel/day.ts'
import { type Ctx, faultOf, type Html, type Screen, typed, typedAll } from '../platform/screen.ts'
import { Checkboxes, Radios, Tick } from '../platform/ui/choices.tsx'
import { DateInput, FieldRow, FileInput } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, LinkButton, PostButton } from '../platform/ui/form.tsx'
import { Details, Lead, Notice, SummaryList } from '../platform/ui/parts.tsx'
import { WeekChart } from '../platform/ui/weeks.tsx'
import type { KeptPage, OpenSource } from './actions.ts'
import type { FilesSeen, KeptEntry, Seen } from './chosen.ts'
import { countDays, countWeeks, localDay, spanOf } from './counts.ts'
import { isContactAttempt } from './rules.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

const words = (ctx: Pick<Ctx, 'lang'>) => (ctx.lang === 'da' ? da : en)
const errors = (ctx: Ctx) => (ctx.sent?.faults ?? []).map(it => ({ field: it.field || undefined, text: ctx.say(it.code) }))
/** Messages on one page. */
export const pageSize = 50

/** Where the file is given, and what was given before. */
export function takeScreen({ sources }: { readonly sources: readonly OpenSource[] }, ctx: Ctx): Screen {
  const text = words(ctx)
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        <ErrorSummary errors={errors(ctx)} />
        <Details summary={text.how}><ol>{text.steps.map(it => <li>{it}</li>)}</ol><p>{text.trace}</p></Details>
        <Form action="/noter/telefon" files hidden={{ once: ctx.once }}>
          <FileInput name="file" label={text.file} hint={text.fileHint} accept=".txt,.zip,text/plain,application/zip" error={faultOf(ctx, 'file')} />
          <Actions><Button>{text.take}</Button></Actions>
        </Form>
        {sources.length > 0 && <h2>{text.before}</h2>}
        <ul>{sources.map(it => <li><Link href={it.state === 'kept' ? `/noter/telefon/${it.id}/beskeder` : `/noter/telefon/${it.id}`}>{sayTime(it.createdAt, ctx.lang)}</Link>: {it.state === 'kept' ? text.keptCount(it.box.kept ?? 0) : text.waits}</li>)}</ul>
      </>
    ),
  }
}

/** Who she is, whom it concerns, which days; with what was found, to the byte. */
export function askScreen({ id, box, state }: OpenSource, ctx: Ctx): Screen {
  const text = words(ctx)
  if (state === 'kept') {
    const kept = `/noter/telefon/${id}/beskeder` as const
    return { title: text.listTitle, goTo: kept, body: <><h1>{text.listTitle}</h1><ErrorSummary errors={errors(ctx)} /><Actions><LinkButton href={kept}>{text.goOn}</LinkButton></Actions></> }
  }
  const { seen } = box
  const sender = (it: Seen['senders'][number]) => ({ value: it.id, label: `${it.shown} (${text.messages(it.count)})` })
  const two = seen.senders.length === 2
  return {
    title: text.askTitle,
    body: (
      <>
        <h1>{text.askTitle}</h1>
        <Lead>{text.found(seen.messages, seen.span && sayDay(seen.span.first, ctx.lang), seen.span && sayDay(seen.span.last, ctx.lang))}</Lead>
        <ErrorSummary errors={errors(ctx)} />
        <Damaged names={seen.files?.damaged ?? []} say={text.damaged} />
        <Form action={`/noter/telefon/${id}`} hidden={{ once: ctx.once }}>
          <Radios name="me" label={text.me} hint={text.meHint} value={typed(ctx, 'me')} error={faultOf(ctx, 'me')} choices={seen.senders.slice(0, 30).map(sender)} />
          <Checkboxes name="concerns" label={text.concerns} hint={two ? text.concernsTwo : text.concernsHint} values={typedAll(ctx, 'concerns')} error={faultOf(ctx, 'concerns')}
            choices={seen.senders.slice(0, 30).map(sender)} />
          {seen.order === null && (
            <Radios name="order" label={text.order} hint={text.orderHint} value={typed(ctx, 'order')} error={faultOf(ctx, 'order')}
              choices={(['dmy', 'mdy', 'ymd'] as const).map(value => ({ value, label: text.orders[value] }))} />
          )}
          <FieldRow>
            <DateInput name="from" label={text.from} optional value={typed(ctx, 'from')} error={faultOf(ctx, 'from')} {...(seen.span && { min: seen.span.first, max: seen.span.last })} />
            <DateInput name="to" label={text.to} optional value={typed(ctx, 'to')} error={faultOf(ctx, 'to')} {...(seen.span && { min: seen.span.first, max: seen.span.last })} />
          </FieldRow>
          <p>{text.restGoes}</p>
          <Actions><Button>{text.keep}</Button></Actions>
        </Form>
        <Details summary={text.account}><Account seen={seen} ctx={ctx} /></Details>
        <Remove id={id} ctx={ctx} />
      </>
    ),
  }
}

/** Files that came damaged, by name; the first ten of them. */
const Damaged = (props: { readonly names: readonly string[]; readonly say: (names: string) => string }): Html | null =>
  (props.names.length === 0 ? null : <Notice kind="warn"><p>{props.say([...props.names.slice(0, 10), ...(props.names.length > 10 ? ['…'] : [])].join(', '))}</p></Notice>)

/** That nothing was lost on the way in, in numbers that add up. */
function Account({ seen, ctx }: { readonly seen: Seen; readonly ctx: Ctx }): Html {
  const text = words(ctx)
  const bytes = (count: number) => text.bytes(count.toLocaleString(ctx.lang === 'da' ? 'da-DK' : 'en-GB'))
  const filesTold = ({ there, missing, loose, bytes: size }: FilesSeen) => [
    { term: text.filesWithin, value: [text.filesOf(there, missing, bytes(size)), ...(loose > 0 ? [text.looseOf(loose)] : [])].join(', ') },
    { term: text.unpacked, value: bytes(seen.bytesOfText + size) },
  ]
  return (
    <>
      <SummaryList rows={[
        { term: text.fileSize, value: bytes(seen.bytes) }, { term: text.chatSize, value: bytes(seen.bytesOfText) }, { term: text.inMessages, value: bytes(seen.entryBytes) },
        { term: text.inRest, value: bytes(seen.restBytes) }, { term: text.systemLines, value: String(seen.system) },
        ...(seen.files ? filesTold(seen.files) : []), { term: 'SHA-256', value: seen.sha256 },
      ]} />
      {seen.suspects > 0 && <p>{text.suspects(seen.suspects)}</p>}
      {seen.warnings.length > 0 && <p>{text.mayBeCut}</p>}
      <p>{text.zone} {text.rawIsEvidence}</p>
    </>
  )
}

/** Counts per week, then the messages, to choose from. */
export function keptScreen({ source, entries, lifted, typicalLeft, week, page }: KeptPage & { readonly week: string | undefined; readonly page: number }, ctx: Ctx): Screen {
  const text = words(ctx)
  const span = spanOf(entries)
  const attempts = entries.filter(isContactAttempt)
  const weeks = span ? countWeeks(attempts, [span]) : []
  const days = span && countDays(attempts, span)
  const at = `/noter/telefon/${source.id}/beskeder` as const
  const shown = entries.map((entry, index) => ({ entry, index })).filter(it => !week || inWeek(it.entry, week))
  const part = shown.slice((page - 1) * pageSize, page * pageSize)
  const query = (to: number) => `${at}?side=${to}${week ? `&uge=${week}` : ''}` as const
  return {
    title: text.listTitle,
    body: (
      <>
        <h1>{text.listTitle}</h1>
        <ErrorSummary errors={errors(ctx)} />
        {lifted.size > 0 && <Notice kind="done" live>{text.liftedCount(lifted.size)} <Link href="/noter/tidligere">{text.seeLog}</Link></Notice>}
        <Damaged names={[...new Set(entries.flatMap(it => it.lost ?? []))]} say={text.damagedNow} />
        {days && <Lead>{text.days(attempts.length, days.withContact, days.ofDays)}</Lead>}
        <WeekChart caption={text.weeks} weeks={weeks.map(it => ({ label: weekLabel(it.monday), monday: it.monday, count: it.material === 'none' ? undefined : it.count }))} />
        <p>{text.onlyCounts}</p>
        {week && <p>{text.oneWeek(sayDay(week as Day, ctx.lang))} <Link href={at}>{text.allWeeks}</Link></p>}
        <Form action={at} hidden={{ once: ctx.once }}>
          <Checkboxes name="message" label={text.choose} hint={text.chooseHint} values={typedAll(ctx, 'message')} error={faultOf(ctx, 'message')}
            choices={part.map(it => ({ value: String(it.index), label: <Message entry={it.entry} there={lifted.has(it.entry.offset)} ctx={ctx} /> }))} />
          <Tick name="typical" label={text.typical} hint={text.typicalHint(typicalLeft)} checked={typed(ctx, 'typical') === 'yes'} error={faultOf(ctx, 'typical')} />
          <Actions><Button>{text.lift}</Button></Actions>
        </Form>
        {shown.length > pageSize && (
          <nav aria-label={text.pages}>
            {page > 1 && <Link href={query(page - 1)}>{text.earlierPage}</Link>} {text.pageOf(page, Math.max(1, Math.ceil(shown.length / pageSize)))} {page * pageSize < shown.length && <Link href={query(page + 1)}>{text.laterPage}</Link>}
          </nav>
        )}
        <Details summary={text.byWeek}><ul>{weeks.filter(it => it.count > 0).map(it => <li><Link href={`${at}?uge=${it.monday}`}>{sayDay(it.monday, ctx.lang)}</Link>: {it.count}</li>)}</ul></Details>
        <Remove id={source.id} ctx={ctx} />
      </>
    ),
  }
}

/** Two presses, for a thumb that slips. */
function Remove({ id, ctx }: { readonly id: string; readonly ctx: Ctx }): Html {
  const text = words(ctx)
  return <Details summary={text.remove}><p>{text.removeTold}</p><PostButton action={`/noter/telefon/${id}/slet`} label={text.removeYes} kind="secondary" /></Details>
}

function Message({ entry, there, ctx }: { readonly entry: KeptEntry; readonly there: boolean; readonly ctx: Ctx }): Html {
  const text = words(ctx)
  const when = entry.at ? sayTime(new Date(entry.at), ctx.lang) : (entry.local ?? text.noTime)
  return (
    <>
      <strong>{when}</strong>, {entry.sender ?? text.nobody}: {entry.text || text.noText}
      {entry.files.length > 0 && ` (${text.files(entry.files.length)})`}{entry.lost?.map(name => ` (${text.notCome(name)})`)}{entry.suspect.length > 0 && ` (${text.looksOdd})`}{there && ` (${text.inLog})`}
    </>
  )
}

const inWeek = (entry: KeptEntry, monday: string): boolean => {
  const day = localDay(entry)
  return day !== undefined && countWeeks([entry], [])[0]?.monday === monday
}
/** The number of the ISO week that begins on this Monday. */
function weekLabel(monday: Day): string {
  const thursday = new Date(Date.parse(monday) + 3 * 86_400_000)
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return String(1 + Math.floor((thursday.getTime() - first) / (7 * 86_400_000)))
}
