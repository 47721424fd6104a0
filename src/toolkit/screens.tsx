// The tools, open to everyone: a list, each tool to read and to print, and the advice. Nothing on these pages can be typed in.
import type { Lang } from '../kernel/day.ts'
import { BlankForm } from '../forms/paper.tsx'
import { forCitizen } from '../forms/rules.ts'
import type { Html, Screen } from '../platform/screen.ts'
import { Link } from '../platform/ui/form.tsx'
import { Aside, Lead } from '../platform/ui/parts.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import { Table } from '../platform/ui/table.tsx'
import { inLanguage, pagesAt, toolsAt } from './guide-address.ts'
import { GuideList, SearchForm } from './guide-screens.tsx'
import { guideText } from './guide-view.tsx'
import type { Guide } from './guides.ts'
import { advice, advice1, adviceNow, type AdviceItem } from './advice.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'
import { toolsNow, type Tool } from './tools.ts'

const textIn = (lang: Lang) => (lang === 'da' ? da : en)

const pageOf = (tool: Tool, lang: Lang) => inLanguage(`${toolsAt}/${tool.id}`, lang) as SafeHref

/** `colleague`: whoever reads is signed in, and sees what is for those who work here as well. */
export function toolsScreen(lang: Lang, guides: readonly Guide[], colleague: boolean): Screen {
  const text = textIn(lang)
  const columns = [{ label: text.columns.tool }, { label: text.columns.kind }, { label: text.columns.version }]
  const rows = toolsNow.map(it => [<Link href={pageOf(it, lang)}>{it.title[lang]}</Link>, text.kinds[it.kind], String(it.version)])
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        <SearchForm lang={lang} />
        <Table caption={text.title} captionHidden columns={columns} rows={rows} />
        <Guides guides={guides} lang={lang} colleague={colleague} />
      </>
    ),
  }
}

function Guides(props: { readonly guides: readonly Guide[]; readonly lang: Lang; readonly colleague: boolean }) {
  const text = guideText(props.lang)
  const mine = props.guides.filter(it => it.audience === 'citizen' || it.audience === 'both' || (props.colleague && it.audience === 'staff'))
  return (
    <>
      <h2>{text.guides}</h2>
      <p>{text.guidesLead} <Link href={inLanguage(pagesAt, props.lang) as SafeHref}>{text.pagesLink}</Link>.</p>
      <GuideList guides={mine} lang={props.lang} />
    </>
  )
}

/** One tool, to be read on the screen. Questions that are not for a citizen are left out: these pages are open. */
export function toolScreen(tool: Tool, lang: Lang): Screen {
  const text = textIn(lang)
  return {
    title: text.title,
    body: (
      <>
        <h1>{tool.title[lang]}</h1>
        <p class="screen-only"><Link href={`${pageOf(tool, lang)}/papir` as SafeHref}>{text.print}</Link> · <Link href={inLanguage(toolsAt, lang) as SafeHref}>{text.back}</Link></p>
        {tool.form ? <BlankForm form={forCitizen(tool.form)} lang={lang} /> : <Advice lang={lang} />}
      </>
    ),
  }
}

/** The same on paper, to be written on. */
export function toolPaper(tool: Tool, lang: Lang): Screen {
  return {
    title: textIn(lang).title,
    body: <><h1>{tool.title[lang]}</h1>{tool.form ? <BlankForm form={forCitizen(tool.form)} lang={lang} /> : <Advice lang={lang} />}</>,
  }
}

/** All advice, in the order it should be given. */
export function Advice(props: { readonly lang: Lang }): Html {
  const text = textIn(props.lang)
  return (
    <>
      <Lead>{advice1.lead[props.lang]}</Lead>
      <p>{text.order}</p>
      {advice.map(it => <AdviceText item={it} lang={props.lang} />)}
      <p class="quiet">{advice1.source[props.lang]}. {advice1.status[props.lang]}.</p>
    </>
  )
}

function AdviceText(props: { readonly item: AdviceItem; readonly lang: Lang }) {
  const { item, lang } = props
  const text = textIn(lang)
  const before = advice.filter(it => item.after?.includes(it.code)).map(it => it.title[lang])
  return (
    <section id={item.code} class="sheet-question">
      <h2>{item.title[lang]}</h2>
      {item.precondition && <p><strong>{text.when}:</strong> {item.precondition[lang]}</p>}
      {before.length > 0 && <p>{text.first(before.join('; '))}</p>}
      <p>{item.body[lang]}</p>
      {item.caveat && <p><strong>{text.mind}:</strong> {item.caveat[lang]}</p>}
    </section>
  )
}

/** What a first contact can say at once; stands beside the hand-off. */
export function AdviceNow(props: { readonly lang: Lang }): Html {
  const text = textIn(props.lang)
  return (
    <Aside heading={text.nowTitle}>
      <p>{text.nowLead}</p>
      <ul>{adviceNow.map(it => <li><strong>{it.title[props.lang]}.</strong> {it.body[props.lang]}</li>)}</ul>
    </Aside>
  )
}
