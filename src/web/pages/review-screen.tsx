// The list that is signed every half year: each person's roles, and what they let her see, in words.
import { dayOf, sayDay } from '../../kernel/day.ts'
import type { reviewAction } from '../../directory/actions-review.ts'
import { reviewDue } from '../../directory/group.ts'
import { directoryText, sayRole } from '../../directory/say.ts'
import { RoleForm } from '../../directory/roles-screen.tsx'
import { type Ctx, faultOf, type Screen, typed } from '../../platform/screen.ts'
import { Link } from '../../platform/ui/form.tsx'
import { Tick } from '../../platform/ui/choices.tsx'
import { TextArea } from '../../platform/ui/fields.tsx'
import { Lead, Notice } from '../../platform/ui/parts.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { seenBy } from './access-words.ts'
import { shutText } from '../../cases/shut/screens.tsx'
import type { Exception } from '../../directory/group.ts'
import type { Html } from '../../platform/screen.ts'

export function reviewScreen(page: Awaited<ReturnType<typeof reviewAction.run>>, ctx: Ctx): Screen {
  const text = directoryText(ctx.lang).review
  const { last } = page
  const { due, late } = reviewDue(last, page.today)
  const signs = ctx.actor.roles.some(it => it === 'tovholder' || it === 'leader')
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        <p>{last ? text.signed(last.signedBy, sayDay(dayOf(last.signedAt), ctx.lang)) : text.never} {text.next(sayDay(due, ctx.lang))}{late && ` ${text.late}`}</p>
        {last?.note && <Notice><p>“{last.note}”</p></Notice>}
        <Table caption={text.list(sayDay(page.today, ctx.lang))} columns={[{ label: text.columns.name }, { label: text.columns.roles }, { label: text.columns.sees }]}
          rows={page.listed.map(it => [
            <>{it.name}<br /><span class="quiet">{it.place}</span></>, it.roles.map(role => sayRole(role, ctx.lang)).join(', ') || text.noRole,
            it.roles.length === 0 ? text.nothing : <>{seenBy(it.roles, ctx.lang).map((one, at) => <>{at > 0 && <br />}{one}</>)}</>,
          ])} />
        <Exceptions all={page.exceptions} ctx={ctx} />
        {signs && (
          <RoleForm ctx={ctx} heading={2} title={text.sign} lead={text.signLead} action="/adgang" save={text.save} back="/roller">
            <TextArea name="note" label={text.note} rows={3} value={typed(ctx, 'note')} error={faultOf(ctx, 'note')} />
            <Tick name="read" label={text.read} error={faultOf(ctx, 'read')} checked={typed(ctx, 'read') === 'yes'} />
          </RoleForm>
        )}
      </>
    ),
  }
}

/** Who saw more or less than the roles say: signed with the rest. The whole reason is read where it is decided on. */
function Exceptions({ all, ctx }: { readonly all: readonly Exception[]; readonly ctx: Ctx }): Html {
  const text = shutText(ctx)
  const why: Readonly<Record<string, string>> = { ...text.kinds, danger: text.review.danger }
  // Whoever is told no numbers has no column for them.
  const numbered = all.some(it => it.number)
  const may = (...roles: readonly string[]) => ctx.actor.roles.some(it => roles.includes(it))
  return (
    <>
      <h2>{text.review.title}</h2>
      <p>{text.review.lead} {may('leader', 'dataProtectionOfficer') && <><Link href="/interesser">{text.title}</Link>{may('leader') && <>, <Link href="/fare/alle">{text.review.openings}</Link></>}.</>}</p>
      <Table caption={text.review.title} captionHidden empty={text.review.none} columns={[{ label: text.who }, { label: text.why }, { label: text.review.when }, ...(numbered ? [{ label: text.case, short: true }] : [])]}
        rows={all.map(it => [it.name, why[it.what] ?? it.what, text.review.days(sayDay(it.day, ctx.lang), it.until && it.what !== 'danger' ? sayDay(it.until, ctx.lang) : undefined), ...(numbered ? [it.number] : [])])} />
    </>
  )
}
