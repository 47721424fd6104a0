import type { Child } from 'hono/jsx'
import { dayOf, type Lang, sayDay } from '../kernel/day.ts'
import { type Ctx, faultOf, type Html, typed, typedAll } from '../platform/screen.ts'
import { Checkboxes, Radios, Tick } from '../platform/ui/choices.tsx'
import { TextArea, TextInput } from '../platform/ui/fields.tsx'
import { Link } from '../platform/ui/form.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import { fewer, Marked } from '../platform/ui/marks.tsx'
import { Aside } from '../platform/ui/parts.tsx'
import type { Outside } from './reach.ts'
import { contactChannels, type ContactVersion, isOnlyPaper, reachChannels, type reachFields, type SafeContact } from './rules.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export const contactText = (lang: Lang) => (lang === 'da' ? da : en)

/** The rule in a few sentences, always in sight where somebody may be about to call. `instead`: what an enquiry said while nothing is agreed. */
export function ContactRule(props: { readonly agreed: ContactVersion | undefined; readonly instead?: Child; readonly lang: Lang; readonly name?: string | undefined; readonly change?: SafeHref | undefined }): Html {
  const { lang } = props
  const text = contactText(lang)
  const agreed = props.agreed && isOnlyPaper(props.agreed.contact) ? undefined : props.agreed
  const paper = agreed ? undefined : props.agreed?.contact.paper
  return (
    <Aside kind="rule" heading={text.ruleHeading}>
      {props.name !== undefined && <p>{text.called(props.name)}</p>}
      {agreed ? <p>{sentences(agreed.contact, lang).join(' ')}</p> : <p>{text.ruleNone}</p>}
      {agreed && <p class="quiet">{text.ruleBy(agreed.byName, sayDay(dayOf(agreed.at), lang))}</p>}
      {!agreed && props.instead !== undefined && <><p>{text.ruleNoneFrom}</p><p>{props.instead}</p></>}
      {paper && <p>{text.paper[paper]}</p>}
      {props.change && <p><Link href={props.change}>{agreed ? text.ruleChange : text.ruleWrite}</Link></p>}
    </Aside>
  )
}

/** The rule as sentences. */
export function sentences(it: SafeContact, lang: Lang): readonly string[] {
  const text = contactText(lang)
  const ways = it.channels.map(channel => text.channels[channel].toLowerCase()).join(` ${text.or} `)
  const how = [ways === '' ? text.noWay : text.only(ways), it.where, it.times].filter(Boolean).join(', ')
  return [
    `${how}.`, it.say && text.sayWho(it.say), text.message[it.message], text.digitalPost[it.digitalPost], text.paper[it.paper],
    it.codeWord && text.codeWordIs(it.codeWord), it.note,
  ].filter(Boolean)
}

/** The fields of the rule, filled with what was agreed last. */
export function ContactFields(props: { readonly ctx: Ctx; readonly agreed: SafeContact | undefined }): Html {
  const { ctx } = props
  const text = contactText(ctx.lang)
  const agreed: Partial<SafeContact> | undefined = props.agreed && isOnlyPaper(props.agreed) ? { paper: props.agreed.paper } : props.agreed
  const value = (field: keyof SafeContact) => (ctx.sent ? typed(ctx, field) : String(agreed?.[field] ?? ''))
  const common = (field: keyof SafeContact) => ({ name: field, error: faultOf(ctx, field), value: value(field) })
  const yesNo = [{ value: 'yes', label: text.yes }, { value: 'no', label: text.no }]
  const papers = [{ value: 'yes', label: text.paperOptions.yes }, { value: 'no', label: text.paperOptions.no }, { value: 'unknown', label: text.paperOptions.unknown }]
  return (
    <Marked marks={fewer(9, 4)}>
      <Checkboxes name="channels" label={text.askChannels} error={faultOf(ctx, 'channels')} values={ctx.sent ? typedAll(ctx, 'channels') : (agreed?.channels ?? [])}
        choices={contactChannels.map(it => ({ value: it, label: text.channels[it] }))} />
      <TextInput {...common('where')} label={text.askWhere} hint={text.whereHint} optional width="full" autocomplete="off" />
      <TextInput {...common('times')} label={text.askTimes} hint={text.timesHint} optional width="full" autocomplete="off" />
      <TextInput {...common('say')} label={text.askSay} hint={text.sayHint} optional autocomplete="off" />
      <Radios {...common('message')} label={text.askMessage} choices={yesNo} inline />
      <Radios {...common('digitalPost')} label={text.askPost} hint={text.postHint} choices={yesNo} inline />
      <Radios {...common('paper')} label={text.askPaper} choices={papers} inline />
      <TextInput {...common('codeWord')} label={text.askCodeWord} hint={text.codeWordHint} optional autocomplete="off" />
      <TextArea {...common('note')} label={text.askNote} hint={text.noteHint} optional rows={3} maxlength={600} />
    </Marked>
  )
}

interface ReachProps {
  readonly ctx: Ctx
  /** It has not happened yet. */
  readonly plan?: boolean
  /** The question, where it is not about a call or a meeting. */
  readonly ask?: string
  /** Whether to ask who opens the post. */
  readonly holder?: boolean | undefined
  /** Comes before the names, where two forms of a page ask. */
  readonly before?: string
}
/** How she is reached, said before it is kept: for every page on which somebody has called, met or plans to. */
export function ReachFields({ ctx, plan, ask, holder, before = '' }: ReachProps): Html {
  const text = contactText(ctx.lang).reach
  const field = (name: (typeof reachFields)[number]) => ({ name: `${before}${name}`, error: faultOf(ctx, `${before}${name}`) })
  const value = (name: (typeof reachFields)[number]) => typed(ctx, `${before}${name}`)
  return (
    <>
      <Radios {...field('reachChannel')} label={ask ?? (plan ? text.planAsk : text.ask)} hint={text.hint} inline value={value('reachChannel') || undefined}
        choices={reachChannels.map(it => ({ value: it, label: it === 'here' && plan ? text.planHere : text.ways[it] }))} />
      <Tick {...field('reachFollowed')} label={plan ? text.planFollowed : text.followed} checked={value('reachFollowed') === 'yes'} />
      {holder && <Tick {...field('notHolder')} label={text.notHolder} checked={value('notHolder') === 'yes'} />}
      <TextArea {...field('reachWhy')} label={text.why} hint={text.whyHint} optional rows={2} maxlength={600} value={value('reachWhy')} />
    </>
  )
}

/** When the rule was not followed, and why. */
export function OutsideRule(props: { readonly all: readonly Outside[]; readonly lang: Lang }): Html | null {
  const text = contactText(props.lang).reach
  if (props.all.length === 0) return null
  return (
    <Aside heading={text.outside}>
      <ul class="plain-list">{props.all.map(it => <li>{sayDay(dayOf(it.at), props.lang)}, {it.byName}: {text.ways[it.channel].toLowerCase()}. “{it.why}”</li>)}</ul>
    </Aside>
  )
}
