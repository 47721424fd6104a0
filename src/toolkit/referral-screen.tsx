// The referral list to read and to print: nobody's number is blank, and each says how old it is.
import type { Day, Lang } from '../kernel/day.ts'
import type { Html } from '../platform/screen.ts'
import { tel } from '../platform/ui/href.ts'
import { Link } from '../platform/ui/form.tsx'
import { Table } from '../platform/ui/table.tsx'
import { sayDay } from '../kernel/day.ts'
import { audiences, leaflets, reachOf, referralEntries, referralList1, sayVerified, type ReferralEntry } from './referral-list.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

/** `own`: the municipality's own numbers, from its directory. `list`: the others, as it has put them right. */
export function ReferralList(props: { readonly lang: Lang; readonly today: Day; readonly own: readonly ReferralEntry[]; readonly list?: readonly ReferralEntry[] | undefined }): Html {
  const { lang, today } = props
  const text = (lang === 'da' ? da : en).referral
  const all = [...props.own, ...(props.list ?? referralEntries)]
  const groups = [
    { id: 'always', title: text.always, entries: all.filter(it => it.always) },
    ...audiences.map(it => ({ id: it, title: text.groups[it], entries: all.filter(entry => !entry.always && entry.for[0] === it) })),
  ].filter(it => it.entries.length > 0)
  return (
    <>
      <p>{text.how}</p>
      <p class="quiet">{text.asOf(sayDay(today, lang))}</p>
      <div class="even-tables">{groups.map(it => (
        <section aria-labelledby={`list-${it.id}`}>
          <h2 id={`list-${it.id}`}>{it.title}</h2>
          <Table caption={it.title} captionHidden columns={text.columns.map(label => ({ label }))} rows={it.entries.map(entry => rowOf(entry, today, lang))} />
        </section>
      ))}</div>
      <h2>{text.leaflets}</h2>
      <p>{text.leafletsLead}</p>
      <ul>{leaflets.map(it => <li><Link href={it.href}>{it.name[lang]}</Link>{it.note && <> ({it.note[lang]})</>}</li>)}</ul>
      <p class="quiet">{referralList1.source[lang]}.</p>
    </>
  )
}

function rowOf(entry: ReferralEntry, today: Day, lang: Lang): readonly Html[] {
  const text = (lang === 'da' ? da : en).referral
  const terms = [
    entry.hours?.[lang] ?? (entry.phone && !entry.always ? text.hoursUnknown : undefined), entry.price?.[lang], entry.anonymous ? text.anonymous : undefined, entry.area?.[lang],
  ].filter(it => it !== undefined)
  return [
    <>
      <strong>{entry.name[lang]}</strong>
      <p class="cell-note">{entry.service[lang]} {text.forWhom(entry.for.length === audiences.length ? text.all : entry.for.map(it => text.audiences[it]).join(', '))}</p>
    </>,
    <Reach entry={entry} today={today} lang={lang} />,
    <>{terms.join('. ')}{terms.length > 0 && '.'}</>,
    <>{entry.source[lang]}{entry.verifiedOn !== null && <>. {text.verified(sayVerified(entry.verifiedOn, lang))}</>}.</>,
  ]
}

function Reach(props: { readonly entry: ReferralEntry; readonly today: Day; readonly lang: Lang }) {
  const text = (props.lang === 'da' ? da : en).referral
  const reach = reachOf(props.entry, props.today, props.lang)
  return (
    <>
      {reach.phone && <strong><Link href={tel(reach.phone)}>{reach.phone}</Link></strong>}
      {reach.web && <p class="cell-note"><Link href={`https://${reach.web}`}>{reach.web}</Link></p>}
      {reach.warning && <p class="cell-note">{reach.warning}{reach.fallback && <> {text.fallback} <Link href={tel(reach.fallback)}>{reach.fallback}</Link>.</>}</p>}
    </>
  )
}
