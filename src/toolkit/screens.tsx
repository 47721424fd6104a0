// The tools, open to everyone: a list, and each tool to read and to print. Nothing on these pages can be typed in.
import type { Day, Lang } from '../kernel/day.ts'
import { BlankForm } from '../forms/paper.tsx'
import { forCitizen, type Form, questionsOf } from '../forms/rules.ts'
import type { Html, Screen } from '../platform/screen.ts'
import { Link } from '../platform/ui/form.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import { Aside, Lead, Notice } from '../platform/ui/parts.tsx'
import { about } from './about.ts'
import { adviceNow } from './advice.ts'
import { ExampleLog } from './example-screen.tsx'
import { inLanguage, pagesAt, toolsAt } from './guide-address.ts'
import { GuideList, SearchForm } from './guide-screens.tsx'
import { guideText } from './guide-view.tsx'
import type { Guide } from './guides.ts'
import type { ReferralEntry } from './referral-list.ts'
import { ReferralList } from './referral-screen.tsx'
import { Shelves } from './shelf-screen.tsx'
import { da } from './text.da.ts'
import { en } from './text.en.ts'
import { forProfessionalsOnly, type Tool } from './tools.ts'

const textIn = (lang: Lang) => (lang === 'da' ? da : en)

const pageOf = (tool: Tool, lang: Lang) => inLanguage(`${toolsAt}/${tool.id}`, lang) as SafeHref

/** Who reads the open pages. A colleague is signed in and sees what is for professionals; `own` are the municipality's numbers from its directory. */
export interface Reader { readonly colleague: boolean; readonly today: Day; readonly own: readonly ReferralEntry[]; /** The referral list as the municipality's folder has it; ours where there is none. */ readonly list?: readonly ReferralEntry[] }

export function toolsScreen(tools: readonly Tool[], lang: Lang, reader: Pick<Reader, 'colleague'> & { readonly guides: readonly Guide[] }): Screen {
  const text = textIn(lang)
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        <SearchForm lang={lang} />
        <Shelves tools={tools} lang={lang} colleague={reader.colleague} hrefOf={it => pageOf(it, lang)} />
        <Guides guides={reader.guides} lang={lang} colleague={reader.colleague} />
      </>
    ),
  }
}

function Guides(props: { readonly guides: readonly Guide[]; readonly lang: Lang; readonly colleague: boolean }) {
  const text = guideText(props.lang)
  const open = props.guides.filter(it => it.audience === 'citizen' || it.audience === 'both')
  const mine = props.colleague ? [...props.guides.filter(it => it.audience === 'staff'), ...open] : open
  return (
    <>
      <h2>{text.guides}</h2>
      <p>{text.guidesLead} <Link href={inLanguage(pagesAt, props.lang) as SafeHref}>{text.pagesLink}</Link>.</p>
      <GuideList guides={mine} lang={props.lang} />
    </>
  )
}

/** One tool, to be read on the screen. Questions that are not for a citizen are shown to colleagues alone. */
export function toolScreen(tool: Tool, lang: Lang, reader: Reader): Screen {
  const text = textIn(lang)
  const closed = forProfessionalsOnly(tool) && !reader.colleague
  return {
    title: text.title,
    body: (
      <>
        <h1>{tool.title[lang]}</h1>
        <p class="screen-only">{!closed && <><Link href={`${pageOf(tool, lang)}/papir` as SafeHref}>{text.print}</Link> · {tool.form && <><Link href={`${pageOf(tool, lang)}/blanket.pdf` as SafeHref}>{text.asPdf}</Link> · <Link href={`${pageOf(tool, lang)}/blanket.docx` as SafeHref}>{text.asWord}</Link> · </>}{tool.id === 'incident-log' && <><Link href={`${pageOf(tool, lang)}/eksempel.pdf` as SafeHref}>{text.asExample}</Link> · <Link href={`${pageOf(tool, lang)}/eksempel.docx` as SafeHref}>{text.asExampleWord}</Link> · </>}</>}<Link href={inLanguage(toolsAt, lang) as SafeHref}>{text.back}</Link></p>
        <AboutTool tool={tool} lang={lang} />
        <ToolBody tool={tool} lang={lang} reader={reader} />
        {tool.kind === 'incident-log' && <ExampleLog lang={lang} />}
      </>
    ),
  }
}

/** The same on paper, to be written on. */
export function toolPaper(tool: Tool, lang: Lang, reader: Reader): Screen {
  const dense = tool.kind === 'action-card' ? 'sheet-card' : undefined
  return { title: textIn(lang).title, body: <div class={dense}><h1>{tool.title[lang]}</h1><ToolBody tool={tool} lang={lang} reader={reader} /></div> }
}

function ToolBody({ tool, lang, reader }: { readonly tool: Tool; readonly lang: Lang; readonly reader: Reader }) {
  const text = textIn(lang)
  if (!tool.form) return <ReferralList lang={lang} today={reader.today} own={reader.own} list={reader.list} />
  if (forProfessionalsOnly(tool)) return reader.colleague
    ? <><Notice heading={text.onlyProfessionals.heading}><p>{text.onlyProfessionals.mind}</p></Notice><BlankForm form={tool.form} lang={lang} /></>
    : <Notice heading={text.onlyProfessionals.heading}><p>{text.onlyProfessionals.open} <Link href="/log-ind">{text.onlyProfessionals.signIn}</Link></p></Notice>
  const some = questionsOf(tool.form).some(it => it.notForCitizen)
  if (some && reader.colleague) return <><p><strong>{text.someProfessional}</strong></p><BlankForm form={tool.form} lang={lang} /></>
  return <BlankForm form={forCitizen(tool.form)} lang={lang} />
}

function AboutTool({ tool, lang }: { readonly tool: Tool; readonly lang: Lang }) {
  const text = textIn(lang)
  const said = about[tool.id]
  if (!said) return null
  return (
    <div class="screen-only">
      <Lead>{said.what[lang]}</Lead>
      <p class="quiet">{text.forWhom(said.who[lang])}.{said.rests && <> {text.rests(said.rests[lang])}.</>}</p>
    </div>
  )
}

/** What a first contact can say at once; stands beside the hand-off. */
export function AdviceNow(props: { readonly form: Form; readonly lang: Lang }): Html {
  const text = textIn(props.lang)
  return (
    <Aside heading={text.nowTitle}>
      <p>{text.nowLead}</p>
      <ul>{adviceNow(props.form).map(it => <li><strong>{it.ask[props.lang]}.</strong> {it.help?.[props.lang]}</li>)}</ul>
    </Aside>
  )
}
