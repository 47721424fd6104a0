// The page of scanned papers: what is there, and one more.
import { dayOf, sayDay } from '../../kernel/day.ts'
import { type Ctx, faultOf, type Screen, typed } from '../../platform/screen.ts'
import { Radios } from '../../platform/ui/choices.tsx'
import { DateInput, FileInput, TextInput } from '../../platform/ui/fields.tsx'
import { Actions, Button, Form, Link } from '../../platform/ui/form.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { CaseFrame } from '../coordination/frame.tsx'
import { scanKinds } from './rules.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'
import type { scansPage } from './actions.ts'

export const scanWords = (ctx: Pick<Ctx, 'lang'>) => (ctx.lang === 'da' ? da : en)

export function scansScreen(page: Awaited<ReturnType<typeof scansPage.run>>, ctx: Ctx): Screen {
  const text = scanWords(ctx)
  const { now: it, scans } = page
  return {
    title: text.title,
    body: (
      <CaseFrame frame={page} ctx={ctx} title={text.title} lead={text.lead} onWork>
        <Table caption={text.title} captionHidden empty={text.none} columns={[text.kind, text.onDay, text.from, text.what, text.kept].map(label => ({ label }))}
          rows={scans.map(one => [
            <Link href={`/sager/${it.id}/scannet/${one.id}`}>{text.kinds[one.kind]}</Link>, sayDay(one.onDay, ctx.lang), one.from, one.what, text.by(one.byName, sayDay(dayOf(one.at), ctx.lang)),
          ])} />
        <h2>{text.add}</h2>
        <p>{text.beside} <Link href={`/borgere/${it.citizen}/beskyttelse?sag=${it.id}`}>{text.toMeasures}</Link></p>
        <Form action={`/sager/${it.id}/scannet`} hidden={{ once: ctx.once }} files>
          <Radios name="kind" label={text.kind} value={typed(ctx, 'kind') || undefined} error={faultOf(ctx, 'kind')} choices={scanKinds.map(value => ({ value, label: text.kinds[value] }))} />
          <DateInput name="onDay" label={text.onDay} hint={text.onDayHint} max={dayOf(ctx.now)} value={typed(ctx, 'onDay')} error={faultOf(ctx, 'onDay')} />
          <TextInput name="from" label={text.from} optional width="full" value={typed(ctx, 'from')} error={faultOf(ctx, 'from')} />
          <TextInput name="what" label={text.what} hint={text.whatHint} optional width="full" value={typed(ctx, 'what')} error={faultOf(ctx, 'what')} />
          <FileInput name="scan" label={text.scan} hint={text.scanHint} accept="application/pdf,image/jpeg,image/png" error={faultOf(ctx, 'scan')} />
          <Actions><Button>{text.save}</Button></Actions>
        </Form>
      </CaseFrame>
    ),
  }
}
