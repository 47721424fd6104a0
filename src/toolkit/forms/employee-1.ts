// How a case of an employee who is exposed at work begins. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'

export const employee1 = {
  id: 'employee', version: 1, kind: 'workplace',
  title: { da: 'En medarbejder er udsat', en: 'An employee is exposed' },
  source: { da: 'Egen rekonstruktion, udkast – godkendes lokalt', en: 'Our own reconstruction, draft – to be approved locally' },
  parts: [
    {
      id: 'who', title: { da: 'Medarbejderen', en: 'The employee' },
      questions: [
        { id: 'employeeName', kind: 'short', required: true, limits: { max: 120 }, ask: { da: 'Hvad hedder medarbejderen?', en: 'What is the employee’s name?' } },
        {
          id: 'agreedToRecord', kind: 'yesno', required: true, ask: { da: 'Siger medarbejderen ja til, at I skriver det ned?', en: 'Does the employee agree that you write it down?' },
          stop: {
            is: ['no'],
            says: {
              da: 'Så skriv ikke noget her. Giv rådene, og aftal, hvem medarbejderen kan gå til. I skal stadig gøre arbejdet sikkert.',
              en: 'Then write nothing here. Give the advice, and agree whom the employee can go to. You must still make the work safe.',
            },
          },
        },
        {
          id: 'relation', kind: 'one', required: true, ask: { da: 'Hvem er den anden part?', en: 'Who is the other party?' },
          options: [
            { id: 'citizen', text: { da: 'En borger eller en, vi møder i arbejdet', en: 'A citizen or someone met at work' } },
            { id: 'colleague', text: { da: 'En kollega', en: 'A colleague' } },
            { id: 'manager', text: { da: 'En leder', en: 'A manager' } },
            { id: 'private', text: { da: 'En fra privatlivet', en: 'Someone from private life' } },
          ],
        },
        {
          id: 'otherAtWork', kind: 'yesno', required: true, showIf: { question: 'relation', is: ['colleague', 'manager'] },
          ask: { da: 'Har den anden part en rolle i sager som denne?', en: 'Does the other party have a role in cases like this?' },
          help: { da: 'Så sæt kryds nederst, så sagen er lukket for den person.', en: 'Then tick below, so that the case is closed to that person.' },
        },
      ],
    },
    {
      id: 'what', title: { da: 'Det, der sker', en: 'What is happening' },
      questions: [
        { id: 'told', kind: 'long', required: true, limits: { max: 2000 }, ask: { da: 'Hvad sker der, hvor tit, og hvor?', en: 'What happens, how often, and where?' } },
        { id: 'mayKnow', kind: 'short', required: true, limits: { max: 300 }, ask: { da: 'Hvem må vide det?', en: 'Who may know?' }, help: { da: 'Medarbejderen bestemmer.', en: 'The employee decides.' } },
      ],
    },
  ],
} as const satisfies Form
