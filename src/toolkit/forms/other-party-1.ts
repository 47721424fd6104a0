// How the record of a person who stalks begins. It is that person's own record; nothing of the exposed person stands in it. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'

export const otherParty1 = {
  id: 'other-party', version: 1, kind: 'conversation',
  title: { da: 'En, der selv har en svær adfærd', en: 'Someone whose own behaviour is the matter' },
  source: { da: 'Egen rekonstruktion, udkast – godkendes lokalt', en: 'Our own reconstruction, draft – to be approved locally' },
  parts: [
    {
      id: 'person', title: { da: 'Personen', en: 'The person' },
      questions: [
        {
          id: 'own', kind: 'explanation', ask: { da: 'Dette er personens eget', en: 'This belongs to the person' },
          help: {
            da: 'Personen kan få lov at læse det. Skriv derfor intet om den udsatte: ikke navn, ikke hvor, ikke hvordan det går. Nævn ikke en log.',
            en: 'The person may be allowed to read it. So write nothing of the exposed person: not the name, not where, not how things are. Do not mention a log.',
          },
        },
        { id: 'personName', kind: 'short', required: true, limits: { max: 120 }, ask: { da: 'Hvad hedder personen?', en: 'What is the person’s name?' } },
        { id: 'reach', kind: 'short', limits: { max: 200 }, ask: { da: 'Hvordan kan du få fat i personen?', en: 'How can the person be reached?' } },
        {
          id: 'met', kind: 'one', required: true, ask: { da: 'Hvordan mødte du personen?', en: 'How did you meet the person?' },
          options: [
            { id: 'came', text: { da: 'Personen kom selv', en: 'The person came' } },
            { id: 'called', text: { da: 'Jeg bad om en samtale', en: 'I asked for a talk' } },
            { id: 'job', text: { da: 'I mit andet arbejde', en: 'In my other work' } },
          ],
        },
      ],
    },
  ],
} as const satisfies Form
