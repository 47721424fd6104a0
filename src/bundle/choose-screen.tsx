// The first step: what goes in; and what was made before.
import { dayOf, sayDay, sayTime } from '../kernel/day.ts'
import { type Ctx, faultOf, type Html, type Screen, typed, typedAll } from '../platform/screen.ts'
import { Checkboxes, Radios } from '../platform/ui/choices.tsx'
import { Actions, Button, ErrorSummary, Form, Link, LinkButton } from '../platform/ui/form.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import { Lead, Notice, Steps } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import { textOf } from './preview.ts'
import { sayOccurred } from './rules.ts'
import type { Choice } from './steps.ts'
import type { Listed } from './store.ts'

export interface StartPage {
  readonly at: SafeHref
  readonly choices: readonly Choice[]
  readonly bundles: readonly Listed[]
  readonly blocked: 'shown' | 'consent' | undefined
  readonly caseId: string | undefined
  readonly citizen?: string
}

export const faultList = (ctx: Ctx) => (ctx.sent?.faults ?? []).map(it => ({ field: it.field || undefined, text: ctx.say(it.code) }))

/** Where one is: nothing is made before the third step. */
export function Trail(props: { readonly ctx: Ctx; readonly now: 'choose' | 'look' | 'have' | 'deliver'; readonly choose?: SafeHref; readonly done?: boolean }): Html {
  const { steps } = textOf(props.ctx.lang)
  const order = ['choose', 'look', 'have', 'deliver'] as const
  const here = order.indexOf(props.now)
  return (
    <Steps label={steps.label} steps={order.map((it, index) => ({
      label: steps[it], state: props.done || index < here ? 'done' : index === here ? 'now' : 'later', href: it === 'choose' && index < here ? props.choose : undefined,
    }))} />
  )
}

export function startScreen(page: StartPage, ctx: Ctx): Screen {
  const text = textOf(ctx.lang).start
  return {
    title: text.title,
    body: (
      <>
        {page.caseId !== undefined && <p class="screen-only"><Link href={`/sager/${page.caseId}`}>{text.back}</Link></p>}
        <h1>{text.title}</h1>
        <Lead>{page.caseId === undefined ? text.lead : text.leadCase}</Lead>
        <ErrorSummary errors={faultList(ctx)} />
        {page.blocked ? <Blocked page={page} ctx={ctx} /> : page.choices.length === 0 ? <p>{text.none}</p> : <Choosing page={page} ctx={ctx} />}
        {page.bundles.length > 0 && <Earlier page={page} ctx={ctx} />}
      </>
    ),
  }
}

function Blocked({ page, ctx }: { readonly page: StartPage; readonly ctx: Ctx }): Html {
  const text = textOf(ctx.lang).start
  return (
    <Notice>
      <p>{page.blocked === 'shown' ? text.shown : text.consent}</p>
      {page.blocked === 'consent' && <Actions><LinkButton href={`/borgere/${page.citizen ?? ''}/samtykker?sag=${page.caseId ?? ''}`} kind="secondary">{text.askConsent}</LinkButton></Actions>}
    </Notice>
  )
}

function Choosing({ page, ctx }: { readonly page: StartPage; readonly ctx: Ctx }): Html {
  const text = textOf(ctx.lang).start
  const own = page.caseId === undefined
  const typical = page.choices.filter(it => it.typical).length
  const all = page.choices.map(it => String(it.no))
  return (
    <>
      <Trail ctx={ctx} now="choose" />
      <Form action={page.at} hidden={{ once: ctx.once }}>
        <Radios name="which" label={text.which} value={typed(ctx, 'which') || 'all'} error={faultOf(ctx, 'which')} choices={[
          { value: 'all', label: text.all(page.choices.length) },
          { value: 'some', label: text.some, inside: (
            <Checkboxes name="vis" label={text.list} error={faultOf(ctx, 'vis')} values={ctx.sent ? typedAll(ctx, 'vis') : all}
              choices={page.choices.map(it => ({ value: String(it.no), label: labelOf(it, ctx) }))} />
          ) },
        ]} />
        <p class="quiet">{typical > 0 ? text.typical(typical) : own ? text.noTypical : text.noTypicalCase} {own ? text.never : text.neverCase}</p>
        <Actions><Button>{text.next}</Button></Actions>
      </Form>
    </>
  )
}

function labelOf({ no, entry, typical }: Choice, ctx: Ctx): string {
  const text = textOf(ctx.lang)
  const words = entry.told.replaceAll(/\s+/g, ' ')
  const first = words.length > 70 ? `${words.slice(0, 68).toWellFormed()}…` : words
  return `${no}. ${sayOccurred(entry.occurred, text.certainty, ctx.lang)}: ${first}${typical ? ` (${text.start.isTypical})` : ''}`
}

function Earlier({ page, ctx }: { readonly page: StartPage; readonly ctx: Ctx }): Html {
  const text = textOf(ctx.lang)
  return (
    <section>
      <h2>{text.start.earlier}</h2>
      <Table caption={text.start.earlier} captionHidden columns={[text.start.madeAt, text.start.count, text.start.state, text.start.by].map(label => ({ label }))}
        rows={page.bundles.map(it => [
          <Link href={`${page.at}/${it.id}`}>{sayTime(it.madeAt, ctx.lang)}</Link>, String(it.entries.length), text.states[it.state],
          page.caseId !== undefined && it.madeBy === ctx.actor.id ? ctx.actor.name : (text.makers[it.madeRole] ?? ''),
        ])} />
    </section>
  )
}

export const madeOn = (it: Listed, ctx: Ctx): string => sayDay(dayOf(it.madeAt), ctx.lang)
