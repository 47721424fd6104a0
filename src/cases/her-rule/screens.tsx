// The box that stands on every page from which somebody could reach her.
import type { Lang } from '../../kernel/day.ts'
import { contactText, ContactRule } from '../../citizens/screens.tsx'
import type { Html } from '../../platform/screen.ts'
import type { SafeHref } from '../../platform/ui/href.ts'
import { Aside } from '../../platform/ui/parts.tsx'
import { caseText } from '../say.ts'
import type { HerRule, Instead } from './rules.ts'

/** `apart`: without saying who sent it, for what is read elsewhere. */
export function sayInstead(it: Instead | undefined, lang: Lang, apart?: 'apart'): string | undefined {
  if (!it) return undefined
  const said = caseText(lang).agreedContact[it.how]
  return `${[said, it.how === 'throughMe' && !apart ? it.sender : it.words].filter(Boolean).join(': ')}.`
}

export const HerRuleBox = ({ rule, lang, change }: { readonly rule: HerRule; readonly lang: Lang; readonly change?: SafeHref | undefined }): Html =>
  <ContactRule agreed={rule.agreed} instead={sayInstead(rule.instead, lang)} name={rule.name} lang={lang} change={change} />

/** For somebody who is to do something else than reach her. */
export function NotYours({ ask, lang }: { readonly ask: string | undefined; readonly lang: Lang }): Html {
  const text = caseText(lang).notYours
  return <Aside kind="rule" heading={contactText(lang).ruleHeading}><p><strong>{text.dont}</strong></p><p>{ask === undefined ? text.askLeader : text.ask(ask)}</p></Aside>
}
