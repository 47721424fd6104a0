import { type Lang, sayDay } from '../kernel/day.ts'
import { type Ctx, faultOf, type Screen } from '../platform/screen.ts'
import { FileInput, TextInput } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, LinkButton } from '../platform/ui/form.tsx'
import { readHref, tel } from '../platform/ui/href.ts'
import { Lead, Notice } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import type { bringPage, entrancesAction } from './actions-entrances.ts'
import { ageOf, type Entrance } from './entrances.ts'
import { directoryText } from './say.ts'

/** `lookup`: another list, where the district uses one. */
export type Page = Awaited<ReturnType<typeof entrancesAction.run>>

export function entrancesScreen(page: Page, ctx: Ctx): Screen {
  const text = directoryText(ctx.lang).entrances
  return {
    title: text.title,
    body: (
      <>
        <EntranceList page={page} lang={ctx.lang} at="/indgange" />
        {ctx.actor.roles.includes('tovholder') && <p class="screen-only"><LinkButton href="/indgange/hent" kind="secondary">{text.bring}</LinkButton></p>}
      </>
    ),
  }
}

/** As anybody reads it, signed in or not: which place takes a citizen in, never who sits there. */
export function EntranceList({ page, lang, at }: { readonly page: Page; readonly lang: Lang; readonly at: string }) {
  const text = directoryText(lang).entrances
  const other = page.lookup && readHref(page.lookup.url)
  return (
      <>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        <form method="get" action={at} class="screen-only">
          <TextInput name="soeg" type="search" label={text.search} hint={text.searchHint} value={page.asked} />
          <Actions><Button>{text.find}</Button></Actions>
        </form>
        <p role="status">{page.asked === '' ? text.all(page.count) : text.found(page.found.length, page.asked)}</p>
        <Table caption={text.title} captionHidden empty={text.none}
          columns={[{ label: text.columns.municipality }, { label: text.columns.district }, { label: text.columns.entrance }, { label: text.columns.ways }, { label: text.columns.checked }]}
          rows={page.found.map(it => [it.municipality, it.policeDistrict, it.entrance, <Ways it={it} page={page} lang={lang} />, it.verifiedOn ? sayDay(it.verifiedOn, lang) : text.never])} />
        {other && page.lookup && <p>{text.elsewhere} <Link href={other}>{page.lookup.name}</Link></p>}
      </>
  )
}

/** A number that nobody has checked for a year is not shown: the link, or the other look-up, is. */
function Ways(props: { readonly it: Entrance; readonly page: Page; readonly lang: Lang }) {
  const { it, page, lang } = props
  const text = directoryText(lang).entrances
  const age = ageOf(it, page.today)
  const href = it.url === null ? undefined : readHref(it.url)
  return (
    <>
      {it.phone !== null && (age === 'stale' ? <span>{text.stale} </span> : <><Link href={tel(it.phone)}>{it.phone}</Link> </>)}
      {href && <Link href={href}>{text.site}<span class="sr-only"> {it.municipality}</span></Link>}
      {age === 'old' && <span class="quiet"> {text.old}</span>}
    </>
  )
}

export function bringScreen(page: Awaited<ReturnType<typeof bringPage.run>>, ctx: Ctx): Screen {
  const text = directoryText(ctx.lang).entrances
  const said = (field: string, code: string) => (field.startsWith('line-') ? text.line(field.slice(5), ctx.say(code)) : ctx.say(code))
  const faults = ctx.sent?.faults ?? []
  return {
    title: text.bring,
    body: (
      <>
        <ErrorSummary heading={faults.length > 0 ? text.nothingTaken : ''} errors={faults.slice(0, 50).map(it => ({ field: 'file', text: said(it.field, it.code) }))} />
        <h1>{text.bring}</h1>
        <Lead>{text.bringLead(page.count)}</Lead>
        <Notice><p>{text.format}</p><p><code>kommune; postnumre; politikreds; indgang; telefon; link; kontrolleret</code></p><p>{text.example}</p></Notice>
        <Form action="/indgange/hent" files hidden={{ once: ctx.once }}>
          <FileInput name="file" label={text.file} accept=".csv,text/csv" error={faultOf(ctx, 'file')} />
          <Actions><Button>{text.take}</Button><Link href="/indgange">{text.back}</Link></Actions>
        </Form>
      </>
    ),
  }
}
