// The columns of the log on paper, in Word and in the example: every question of the log form's rows stands in one of them. Pure.
import type { Lang } from '../kernel/day.ts'
import { optionsOf, questionsOf, type Bilingual, type Form } from '../forms/rules.ts'
import { both } from './asking.ts'
import type { ExampleIncident } from './example-log.ts'

/** `ids`: the questions that are answered in it. `share`: of the line, on an A4 that lies. */
export interface LogColumn { readonly title: Bilingual; readonly ids: readonly string[]; readonly share: number }

export const logColumns: readonly LogColumn[] = [
  { title: both('Nr.', 'No.'), ids: ['no'], share: 2.6 },
  { title: both('Dag og klokken, fra og til', 'Day and time, from and to'), ids: ['occurred', 'ended'], share: 7 },
  { title: both('Hvad var det, og hvordan?', 'What was it, and how?'), ids: ['type', 'channel'], share: 8 },
  { title: both('Hvem tog kontakt, og hvem gjorde det?', 'Who made contact, and who did it?'), ids: ['direction', 'actor'], share: 8 },
  { title: both('Sted', 'Place'), ids: ['place'], share: 6.5 },
  { title: both('Hvad skete der? Ordene, som de faldt', 'What happened? The words as they fell'), ids: ['told'], share: 17 },
  { title: both('Gange', 'Times'), ids: ['count'], share: 4.2 },
  { title: both('Vidner', 'Witnesses'), ids: ['witnesses'], share: 6.6 },
  { title: both('Bilag', 'Exhibit'), ids: ['exhibits'], share: 4.2 },
  { title: both('Hvad gjorde du, og hvem har fået det at vide?', 'What did you do, and who was told?'), ids: ['myResponse', 'reportedTo'], share: 10 },
  { title: both('Typisk', 'Typical'), ids: ['typical'], share: 4.6 },
]

/** One row of the example, cell by cell, in the words of the form. */
export function logCells(form: Form, it: ExampleIncident, lang: Lang): readonly string[] {
  const word = (question: string, id: string) => questionsOf(form).filter(one => one.id === question).flatMap(optionsOf).find(one => one.id === id)?.text[lang] ?? id
  const until = it.ended?.[lang]
  return [
    String(it.no), until ? `${it.occurred[lang]}\n– ${until}` : it.occurred[lang], `${word('type', it.type)}\n${word('channel', it.channel)}`,
    `${word('direction', it.direction)}\n${word('actor', it.actor)}`, it.place[lang], it.told[lang], String(it.count), it.witnesses?.[lang] ?? '', it.exhibits.join(', '),
    [word('myResponse', it.myResponse), it.reportedTo?.[lang]].filter(Boolean).join('\n'), it.typical ? (lang === 'da' ? 'Ja' : 'Yes') : '',
  ]
}
