// A talk with a person who stalks. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'

export const conversation1 = {
  id: 'conversation', version: 1, kind: 'conversation',
  title: { da: 'Samtalen', en: 'The talk' },
  source: { da: 'Egen rekonstruktion, udkast – godkendes lokalt', en: 'Our own reconstruction, draft – to be approved locally' },
  parts: [
    {
      id: 'before', title: { da: 'Før I taler', en: 'Before you talk' },
      questions: [
        {
          id: 'goodAdvice', kind: 'explanation', ask: { da: 'Husk', en: 'Remember' },
          help: {
            da: 'Vær to. Mød ikke op hos den udsatte. Sig intet om den udsatte. Gå ikke mellem dem, og kom ikke med en besked. '
              + 'Spørg, hvad personen håber at få ud af det. Tal så om, hvad det koster personen selv og børn.',
            en: 'Be two. Do not turn up where the exposed person is. Say nothing of the exposed person. Do not go between them, and bring no message. '
              + 'Ask what the person hopes to get out of it. Then talk of what it costs the person and children.',
          },
        },
        { id: 'talkedOn', kind: 'date', required: true, ask: { da: 'Hvilken dag talte I?', en: 'On which day did you talk?' } },
        { id: 'present', kind: 'short', required: true, limits: { max: 200 }, ask: { da: 'Hvem var med, og hvor?', en: 'Who was there, and where?' } },
      ],
    },
    {
      id: 'said', title: { da: 'Det, I talte om', en: 'What you talked about' },
      questions: [
        { id: 'hopes', kind: 'long', limits: { max: 2000 }, ask: { da: 'Hvad håber personen på?', en: 'What does the person hope for?' } },
        { id: 'costs', kind: 'long', limits: { max: 2000 }, ask: { da: 'Hvad koster det personen selv, og børn?', en: 'What does it cost the person, and children?' } },
        { id: 'rules', kind: 'long', limits: { max: 2000 }, ask: { da: 'Hvad blev der sagt om regler og følger?', en: 'What was said about rules and consequences?' } },
        {
          id: 'threats', kind: 'yesno', required: true, ask: { da: 'Hørte du en trussel?', en: 'Did you hear a threat?' },
          help: { da: 'Hører du en trussel, så ring til politiet: 112 ved fare, ellers 114.', en: 'If you hear a threat, call the police: 112 in danger, else 114.' },
        },
        { id: 'threatsDone', kind: 'long', required: true, limits: { max: 1000 }, showIf: { question: 'threats', is: ['yes'] }, ask: { da: 'Hvad blev sagt, og hvem har du ringet til?', en: 'What was said, and whom have you called?' } },
      ],
    },
  ],
} as const satisfies Form
