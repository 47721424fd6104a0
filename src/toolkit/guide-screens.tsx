// The screens around the guides: the index of the open pages, one text to read and to print, and the search.
import type { Screen } from '../platform/screen.ts'
import type { SafeHref } from '../platform/ui/href.ts'
import { Link } from '../platform/ui/form.tsx'
import { Details, Lead } from '../platform/ui/parts.tsx'
import type { Lang } from '../kernel/day.ts'
import { addressOf, inLanguage, pagesAt, toolsAt } from './guide-address.ts'
import { GuideView, guideText, type Shown } from './guide-view.tsx'
import { type Guide, isOpen } from './guides.ts'
import { type Found, glimpse, type Search } from './search.ts'
import type { Tool } from './tools.ts'

export const searchAt = `${toolsAt}/soeg`
export const paperOf = (guide: Guide, lang: Lang): `/${string}` => `${addressOf(guide, lang)}/papir`

/** The tab says a number and never the title: whoever glances at it, or opens the history, learns nothing. */
export const tabTitle = (guide: Guide, lang: Lang): string => (guide.place === undefined ? guide.text[lang].title : guideText(lang).pageTitle(guide.place))

export function indexScreen(shown: Shown): Screen {
  const { guides, lang } = shown
  const text = guideText(lang)
  const groups = (['public', 'citizen', 'professionals'] as const).map(group =>
    [group, guides.filter(it => (group === 'citizen' ? it.audience === 'citizen' || it.audience === 'both' : it.audience === group))] as const)
  return {
    title: text.indexTitle,
    body: (
      <>
        <h1>{text.indexTitle}</h1>
        <Lead>{text.indexLead}</Lead>
        <div class="guide-note"><p>{text.indexDanger[0]} <a href="tel:112">112</a>{text.indexDanger[1]} <a href="tel:114">114</a>{text.indexDanger[2]}</p></div>
        {groups.filter(([group, all]) => all.length > 0 || group === 'professionals').map(([group, all]) => <><h2>{text.groups[group]}</h2><GuideList guides={all} lang={lang} />{group === 'professionals' && <Elsewhere lang={lang} />}</>)}
        <SearchForm lang={lang} />
      </>
    ),
  }
}

/** For an officer or a colleague anywhere: whom to call where the citizen lives. */
const Elsewhere = ({ lang }: { readonly lang: Lang }) =>
  <ul class="guide-list"><li><Link href={inLanguage('/indgange', lang) as SafeHref}>{guideText(lang).entrances}</Link><span>{guideText(lang).entrancesAbout}</span></li></ul>

export function GuideList(props: { readonly guides: readonly Guide[]; readonly lang: Lang }) {
  return (
    <ul class="guide-list">
      {props.guides.map(it => <li><Link href={addressOf(it, props.lang)}>{it.text[props.lang].title}</Link><span>{it.text[props.lang].about}</span></li>)}
    </ul>
  )
}

/** What the way out does and does not do; said on every open page, and unfolded where one arrives. */
export function LeavePlainly(props: { readonly lang: Lang; readonly open?: boolean; /** Whether the address is a number, as those of the open pages are. */ readonly numbered: boolean }) {
  const text = guideText(props.lang)
  return (
    <div class="screen-only">
      <Details summary={text.leaveTitle} open={props.open ?? false}>
        <ul>{[...text.leave, props.numbered ? text.leaveNeutral : text.leaveNamed].map(it => <li>{it}</li>)}</ul>
      </Details>
    </div>
  )
}

export function guideScreen(guide: Guide, shown: Shown): Screen {
  const text = guideText(shown.lang)
  const open = isOpen(guide)
  const back = open ? { href: inLanguage(pagesAt, shown.lang), label: text.allPages } : { href: toolsAt, label: text.allTools }
  return {
    title: tabTitle(guide, shown.lang),
    body: (
      <>
        <GuideView {...shown} guide={guide}>
          <p class="screen-only guide-ways"><Link href={back.href as SafeHref}>{back.label}</Link> · <Link href={paperOf(guide, shown.lang) as SafeHref}>{text.print}</Link></p>
        </GuideView>
      </>
    ),
  }
}

export function SearchForm(props: { readonly lang: Lang; readonly asked?: string }) {
  const text = guideText(props.lang)
  return (
    <form method="get" action={inLanguage(searchAt, props.lang)} class="guide-search" role="search" aria-label={text.searchLabel} autocomplete="off">
      <div class="form-group">
        <label class="form-label" for="q">{text.searchLabel}</label>
        <span class="form-hint" id="q-hint">{text.searchHint}</span>
        <input class="form-input" type="search" id="q" name="q" value={props.asked ?? ''} maxlength={100} autocomplete="off" spellcheck={false} aria-describedby="q-hint" />
      </div>
      <button type="submit" class="button button-secondary">{text.searchButton}</button>
    </form>
  )
}

/** `everything`: whoever asks is signed in and may read what is for those who work here. What is found in a tool is named as the tool is called today. */
export function searchScreen(search: Search, asked: string, lang: Lang, { everything, tools }: { readonly everything: boolean; readonly tools: readonly Tool[] }): Screen {
  const text = guideText(lang)
  const answer = search.find(asked, lang, everything)
  const named = (it: Found): string => tools.find(one => one.id === it.tool)?.title[answer.lang] ?? it.page
  return {
    title: text.searchTitle,
    body: (
      <>
        <h1>{text.searchTitle}</h1>
        <SearchForm lang={lang} asked={asked} />
        {asked.trim() !== '' && (answer.found.length === 0
          ? <p role="status">{text.searchNone} <Link href={inLanguage(pagesAt, lang) as SafeHref}>{text.searchAll}</Link>.</p>
          : (
            <>
              <h2>{text.found(answer.found.length, asked.trim())}</h2>
              {answer.lang !== lang && <p>{text.foundOther}</p>}
              <ol class="guide-found" lang={answer.lang === lang ? undefined : answer.lang}>
                {answer.found.map(it => (
                  <li>
                    <Link href={it.href as SafeHref}>{it.section || named(it)}</Link>
                    <span class="quiet">{named(it)}</span>
                    <span>{glimpse(it.text, asked)}</span>
                  </li>
                ))}
              </ol>
            </>
          ))}
      </>
    ),
  }
}
