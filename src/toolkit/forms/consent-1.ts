// Consents that are signed: one for each receiver, so that each can be given, and taken back, by itself. Frozen: a change is a new version.
import type { Bilingual, Form, Option } from '../../forms/rules.ts'

const source = { da: 'Egen rekonstruktion, udkast – godkendes lokalt', en: 'Our own reconstruction, draft – to be approved locally' } as const

const topics = [
  { id: 'contact', text: { da: 'Mit navn, og hvordan jeg sikkert kan nås', en: 'My name and how I can be reached safely' } },
  { id: 'account', text: { da: 'Kort om det, der er sket', en: 'In short, what has happened' } },
  { id: 'log', text: { da: 'Hændelser, jeg selv vælger fra min log', en: 'Incidents that I choose from my log' } },
  { id: 'finding', text: { da: 'Det, visitatoren er kommet frem til', en: 'What the visitator has found' } },
  { id: 'needs', text: { da: 'Hvad jeg har brug for hjælp til', en: 'What I need help with' } },
] as const satisfies readonly Option[]

interface Receiver { readonly id: string; readonly title: Bilingual; readonly to: Bilingual; readonly reads: Bilingual }

const consentTo = ({ id, title, to, reads }: Receiver): Form => ({
  id, version: 1, kind: 'consent', title, source,
  parts: [
    {
      id: 'what', title: { da: 'Hvad må gives videre?', en: 'What may be passed on?' },
      questions: [
        {
          id: 'voluntary', kind: 'explanation', ask: { da: 'Du vælger selv', en: 'You choose' },
          help: {
            da: 'Det er frit, om du vil sige ja. Siger du nej, får du stadig råd og hjælp fra kommunen. Du kan sige ja til noget og nej til resten.',
            en: 'You are free to say yes or no. If you say no, you still get advice and help from the municipality. '
              + 'You can say yes to some of it and no to the rest.',
          },
        },
        { id: 'receiver', kind: 'explanation', ask: { da: 'Hvem får det?', en: 'Who gets it?' }, help: to },
        {
          id: 'topics', kind: 'many', required: true,
          ask: { da: 'Jeg siger ja til, at kommunen giver dette videre', en: 'I agree that the municipality passes on' },
          options: topics,
        },
        {
          id: 'leftOut', kind: 'long', limits: { max: 600 },
          ask: { da: 'Er der noget, der ikke må komme med?', en: 'Is there anything that must be left out?' },
          help: {
            da: 'For eksempel din nye adresse eller navne på dem, der hjælper dig.',
            en: 'For example your new address, or the names of those who help you.',
          },
        },
        { id: 'reads', kind: 'explanation', ask: { da: 'Hvem kan ellers se det?', en: 'Who else can see it?' }, help: reads },
      ],
    },
    {
      id: 'time', title: { da: 'Hvor længe?', en: 'For how long?' },
      questions: [
        { id: 'from', kind: 'date', required: true, ask: { da: 'Fra og med', en: 'From' } },
        {
          id: 'until', kind: 'date', required: true, ask: { da: 'Til', en: 'Until' },
          help: { da: 'Den dag holder dit ja op af sig selv.', en: 'On that day your yes ends by itself.' },
        },
      ],
    },
    {
      id: 'back', title: { da: 'Du kan tage det tilbage', en: 'You can take it back' },
      questions: [
        {
          id: 'withdraw', kind: 'explanation', ask: { da: 'Sådan gør du', en: 'How to do it' },
          help: {
            da: 'Du kan tage dit ja tilbage når som helst. Du kan gøre det på din egen side, eller sige det til den, '
              + 'du taler med i kommunen. Du behøver ikke give en grund. Det gælder fra samme dag.',
            en: 'You can take your yes back at any time. Do it on your own page, '
              + 'or tell the person you talk to in the municipality. You need not give a reason. It holds from the same day.',
          },
        },
        {
          id: 'delivered', kind: 'explanation', ask: { da: 'Det, der er sendt, er sendt', en: 'What has been sent, has been sent' },
          help: {
            da: 'En kopi, der er sendt, kan ikke hentes hjem igen. Men der bliver ikke sendt mere.',
            en: 'A copy that has been sent cannot be called home. But nothing more will be sent.',
          },
        },
      ],
    },
    {
      id: 'sign', title: { da: 'Dit ja', en: 'Your yes' },
      questions: [
        {
          id: 'understood', kind: 'yesno', required: true,
          ask: { da: 'Er det her læst sammen med dig, og vil du sige ja?', en: 'Has this been read with you, and do you agree?' },
          stop: {
            is: ['no'],
            says: {
              da: 'Så bliver intet givet videre. Du kan altid sige ja en anden dag.',
              en: 'Then nothing is passed on. You can always say yes another day.',
            },
          },
        },
        { id: 'signedOn', kind: 'date', required: true, ask: { da: 'Dato', en: 'Date' } },
        {
          id: 'signedName', kind: 'short', required: true, limits: { max: 120 }, ask: { da: 'Dit navn', en: 'Your name' },
          help: { da: 'På papir: skriv under her.', en: 'On paper: sign here.' },
        },
        {
          id: 'witnessName', kind: 'short', required: true, limits: { max: 120 },
          ask: { da: 'Hvem i kommunen har læst det med dig?', en: 'Who in the municipality has read it with you?' },
        },
      ],
    },
  ],
})

export const consentPolice1 = consentTo({
  id: 'consent-police', title: { da: 'Samtykke: fra kommunen til politiet', en: 'Consent: from the municipality to the police' },
  to: {
    da: 'Den faste kontakt i det lokale politi. Politiet er sin egen myndighed og har selv ansvar for det, de får.',
    en: 'The named contact in the local police. The police are an authority of their own and answer for what they get.',
  },
  reads: {
    da: 'Det, politiet får, kan den anden part komme til at læse. Så giv kun det videre, som han eller hun godt må vide.',
    en: 'The other party may come to read what the police get. So pass on only what he or she may know.',
  },
})

export const consentDsc1 = consentTo({
  id: 'consent-dsc', title: { da: 'Samtykke: fra kommunen til Dansk Stalking Center', en: 'Consent: from the municipality to Dansk Stalking Center' },
  to: {
    da: 'En rådgiver i Dansk Stalking Center. Det er en forening og ikke en del af kommunen. De har selv ansvar for det, de får.',
    en: 'An adviser at Dansk Stalking Center. It is an association, not part of the municipality. It answers for what it gets.',
  },
  reads: {
    da: 'Centret har sine egne regler for, hvem der må se det. Bed rådgiveren om at fortælle dig om dem.',
    en: 'The centre has its own rules on who may see it. Ask the adviser to tell you about them.',
  },
})
