// The page on which a delay is written down, with those there were.
import { sayTime } from '../kernel/day.ts'
import { type Ctx, faultOf, type Screen, typed } from '../platform/screen.ts'
import { Radios } from '../platform/ui/choices.tsx'
import { TextArea, TextInput } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, PostButton } from '../platform/ui/form.tsx'
import { Lead } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import { delayGrounds, longestDelay, runs } from './delay.ts'
import type { delayPage } from './delay-actions.ts'
import { contactText } from './screens.tsx'

export function delayScreen({ citizen, caseId, delays }: Awaited<ReturnType<typeof delayPage.run>>, ctx: Ctx): Screen {
  const text = contactText(ctx.lang).delay
  const running = delays.find(it => runs(it, ctx.now))
  const at = `/borgere/${citizen}/hvem-har-set` as const
  return {
    title: text.title,
    body: (
      <>
        {caseId !== undefined && <p class="screen-only"><Link href={`/sager/${caseId}`}>{text.back}</Link></p>}
        <ErrorSummary errors={(ctx.sent?.faults ?? []).map(it => ({ field: it.field || undefined, text: ctx.say(it.code) }))} />
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        {running && <><p><strong>{text.running(sayTime(running.untilAt, ctx.lang))}</strong></p><PostButton action={`${at}/${running.id}/slut`} hidden={{ sag: caseId }} label={text.end} kind="secondary" /></>}
        <h2>{running ? text.renew : text.write}</h2>
        <Form action={at} hidden={{ once: ctx.once, sag: caseId }}>
          <TextInput name="askedBy" label={text.askedBy} hint={text.askedByHint} width="full" autocomplete="off" value={typed(ctx, 'askedBy')} error={faultOf(ctx, 'askedBy')} />
          <Radios name="ground" label={text.ground} value={typed(ctx, 'ground') || undefined} error={faultOf(ctx, 'ground')} choices={delayGrounds.map(value => ({ value, label: text.grounds[value] }))} />
          <TextArea name="reason" label={text.reason} hint={text.reasonHint} rows={3} maxlength={1000} value={typed(ctx, 'reason')} error={faultOf(ctx, 'reason')} />
          <TextInput name="days" label={text.days} hint={text.daysHint(longestDelay)} numeric width="short" value={typed(ctx, 'days')} error={faultOf(ctx, 'days')} />
          <Actions><Button>{running ? text.renew : text.save}</Button></Actions>
        </Form>
        {delays.length > 0 && (
          <>
            <h2>{text.before}</h2>
            <Table caption={text.before} captionHidden empty={text.write} columns={[text.period, text.askedBy, text.ground, text.reason, text.recordedBy].map(label => ({ label }))}
              rows={delays.map(it => [`${sayTime(it.fromAt, ctx.lang)} – ${sayTime(it.endedAt ?? it.untilAt, ctx.lang)}`, it.askedBy, text.grounds[it.ground], it.reason, it.endedBy ? `${it.recordedBy} (${text.endedBy(it.endedBy)})` : it.recordedBy])} />
          </>
        )}
      </>
    ),
  }
}
