// Children of a case, and the family counsellor's own pages.
import { addDays, dayOf, type Lang, sayDay, sayTime } from '../../kernel/day.ts'
import { ReachFields } from '../../citizens/screens.tsx'
import { given } from '../../forms/rules.ts'
import { FormErrors } from '../../forms/screens.tsx'
import { type Ctx, faultOf, type Screen, typed } from '../../platform/screen.ts'
import { Radios, Select } from '../../platform/ui/choices.tsx'
import { DateInput, TextArea } from '../../platform/ui/fields.tsx'
import { Actions, Button, Form, Link, PostButton } from '../../platform/ui/form.tsx'
import type { SafeHref } from '../../platform/ui/href.ts'
import { Columns, Details, Lead, Notice } from '../../platform/ui/parts.tsx'
import { type childrenPage, isOverdue } from './actions.ts'
import type { trackPage } from './family.ts'
import type { recordPage } from './records.ts'
import { isYoung, needsTelling, otherParents, recordKinds, recordWords } from './rules.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'
import { TellHer, ToldList } from '../coordination/doing.tsx'
import { resumed } from '../move-drafts.ts'
import { CaseFrame, Faults, workText } from '../coordination/frame.tsx'
import { HerRuleBox } from '../her-rule/screens.tsx'
import { ChildList } from '../coordination/screens.tsx'
import { PaperBody } from '../tools/screens.tsx'
import { paperWord } from '../tools/rules.ts'

export const childText = (lang: Lang) => (lang === 'da' ? da : en)
type Page = Awaited<ReturnType<typeof childrenPage.run>>
type Track = Page['tracks'][number]

export function childrenScreen(page: Page, ctx: Ctx): Screen {
  const text = childText(ctx.lang)
  const open = page.tracks.some(it => it.state === 'asked' || it.state === 'accepted')
  return {
    title: text.title,
    body: (
      <CaseFrame frame={page} ctx={ctx} title={text.title} lead={text.lead}>
        {page.duty ? <p>{text.dutyLine(page.duty.byName, sayDay(dayOf(page.duty.at), ctx.lang))}</p> : (
          <>
            <Notice heading={text.dutyHeading}><p>{text.dutyText}</p></Notice>
            {page.writes && <PostButton action={`/sager/${page.now.id}/boern/pligt`} label={text.dutyDone} />}
          </>
        )}
        {page.duty && <ChildList papers={page.papers} case={page.now.id} ctx={ctx} />}
        {page.duty && page.writes && <p><Link href={`/sager/${page.now.id}/papir/${paperWord('child')}/nyt` as SafeHref}>{text.addChild}</Link></p>}
        <Young page={page} ctx={ctx} />
        <h2>{text.familyHeading}</h2>
        <p>{text.familyLead}</p>
        {page.tracks.map(it => <TrackLine it={it} page={page} ctx={ctx} />)}
        {page.duty && page.writes && !open && <AskCounsellor page={page} ctx={ctx} />}
      </CaseFrame>
    ),
  }
}

function Young(props: { readonly page: Page; readonly ctx: Ctx }) {
  const { page, ctx } = props
  const text = childText(ctx.lang)
  return (
    <>
      <p><Link href={`/sager/${page.now.id}/papir/${paperWord('young')}/ark` as SafeHref}>{text.youngLink}</Link></p>
      {isYoung(page.young) && (
        <Notice kind="warn" heading={text.youngHeading}>
          <p>{text.youngHolder}</p>
          <p><strong>{text.youngWords}:</strong> “{text.youngSay}”</p>
        </Notice>
      )}
    </>
  )
}

function TrackLine(props: { readonly it: Track; readonly page: Page; readonly ctx: Ctx }) {
  const { it, page, ctx } = props
  const text = childText(ctx.lang)
  const day = (at: Date) => sayDay(dayOf(at), ctx.lang)
  return (
    <section>
      <p><strong>{text.states[it.state]}</strong>: {text.trackLine(it.counsellorName, day(it.askedAt), sayDay(it.due, ctx.lang))} {isOverdue(it, ctx.now) && <span class="late">{text.overdue}</span>}</p>
      <ul>
        {it.acceptedAt && <li>{text.acceptedOn(day(it.acceptedAt))}</li>}
        {it.givenAt && <li>{text.givenOn(day(it.givenAt))}</li>}
        {it.dates.map(one => <li>{one.kind === 'agreement' && one.untilDay ? text.agreementDates(sayDay(one.onDay, ctx.lang), sayDay(one.untilDay, ctx.lang)) : text.outcomeDate(sayDay(one.onDay, ctx.lang))}</li>)}
        {it.state === 'declined' && <li>“{it.reason}”</li>}
        {it.state === 'ended' && it.stepAt && <li>{text.endedOn(day(it.stepAt))}</li>}
      </ul>
      {page.writes && it.state === 'asked' && <PostButton action={`/sager/${page.now.id}/boern/familieraadgiver/${it.id}` as SafeHref} kind="secondary" label={text.takeBack} />}
    </section>
  )
}

function AskCounsellor(props: { readonly page: Page; readonly ctx: Ctx }) {
  const { page, ctx } = props
  const text = childText(ctx.lang)
  if (page.counsellors.length === 0) return <p>{text.noCounsellor}</p>
  return (
    <Form action={`/sager/${page.now.id}/boern/familieraadgiver`}>
      <h3>{text.ask}</h3>
      <Select name="counsellor" label={text.counsellor} error={faultOf(ctx, 'counsellor')} value={typed(ctx, 'counsellor') || page.counsellors[0]?.person} choices={page.counsellors.map(it => ({ value: it.person, label: it.name }))} />
      <TextArea name="purpose" label={text.purpose} hint={text.purposeHint} error={faultOf(ctx, 'purpose')} value={typed(ctx, 'purpose')} rows={4} maxlength={2000} />
      <Radios name="other" label={text.other} error={faultOf(ctx, 'other')} value={typed(ctx, 'other') || undefined} choices={otherParents.map(value => ({ value, label: text.others[value] }))} />
      <DateInput name="due" label={text.due} error={faultOf(ctx, 'due')} value={typed(ctx, 'due') || addDays(dayOf(ctx.now), 7)} min={dayOf(ctx.now)} />
      <Actions><Button>{text.send}</Button></Actions>
    </Form>
  )
}

type TrackPage = Awaited<ReturnType<typeof trackPage.run>>
export function trackScreen(page: TrackPage, ctx: Ctx): Screen {
  const text = childText(ctx.lang)
  const { track: it } = page
  const rule = page.rule && <HerRuleBox rule={page.rule} lang={ctx.lang} />
  return {
    title: text.trackTitle,
    body: (
      <>
        <Faults ctx={ctx} />
        <p class="screen-only"><Link href="/opgaver">{workText(ctx.lang).mineTitle}</Link></p>
        <h1>{text.trackTitle}</h1>
        <Lead>{text.askedBy(it.askedByName, sayDay(dayOf(it.askedAt), ctx.lang))} {it.state === 'asked' ? text.answerBy(sayDay(it.due, ctx.lang)) : text.states[it.state]}</Lead>
        <Columns rule={rule}>
          <p>“{it.ask.purpose}”</p>
          <p>{text.other} {text.others[it.ask.other]}</p>
          {it.state === 'asked' && <Answer page={page} ctx={ctx} />}
          {it.state !== 'asked' && <Records page={page} ctx={ctx} />}
          {it.state === 'accepted' && <PostButton action={`/familie/${it.id}/slut`} kind="secondary" label={text.end} />}
        </Columns>
      </>
    ),
  }
}

function Answer(props: { readonly page: TrackPage; readonly ctx: Ctx }) {
  const { page: { track }, ctx } = props
  const text = childText(ctx.lang)
  return (
    <>
      <PostButton action={`/familie/${track.id}/tag`} label={text.take} />
      <Details summary={text.decline} open={ctx.sent !== undefined}>
        <Form action={`/familie/${track.id}/afvis`}>
          <TextArea name="reason" label={text.declineWhy} error={faultOf(ctx, 'reason')} value={typed(ctx, 'reason')} rows={3} maxlength={4000} />
          <Button kind="secondary">{text.decline}</Button>
        </Form>
      </Details>
    </>
  )
}

function Records(props: { readonly page: TrackPage; readonly ctx: Ctx }) {
  const { page: { track, records, begun, told, contacts }, ctx } = props
  const text = childText(ctx.lang)
  const free = told.some(it => !contacts.some(one => one.told === it.id))
  return (
    <>
      <h2>{text.recordsHeading}</h2>
      <p>{text.recordsLead}</p>
      {recordKinds.map(kind => {
        const mine = records.filter((it, at) => it.kind === kind && records.findIndex(one => one.id === it.id) === at)
        const waits = needsTelling(kind, track.ask.other) && !free
        const draftOf = (record: string) => begun.find(it => it.record === `${recordWords[kind]}-${record}`)
        const fresh = draftOf('nyt')
        return (
          <section>
            <h3>{text.records[kind]}</h3>
            <ul class="plain-list">{mine.map(it => <li><Link href={`/familie/${track.id}/${recordWords[kind]}/${it.id}` as SafeHref}>{sayDay(it.onDay, ctx.lang)}{it.untilDay && ` – ${sayDay(it.untilDay, ctx.lang)}`}</Link>{draftOf(it.id) && `. ${workText(ctx.lang).tools.draft(sayTime(draftOf(it.id)?.at ?? it.at, ctx.lang))}`}</li>)}</ul>
            {fresh && <p>{workText(ctx.lang).tools.draft(sayTime(fresh.at, ctx.lang))}: <Link href={`/familie/${track.id}/${recordWords[kind]}/nyt` as SafeHref}>{workText(ctx.lang).tools.goOn}<span class="sr-only">{workText(ctx.lang).tools.about(text.records[kind])}</span></Link></p>}
            {track.state === 'accepted' && (waits
              ? <Details summary={text.tellHeading} open={ctx.sent !== undefined}><p>{text.tellFirst}</p><ToldList told={told} contacts={contacts} ctx={ctx} /><TellHer to={`/familie/${track.id}/fortalt` as SafeHref} ctx={ctx} /></Details>
              : !fresh && <p><Link href={`/familie/${track.id}/${recordWords[kind]}/nyt` as SafeHref}>{text.add(text.records[kind])}</Link></p>)}
          </section>
        )
      })}
    </>
  )
}

/** One record and nothing else: it may be read by the one whom it is about. */
export function recordScreen(page: Awaited<ReturnType<typeof recordPage.run>>, ctx: Ctx): Screen {
  const text = childText(ctx.lang)
  const [last] = page.versions
  const back = `/familie/${page.track}` as const
  return {
    title: text.records[page.kind],
    body: (
      <>
        <FormErrors ctx={ctx} form={page.form} />
        <p class="screen-only"><Link href={back}>{text.backToFamily}</Link></p>
        <h1>{text.records[page.kind]}</h1>
        <Lead>{text.recordLead}</Lead>
        {last && given(last.says.values, 'signed') === 'yes' && <Notice heading={text.hisOwn.heading}><p>{text.hisOwn.text} <Link href="/samtaler">{text.hisOwn.link}</Link></p></Notice>}
        <Columns rule={page.rule && <HerRuleBox rule={page.rule} lang={ctx.lang} />}>
          <PaperBody it={page} ctx={ctx} at={`${back}/${recordWords[page.kind]}/${page.record}`} filesAt={back} writes={page.writes} back={{ href: back, label: text.backToFamily }} says={{ keepFirst: text.keep, draft: text.draftText, now: text.keptNow }}>
            {page.asksReach && <ReachFields ctx={resumed(ctx, page.draft)} holder={page.rule?.holderShut} />}
          </PaperBody>
        </Columns>
      </>
    ),
  }
}
