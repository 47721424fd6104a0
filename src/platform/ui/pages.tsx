// The page frames: staff in the effort's dress, the citizen in a neutral one, the public pages, and paper.
import type { Child, PropsWithChildren } from 'hono/jsx'
import { raw } from 'hono/html'
import type { Lang } from '../../kernel/day.ts'
import type { Trouble } from '../screen.ts'
import { asset } from './assets.ts'
import { QuickExit } from './exit.tsx'
import { Link, PostButton } from './form.tsx'
import { type Dress, FrameContext, uiText, useText } from './frame.ts'
import type { SafeHref } from './href.ts'

export interface PageProps {
  readonly title: string
  readonly lang: Lang
  /** The address of the page without its query, to mark where one is. */
  readonly path: string
  /** The invented town: a band on top says that everything here is made up. */
  readonly demoBand?: boolean
  readonly nav?: readonly NavItem[] | undefined
  readonly footer?: readonly NavItem[] | undefined
  /** The same page in the other language. */
  readonly otherLang?: SafeHref | undefined
  /** Browser modules beside the page's own, by name: `upload.js`. */
  readonly scripts?: readonly string[]
  /** What a search engine may say of this page; without it none may keep the page. */
  readonly found?: string | undefined
  /** Why the page comes back, if it does. */
  readonly trouble?: Trouble | undefined
}
export interface NavItem {
  readonly href: SafeHref
  readonly label: string
  /** What waits there; 0 is not shown. */
  readonly count?: number | undefined
}
export interface PageUser {
  readonly name: string
  /** "Visitator, Havneby Kommune". */
  readonly detail?: string | undefined
  readonly signOut: SafeHref
}

/** For those who work here. `current` names the menu item when the path does not. */
export function StaffPage(props: PropsWithChildren<PageProps & { readonly user?: PageUser | undefined; readonly current?: SafeHref; readonly colours?: SafeHref | undefined }>) {
  return (
    <Document {...props} dress="staff" title={`${props.title} - ${uiText(props.lang).brand}`} scripts={['once.js', ...(props.scripts ?? [])]}>
      <StaffHead {...props} />
      <main id="main" class="page" tabindex={-1}>{props.children}</main>
      <Foot {...props} />
    </Document>
  )
}

/** For the citizen: the title in the tab tells nothing, and the way out is always there. */
export function CitizenPage(props: PropsWithChildren<PageProps & { readonly exitTo?: SafeHref | undefined; readonly bare?: boolean; readonly signOut?: SafeHref }>) {
  const text = uiText(props.lang)
  return (
    <Document {...props} dress="citizen" title={text.neutralTitle} scripts={['exit.js', 'once.js', ...(props.scripts ?? [])]}>
      <header class="head"><CitizenHead {...props} /></header>
      <main id="main" class="page" tabindex={-1}>{props.children}</main>
      <Foot {...props} />
      <QuickExit to={props.exitTo} />
    </Document>
  )
}

/** For everyone: the front door, sign-in, help, faults. `exit` adds the way out where a citizen may be reading. */
export function PublicPage(props: PropsWithChildren<PageProps & { readonly exit?: boolean; readonly brand?: string }>) {
  return (
    <Document {...props} dress="public" scripts={[...(props.exit ? ['exit.js'] : []), 'once.js', ...(props.scripts ?? [])]}>
      <header class="head"><div class="head-inner">{props.brand ? <span class="brand">{props.brand}</span> : undefined}<Nav {...props} /></div></header>
      <main id="main" class="page" tabindex={-1}>{props.children}</main>
      <Foot {...props} />
      {props.exit && <QuickExit />}
    </Document>
  )
}

/** One thing to print on neutral paper: no name of the effort, no menu, nothing of the house around it. `back` is for the screen alone. */
export function PaperPage(props: PropsWithChildren<Omit<PageProps, 'nav' | 'footer'> & { readonly back?: NavItem | undefined; /** Whoever reads it may not be at work. */ readonly exit?: boolean }>) {
  return (
    <Document {...props} dress="paper" title={uiText(props.lang).neutralTitle} scripts={props.exit ? ['exit.js'] : []}>
      <header class="screen-only paper-bar">{props.back && <Link href={props.back.href}>{props.back.label}</Link>} <PrintHint /></header>
      <main id="main" class="paper" tabindex={-1}>{props.children}</main>
      {props.exit && <QuickExit />}
    </Document>
  )
}

const PrintHint = () => <span>{useText().print}</span>

function Document(props: PropsWithChildren<PageProps & { readonly dress: Dress; readonly scripts: readonly string[]; /** The municipality's own sheet; staff alone. */ readonly colours?: SafeHref | undefined }>) {
  const { lang, dress } = props
  const text = uiText(lang)
  return (
    <>
      {raw('<!DOCTYPE html>\n')}
      <html lang={lang}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="referrer" content="same-origin" />
          {props.found === undefined ? <meta name="robots" content="noindex, nofollow" /> : <meta name="description" content={props.found} />}
          <meta name="format-detection" content="telephone=no" />
          <title>{props.title}</title>
          <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
          <link rel="stylesheet" href={asset(dress === 'staff' ? 'staff.css' : 'citizen.css')} />
          {dress === 'staff' && props.colours && <link rel="stylesheet" href={props.colours} />}
          {props.scripts.map(it => <script type="module" src={asset(it)}></script>)}
        </head>
        <FrameContext.Provider value={{ lang, dress, trouble: props.trouble }}>
          <body class={`dress-${dress}`}>
            <a class="skipnav" href="#main">{text.skip}</a>
            {props.demoBand && <DemoBand />}
            {props.children}
          </body>
        </FrameContext.Provider>
      </html>
    </>
  )
}

export function DemoBand() {
  const text = useText()
  return <aside class="demo-band" aria-label={text.demoLabel}>{text.demo} <Link href="/">{text.demoSwitch}</Link></aside>
}

function StaffHead(props: PageProps & { readonly user?: PageUser | undefined; readonly current?: SafeHref }) {
  const text = useText()
  return (
    <header class="head">
      <div class="head-inner">
        <a class="brand" href="/">{text.brand}</a>
        <Nav {...props} />
        {props.user && <User {...props.user} />}
      </div>
    </header>
  )
}

function User(props: PageUser) {
  const text = useText()
  return (
    <div class="head-user">
      <span><strong>{props.name}</strong>{props.detail !== undefined && <span class="head-detail">{props.detail}</span>}</span>
      <PostButton action={props.signOut} label={text.signOut} kind="quiet" />
    </div>
  )
}

function CitizenHead(props: PageProps & { readonly bare?: boolean; readonly signOut?: SafeHref }) {
  const text = useText()
  if (props.bare || !props.nav?.length) return <div class="head-inner"><span class="brand">{text.neutralTitle}</span></div>
  return (
    <details class="head-inner head-menu">
      <summary><span class="brand">{text.neutralTitle}</span><span class="head-more">{text.more}</span></summary>
      <Nav {...props} />
      {props.signOut && <PostButton action={props.signOut} label={text.signOut} kind="quiet" />}
    </details>
  )
}

function Nav(props: { readonly nav?: readonly NavItem[] | undefined; readonly path: string; readonly current?: SafeHref }) {
  const text = useText()
  if (!props.nav?.length) return null
  return (
    <nav class="head-nav" aria-label={text.mainNav}>
      <ul class="no-max-width">
        {props.nav.map(it => <li><Link href={it.href} current={it.href === (props.current ?? props.path)}>{labelled(it)}</Link></li>)}
      </ul>
    </nav>
  )
}

const labelled = (it: NavItem): Child => (it.count ? `${it.label} (${it.count})` : it.label)

function Foot(props: PageProps) {
  const text = useText()
  if (!props.footer?.length && props.otherLang === undefined) return null
  return (
    <footer class="foot">
      <nav aria-label={text.footNav}>
        <ul class="no-max-width">
          {props.footer?.map(it => <li><Link href={it.href}>{labelled(it)}</Link></li>)}
          {props.otherLang && <li><Link href={props.otherLang} lang={props.lang === 'da' ? 'en' : 'da'}>{text.otherLanguage}</Link></li>}
        </ul>
      </nav>
    </footer>
  )
}
