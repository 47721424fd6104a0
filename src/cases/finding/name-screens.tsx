// The name check as it is asked, and what the leader hears of it.
import { dayOf, type Lang, sayDay, sayTime } from '../../kernel/day.ts'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../../platform/screen.ts'
import { Radios, Select } from '../../platform/ui/choices.tsx'
import { TextInput } from '../../platform/ui/fields.tsx'
import { Button, Form } from '../../platform/ui/form.tsx'
import { Details } from '../../platform/ui/parts.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { CasePage } from '../actions.ts'
import { MoveFrame } from '../moves.tsx'
import type { OwnDecision } from './name-check.ts'
import { checkGrounds, type Crossing } from './name-store.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export const nameText = (lang: Lang) => (lang === 'da' ? da : en)

/** The two names and the ground. `known`: whose name the page asks for already. `alone`: the page asks for nothing else. */
export function NameFields(props: { readonly ctx: Ctx; readonly known?: 'exposed' | 'other'; readonly alone?: boolean }): Html {
  const { ctx, known, alone } = props
  const text = nameText(ctx.lang)
  const field = (name: 'exposedName' | 'otherName', label: string) => <TextInput name={name} label={label} hint={text.hint} optional error={faultOf(ctx, name)} value={typed(ctx, name)} autocomplete="off" />
  return (
    <>
      {known !== 'exposed' && field('exposedName', text.exposed)}
      {known !== 'other' && field('otherName', text.other)}
      <Radios name="checkGround" label={text.ground} optional={!alone} error={faultOf(ctx, 'checkGround')} value={typed(ctx, 'checkGround') || undefined} choices={checkGrounds.map(value => ({ value, label: text.grounds[value] }))} />
    </>
  )
}

export function checkScreen(page: CasePage, ctx: Ctx): Screen {
  const text = nameText(ctx.lang)
  return { title: text.title, body: <MoveFrame page={page} ctx={ctx} title={text.title} lead={text.lead} at="/navnetjek" save={text.save}><NameFields ctx={ctx} alone /></MoveFrame> }
}

/** That there is a crossing, who must not go on, and what the reader has decided about it; never with whom. */
export function Crossings(props: { readonly all: readonly Crossing[]; readonly decided: readonly OwnDecision[]; readonly counsellors: readonly { readonly person: string; readonly name: string }[]; readonly ctx: Ctx }): Html {
  const { all, ctx } = props
  const text = nameText(ctx.lang)
  return (
    <section>
      <h2>{text.crossings}</h2>
      <Table caption={text.crossings} captionHidden empty={text.crossingsEmpty} columns={[{ label: text.columns.number, short: true }, { label: text.columns.since }, { label: text.columns.says }, { label: text.both }]}
        rows={all.map(it => [
          it.number, sayTime(it.at, ctx.lang), <>{text.crossing}. {it.out.length > 0 ? text.crossingWhat(it.outNames) : text.crossingFine}</>,
          <Decision it={it} decided={props.decided.filter(one => one.caseId === it.id)} counsellors={props.counsellors.filter(one => it.out.some(who => who === one.person))} ctx={ctx} />,
        ])} />
    </section>
  )
}

/** What the reader has decided, with the reason, and whom it can still be decided of. */
function Decision(props: { readonly it: Crossing; readonly decided: readonly OwnDecision[]; readonly counsellors: readonly { readonly person: string; readonly name: string }[]; readonly ctx: Ctx }): Html {
  const { it, decided, counsellors, ctx } = props
  const text = nameText(ctx.lang)
  return (
    <>
      {decided.map(one => <p>{text.decided(one.name, sayDay(dayOf(one.at), ctx.lang))} “{one.reason}”</p>)}
      {counsellors.length > 0 ? (
        <Details summary={text.both}>
          <Form action={`/fordeling/${it.id}/begge`}>
            <Select name="person" label={text.person} value={counsellors[0]?.person} choices={counsellors.map(one => ({ value: one.person, label: one.name }))} />
            <TextInput name="reason" label={text.reason} error={faultOf(ctx, 'reason')} />
            <Button kind="secondary">{text.decide}</Button>
          </Form>
        </Details>
      ) : decided.length === 0 && text.notNow}
    </>
  )
}
