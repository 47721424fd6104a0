// Meetings of a case, and what one participant was sent.
import { dayOf, type Lang, sayTime } from '../../kernel/day.ts'
import { ReachFields } from '../../citizens/screens.tsx'
import { topics as abouts } from '../../consents/rules.ts'
import { type Ctx, faultOf, type Screen, typed, typedAll } from '../../platform/screen.ts'
import { Checkboxes, Radios, Select, Tick } from '../../platform/ui/choices.tsx'
import { DateInput, FieldRow, TextArea, TextInput, TimeInput } from '../../platform/ui/fields.tsx'
import { Actions, Button, Form, Link, PostButton } from '../../platform/ui/form.tsx'
import { Details, Lead, Notice } from '../../platform/ui/parts.tsx'
import type { SafeHref } from '../../platform/ui/href.ts'
import { da as childDa } from '../children/text.da.ts'
import { en as childEn } from '../children/text.en.ts'
import { CaseFrame, Faults, workText } from '../coordination/frame.tsx'
import { OwnerAndDay } from '../coordination/doing.tsx'
import { forums } from '../coordination/rules.ts'
import { type copyPage, type meetingPage, type meetingsPage, topicRows } from './actions.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

const childText = (lang: Lang) => (lang === 'da' ? childDa : childEn)
export const meetingText = (lang: Lang) => (lang === 'da' ? da : en)
type List = Awaited<ReturnType<typeof meetingsPage.run>>
type Page = Awaited<ReturnType<typeof meetingPage.run>>

export function meetingsScreen(page: List, ctx: Ctx): Screen {
  const text = meetingText(ctx.lang)
  return {
    title: text.title,
    body: (
      <CaseFrame frame={page} ctx={ctx} title={text.title} lead={text.lead}>
        {page.meetings.length === 0 && <p class="quiet">{text.none}</p>}
        <ul class="plain-list">{page.meetings.map(it => (
          <li><Link href={`/sager/${page.now.id}/moeder/${it.id}`}>{it.title}</Link> · {sayTime(it.at, ctx.lang)}{it.forum !== 'none' && ` · ${it.forum}`}</li>
        ))}</ul>
        {page.writes && <NewMeeting page={page} ctx={ctx} />}
      </CaseFrame>
    ),
  }
}

function NewMeeting(props: { readonly page: List; readonly ctx: Ctx }) {
  const { page, ctx } = props
  const text = meetingText(ctx.lang)
  return (
    <Form action={`/sager/${page.now.id}/moeder`}>
      <h2>{text.newHeading}</h2>
      <TextInput name="title" label={text.name} error={faultOf(ctx, 'title')} value={typed(ctx, 'title')} width="full" />
      <FieldRow>
        <DateInput name="day" label={text.day} error={faultOf(ctx, 'day')} value={typed(ctx, 'day')} />
        <TimeInput name="clock" label={text.clock} error={faultOf(ctx, 'clock')} value={typed(ctx, 'clock')} />
      </FieldRow>
      <TextInput name="place" label={text.place} optional value={typed(ctx, 'place')} width="full" />
      <Checkboxes name="people" label={text.people} error={faultOf(ctx, 'people')} values={typedAll(ctx, 'people')}
        choices={page.people.map(it => ({ value: it.person, label: `${it.name}, ${it.unit ?? it.organisationName}` }))} />
      <TextArea name="citizens" label={text.citizens} hint={text.citizensHint} optional value={typed(ctx, 'citizens')} rows={2} />
      <Details summary={text.reaches} open={typed(ctx, 'citizens') !== '' || faultOf(ctx, 'reachChannel') !== undefined || faultOf(ctx, 'reachWhy') !== undefined}><ReachFields ctx={ctx} plan /></Details>
      <TextArea name="others" label={text.others} hint={text.othersHint} optional error={faultOf(ctx, 'others')} value={typed(ctx, 'others')} rows={2} />
      {page.rule.holderShut && <Tick name="notHolder" label={childText(ctx.lang).notHolder} checked={typed(ctx, 'notHolder') === 'yes'} />}
      <Radios name="forum" inline label={text.forum} hint={text.forumHint} value={typed(ctx, 'forum') || 'none'} choices={forums.map(value => ({ value, label: text.forums[value] }))} />
      <h3>{text.topics}</h3>
      {topicRows.slice(0, 2).map(row => <TopicFields row={row} page={page} ctx={ctx} />)}
      <Details summary={text.topic(3)} open={typed(ctx, 'topic-3') !== ''}>{topicRows.slice(2).map(row => <TopicFields row={row} page={page} ctx={ctx} />)}</Details>
      <Actions><Button>{text.call}</Button></Actions>
    </Form>
  )
}

function TopicFields(props: { readonly row: number; readonly page: List; readonly ctx: Ctx }) {
  const { row, page, ctx } = props
  const text = meetingText(ctx.lang)
  const others = page.people.filter((it, at) => it.organisation !== page.house && page.people.findIndex(one => one.organisation === it.organisation) === at)
  const choices = [
    ...(['house', ...abouts] as const).map(value => ({ value, label: text.shares[value] })), ...others.map(it => ({ value: String(it.organisation), label: text.ownTopic(it.organisationName) })),
  ]
  return (
    <>
      <TextInput name={`topic-${row}`} label={text.topic(row)} optional={row > 1} error={faultOf(ctx, `topic-${row}`)} value={typed(ctx, `topic-${row}`)} width="full" />
      <Select name={`sharing-${row}`} label={<>{text.sharing}<span class="sr-only"> {text.topic(row)}</span></>} value={typed(ctx, `sharing-${row}`) || 'house'} choices={choices} />
    </>
  )
}

export function meetingScreen(page: Page, ctx: Ctx): Screen {
  const text = meetingText(ctx.lang)
  const { meeting: it } = page
  const send = (what: 'invitation' | 'minutes') => (
    <PostButton action={`/sager/${page.now.id}/moeder/${it.id}/send`} hidden={{ what }} kind="secondary" label={what === 'minutes' ? text.sendMinutes : text.sendInvitation} />
  )
  return {
    title: text.meeting,
    body: (
      <CaseFrame frame={page} ctx={ctx} title={it.title} lead={`${sayTime(it.at, ctx.lang)}${it.place ? `, ${it.place}` : ''}`}>
        <p class="screen-only"><Link href={`/sager/${page.now.id}/moeder`}>{text.title}</Link></p>
        {it.forum !== 'none' && <Notice kind="warn"><p>{text.marked(it.forum)}</p></Notice>}
        <h2>{text.whoIs}</h2>
        <p>{it.seats.map(seat => seat.name).join(', ')}</p>
        <h2>{text.gets}</h2>
        <ul>{page.cuts.map(({ to, cut }) => (
          <li><strong>{to.name}, {to.organisationName}</strong>: {cut.length === 0 ? text.getsNothing : cut.length === it.topics.length ? text.getsAll : text.getsSome(cut.map(one => one.topic.text).join(', '))}</li>
        ))}</ul>
        {page.writes && send('invitation')}
        <Minutes page={page} ctx={ctx} />
        {page.writes && page.minutes && <Actions>{send('minutes')}</Actions>}
        {page.copies.length > 0 && <><h2>{text.sent}</h2><p>{text.frozen}</p></>}
        <ul class="plain-list">{page.copies.map(copy => <li>{text.sentLine(workText(ctx.lang).copyKinds[copy.what], copy.toName, sayTime(copy.at, ctx.lang))}</li>)}</ul>
      </CaseFrame>
    ),
  }
}

function Minutes(props: { readonly page: Page; readonly ctx: Ctx }) {
  const { page, ctx } = props
  const text = meetingText(ctx.lang)
  const kept = (topic: string) => page.minutes?.says.find(it => it.topic === topic)
  if (!page.writes && !page.minutes) return null
  if (!page.writes) return <><h2>{text.minutes}</h2>{page.meeting.topics.map(it => <section><h3>{it.text}</h3><p>{kept(it.id)?.said}</p><p>{kept(it.id)?.decision}</p></section>)}</>
  return (
    <Form action={`/sager/${page.now.id}/moeder/${page.meeting.id}`} hidden={{ seen: page.minutes?.version ?? 0 }}>
      <h2>{text.minutes}</h2>
      <p>{text.minutesLead}</p>
      {page.meeting.topics.map(({ id, text: topic }) => (
        <section>
          <h3>{topic}</h3>
          <TextArea name={`said-${id}`} label={<>{text.said}<span class="sr-only"> {topic}</span></>} error={faultOf(ctx, `said-${id}`)} value={ctx.sent ? typed(ctx, `said-${id}`) : kept(id)?.said} rows={3} maxlength={4000} />
          <TextArea name={`decision-${id}`} label={<>{text.decision}<span class="sr-only"> {topic}</span></>} value={ctx.sent ? typed(ctx, `decision-${id}`) : kept(id)?.decision} rows={2} maxlength={1000} />
          {page.tasks.some(it => it.meeting === page.meeting.id && it.topic === id) ? <p>{text.isTask}</p>
            : <Details summary={text.decisionTask} open={typed(ctx, `owner-${id}`) !== ''}><OwnerAndDay owners={page.owners} ctx={ctx} after={`-${id}`} due={dayOf(page.meeting.at)} /></Details>}
        </section>
      ))}
      <Actions><Button>{text.saveMinutes}</Button></Actions>
    </Form>
  )
}

export function copyScreen(page: Awaited<ReturnType<typeof copyPage.run>>, ctx: Ctx): Screen {
  const text = meetingText(ctx.lang)
  const title = text.copyTitle[page.what]
  return {
    title,
    body: (
      <>
        <Faults ctx={ctx} />
        <p class="screen-only"><Link href={'/opgaver' as SafeHref}>{workText(ctx.lang).mineTitle}</Link></p>
        <h1>{title}</h1>
        <Lead>{text.copyLead(sayTime(page.at, ctx.lang), page.byName)}</Lead>
        {page.copy.title !== '' && <p><strong>{page.copy.title}</strong></p>}
        <p>{text.heldAt(sayTime(new Date(page.copy.at), ctx.lang))} {page.copy.place}</p>
        {page.forum !== 'none' && <Notice kind="warn"><p>{text.marked(page.forum)}</p></Notice>}
        {page.copy.topics.map(it => <section><h2>{it.text}</h2>{it.said && <p>{it.said}</p>}{it.decision && <p><strong>{it.decision}</strong></p>}</section>)}
      </>
    ),
  }
}
