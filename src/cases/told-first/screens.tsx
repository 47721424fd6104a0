// The three fields that come before any contact with the other party.
import type { Lang } from '../../kernel/day.ts'
import { type Ctx, faultOf, type Html, typed } from '../../platform/screen.ts'
import { Radios } from '../../platform/ui/choices.tsx'
import { DateInput, TextArea } from '../../platform/ui/fields.tsx'
import { toldAnswers } from './rules.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export const firstText = (lang: Lang) => (lang === 'da' ? da : en)

export function FirstFields({ ctx }: { readonly ctx: Ctx }): Html {
  const text = firstText(ctx.lang)
  return (
    <>
      <Radios name="first" label={text.ask} hint={text.hint} error={faultOf(ctx, 'first')} value={typed(ctx, 'first') || undefined} choices={toldAnswers.map(value => ({ value, label: text.answers[value], ...(value === 'told' && { inside: <DateInput name="firstOn" label={text.on} error={faultOf(ctx, 'firstOn')} value={typed(ctx, 'firstOn')} /> }) }))} />
      <TextArea name="firstWhy" label={text.why} hint={text.whyHint} optional rows={2} maxlength={1000} error={faultOf(ctx, 'firstWhy')} value={typed(ctx, 'firstWhy')} />
    </>
  )
}
