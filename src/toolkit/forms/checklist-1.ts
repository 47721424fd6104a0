// What is asked to find out whether it may be stalking. It gathers answers; a named person decides, and nothing is counted.
// Frozen: a change is a new version.
import type { Form, Option, ShowIf } from '../../forms/rules.ts'

const yesOrPartly = ['yes', 'partly'] as const
const after = (question: string): ShowIf => ({ question, is: yesOrPartly })
const one = (id: string, da: string, en: string): Option => ({ id, text: { da, en } })

const channels = [
  one('phone', 'Opkald', 'Calls'), one('messages', 'SMS og beskeder', 'Texts and messages'), one('mail', 'E-mail', 'E-mail'),
  one('social', 'Sociale medier', 'Social media'), one('letters', 'Breve og gaver', 'Letters and gifts'), one('meets', 'Dukker op', 'Turns up'),
  one('follows', 'Følger efter', 'Follows'), one('others', 'Gennem andre', 'Through others'), one('other', 'Andet', 'Other'),
]

const acute = {
  id: 'acute', title: { da: 'D. Først: fare lige nu?', en: 'D. First: danger right now?' },
  questions: [
    {
      id: 'acuteNow', kind: 'yesno', required: true, ask: { da: 'Er der fare lige nu?', en: 'Is there danger right now?' },
      help: {
        da: 'Det kan være trusler, våben, vold eller indbrud. Det kan være, at det hurtigt bliver værre. Eller at den anden taler om at dø.',
        en: 'It can be threats, weapons, violence or a break-in. It can be getting worse fast. Or the other speaks of dying.',
      },
      stop: {
        is: ['yes'],
        says: {
          da: 'Ring 112 nu. Er faren ovre, så ring 114. Skemaet stopper her. Resten kan vente, til borgeren er i sikkerhed.',
          en: 'Call 112 now. If the danger is over, call 114. The form stops here. The rest can wait until the citizen is safe.',
        },
      },
    },
  ],
} as const

const pattern = {
  id: 'pattern', title: { da: 'A. Mønsteret', en: 'A. The pattern' },
  questions: [
    {
      id: 'unwanted', kind: 'yes-partly-no-unknown', required: true,
      ask: { da: 'Er det noget, du ikke vil have?', en: 'Is it something you do not want?' },
    },
    {
      id: 'repeated', kind: 'yes-partly-no-unknown', required: true,
      ask: { da: 'Er det sket mere end én gang?', en: 'Has it happened more than once?' },
    },
    {
      id: 'roughCount', kind: 'short', limits: { max: 120 }, showIf: after('repeated'),
      ask: { da: 'Cirka hvor mange gange?', en: 'About how many times?' },
      help: { da: 'Et slag på tasken er nok: "tre om ugen siden maj".', en: 'A rough guess will do: "three a week since May".' },
    },
    { id: 'channels', kind: 'many', showIf: after('repeated'), ask: { da: 'På hvilke måder?', en: 'In which ways?' }, options: channels },
    {
      id: 'overTime', kind: 'yes-partly-no-unknown', required: true, ask: { da: 'Er det blevet ved over tid?', en: 'Has it gone on over time?' },
      help: { da: 'Der er ingen grænse for, hvor kort eller lang tid.', en: 'There is no limit for how short or long a time.' },
    },
    { id: 'firstTime', kind: 'datetime', ask: { da: 'Første gang', en: 'First time' } },
    { id: 'latestTime', kind: 'datetime', ask: { da: 'Seneste gang', en: 'Latest time' } },
    {
      id: 'formsPattern', kind: 'yes-partly-no-unknown',
      ask: { da: 'Er der et mønster, når du ser på det hele?', en: 'Is there a pattern when you look at it all?' },
      help: { da: 'Hver ting for sig kan se lille ud.', en: 'Each thing alone can look small.' },
    },
    {
      id: 'fixedOnOne', kind: 'yes-partly-no-unknown',
      ask: { da: 'Går det efter dig, eller dem tæt på dig?', en: 'Is it aimed at you, or those close to you?' },
    },
    {
      id: 'watched', kind: 'yes-partly-no-unknown', ask: { da: 'Bliver du fulgt eller holdt øje med?', en: 'Are you followed or watched?' },
    },
    {
      id: 'watchedHow', kind: 'many', showIf: after('watched'), ask: { da: 'På hvilke måder?', en: 'In which ways?' },
      options: [
        one('onFoot', 'På gaden, ved hjem eller job', 'In the street, at home or work'), one('digital', 'På telefon eller net', 'By phone or online'),
        one('tracker', 'GPS eller sporing', 'GPS or a tracker'), one('throughOthers', 'Gennem andre', 'Through others'),
        one('unsure', 'Ved ikke hvordan', 'Don’t know how'),
      ],
    },
    {
      id: 'disturbsLife', kind: 'yes-partly-no-unknown',
      ask: { da: 'Gør det dig bange, eller ændrer det din hverdag?', en: 'Does it frighten you or change your everyday life?' },
    },
    {
      id: 'disturbsWhat', kind: 'many', showIf: after('disturbsLife'), ask: { da: 'Hvad har ændret sig?', en: 'What has changed?' },
      options: [
        one('routines', 'Ruter og vaner', 'Routes and habits'), one('sleep', 'Søvn', 'Sleep'), one('work', 'Job eller skole', 'Work or school'),
        one('people', 'At se andre', 'Seeing people'), one('health', 'Krop og sind', 'Body and mind'), one('other', 'Andet', 'Other'),
      ],
    },
  ],
} as const

const oneSided = {
  id: 'one-sided', title: { da: 'B. Hvem vil have kontakt?', en: 'B. Who wants contact?' },
  questions: [
    {
      id: 'answersCount', kind: 'explanation', ask: { da: 'Før du svarer', en: 'Before you answer' },
      help: {
        da: 'Ét svar til den anden gør det ikke til en strid. Har I børn sammen, '
          + 'kan du være nødt til at svare. Vi spørger, fordi politiet også vil spørge.',
        en: 'One reply to the other does not make it a dispute. If you have children together, '
          + 'you may have to reply. We ask because the police will ask too.',
      },
    },
    { id: 'saidNo', kind: 'yes-partly-no-unknown', ask: { da: 'Har du sagt klart nej til kontakt?', en: 'Have you clearly said no to contact?' } },
    { id: 'saidNoWhen', kind: 'datetime', showIf: after('saidNo'), ask: { da: 'Hvornår?', en: 'When?' } },
    { id: 'saidNoHow', kind: 'short', limits: { max: 200 }, showIf: after('saidNo'), ask: { da: 'Hvordan?', en: 'How?' } },
    { id: 'saidNoProof', kind: 'yes-partly-no-unknown', showIf: after('saidNo'), ask: { da: 'Har du gemt det?', en: 'Have you kept it?' } },
    {
      id: 'notSafeToSayNo', kind: 'yes-partly-no-unknown', showIf: { question: 'saidNo', is: ['partly', 'no', 'unknown'] },
      ask: { da: 'Ville det være farligt at sige nej?', en: 'Would it be dangerous to say no?' },
    },
    {
      id: 'initiative', kind: 'one', ask: { da: 'Hvem tager kontakt?', en: 'Who makes contact?' },
      options: [
        one('otherParty', 'Mest den anden', 'Mostly the other'), one('both', 'Begge', 'Both'), one('citizen', 'Mest mig', 'Mostly me'),
        one('unknown', 'Ved ikke', 'Don’t know'),
      ],
    },
    { id: 'replied', kind: 'yes-partly-no-unknown', ask: { da: 'Har du svaret den anden?', en: 'Have you replied to the other?' } },
    { id: 'repliedOften', kind: 'short', limits: { max: 120 }, showIf: after('replied'), ask: { da: 'Cirka hvor tit?', en: 'About how often?' } },
    {
      id: 'noReplySince', kind: 'datetime', showIf: after('replied'),
      ask: { da: 'Siden hvornår har du ikke svaret?', en: 'Since when have you not replied?' },
    },
    {
      id: 'repliedBecause', kind: 'many', showIf: after('replied'), ask: { da: 'Hvad var det for svar?', en: 'What were the replies about?' },
      options: [
        one('fear', 'Jeg var bange', 'I was afraid'), one('calm', 'For at få ro', 'To get peace'),
        one('practical', 'Noget praktisk', 'Something practical'),
        one('children', 'Vores børn', 'Our children'), one('work', 'Mit job', 'My job'),
        one('authority', 'Kommune eller ret bad om det', 'An authority or court asked for it'),
        one('other', 'Andet', 'Other'),
      ],
    },
    {
      id: 'claims', kind: 'one',
      ask: { da: 'Kommer der vrede ord og krav fra én eller fra begge?', en: 'Do angry words and claims come from one or from both?' },
      options: [one('one', 'Fra den ene', 'From one'), one('both', 'Fra begge', 'From both'), one('none', 'Ingen', 'None'),
      one('unknown', 'Ved ikke', 'Don’t know')],
    },
  ],
} as const

const context = {
  id: 'context', title: { da: 'C. Det omkring', en: 'C. What surrounds it' },
  questions: [
    {
      id: 'relation', kind: 'one', ask: { da: 'Hvem er den anden for dig?', en: 'Who is the other to you?' },
      options: [
        one('partner', 'Kæreste eller ægtefælle', 'Partner or spouse'),
        one('formerPartner', 'Tidligere kæreste eller ægtefælle', 'Former partner or spouse'),
        one('family', 'Familie', 'Family'), one('friend', 'Ven eller bekendt', 'Friend or acquaintance'),
        one('work', 'Fra job eller skole', 'From work or school'),
        one('neighbour', 'Nabo', 'Neighbour'), one('client', 'En, jeg møder i mit job', 'Someone I meet in my job'),
        one('stranger', 'En fremmed', 'A stranger'), one('unknown', 'Ved ikke hvem', 'Don’t know who'),
      ],
    },
    {
      id: 'breakUp', kind: 'datetime', showIf: { question: 'relation', is: ['formerPartner'] },
      ask: { da: 'Hvornår gik I fra hinanden?', en: 'When did you part?' },
    },
    {
      id: 'sharedTies', kind: 'many', ask: { da: 'Hvad er I to stadig fælles om?', en: 'What do you two still share?' },
      options: [
        one('children', 'Børn', 'Children'), one('home', 'Bolig', 'A home'), one('money', 'Penge', 'Money'), one('work', 'Job', 'Work'),
        one('network', 'Venner eller familie', 'Friends or family'), one('nothing', 'Intet', 'Nothing'),
      ],
    },
    {
      id: 'earlierHarm', kind: 'yes-partly-no-unknown',
      ask: { da: 'Har der før været vold, trusler eller kontrol?', en: 'Has there been violence, threats or control before?' },
    },
    {
      id: 'throughOthers', kind: 'yes-partly-no-unknown',
      ask: { da: 'Sker der noget gennem andre eller i dit navn?', en: 'Does anything happen through others or in your name?' },
    },
    {
      id: 'throughOthersHow', kind: 'many', showIf: after('throughOthers'), ask: { da: 'Hvad?', en: 'What?' },
      options: [
        one('people', 'Venner, børn, kolleger', 'Friends, children, colleagues'),
        one('authorities', 'Klager til kommune, politi, ret', 'Complaints to authorities, police, court'),
        one('orders', 'Varer købt i dit navn', 'Goods ordered in your name'), one('profiles', 'Falske profiler', 'False profiles'),
        one('damage', 'Ting, der går i stykker', 'Damage to things'), one('other', 'Andet', 'Other'),
      ],
    },
    {
      id: 'somethingElse', kind: 'many', notForCitizen: true,
      ask: { da: 'Kan det være noget andet, eller noget mere?', en: 'Can it be something else, or something more?' },
      help: {
        da: 'Det, du krydser af her, afgør intet. Frygt, som andre ikke kan se en grund til, fortjener også hjælp: gå stille frem.',
        en: 'What you tick here decides nothing. Fear that others see no reason for deserves help too: go gently.',
      },
      options: [
        one('harassment', 'Chikane uden for det private liv', 'Harassment outside private life'),
        one('neighbours', 'Strid mellem naboer', 'A dispute between neighbours'),
        one('custody', 'Strid om børn', 'A dispute about children'), one('bullying', 'Mobning', 'Bullying'),
        one('singleApproach', 'Én uønsket henvendelse', 'A single unwanted approach'),
        one('feltPursued', 'En følelse af at være forfulgt', 'A feeling of being pursued'),
        one('none', 'Nej', 'No'),
      ],
    },
    {
      id: 'somethingElseNote', kind: 'long', limits: { max: 1000 }, notForCitizen: true,
      ask: { da: 'Det, du bygger det på', en: 'What you base it on' },
    },
  ],
} as const

export const checklist1 = {
  id: 'checklist', version: 1, kind: 'checklist',
  title: { da: 'Er der tale om stalking?', en: 'Is it stalking?' },
  source: { da: 'Egen rekonstruktion, udkast – godkendes lokalt', en: 'Our own reconstruction, draft – to be approved locally' },
  parts: [acute, pattern, oneSided, context],
} as const satisfies Form
