// What is gone through before somebody takes over all cases of another. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'

export const handover1 = {
  id: 'handover', version: 1, kind: 'handover',
  title: { da: 'Overdragelse', en: 'Hand-over' },
  source: { da: 'Egen rekonstruktion, udkast – godkendes lokalt', en: 'Our own reconstruction, draft – to be approved locally' },
  parts: [
    {
      id: 'before', title: { da: 'Før du sender', en: 'Before you send it' },
      questions: [
        {
          id: 'handoverTalk', kind: 'one', required: true, ask: { da: 'Har I talt sagerne igennem?', en: 'Have you talked the cases through?' },
          options: [
            { id: 'held', text: { da: 'Ja', en: 'Yes' } },
            { id: 'planned', text: { da: 'Vi har aftalt en dag', en: 'We have agreed on a day' } },
            { id: 'notPossible', text: { da: 'Det kan ikke lade sig gøre', en: 'It is not possible' } },
          ],
        },
        { id: 'handoverTalkOn', kind: 'date', required: true, showIf: { question: 'handoverTalk', is: ['planned'] }, ask: { da: 'Hvilken dag?', en: 'On which day?' } },
        {
          id: 'handoverDone', kind: 'many', ask: { da: 'Hvad er gjort?', en: 'What has been done?' },
          options: [
            { id: 'safeContact', text: { da: 'Reglen om sikker kontakt er gået igennem for hver borger', en: 'The rule of safe contact has been gone through for each citizen' } },
            { id: 'citizensTold', text: { da: 'Borgerne ved, hvem der tager over, hvor det er sikkert at sige det', en: 'The citizens know who takes over, where it is safe to say so' } },
            { id: 'network', text: { da: 'Modtageren er præsenteret for politiets kontaktperson og Dansk Stalking Center', en: 'The receiver has met the police contact and Dansk Stalking Center' } },
            { id: 'phone', text: { da: 'Telefon og postkasse er stillet om', en: 'Telephone and mailbox have been redirected' } },
            { id: 'tools', text: { da: 'Redskaberne er vist', en: 'The tools have been shown' } },
          ],
        },
        {
          id: 'handoverUrgent', kind: 'long', limits: { max: 1000 }, ask: { da: 'Hvad haster, eller er aftalt i de næste 14 dage?', en: 'What is urgent, or agreed in the next 14 days?' },
          help: { da: 'Skriv sagens nummer. Skriv ikke navne her.', en: 'Write the number of the case. No names here.' },
        },
        { id: 'handoverReach', kind: 'short', limits: { max: 200 }, ask: { da: 'Hvordan kan modtageren få fat i dig bagefter?', en: 'How can the receiver reach you afterwards?' } },
      ],
    },
  ],
} as const satisfies Form
