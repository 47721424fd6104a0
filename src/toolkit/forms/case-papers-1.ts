// What the coordinator keeps in a case together with the citizen: first forms, to be deepened. Frozen: a change is a new version.
import type { Bilingual, Form } from '../../forms/rules.ts'

const source: Bilingual = { da: 'Egen rekonstruktion, udkast – godkendes lokalt', en: 'Our own reconstruction, draft – to be approved locally' }
const load = [
  { id: 'none', text: { da: 'Ingen', en: 'None' } }, { id: 'some', text: { da: 'Nogen', en: 'Some' } }, { id: 'heavy', text: { da: 'Stor', en: 'Heavy' } },
] as const
const area = (id: string, da: string, en: string) => ({ id, kind: 'one', ask: { da, en }, options: load }) as const

export const needsMapping1 = {
  id: 'needs-mapping', version: 1, kind: 'needs-mapping', source,
  title: { da: 'Afdækning af situation', en: 'Mapping of needs' },
  parts: [
    {
      id: 'now', title: { da: 'Som det er nu', en: 'As it is now' },
      questions: [
        {
          id: 'lately', kind: 'long', ask: { da: 'Hvad er der sket de sidste 14 dage?', en: 'What has happened in the last 14 days?' },
          help: { da: 'Skriv, hvem I ved det fra: borgeren, politiet eller dig selv.', en: 'Write from whom you know it: the citizen, the police or yourself.' },
        },
        { id: 'changed', kind: 'long', ask: { da: 'Hvad er anderledes end før?', en: 'What is different from before?' } },
        { id: 'wishes', kind: 'long', ask: { da: 'Hvad ønsker borgeren selv?', en: 'What does the citizen wish for?' }, help: { da: 'Med borgerens egne ord.', en: 'In the citizen’s own words.' } },
      ],
    },
    {
      id: 'life', title: { da: 'Hvor meget det fylder', en: 'How much it weighs' },
      questions: [
        area('lifeSafety', 'At føle sig tryg', 'Feeling safe'), area('lifeFamily', 'Familien', 'Family life'), area('lifeWork', 'Arbejde eller skole', 'Work or school'),
        area('lifeHome', 'Boligen', 'Housing'), area('lifeMoney', 'Økonomien', 'Economy'), area('lifeBody', 'Kroppen', 'Physical health'),
        area('lifeMind', 'Humør og søvn', 'Mood and sleep'), area('lifeDigital', 'Telefon og net', 'Telephone and internet'), area('lifeSocial', 'Venner og fritid', 'Friends and leisure'),
        { id: 'lifeNote', kind: 'long', ask: { da: 'Skriv mere, hvis der er brug for det', en: 'Write more if it is needed' } },
      ],
    },
    {
      id: 'around', title: { da: 'Hvem der er med', en: 'Who is involved' },
      questions: [
        { id: 'involved', kind: 'long', ask: { da: 'Hvem hjælper allerede?', en: 'Who helps already?' }, help: { da: 'Politi, Dansk Stalking Center, læge, advokat, krisecenter, arbejdsplads.', en: 'Police, Dansk Stalking Center, doctor, lawyer, shelter, workplace.' } },
        { id: 'safety', kind: 'long', ask: { da: 'Hvad er aftalt om at være tryg hjemme, ude og på nettet?', en: 'What is agreed about being safe at home, outside and online?' } },
      ],
    },
    {
      id: 'next', title: { da: 'Det næste', en: 'What is next' },
      questions: [
        { id: 'view', kind: 'long', required: true, ask: { da: 'Hvad er vigtigst nu?', en: 'What matters most now?' } },
        { id: 'again', kind: 'date', ask: { da: 'Hvilken dag ser I på det igen?', en: 'On which day will you look at it again?' } },
      ],
    },
  ],
} as const satisfies Form

export const actionPlan1 = {
  id: 'action-plan', version: 1, kind: 'action-plan', source,
  title: { da: 'Handleplan', en: 'Action plan' },
  parts: [
    {
      id: 'goals', title: { da: 'Få mål, et ad gangen', en: 'Few goals, one at a time' },
      help: { da: 'Hvert mål har én, der tager sig af det, og en dag. Skal en kollega gøre noget, så giv det også som opgave.', en: 'Each goal has one who sees to it, and a day. If a colleague is to do something, give it as a task too.' },
      questions: [
        {
          id: 'goals', kind: 'group', required: true, limits: { max: 8 }, row: { da: 'Mål', en: 'Goal' }, ask: { da: 'Mål', en: 'Goals' },
          questions: [
            { id: 'goal', kind: 'short', required: true, ask: { da: 'Mål', en: 'Goal' } },
            { id: 'action', kind: 'long', required: true, ask: { da: 'Hvad bliver gjort?', en: 'What is done?' } },
            { id: 'responsible', kind: 'short', required: true, ask: { da: 'Hvem tager sig af det?', en: 'Who sees to it?' } },
            { id: 'deadline', kind: 'date', required: true, ask: { da: 'Hvornår?', en: 'By when?' } },
            {
              id: 'status', kind: 'one', required: true, ask: { da: 'Hvor langt er det?', en: 'How far is it?' },
              options: [
                { id: 'agreed', text: { da: 'Aftalt', en: 'Agreed' } }, { id: 'begun', text: { da: 'I gang', en: 'Begun' } },
                { id: 'done', text: { da: 'Gjort', en: 'Done' } }, { id: 'dropped', text: { da: 'Faldet bort', en: 'Dropped' } },
              ],
            },
            { id: 'outcome', kind: 'long', ask: { da: 'Hvad kom der ud af det?', en: 'What came of it?' } },
          ],
        },
      ],
    },
    {
      id: 'agreed', title: { da: 'Aftalt med borgeren', en: 'Agreed with the citizen' },
      questions: [
        { id: 'withCitizen', kind: 'yesno', required: true, ask: { da: 'Er planen talt igennem med borgeren?', en: 'Has the plan been talked through with the citizen?' } },
        { id: 'statutory', kind: 'yesno', ask: { da: 'Er der også en handleplan efter serviceloven § 141? (skal kontrolleres)', en: 'Is there also a plan under section 141 of the act on social services? (to be checked)' } },
        { id: 'review', kind: 'date', required: true, ask: { da: 'Hvilken dag ser I på planen igen?', en: 'On which day will you look at the plan again?' } },
      ],
    },
  ],
} as const satisfies Form

export const network1 = {
  id: 'network', version: 1, kind: 'needs-mapping', source,
  title: { da: 'Netværk', en: 'Network' },
  parts: [{
    id: 'people', title: { da: 'Menneskene omkring borgeren', en: 'The people around the citizen' },
    help: { da: 'Skriv kun de navne, borgeren vil have skrevet.', en: 'Write only the names that the citizen wants written.' },
    questions: [
      {
        id: 'people', kind: 'group', required: true, limits: { max: 15 }, row: { da: 'Person', en: 'Person ' }, ask: { da: 'Personer', en: 'People' },
        questions: [
          { id: 'who', kind: 'person', required: true, ask: { da: 'Hvem er det?', en: 'Who is it?' } },
          { id: 'knows', kind: 'yesno', ask: { da: 'Ved de, hvad der foregår?', en: 'Do they know what is going on?' } },
          { id: 'helps', kind: 'short', ask: { da: 'Hvad kan de hjælpe med?', en: 'What can they help with?' } },
          { id: 'passesOn', kind: 'one', ask: { da: 'Kan noget gå videre til den anden part?', en: 'May something be passed on to the other party?' }, options: [
            { id: 'no', text: { da: 'Nej', en: 'No' } }, { id: 'maybe', text: { da: 'Måske', en: 'Perhaps' } }, { id: 'yes', text: { da: 'Ja', en: 'Yes' } },
          ] },
        ],
      },
      { id: 'invited', kind: 'long', ask: { da: 'Hvem må I tale med, og om hvad?', en: 'With whom may you talk, and about what?' } },
    ],
  }],
} as const satisfies Form

export const departments1 = {
  id: 'departments', version: 1, kind: 'needs-mapping', source,
  title: { da: 'Afdelinger i kommunen', en: 'Departments of the municipality' },
  parts: [{
    id: 'involved', title: { da: 'Hvem der er med', en: 'Who is involved' },
    help: { da: 'Del kun det, den anden afdeling har brug for til sin opgave.', en: 'Share only what the other department needs for its task.' },
    questions: [{
      id: 'departments', kind: 'group', required: true, limits: { max: 12 }, row: { da: 'Afdeling', en: 'Department' }, ask: { da: 'Afdelinger', en: 'Departments' },
      questions: [
        { id: 'name', kind: 'short', required: true, ask: { da: 'Afdeling', en: 'Department' } },
        { id: 'contact', kind: 'person', ask: { da: 'Kontakt dér', en: 'Contact there' } },
        { id: 'task', kind: 'long', required: true, ask: { da: 'Hvad er deres opgave her?', en: 'What is their task here?' } },
        { id: 'knows', kind: 'long', ask: { da: 'Hvad har de fået at vide?', en: 'What have they been told?' } },
      ],
    }],
  }],
} as const satisfies Form

export const contactNote1 = {
  id: 'contact-note', version: 1, kind: 'conversation', source,
  title: { da: 'Kontaktnotat', en: 'Contact note' },
  parts: [{
    id: 'contact', title: { da: 'Kontakten', en: 'The contact' },
    questions: [
      { id: 'onDay', kind: 'date', required: true, ask: { da: 'Hvilken dag?', en: 'On which day?' } },
      {
        id: 'from', kind: 'one', required: true, ask: { da: 'Hvem ved du det fra?', en: 'From whom do you know it?' },
        options: [
          { id: 'citizen', text: { da: 'Borgeren', en: 'The citizen' } }, { id: 'police', text: { da: 'Politiet', en: 'The police' } },
          { id: 'colleague', text: { da: 'En kollega', en: 'A colleague' } }, { id: 'network', text: { da: 'Borgerens netværk', en: 'The citizen’s network' } },
          { id: 'self', text: { da: 'Jeg så eller hørte det selv', en: 'I saw or heard it myself' } }, { id: 'other', text: { da: 'En anden', en: 'Somebody else' } },
        ],
      },
      { id: 'fromWho', kind: 'short', required: true, showIf: { question: 'from', is: ['police', 'colleague', 'network', 'other'] }, ask: { da: 'Hvem?', en: 'Who?' } },
      { id: 'how', kind: 'one', ask: { da: 'Hvordan?', en: 'How?' }, options: [
        { id: 'meeting', text: { da: 'Ansigt til ansigt', en: 'Face to face' } }, { id: 'phone', text: { da: 'Telefon', en: 'Telephone' } }, { id: 'written', text: { da: 'Skriftligt', en: 'In writing' } },
      ] },
      { id: 'said', kind: 'long', required: true, ask: { da: 'Hvad blev sagt eller set?', en: 'What was said or seen?' } },
    ],
  }],
} as const satisfies Form
