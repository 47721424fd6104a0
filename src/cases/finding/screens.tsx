// One field to search with, what it led to, and the page for a name or a word.
import { type Ctx, faultOf, type Screen, typed } from '../../platform/screen.ts'
import { Tick } from '../../platform/ui/choices.tsx'
import { TextInput } from '../../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link } from '../../platform/ui/form.tsx'
import { Lead, Notice } from '../../platform/ui/parts.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { CasePage } from '../actions.ts'
import { MoveFrame } from '../moves.tsx'
import { caseText } from '../say.ts'
import type { Found } from './store.ts'

function Field(props: { readonly ctx: Ctx }) {
  const { ctx } = props
  const text = caseText(ctx.lang).search
  return (
    <Form action="/soeg">
      <TextInput name="term" type="search" label={text.label} hint={text.hint} error={faultOf(ctx, 'term')} autocomplete="off" width="full" />
      <Actions><Button>{text.go}</Button></Actions>
    </Form>
  )
}

export function searchScreen(_page: object, ctx: Ctx): Screen {
  const text = caseText(ctx.lang).search
  return {
    title: text.title,
    body: (
      <>
        <ErrorSummary errors={(ctx.sent?.faults ?? []).map(it => ({ field: it.field || undefined, text: ctx.say(it.code) }))} />
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        <Field ctx={ctx} />
      </>
    ),
  }
}

export function foundScreen(found: readonly Found[], ctx: Ctx): Screen {
  const all = caseText(ctx.lang)
  const text = all.search
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.found(found.length)}</h1>
        {found.length === 0 && <Notice><p>{text.none}</p></Notice>}
        {found.length > 0 && (
          <Table caption={text.title} captionHidden empty="" columns={[{ label: all.columns.number, short: true }, { label: text.status }, { label: all.columns.next }, { label: all.columns.holder }]}
            rows={found.map(it => [<Link href={`/sager/${it.id}`}>{it.number}</Link>, all.statuses[it.status], all.nexts[it.next], it.holderName ?? ''])} />
        )}
        <Field ctx={ctx} />
      </>
    ),
  }
}

export function nameScreen(page: CasePage, ctx: Ctx): Screen {
  const text = caseText(ctx.lang).naming
  return {
    title: text.title,
    body: (
      <MoveFrame page={page} ctx={ctx} title={text.title} lead={text.lead} at="/navn" save={text.save}>
        <TextInput name="citizenName" label={text.name} hint={text.nameHint} optional error={faultOf(ctx, 'citizenName')} value={typed(ctx, 'citizenName')} autocomplete="off" />
        <TextInput name="safeWord" label={text.word} hint={text.wordHint} optional error={faultOf(ctx, 'safeWord')} value={typed(ctx, 'safeWord')} autocomplete="off" />
        <Tick name="agreed" label={text.agreed} error={faultOf(ctx, 'agreed')} checked={typed(ctx, 'agreed') === 'yes'} />
      </MoveFrame>
    ),
  }
}
