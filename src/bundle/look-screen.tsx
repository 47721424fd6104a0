// The second step: everything as the other party may come to read it, and what must be decided before it is made.
import { type Ctx, faultOf, type Html, type Screen, typed } from '../platform/screen.ts'
import { Radios, Tick } from '../platform/ui/choices.tsx'
import { TextArea, TextInput } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link } from '../platform/ui/form.tsx'
import { Details, Lead, Notice, SummaryList } from '../platform/ui/parts.tsx'
import { faultList, Trail } from './choose-screen.tsx'
import { codeWords, paperLang } from './material.ts'
import { writeNumbers } from './numbers.ts'
import { preview, type PreviewRow, textOf } from './preview.ts'
import { exhibitsOf } from './rules.ts'
import { inBackground, type PreviewPage, type Question, questionsOf } from './steps.ts'
import type { Warning } from './warnings.ts'

export function lookScreen(page: PreviewPage, ctx: Ctx): Screen {
  const text = textOf(ctx.lang).look
  const rows = preview(page.rows, codeWords(), paperLang)
  const exhibits = exhibitsOf(page.rows)
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        <Lead>{text.lead(rows.all.length, exhibits.length)}</Lead>
        <Trail ctx={ctx} now="look" choose={page.at} />
        <ErrorSummary errors={faultList(ctx)} />
        {rows.typical.length > 0 && rows.all.length > rows.typical.length && <Details summary={text.typical}><Rows rows={rows.typical} /></Details>}
        <Details summary={text.read(rows.all.length)} open={rows.all.length <= 12}><Rows rows={rows.all} /></Details>
        {exhibits.length > 0 && <Details summary={`${text.exhibits} (${exhibits.length})`}><ul>{exhibits.map(it => <li>{it.no}. {it.name}</li>)}</ul></Details>}
        <Deciding page={page} rows={rows.all} ctx={ctx} />
      </>
    ),
  }
}

/** In the words of the paper, which is Danish. */
function Rows({ rows }: { readonly rows: readonly PreviewRow[] }): Html {
  return (
    <div class="days" lang={paperLang}>
      {rows.map(it => (
        <article class="day-entry">
          <p><strong>{it.no}. {it.when}</strong></p>
          <p class="told">{it.told}</p>
          <p class="quiet">{[...it.details.map(([label, value]) => `${label}: ${value}`), it.exhibits].filter(Boolean).join(' · ')}</p>
        </article>
      ))}
    </div>
  )
}

function Deciding({ page, rows, ctx }: { readonly page: PreviewPage; readonly rows: readonly PreviewRow[]; readonly ctx: Ctx }): Html {
  const text = textOf(ctx.lang).look
  const own = page.caseId === undefined
  const asked = questionsOf(page.warnings)
  const entries = new Set(page.warnings.map(it => it.entry)).size
  const told = inBackground(typed(ctx, 'background').trim())
  return (
    <Form action={`${page.at}/se`} hidden={{ once: ctx.once, nr: page.nr, seen: page.seen }}>
      <h2>{asked.length > 0 ? text.asks(entries) : text.cover}</h2>
      <p>{asked.length > 0 ? text.asksLead : text.asksNone}</p>
      {asked.map(it => <Asked it={it} rows={rows} ctx={ctx} />)}
      {asked.length > 0 && <h2>{text.cover}</h2>}
      <TextInput name="purpose" label={text.purpose} hint={text.purposeHint} width="full" value={ctx.sent ? typed(ctx, 'purpose') : textOf(paperLang).look.purposeUsual} error={faultOf(ctx, 'purpose')} />
      <TextArea name="other" label={text.other} hint={own ? text.otherHint : text.otherHintCase} rows={2} optional value={typed(ctx, 'other')} error={faultOf(ctx, 'other')} />
      <TextArea name="background" label={text.background} hint={text.backgroundHint} rows={3} optional value={typed(ctx, 'background')} error={faultOf(ctx, 'background')} />
      {told.length > 0 && (
        <Notice kind="warn"><p>{text.tells}:</p><ul>{told.map(it => <li>{saying(it, ctx)}</li>)}</ul><Tick name="backgroundOk" label={text.backgroundOk} checked={typed(ctx, 'backgroundOk') === 'yes'} /></Notice>
      )}
      <Actions><Button>{text.make}</Button><Link href={page.at}>{text.again}</Link></Actions>
    </Form>
  )
}

function Asked({ it, rows, ctx }: { readonly it: Question; readonly rows: readonly PreviewRow[]; readonly ctx: Ctx }): Html {
  const text = textOf(ctx.lang).look
  const { field, entries, found } = it
  const [no = 0, ...more] = entries
  const label = more.length > 0 ? text.several(entries.length, writeNumbers(entries).replaceAll('.', ', ')) : text.entry(no, rows.find(row => row.no === no)?.when ?? '')
  return (
    <Radios name={field} label={label} value={typed(ctx, field)} error={faultOf(ctx, field)} hint={<WarningList found={found} ctx={ctx} />}
      choices={[{ value: 'known', label: text.known }, { value: 'out', label: more.length > 0 ? text.outAll(entries.length) : text.out }]} />
  )
}

/** Lines, not a list: it stands inside the hint of a field. */
const WarningList = ({ found, ctx }: { readonly found: readonly Warning[]; readonly ctx: Ctx }): Html =>
  <>{found.map((it, index) => <>{index > 0 && <br />}{saying(it, ctx)}</>)}</>

/** "Telefonnummer: …ring 00 12 34 56 i…" */
export function saying({ kind, excerpt }: Warning, ctx: Ctx): string {
  const { kinds, look } = textOf(ctx.lang)
  if (kind === 'place') return look.place(excerpt)
  const what = kinds[kind]
  return `${what.slice(0, 1).toUpperCase()}${what.slice(1)}: "${excerpt}"`
}

/** Entry by entry, for the page of a bundle. */
export const Pointed = ({ found, ctx }: { readonly found: readonly Warning[]; readonly ctx: Ctx }): Html =>
  <SummaryList rows={questionsOf(found).map(it => ({ term: textOf(ctx.lang).look.numbers(writeNumbers(it.entries).replaceAll('.', ', ')), value: <WarningList found={it.found} ctx={ctx} /> }))} />
