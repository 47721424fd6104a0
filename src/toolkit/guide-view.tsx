// A guide on the screen and on paper: a list of what is on the page, each heading with a link to itself, telephones as they are today.
import type { Child } from 'hono/jsx'
import type { Day, Lang } from '../kernel/day.ts'
import { sayDay } from '../kernel/day.ts'
import { Link } from '../platform/ui/form.tsx'
import { tel } from '../platform/ui/href.ts'
import { Lead } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import { whereTo } from './guide-address.ts'
import { type Block, type Guide, type Inline, mentions, type Section, wordsOf } from './guides.ts'
import { type Listed, type PhoneBook, unconfirmedSince } from './phones.ts'
import { da } from './guides.da.ts'
import { en } from './guides.en.ts'

export const guideText = (lang: Lang) => (lang === 'da' ? da : en)

/** What a page needs besides its text. */
export interface Shown { readonly guides: readonly Guide[]; readonly phones: PhoneBook; readonly lang: Lang; readonly today: Day }

/** Pages with this many headings begin with a list of them. */
const listedFrom = 4

export function GuideView(props: Shown & { readonly guide: Guide; readonly children?: Child }) {
  const { guide, lang } = props
  const { title, about, sections } = guide.text[lang]
  const top = sections.filter(it => it.id !== '' && it.depth === 2)
  return (
    <>
      <h1>{title}</h1>
      <Lead>{about}</Lead>
      {sections.filter(it => it.id === '').map(it => <Blocks blocks={it.blocks} {...props} />)}
      {props.children}
      {top.length >= listedFrom && <Contents sections={top} lang={lang} />}
      {sections.filter(it => it.id !== '').map(it => <SectionView section={it} {...props} />)}
      <Unconfirmed {...props} />
      <About guide={guide} lang={lang} />
    </>
  )
}

function Contents(props: { readonly sections: readonly Section[]; readonly lang: Lang }) {
  return (
    <nav class="guide-contents screen-only" aria-label={guideText(props.lang).onThisPage}>
      <p><strong>{guideText(props.lang).onThisPage}</strong></p>
      <ul>{props.sections.map(it => <li><a href={`#${it.id}`}>{it.title}</a></li>)}</ul>
    </nav>
  )
}

function SectionView(props: Shown & { readonly section: Section }) {
  const { section, lang } = props
  const Heading = section.depth === 3 ? 'h3' : 'h2'
  return (
    <section class="guide-section">
      <div class="guide-head">
        <Heading id={section.id}>{section.title}</Heading>
        <a class="guide-here screen-only" href={`#${section.id}`}><span aria-hidden="true">#</span><span class="sr-only">{guideText(lang).linkTo(section.title)}</span></a>
      </div>
      <Blocks {...props} blocks={section.blocks} />
    </section>
  )
}

function Blocks(props: Shown & { readonly blocks: readonly Block[] }) {
  return <>{props.blocks.map(it => <BlockView {...props} block={it} />)}</>
}

function BlockView(props: Shown & { readonly block: Block }) {
  const { block } = props
  switch (block.kind) {
    case 'paragraph': return <p><Inlines {...props} inside={block.inside} /></p>
    case 'list': {
      const items = block.items.map(it => <li><Item {...props} blocks={it} /></li>)
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'note': return <div class="guide-note"><Blocks {...props} blocks={block.blocks} /></div>
    case 'table': return (
      <Table caption={guideText(props.lang).table} captionHidden columns={block.head.map(it => ({ label: wordsOf(it) }))}
        rows={block.rows.map(row => row.map(cell => <Inlines {...props} inside={cell} />))} />
    )
    case 'phones': return <PhoneList {...props} />
  }
}

/** One paragraph in an item stands without being a paragraph. */
function Item(props: Shown & { readonly blocks: readonly Block[] }) {
  const [first, ...rest] = props.blocks
  return first?.kind === 'paragraph' ? <><Inlines {...props} inside={first.inside} /><Blocks {...props} blocks={rest} /></> : <Blocks {...props} />
}

function Inlines(props: Shown & { readonly inside: readonly Inline[] }) {
  return <>{props.inside.map(it => <InlineView {...props} it={it} />)}</>
}

function InlineView(props: Shown & { readonly it: Inline }) {
  const { it } = props
  switch (it.kind) {
    case 'text': return <>{it.text}</>
    case 'strong': return <strong><Inlines {...props} inside={it.inside} /></strong>
    case 'em': return <em><Inlines {...props} inside={it.inside} /></em>
    case 'phone': return <Phone {...props} name={it.key} />
    case 'link': {
      const to = whereTo(it.to, props.guides, props.lang)
      return to === undefined ? <Inlines {...props} inside={it.inside} /> : <Link href={to}><Inlines {...props} inside={it.inside} /></Link>
    }
  }
}

/** A number to press. One that nobody has confirmed for a year stands there all the same, and says so. */
function Phone(props: Shown & { readonly name: string }) {
  const listed: Listed | undefined = props.phones[props.name]
  if (!listed) return null
  const since = unconfirmedSince(listed, props.today, props.lang)
  if (listed.number === undefined) return listed.url ? <Link href={listed.url}>{listed.name[props.lang]}</Link> : <>{listed.name[props.lang]}</>
  return <><a class="guide-phone" href={tel(listed.number)}>{listed.number.replaceAll(' ', '\u00A0')}</a>{since !== undefined && <> ({since === '' ? guideText(props.lang).neverConfirmed : guideText(props.lang).unconfirmed(since)})</>}</>
}

function PhoneList(props: Shown) {
  const { lang } = props
  return (
    <dl class="guide-phones">
      {Object.entries(props.phones).map(([key, it]) => (
        <div>
          <dt>{it.name[lang]}</dt>
          <dd>{it.number === undefined ? `${guideText(lang).noNumber} ` : <><Phone {...props} name={key} />. </>}{it.about[lang]}{it.url && <> <Link href={it.url}>{new URL(it.url).host.replace('www.', '')}</Link>.</>}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Where else to turn when a number on this page may be old. */
function Unconfirmed(props: Shown & { readonly guide: Guide }) {
  const { lang, phones } = props
  const named = mentions(props.guide.text[lang].sections).phones
  const old = [...new Set(named)].flatMap(it => {
    const listed = phones[it]
    return listed && unconfirmedSince(listed, props.today, lang) !== undefined ? [listed] : []
  })
  if (old.length === 0) return null
  return (
    <p class="quiet">
      {guideText(lang).oldNumbers} {old.map((it, at) => <>{at > 0 && ' · '}{it.name[lang]}{it.url && <>: <Link href={it.url}>{new URL(it.url).host.replace('www.', '')}</Link></>}</>)}. {guideText(lang).orPolice}
    </p>
  )
}

function About(props: { readonly guide: Guide; readonly lang: Lang }) {
  const { guide, lang } = props
  const { source, status } = guide.text[lang]
  const text = guideText(lang)
  return <p class="quiet guide-about">{source} {status}. {text.version(guide.version)} {guide.reviewed ? text.reviewed(sayDay(guide.reviewed, lang)) : text.notReviewed}</p>
}
