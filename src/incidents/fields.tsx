// The form of an entry, for writing and for changing. In twenty seconds it is: text, when, save.
import { dayOf } from '../kernel/day.ts'
import { type Ctx, faultOf, type Html, typed } from '../platform/screen.ts'
import { FieldGroup, Radios, Select } from '../platform/ui/choices.tsx'
import { DateInput, TextArea, TextInput, TimeInput } from '../platform/ui/fields.tsx'
import { Actions, Button, Form } from '../platform/ui/form.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import { Details } from '../platform/ui/parts.tsx'
import { actors, channels, type Content, kinds, longest, responses } from './rules.ts'
import { names, words } from './say.tsx'
import { whenFields } from './when.ts'

type Values = Readonly<Record<string, string>>

/** The fields as they stand in an entry. */
export function valuesOf(content: Content, note: string | undefined): Values {
  const { when, day, time, about } = whenFields(content.occurred)
  return {
    told: content.told, note: note ?? '', when, day: day ?? '', time: time ?? '', about: about ?? '', type: content.type === 'unsaid' ? '' : content.type,
    channel: content.channel ?? '', actor: content.actor ?? '', place: content.place ?? '', count: content.count > 1 ? String(content.count) : '',
    witnesses: content.witnesses.join('\n'), response: content.myResponse ?? '',
  }
}

const optional = ['type', 'channel', 'actor', 'place', 'count', 'witnesses', 'response'] as const

export function EntryForm(props: { readonly ctx: Ctx; readonly action: SafeHref; readonly values?: Values; readonly hidden?: Readonly<Record<string, string | number>>; readonly save: string; readonly last?: Html }): Html {
  const { ctx } = props
  const text = words(ctx).write
  const value = (field: string): string => (ctx.sent ? typed(ctx, field) : (props.values?.[field] ?? ''))
  const told = { value, ctx }
  return (
    <Form action={props.action} hidden={{ once: ctx.once, ...props.hidden }}>
      <TextArea name="told" label={text.told} hint={text.toldHint} rows={3} maxlength={longest.told} value={value('told')} error={faultOf(ctx, 'told')} />
      <WhenFields {...told} />
      <FieldGroup legend={text.note} hint={text.noteHint} quiet>
        <NoteField {...told} />
      </FieldGroup>
      <Details summary={text.more} open={optional.some(it => value(it) !== '' || faultOf(ctx, it) !== undefined)}>
        <MoreFields {...told} />
      </Details>
      <Actions><Button>{props.save}</Button>{props.last}</Actions>
    </Form>
  )
}

interface Given { readonly ctx: Ctx; readonly value: (field: string) => string }

function WhenFields({ ctx, value }: Given) {
  const text = words(ctx).write
  const today = dayOf(ctx.now)
  return (
    <Radios name="when" pairs label={text.when} value={value('when') || 'now'} error={faultOf(ctx, 'when')} choices={[
      { value: 'now', label: text.now },
      { value: 'today', label: text.today, inside: <TimeInput name="timeToday" label={text.clock} hint={text.clockHint} value={value('timeToday')} error={faultOf(ctx, 'timeToday')} /> },
      { value: 'other', label: text.other, inside: (
        <>
          <DateInput name="day" label={text.day} max={today} value={value('day')} error={faultOf(ctx, 'day')} />
          <TimeInput name="time" label={text.clock} hint={text.clockHint} value={value('time')} error={faultOf(ctx, 'time')} />
        </>
      ) },
      { value: 'unsure', label: text.unsure, inside: <TextInput name="about" label={text.about} hint={text.aboutHint} value={value('about')} error={faultOf(ctx, 'about')} /> },
    ]} />
  )
}

function NoteField({ ctx, value }: Given) {
  const text = words(ctx).write
  return <TextArea name="note" label={<span class="sr-only">{text.note}</span>} rows={1} maxlength={longest.note} value={value('note')} error={faultOf(ctx, 'note')} />
}

function MoreFields({ ctx, value }: Given) {
  const text = words(ctx).write
  const name = names(ctx)
  const listed = (all: readonly string[], of: Readonly<Record<string, string>>) => all.map(it => ({ value: it, label: of[it] ?? it }))
  return (
    <>
      <p class="quiet">{text.moreHint}</p>
      <Select name="type" label={text.kind} value={value('type')} choices={[]}
        groups={Object.entries(kinds).map(([group, of]) => ({ label: name.group[group] ?? group, choices: listed(of, name.kind) }))} />
      <Select name="channel" label={text.channel} value={value('channel')} choices={listed(channels, name.channel)} />
      <Select name="actor" label={text.actor} value={value('actor')} choices={listed(actors, name.actor)} />
      <TextInput name="count" label={text.count} hint={text.countHint} width="short" numeric value={value('count')} error={faultOf(ctx, 'count')} />
      <TextInput name="place" label={text.place} hint={text.placeHint} value={value('place')} error={faultOf(ctx, 'place')} />
      <TextArea name="witnesses" label={text.witnesses} hint={text.witnessesHint} rows={2} value={value('witnesses')} error={faultOf(ctx, 'witnesses')} />
      <Select name="response" label={text.response} value={value('response')} choices={listed(responses, name.response)} />
    </>
  )
}
