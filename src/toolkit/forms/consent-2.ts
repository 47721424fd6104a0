// The citizen's signed yes to one receiver: what for, what, how long, and how to take it back. Frozen: a change is a new version.
import type { Bilingual, Form, Option } from '../../forms/rules.ts'
import { both, day, draft, long, many, option, short, told, yesNo } from '../asking.ts'

interface Consent {
  readonly id: string
  readonly version: number
  readonly title: Bilingual
  readonly topics: readonly Option[]
  readonly who: Bilingual
  readonly agree: Bilingual
  readonly free: Bilingual
  readonly to: Bilingual
  readonly purpose: Bilingual
  readonly reads: Bilingual
  readonly leftOut: Bilingual
  readonly back: Bilingual
}

const what = (it: Consent): Form['parts'][number] => ({
  id: 'what', title: both('Hvad må gives videre?', 'What may be passed on?'),
  questions: [
    told('voluntary', both('Du vælger selv', 'You choose'), it.free),
    told('receiver', both('Hvem får det?', 'Who gets it?'), it.to),
    told('purpose', both('Hvad skal det bruges til?', 'What is it for?'), it.purpose),
    many('topics', it.agree.da, it.agree.en, it.topics, { required: true }),
    long('leftOut', 'Er der noget, der ikke må komme med?', 'Is there anything that must be left out?', { max: 600, help: it.leftOut }),
    told('reads', both('Hvem kan ellers se det?', 'Who else can see it?'), it.reads),
  ],
})

const consent = (it: Consent): Form => ({
  id: it.id, version: it.version, kind: 'consent', title: it.title,
  source: draft('de samtykker, rapporten om Esbjerg 2017–2019 fortæller om, og på reglerne om et frit, klart ja (skal kontrolleres)',
    'the consents that the report on Esbjerg 2017–2019 tells of, and on the rules of a free, clear yes (to be checked)'),
  parts: [
    what(it),
    {
      id: 'time', title: both('Hvor længe?', 'For how long?'),
      questions: [
        day('from', 'Fra og med', 'From', { required: true }),
        day('until', 'Til', 'Until', { required: true, help: both('Den dag holder dit ja op af sig selv.', 'On that day your yes ends by itself.') }),
      ],
    },
    {
      id: 'back', title: both('Du kan tage det tilbage', 'You can take it back'),
      questions: [
        told('withdraw', both('Sådan gør du', 'How to do it'), it.back),
        told('delivered', both('Det, der er sendt, er sendt', 'What has been sent, has been sent'),
          both('En kopi, der er sendt, kan ikke hentes hjem igen. Men der bliver ikke sendt mere.', 'A copy that has been sent cannot be called home. But nothing more will be sent.')),
      ],
    },
    {
      id: 'sign', title: both('Dit ja', 'Your yes'),
      questions: [
        yesNo('understood', 'Er det her læst sammen med dig, og vil du sige ja?', 'Has this been read with you, and do you agree?', {
          required: true,
          stop: { is: ['no'], says: both('Så bliver intet givet videre. Du kan altid sige ja en anden dag.', 'Then nothing is passed on. You can always say yes another day.') },
        }),
        day('signedOn', 'Dato', 'Date', { required: true }),
        short('signedName', 'Dit navn', 'Your name', { required: true, max: 120, help: both('På papir: skriv under her.', 'On paper: sign here.') }),
        short('witnessName', it.who.da, it.who.en, { required: true, max: 120 }),
      ],
    },
  ],
})

const topics = [
  option('contact', 'Mit navn, og hvordan jeg sikkert kan nås', 'My name and how I can be reached safely'), option('account', 'Kort om det, der er sket', 'In short, what has happened'),
  option('log', 'Hændelser, jeg selv vælger fra min log', 'Incidents that I choose from my log'), option('finding', 'Det, visitatoren er kommet frem til', 'What the visitator has found'),
  option('needs', 'Hvad jeg har brug for hjælp til', 'What I need help with'),
]

const centre = both('En rådgiver i Dansk Stalking Center. Det er en forening og ikke en del af politi eller kommune. De har selv ansvar for det, de får.',
  'An adviser at Dansk Stalking Center. It is an association, not part of police or municipality. It answers for what it gets.')
const centreReads = both('Centret har sine egne regler for, hvem der må se det. Bed rådgiveren om at fortælle dig om dem.', 'The centre has its own rules on who may see it. Ask the adviser to tell you about them.')
const leftOut = both('For eksempel din nye adresse eller navne på dem, der hjælper dig.', 'For example your new address, or the names of those who help you.')

const municipality = {
  topics, leftOut, who: both('Hvem i kommunen har læst det med dig?', 'Who in the municipality has read it with you?'),
  agree: both('Jeg siger ja til, at kommunen giver dette videre', 'I agree that the municipality passes on'),
  free: both('Det er frit, om du vil sige ja. Siger du nej, får du stadig råd og hjælp fra kommunen. Du kan sige ja til noget og nej til resten.',
    'You are free to say yes or no. If you say no, you still get advice and help from the municipality. You can say yes to some of it and no to the rest.'),
  back: both('Du kan tage dit ja tilbage når som helst. Du kan gøre det på din egen side, eller sige det til den, du taler med i kommunen. Du behøver ikke give en grund. Det gælder fra samme dag.',
    'You can take your yes back at any time. Do it on your own page, or tell the person you talk to in the municipality. You need not give a reason. It holds from the same day.'),
} as const

const police = {
  leftOut, who: both('Hvem i politiet har læst det med dig?', 'Who in the police has read it with you?'),
  agree: both('Jeg siger ja til, at politiet giver dette videre', 'I agree that the police pass on'),
  free: both('Det er frit, om du vil sige ja. Siger du nej, gør politiet det samme for dig som ellers. Du kan også selv ringe til centret.',
    'You are free to say yes or no. If you say no, the police do the same for you as they would have done. You can also call the centre yourself.'),
  back: both('Du kan tage dit ja tilbage når som helst. Ring til den, du har talt med i politiet, eller på 114. Du behøver ikke give en grund. Det gælder fra samme dag.',
    'You can take your yes back at any time. Call the person you talked to in the police, or 114. You need not give a reason. It holds from the same day.'),
} as const

export const consentPolice2: Form = consent({
  ...municipality, id: 'consent-police', version: 2, title: both('Samtykke: fra kommunen til politiet', 'Consent: from the municipality to the police'),
  to: both('Den faste kontakt i det lokale politi. Politiet er sin egen myndighed og har selv ansvar for det, de får.', 'The named contact in the local police. The police are an authority of their own and answer for what they get.'),
  purpose: both('Så politiet kan se på din sag og tale med dig om, hvad de kan gøre. Du har ikke dermed anmeldt noget.', 'So that the police can look at your case and talk with you about what they can do. You have not thereby reported anything.'),
  reads: both('Det, politiet får, kan den anden part komme til at læse. Så giv kun det videre, som han eller hun godt må vide.', 'The other party may come to read what the police get. So pass on only what he or she may know.'),
})

export const consentDsc2: Form = consent({
  ...municipality, id: 'consent-dsc', version: 2, title: both('Samtykke: fra kommunen til Dansk Stalking Center', 'Consent: from the municipality to Dansk Stalking Center'),
  to: centre, purpose: both('Så en rådgiver kan tage kontakt til dig på en sikker måde og give dig råd og støtte.', 'So that an adviser can get in touch with you safely and give you advice and support.'), reads: centreReads,
})

export const consentPoliceDsc1: Form = consent({
  ...police, id: 'consent-police-dsc', version: 1, title: both('Samtykke: fra politiet til Dansk Stalking Center, når du er udsat', 'Consent: from the police to Dansk Stalking Center, when you are exposed'),
  topics: [
    option('contact', 'Mit navn, og hvordan jeg sikkert kan nås', 'My name and how I can be reached safely'), option('account', 'Kort om det, der er sket', 'In short, what has happened'),
    option('caseNumber', 'Politiets nummer på sagen', 'The police’s number of the case'), option('needs', 'Hvad jeg har brug for hjælp til', 'What I need help with'),
  ],
  to: centre, purpose: both('Så en rådgiver kan ringe til dig og give dig råd og støtte. Centret sender intet til politiet uden dit ja.', 'So that an adviser can call you and give you advice and support. The centre sends nothing to the police without your yes.'), reads: centreReads,
})

export const consentPoliceDscOther1: Form = consent({
  ...police, id: 'consent-police-dsc-other', version: 1,
  title: both('Samtykke: fra politiet til Dansk Stalking Center, når du har svært ved at slippe', 'Consent: from the police to Dansk Stalking Center, when you find it hard to let go'),
  topics: [
    option('contact', 'Mit navn og mit nummer', 'My name and my number'), option('account', 'Kort om, hvad det gælder', 'In short, what it is about'), option('wish', 'Det, jeg selv gerne vil have hjælp til', 'What I want help with'),
  ],
  leftOut: both('Der bliver ikke sendt noget om andre end dig.', 'Nothing is sent about anybody but you.'),
  to: centre, purpose: both('Så en, der kan det her, kan ringe til dig. I kan tale om, hvad du håber på, og hvad du selv vil gøre anderledes. Det ændrer ikke noget i en sag hos politiet.',
    'So that somebody who knows about this can call you. You can talk of what you hope for, and what you want to do differently. It changes nothing in a case with the police.'), reads: centreReads,
})
