// The plan: few goals, each with one who sees to it and a day. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'
import { both, day, draft, long, many, one, option, rows, short, yesNo } from '../asking.ts'

const categories = [
  option('police', 'Politi og ret', 'Police and law'), option('documentation', 'Log og beviser', 'Log and evidence'), option('home', 'Tryg hjemme', 'Safe at home'),
  option('digital', 'Telefon og net', 'Telephone and internet'), option('work', 'Arbejde eller skole', 'Work or school'), option('children', 'Børn', 'Children'),
  option('housing', 'Bolig og adresse', 'Housing and address'), option('money', 'Økonomi', 'Economy'), option('health', 'Læge og psykolog', 'Doctor and psychologist'),
  option('network', 'Netværk', 'Network'), option('dsc', 'Forløb hos Dansk Stalking Center', 'Course at Dansk Stalking Center'), option('group', 'Selvhjælpsgruppe', 'Self-help group'),
  option('otherParty', 'Tilbud til den anden part', 'An offer to the other party'), option('other', 'Andet', 'Other'),
]

export const actionPlan2: Form = {
  id: 'action-plan', version: 2, kind: 'action-plan',
  title: both('Handleplan', 'Action plan'),
  source: draft('rapporten om Esbjerg 2017–2019 og Dansk Stalking Centers offentlige råd', 'the report on Esbjerg 2017–2019 and the public advice of Dansk Stalking Center'),
  parts: [
    {
      id: 'goals', title: both('Få mål, et ad gangen', 'Few goals, one at a time'),
      help: both(
        'Hvert mål har én, der tager sig af det, og en dag. Skal en kollega gøre noget, så giv det også som opgave. Et tilbud til den anden part går gennem politiet eller familierådgiveren, aldrig gennem borgeren.',
        'Each goal has one who sees to it, and a day. If a colleague is to do something, give it as a task too. An offer to the other party goes through the police or the family counsellor, never through the citizen.'),
      questions: [
        rows('goals', both('Mål', 'Goals'), both('Mål', 'Goal'), [
          one('category', 'Hvad handler det om?', 'What is it about?', categories),
          short('goal', 'Mål', 'Goal', { required: true, help: both('Det, der skal være bedre.', 'What is to be better.') }),
          long('action', 'Hvad bliver gjort?', 'What is done?', { required: true }),
          one('responsibleKind', 'Hvem er det, der tager sig af det?', 'Who is it that sees to it?', [
            option('citizen', 'Borgeren selv', 'The citizen'), option('person', 'En person', 'A person'), option('role', 'En rolle', 'A role'), option('organisation', 'Et andet sted', 'Another place'),
          ]),
          short('responsible', 'Navn', 'Name', { required: true, help: both('Én, ikke flere.', 'One, not several.') }),
          day('deadline', 'Hvornår?', 'By when?', { required: true }),
          one('status', 'Hvor langt er det?', 'How far is it?', [
            option('agreed', 'Aftalt', 'Agreed'), option('begun', 'I gang', 'Begun'), option('done', 'Gjort', 'Done'), option('dropped', 'Faldet bort', 'Dropped'),
          ], { required: true }),
          long('outcome', 'Hvad kom der ud af det?', 'What came of it?'),
          yesNo('needsConsent', 'Skal borgeren sige ja, før det kan ske?', 'Must the citizen agree before it can happen?'),
          short('shareWith', 'Hvem må se dette mål?', 'Who may see this goal?', { help: both('Kun dem, der har brug for det.', 'Only those who need it.') }),
        ], { required: true, max: 8 }),
      ],
    },
    {
      id: 'agreed', title: both('Aftalt med borgeren', 'Agreed with the citizen'),
      questions: [
        yesNo('withCitizen', 'Er planen talt igennem med borgeren?', 'Has the plan been talked through with the citizen?', { required: true }),
        one('accepted', 'Hvad siger borgeren til den?', 'What does the citizen say to it?', [
          option('yes', 'Ja', 'Yes'), option('signed', 'Ja, og har skrevet under', 'Yes, and has signed'), option('partly', 'Ja til noget', 'Yes to some of it'), option('no', 'Nej', 'No'),
        ], { help: both('Der er ingen pligt til at skrive under.', 'There is no duty to sign.') }),
        many('copy', 'Hvordan får borgeren sin kopi?', 'How does the citizen get a copy?', [
          option('meeting', 'I hånden', 'By hand'), option('ownPage', 'På sin egen side', 'On the own page'), option('safeWay', 'Ad den sikre vej, vi har aftalt', 'By the safe way we have agreed on'), option('none', 'Ingen kopi nu', 'No copy now'),
        ], { help: both('Et papir, den anden kan finde, er ikke sikkert.', 'A paper that the other can find is not safe.') }),
        yesNo('statutory', 'Er der også en handleplan efter serviceloven § 141? (Skal kontrolleres.)', 'Is there also a plan under section 141 of the act on social services? (To be checked.)',
          { help: both('Det er en anden plan, med sine egne regler.', 'That is another plan, with its own rules.') }),
        day('review', 'Hvilken dag ser I på planen igen?', 'On which day will you look at the plan again?', { required: true, help: both('Inden fire uger, hvis I ikke har en grund til andet.', 'Within four weeks, unless you have a reason for something else.') }),
      ],
    },
  ],
}
