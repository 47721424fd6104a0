// A filled log to look at before writing one's own.
import { optionsOf, questionsOf } from '../forms/rules.ts'
import type { Lang } from '../kernel/day.ts'
import type { Html } from '../platform/screen.ts'
import { Table } from '../platform/ui/table.tsx'
import { exampleIncidents, exampleLog, type ExampleIncident } from './example-log.ts'
import { incidentLog1 } from './forms/incident-log-1.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export function ExampleLog({ lang }: { readonly lang: Lang }): Html {
  const text = (lang === 'da' ? da : en).exampleTable
  const columns = text.columns.map(label => ({ label }))
  return (
    <section aria-labelledby="example">
      <h2 id="example">{exampleLog.title[lang]}</h2>
      <p><strong>{exampleLog.invented[lang]}</strong></p>
      <p>{exampleLog.background[lang]}</p>
      <Table caption={exampleLog.title[lang]} captionHidden columns={columns} rows={exampleIncidents.map(it => rowOf(it, lang))} />
    </section>
  )
}

/** The words of the form for one of its options. */
const word = (question: string, id: string, lang: Lang): string =>
  questionsOf(incidentLog1).filter(it => it.id === question).flatMap(optionsOf).find(it => it.id === id)?.text[lang] ?? id

function rowOf(it: ExampleIncident, lang: Lang): readonly Html[] {
  const text = (lang === 'da' ? da : en).exampleTable
  const beside = [
    it.count > 1 && text.times(it.count), it.witnesses && text.seenBy(it.witnesses[lang]), it.exhibits.length > 0 && text.exhibit(it.exhibits.join(', ')), it.reportedTo?.[lang], it.typical && text.typical,
  ].filter(one => typeof one === 'string')
  return [
    <>{it.no}. {it.occurred[lang]}</>,
    <>{word('type', it.type, lang)}. {it.place[lang]}.</>,
    <>{it.told[lang]}{beside.length > 0 && <p class="cell-note">{beside.join('. ')}.</p>}</>,
    <>{word('myResponse', it.myResponse, lang)}</>,
    <em>{it.shows[lang]}</em>,
  ]
}
