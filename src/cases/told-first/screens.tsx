// The three fields that come before any contact with the other party.
import type { Lang } from '../../kernel/day.ts'
import { type Ctx, faultOf, type Html, typed } from '../../platform/screen.ts'
import { Radios } from '../../platform/ui/choices.tsx'
import { DateInput, TextArea } from '../../platform/ui/fields.tsx'
import { knownAnswers, toldAnswers } from './rules.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export const firstText = (lang: Lang) => (lang === 'da' ? da : en)

/** `known`: asked in the case of whoever is exposed. */
export function FirstFields({ ctx, known = false }: { readonly ctx: Ctx; readonly known?: boolean }): Html {
  const text = firstText(ctx.lang)
  return (
    <>
      <Radios name="first" label={known ? text.askKnown : text.ask} hint={known ? text.hintKnown : text.hint} error={faultOf(ctx, 'first')} value={typed(ctx, 'first') || undefined} choices={(known ? knownAnswers : toldAnswers).map(value => ({ value, label: text.answers[value], ...(value === 'told' && { inside: <DateInput name="firstOn" label={text.on} error={faultOf(ctx, 'firstOn')} value={typed(ctx, 'firstOn')} /> }) }))} />
      <TextArea name="firstWhy" label={text.why} hint={text.whyHint} optional rows={2} maxlength={1000} error={faultOf(ctx, 'firstWhy')} value={typed(ctx, 'firstWhy')} />
    </>
  )
}
