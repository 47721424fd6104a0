// How a case ends: a reason, a day on which somebody calls, and the talk about safety. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'

export const closing1 = {
  id: 'closing', version: 1, kind: 'closing',
  title: { da: 'Luk sagen', en: 'Close the case' },
  source: { da: 'Egen rekonstruktion, udkast – godkendes lokalt', en: 'Our own reconstruction, draft – to be approved locally' },
  parts: [
    {
      id: 'reason', title: { da: 'Grunden', en: 'The reason' },
      questions: [
        {
          id: 'closingReason', kind: 'one', required: true,
          ask: { da: 'Hvad er grunden til at lukke nu?', en: 'What is the reason for closing now?' },
          options: [
            { id: 'adviceEnough', text: { da: 'Råd var nok', en: 'Advice was enough' } },
            { id: 'goalsMet', text: { da: 'Det aftalte er gjort', en: 'What was agreed is done' } },
            { id: 'helpElsewhere', text: { da: 'Andre har taget over', en: 'Others have taken over' } },
            { id: 'citizenWishes', text: { da: 'Borgeren ønsker det', en: 'The citizen wishes it' } },
            { id: 'outOfReach', text: { da: 'Borgeren kan ikke nås på en sikker måde', en: 'The citizen cannot be reached safely' } },
            { id: 'notOurs', text: { da: 'Der er brug for en anden slags hjælp', en: 'Another kind of help is needed' } },
          ],
        },
        {
          id: 'takenOverBy', kind: 'short', required: true, limits: { max: 200 }, showIf: { question: 'closingReason', is: ['helpElsewhere'] },
          ask: { da: 'Hvem har taget over?', en: 'Who has taken over?' },
        },
        {
          id: 'closingText', kind: 'long', required: true, limits: { max: 1000 },
          ask: { da: 'Skriv grunden med dine egne ord', en: 'Write the reason in your own words' },
          help: { da: 'Skriv det, du ved, og hvem du ved det fra.', en: 'Write what you know, and from whom.' },
        },
      ],
    },
    {
      id: 'safety', title: { da: 'Samtalen om at være tryg', en: 'The talk about being safe' },
      questions: [
        {
          id: 'safetyTalk', kind: 'yesno', required: true, ask: { da: 'Er samtalen holdt?', en: 'Has the talk been held?' },
          help: {
            da: 'Tal om, hvad borgeren gør, hvis det begynder igen: hvem borgeren ringer til, 112 og 114, loggen og vejen tilbage til jer.',
            en: 'Talk about what the citizen does if it starts again: whom to call, 112 and 114, the log, and the way back to you.',
          },
        },
        {
          id: 'safetyTalkOn', kind: 'date', required: true, showIf: { question: 'safetyTalk', is: ['yes'] },
          ask: { da: 'Hvilken dag?', en: 'On which day?' },
        },
        {
          id: 'safetyInstead', kind: 'long', required: true, limits: { max: 600 }, showIf: { question: 'safetyTalk', is: ['no'] },
          ask: { da: 'Hvad er aftalt i stedet?', en: 'What has been agreed instead?' },
        },
      ],
    },
    {
      id: 'later', title: { da: 'Et opkald senere', en: 'A call later on' },
      questions: [
        {
          id: 'callBackOn', kind: 'date', required: true, ask: { da: 'Hvilken dag ringer en af jer?', en: 'On which day will one of you call?' },
          help: { da: 'Følg reglen om sikker kontakt. Den står øverst på sagen.', en: 'Keep to the rule of safe contact at the top of the case.' },
        },
        { id: 'callBackBy', kind: 'short', required: true, limits: { max: 120 }, ask: { da: 'Hvem ringer?', en: 'Who will call?' } },
      ],
    },
  ],
} as const satisfies Form
