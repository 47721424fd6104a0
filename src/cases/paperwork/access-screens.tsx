// Who asks to see the case, on which page, and the decision line by line.
import type { Role } from '../../kernel/actor.ts'
import { roles } from '../../kernel/actor.ts'
import { dayOf, sayDay } from '../../kernel/day.ts'
import { words as consentWords } from '../../consents/screens.tsx'
import { receivers } from '../../consents/rules.ts'
import { inSentence, sayRole } from '../../directory/say.ts'
import { words as measureWords } from '../../measures/fields.tsx'
import { isKind } from '../../measures/rules.ts'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../../platform/screen.ts'
import { Radios, Select } from '../../platform/ui/choices.tsx'
import { DateInput, TextArea, TextInput } from '../../platform/ui/fields.tsx'
import { Actions, Button, Form, Link } from '../../platform/ui/form.tsx'
import { Details, Notice } from '../../platform/ui/parts.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { type AccessPage, namedDocuments, notice } from './access.ts'
import { type Heading, type Material, nameOf } from './access-material.ts'
import { reachChannels } from '../../citizens/rules.ts'
import { contactText, ReachFields } from '../../citizens/screens.tsx'
import { CaseFrame, PaperAnswers, workText } from '../coordination/frame.tsx'
import { recordKinds } from '../children/rules.ts'
import { childText } from '../children/screens.tsx'
import { ways } from '../coordination/rules.ts'
import { paperKinds } from '../tools/rules.ts'
import { dueOf, isLate, paperWords } from './screens.tsx'
import { accessGrounds, answers, askersOf, markKinds, type Side, sideOf } from './rules.ts'
import { scanKinds } from '../scans/rules.ts'
import { scanWords } from '../scans/screens.tsx'
import { eventItem } from '../screens.tsx'

const toPapers = (id: string, ctx: Ctx) => ({ href: `/sager/${id}/papirer` as const, label: paperWords(ctx).title })

export const askScreen = (side: Side) => (page: Pick<AccessPage, 'now' | 'rule'>, ctx: Ctx): Screen => {
  const text = paperWords(ctx).access
  const { now: it } = page
  return {
    title: text.adds[side],
    body: (
      <CaseFrame frame={page} ctx={ctx} title={text.adds[side]} lead={`${text.askLead[side]} ${text.lead}`} under={toPapers(it.id, ctx)}>
        <Form action={side === 'hers' ? `/sager/${it.id}/aktindsigt` : `/sager/${it.id}/indsigt-den-anden-part`} hidden={{ once: ctx.once }}>
          <Radios name="askedBy" label={text.who} value={typed(ctx, 'askedBy') || undefined} error={faultOf(ctx, 'askedBy')} choices={askersOf[side].map(one => ({ value: one, label: text.askers[one] }))} />
          <DateInput name="receivedOn" label={text.received} max={dayOf(ctx.now)} error={faultOf(ctx, 'receivedOn')} value={typed(ctx, 'receivedOn') || dayOf(ctx.now)} />
          <TextArea name="about" label={text.about} rows={3} maxlength={2000} error={faultOf(ctx, 'about')} value={typed(ctx, 'about')} />
          <Actions><Button>{paperWords(ctx).save}</Button></Actions>
        </Form>
      </CaseFrame>
    ),
  }
}

export function accessScreen(page: AccessPage, ctx: Ctx): Screen {
  const text = paperWords(ctx).access
  const { request, now: it, sheTold } = page
  return {
    title: text.title,
    body: (
      <CaseFrame frame={page} ctx={ctx} title={`${text.title}: ${text.askers[request.askedBy].toLowerCase()}`} lead={request.decidedAt ? page.about : `${dueOf(request, ctx)}. ${page.about}`} under={toPapers(it.id, ctx)}>
        {page.steps.map(one => <p>{one.step === 'told' ? text.told(sayDay(dayOf(one.at), ctx.lang), one.untilDay ? sayDay(one.untilDay, ctx.lang) : '') : text.decided(sayDay(dayOf(one.at), ctx.lang), one.byName)}.{one.said !== '' && <> <span class="told">“{one.said}”</span></>}</p>)}
        {sheTold && <p>{sheTold.on ? text.she.toldLine(sayDay(sheTold.on, ctx.lang)) : text.she.waivedLine} <span class="told">“{sheTold.words}”</span></p>}
        {!request.decidedAt && isLate(request, ctx) && <Notice kind="warn"><p>{text.late}</p></Notice>}
        {request.decidedAt ? <Decided page={page} ctx={ctx} /> : <Undecided page={page} ctx={ctx} />}
      </CaseFrame>
    ),
  }
}

const isRole = (word: string): word is Role => (roles as readonly string[]).includes(word)

/** The word that a kind has for its label; nothing where it needs none. */
function labelOf({ what, label }: Heading, ctx: Ctx): string {
  const [text, work] = [paperWords(ctx), workText(ctx.lang)]
  const found = <T extends string>(all: readonly T[]) => all.find(it => it === label)
  const [paper, mark, way, reach, receiver, scan] = [found(paperKinds), found(markKinds), found(ways), found(reachChannels), found(receivers), found(scanKinds)]
  if (what === 'paper' && paper) return work.papers[paper]
  if (what === 'mark' && mark) return text.kinds[mark]
  if (what === 'contact' && way) return work.ways[way]
  if (what === 'reached' && reach) return contactText(ctx.lang).reach.ways[reach]
  if (what === 'consent' && receiver) return consentWords(ctx).to[receiver]
  if (what === 'measure' && isKind(label)) return measureWords(ctx).kinds[label]
  const record = found(recordKinds)
  if (what === 'record' && record) return childText(ctx.lang).records[record]
  if (what === 'scan' && scan) return scanWords(ctx).kinds[scan]
  if (what === 'copy') return work.copyKinds[label === 'minutes' ? 'minutes' : 'invitation']
  if (what === 'told') return text.access.toldLabels[label === 'told' ? 'told' : 'waived']
  if (what === 'referral') return isRole(label) ? sayRole(label, ctx.lang) : text.access.roles.outside
  return ''
}

/** "Papir: handleplan, version 2, tirsdag 3. november 2026, Inger Eksempel" */
function headingText(it: Heading, ctx: Ctx): string {
  const text = paperWords(ctx).access
  const label = labelOf(it, ctx)
  const version = it.version !== null && it.version > 1 ? text.versionOf(it.version) : ''
  return [`${text.material[it.what]}${label && `: ${inSentence(label)}`}`, version, sayDay(it.day, ctx.lang), it.who].filter(Boolean).join(', ')
}

function eventTitle(page: AccessPage, seq: number | null, ctx: Ctx): string | undefined {
  const at = page.events.findIndex(it => it.seq === seq)
  const event = page.events[at]
  return event && `${event.seq}. ${String(eventItem(event, page.events.slice(0, at), ctx).title)}, ${sayDay(dayOf(event.at), ctx.lang)}`
}

function Decided({ page, ctx }: { readonly page: AccessPage; readonly ctx: Ctx }): Html {
  const text = paperWords(ctx).access
  return (
    <Table caption={text.decideTitle} columns={[text.line, text.answer, text.ground].map(label => ({ label }))}
      rows={page.lines.map(it => [eventTitle(page, it.seq, ctx) ?? (it.item ? headingText(it.item, ctx) : it.title), text.answers[it.answer], [it.ground && text.grounds[it.ground], it.reason, it.asked && text.askedLine(it.asked)].filter(Boolean).join('. ')])} />
  )
}

function Undecided({ page, ctx }: { readonly page: AccessPage; readonly ctx: Ctx }): Html {
  const text = paperWords(ctx).access
  const at = `/sager/${page.now.id}/aktindsigt/${page.request.id}` as const
  const others = sideOf(page.request.askedBy) === 'others'
  const hers = page.request.askedBy === 'citizen'
  return (
    <>
      <Details summary={text.tellTitle} open={typed(ctx, 'why') !== '' || faultOf(ctx, 'why') !== undefined}>
        <Form action={`${at}/besked`} hidden={{ once: ctx.once }}>
          <TextArea name="why" label={text.why} rows={2} maxlength={2000} error={faultOf(ctx, 'why')} value={typed(ctx, 'why')} />
          <DateInput name="untilDay" label={text.when} error={faultOf(ctx, 'untilDay')} value={typed(ctx, 'untilDay')} />
          {hers && <ReachFields ctx={ctx} plan ask={text.howSent} holder={page.rule.holderShut} before={notice} />}
          <Actions><Button kind="secondary">{text.tell}</Button></Actions>
        </Form>
      </Details>
      <h2>{text.decideTitle}</h2>
      <p>{text.decideLead} {text.whole}</p>
      {others && <Notice kind="warn"><p>{text.otherLead}</p></Notice>}
      <Form action={others ? `${at}/afgoer-den-anden-part` : `${at}/afgoer`} hidden={{ once: ctx.once, seen: page.stamp }}>
        <h3>{text.groups.history}</h3>
        {page.events.map(it => <LineFields name={String(it.seq)} label={eventTitle(page, it.seq, ctx) ?? ''} ctx={ctx}>{eventItem(it, [], ctx).body}</LineFields>)}
        {page.material.length > 0 && <h3>{text.groups.kept}</h3>}
        {page.material.map(it => <LineFields name={nameOf(it)} label={headingText(it, ctx)} ask={it.ask} ctx={ctx}><Inside it={it} ctx={ctx} /></LineFields>)}
        <h3>{text.groups.elsewhere}</h3>
        {namedDocuments.map(name => (
          <Details summary={text.document} open={typed(ctx, `title-${name}`) !== ''}>
            <TextInput name={`title-${name}`} label={text.document} hint={text.documentHint} optional width="full" value={typed(ctx, `title-${name}`)} />
            <LineFields name={name} label={text.answer} ctx={ctx} />
          </Details>
        ))}
        {others && <SheTold ctx={ctx} />}
        <TextArea name="note" label={text.note} optional rows={3} maxlength={4000} value={typed(ctx, 'note')} />
        {hers && <ReachFields ctx={ctx} plan ask={text.howSent} holder={page.rule.holderShut} />}
        <Actions><Button>{text.decide}</Button></Actions>
      </Form>
    </>
  )
}

/** What the thing says, to be read before it is decided; the rest on its own page. */
function Inside({ it, ctx }: { readonly it: Material; readonly ctx: Ctx }): Html {
  return (
    <>
      {it.answers && <PaperAnswers it={it.answers} lang={ctx.lang} />}
      {it.texts?.map(one => <p class="told">{one}</p>)}
      {it.ask && <p><strong>{paperWords(ctx).access.ask(inSentence(sayRole(it.ask, ctx.lang)))}</strong> {paperWords(ctx).access.askWhy}</p>}
      {it.href && <p class="screen-only"><Link href={it.href}>{paperWords(ctx).access.read}<span class="sr-only">: {headingText(it, ctx)}</span></Link></p>}
    </>
  )
}

function SheTold({ ctx }: { readonly ctx: Ctx }): Html {
  const text = paperWords(ctx).access.she
  return (
    <>
      <h3>{text.title}</h3>
      <p>{text.lead}</p>
      <Radios name="sheTold" label={text.label} value={typed(ctx, 'sheTold') || undefined} error={faultOf(ctx, 'sheTold')} choices={(['told', 'waived'] as const).map(it => ({ value: it, label: text.choices[it],
        ...(it === 'told' && { inside: <DateInput name="sheToldOn" label={text.on} max={dayOf(ctx.now)} error={faultOf(ctx, 'sheToldOn')} value={typed(ctx, 'sheToldOn')} /> }) }))} />
      <TextArea name="sheToldWords" label={text.words} rows={3} maxlength={2000} error={faultOf(ctx, 'sheToldWords')} value={typed(ctx, 'sheToldWords')} />
    </>
  )
}

function LineFields({ name, label, ask, ctx, children }: { readonly name: string; readonly label: string; readonly ask?: Role | undefined; readonly ctx: Ctx; readonly children?: unknown }): Html {
  const text = paperWords(ctx).access
  const field = (word: string) => `${word}-${name}`
  return (
    <section class="field-set">
      {children !== undefined && <Details summary={ask ? `${label}. ${text.ask(inSentence(sayRole(ask, ctx.lang)))}` : label}>{children as Html}</Details>}
      {ask && <TextInput name={field('asked')} label={<>{text.asked}<span class="sr-only">: {label}</span></>} width="full" error={faultOf(ctx, field('asked'))} value={typed(ctx, field('asked'))} />}
      <Radios name={field('answer')} label={children === undefined ? label : <><span class="sr-only">{label}: </span>{text.answer}</>} inline value={typed(ctx, field('answer')) || undefined} error={faultOf(ctx, field('answer'))}
        choices={answers.map(it => ({ value: it, label: text.answers[it] }))} />
      <Select name={field('ground')} label={<>{text.ground}<span class="sr-only">: {label}</span></>} optional error={faultOf(ctx, field('ground'))} value={typed(ctx, field('ground'))}
        choices={accessGrounds.map(it => ({ value: it, label: text.grounds[it] }))} />
      <TextInput name={field('reason')} label={<>{text.reason}<span class="sr-only">: {label}</span></>} optional width="full" error={faultOf(ctx, field('reason'))} value={typed(ctx, field('reason'))} />
    </section>
  )
}
