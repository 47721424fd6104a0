// That help from Dansk Stalking Center was named to a person who stalks, and what the person said. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'

const willing = { question: 'answer', is: ['consents'] } as const

export const dscHelp1 = {
  id: 'dsc-help', version: 1, kind: 'conversation',
  title: { da: 'Hjælp hos Dansk Stalking Center', en: 'Help at Dansk Stalking Center' },
  source: { da: 'Egen rekonstruktion, udkast – godkendes lokalt', en: 'Our own reconstruction, draft – to be approved locally' },
  parts: [
    {
      id: 'help', title: { da: 'Det, du fortalte om', en: 'What you told about' },
      questions: [
        {
          id: 'line', kind: 'explanation', ask: { da: 'Sig det sådan her', en: 'Say it like this' },
          help: {
            da: 'De har en linje for dem, der har svært ved at slippe: 27 60 40 16 (skal kontrolleres). Man kan ringe uden at sige sit navn.',
            en: 'They have a line for those who find it hard to let go: 27 60 40 16 (to be checked). You can call without giving your name.',
          },
        },
        { id: 'toldOn', kind: 'date', required: true, ask: { da: 'Hvilken dag?', en: 'On which day?' } },
        {
          id: 'answer', kind: 'one', required: true, ask: { da: 'Hvad sagde personen?', en: 'What did the person say?' },
          options: [
            { id: 'callsSelf', text: { da: 'Vil selv ringe', en: 'Will call' } },
            { id: 'consents', text: { da: 'Ja til, at de ringer', en: 'Yes, they may call' } },
            { id: 'thinks', text: { da: 'Vil tænke over det', en: 'Will think about it' } },
            { id: 'no', text: { da: 'Nej', en: 'No' } },
          ],
        },
      ],
    },
    {
      id: 'paper', title: { da: 'Ja på papir', en: 'Yes on paper' },
      questions: [
        { id: 'signedOn', kind: 'date', required: true, showIf: willing, ask: { da: 'Hvilken dag skrev personen under?', en: 'On which day did the person sign?' }, help: { da: 'Uden navn på papiret må intet sendes.', en: 'Without a signature nothing may be sent.' } },
        {
          id: 'covers', kind: 'many', required: true, showIf: willing, ask: { da: 'Hvad må de få?', en: 'What may they have?' },
          options: [
            { id: 'name', text: { da: 'Navn', en: 'Name' } }, { id: 'phone', text: { da: 'Telefon', en: 'Phone' } },
            { id: 'why', text: { da: 'Kort om, hvad det gælder', en: 'In short, what it is about' } },
          ],
        },
        { id: 'until', kind: 'date', required: true, showIf: willing, ask: { da: 'Til og med hvilken dag gælder det?', en: 'Until which day does it hold?' } },
        { id: 'keptWhere', kind: 'short', required: true, limits: { max: 120 }, showIf: willing, ask: { da: 'Hvor ligger papiret?', en: 'Where is the paper kept?' } },
      ],
    },
  ],
} as const satisfies Form
