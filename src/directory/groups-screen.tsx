import { type Ctx, faultOf, type Screen, typed } from '../platform/screen.ts'
import { Select } from '../platform/ui/choices.tsx'
import { DateInput, FieldRow, TextArea, TextInput } from '../platform/ui/fields.tsx'
import { Actions, Link, LinkButton, PostButton } from '../platform/ui/form.tsx'
import { Lead } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import type { groupAction, GroupsPage } from './actions-groups.ts'
import { groupKinds, type Member } from './group.ts'
import { covers } from './holding.ts'
import { keeps, PersonSelect, RoleForm } from './roles-screen.tsx'
import { directoryText, sayTimeHeld } from './say.ts'

export function groupsScreen(page: GroupsPage, ctx: Ctx): Screen {
  const text = directoryText(ctx.lang).groups
  const now = (members: readonly Member[]) => members.filter(it => covers(it, page.today)).map(it => it.name).join(', ')
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        {keeps(ctx) && <p class="screen-only"><LinkButton href="/grupper/ny">{text.make}</LinkButton></p>}
        <Table caption={text.title} captionHidden empty={text.none} columns={[{ label: text.name }, { label: text.kind }, { label: text.mandate }, { label: text.members }, { label: text.time }]}
          rows={page.groups.map(it => [<Link href={`/grupper/${it.id}`}>{it.name}</Link>, text.kinds[it.kind], it.mandate, now(it.members), sayTimeHeld(it, ctx.lang)])} />
      </>
    ),
  }
}

export function newGroupScreen(page: GroupsPage, ctx: Ctx): Screen {
  const text = directoryText(ctx.lang).groups
  const roles = directoryText(ctx.lang).roles
  return {
    title: text.make,
    body: (
      <RoleForm ctx={ctx} title={text.make} lead={text.makeLead} action="/grupper/ny" back="/grupper">
        <Select name="kind" label={text.kind} choices={groupKinds.map(value => ({ value, label: text.kinds[value] }))} value={typed(ctx, 'kind')} error={faultOf(ctx, 'kind')} />
        <TextInput name="name" label={text.name} value={typed(ctx, 'name')} error={faultOf(ctx, 'name')} />
        <TextArea name="mandate" label={text.mandate} hint={text.mandateHint} rows={4} value={typed(ctx, 'mandate')} error={faultOf(ctx, 'mandate')} />
        <FieldRow>
          <DateInput name="from" label={roles.from} value={typed(ctx, 'from') || page.today} error={faultOf(ctx, 'from')} />
          <DateInput name="to" label={roles.to} hint={text.toHint} optional value={typed(ctx, 'to')} error={faultOf(ctx, 'to')} />
        </FieldRow>
      </RoleForm>
    ),
  }
}

export function groupScreen(page: Awaited<ReturnType<typeof groupAction.run>>, ctx: Ctx): Screen {
  const text = directoryText(ctx.lang).groups
  const roles = directoryText(ctx.lang).roles
  const { it } = page
  const open = keeps(ctx) && (it.to === null || it.to >= page.today)
  const out = (one: Member) => (open && one.to === null
    ? <PostButton action={`/grupper/${it.id}/ud`} hidden={{ person: one.person, from: one.from }} kind="quiet" label={<>{text.out}<span class="sr-only">: {one.name}</span></>} /> : '')
  return {
    title: it.name,
    body: (
      <>
        <h1>{it.name}</h1>
        <Lead>{text.kinds[it.kind]}, {sayTimeHeld(it, ctx.lang)}</Lead>
        <p>{it.mandate}</p>
        <Table caption={text.members} empty={text.nobody} columns={[{ label: roles.name }, { label: text.time }, ...(open ? [{ label: roles.columns.change }] : [])]}
          rows={it.members.map(one => [one.name, sayTimeHeld(one, ctx.lang), ...(open ? [out(one)] : [])])} />
        {open && (
          <RoleForm ctx={ctx} heading={2} title={text.add} lead={text.addLead} action={`/grupper/${it.id}/medlem`} back="/grupper">
            <PersonSelect ctx={ctx} page={page} label={roles.person} />
            <DateInput name="from" label={roles.from} value={typed(ctx, 'from') || page.today} error={faultOf(ctx, 'from')} />
          </RoleForm>
        )}
        {open && <Actions><PostButton action={`/grupper/${it.id}/slut`} kind="quiet" label={`${text.end}: ${it.name}`} /></Actions>}
      </>
    ),
  }
}
