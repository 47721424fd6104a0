// What a first contact tells the visitator. Somebody who is worried may ask on another's behalf: then nobody is named. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'

const yes = ['yes'] as const

export const handoff2 = {
  id: 'handoff', version: 2, kind: 'hand-off',
  title: { da: 'Giv en henvendelse videre', en: 'Pass on an enquiry' },
  source: { da: 'Egen rekonstruktion, udkast – godkendes lokalt', en: 'Our own reconstruction, draft – to be approved locally' },
  parts: [
    {
      id: 'first', title: { da: 'Først: er det akut?', en: 'First: is it acute?' },
      questions: [
        {
          id: 'acute', kind: 'yesno', required: true,
          ask: { da: 'Er nogen i fare lige nu?', en: 'Is anyone in danger right now?' },
          help: {
            da: 'For eksempel trusler, våben, vold, indbrud, eller at den anden part taler om at tage sit eget liv.',
            en: 'For example threats, weapons, violence, a break-in, or the other party speaking of taking his or her own life.',
          },
          stop: {
            is: yes,
            says: {
              da: 'Ring 112 nu. Ring 114, hvis du vil tale med politiet, og faren er ovre. '
                + 'Bliv hos borgeren. Send skemaet, som det er. Så ser visitatoren, at du skal ringes op nu.',
              en: 'Call 112 now. Call 114 to talk to the police when the danger is over. '
                + 'Stay with the citizen. Send the form as it is. Then the visitator sees that you are to be called now.',
            },
          },
        },
      ],
    },
    {
      id: 'citizen', title: { da: 'Borgeren', en: 'The citizen' },
      questions: [
        {
          id: 'onBehalf', kind: 'one', required: true,
          ask: { da: 'Hvem sidder du med?', en: 'Who are you with?' },
          options: [
            { id: 'self', text: { da: 'Borgeren selv', en: 'The citizen in person' } },
            { id: 'other', text: { da: 'En, der er bekymret for borgeren', en: 'Someone who is worried about the citizen' } },
            { id: 'nobody', text: { da: 'Ingen. Det er mig, der er bekymret', en: 'Nobody. I am the one who is worried' } },
          ],
        },
        {
          id: 'agreed', kind: 'one', required: true,
          ask: {
            da: 'Siger borgeren ja til, at du giver det videre til visitatoren?',
            en: 'Does the citizen agree that you pass this on to the visitator?',
          },
          help: {
            da: 'Borgeren kan sige ja uden at få sit navn med. Er I kun bekymrede, og er borgeren ikke spurgt, så nævn ikke, hvem det er.',
            en: 'The citizen can say yes and still leave the name out. If you are only worried, and the citizen has not been asked, do not say who it is.',
          },
          options: [
            { id: 'yes', text: { da: 'Ja', en: 'Yes' } }, { id: 'no', text: { da: 'Nej', en: 'No' } },
            { id: 'notAsked', text: { da: 'Borgeren er ikke spurgt endnu', en: 'The citizen has not been asked yet' } },
          ],
          stop: {
            is: ['no'],
            says: {
              da: 'Send ikke noget. Ring til visitatoren, og få råd uden at nævne navne. '
                + 'Giv borgeren rådene og tallet 114. Din pligt over for børn gælder stadig.',
              en: 'Send nothing. Call the visitator and get advice without naming anyone. '
                + 'Give the citizen the advice and the number 114. Your duty towards children still holds.',
            },
          },
        },
        {
          id: 'mayName', kind: 'yesno', required: true, showIf: { question: 'agreed', is: yes },
          ask: { da: 'Må visitatoren få borgerens navn?', en: 'May the visitator have the citizen’s name?' },
        },
        {
          id: 'citizenName', kind: 'short', required: true, limits: { max: 120 }, showIf: { question: 'mayName', is: yes },
          ask: { da: 'Hvad hedder borgeren?', en: 'What is the citizen’s name?' },
          help: { da: 'Skriv ikke CPR-nummer.', en: 'Do not write a CPR number.' },
        },
        {
          id: 'callBack', kind: 'one', required: true,
          ask: { da: 'Hvordan må visitatoren tage kontakt?', en: 'How may the visitator get in touch?' },
          help: {
            da: 'Spørg borgeren, hvem der ellers kan se eller høre det: telefon, post, e-Boks, kalender.',
            en: 'Ask the citizen who else could see or hear it: phone, post, e-Boks, calendar.',
          },
          options: [
            { id: 'phone', text: { da: 'Ring til borgeren', en: 'Call the citizen' } },
            { id: 'throughMe', text: { da: 'Gennem mig', en: 'Through me' } },
            { id: 'citizenCalls', text: { da: 'Borgeren ringer selv', en: 'The citizen will call' } },
          ],
        },
        {
          id: 'callBackHow', kind: 'short', required: true, limits: { max: 200 }, showIf: { question: 'callBack', is: ['phone'] },
          ask: { da: 'Hvilket nummer, og hvornår er det sikkert at ringe?', en: 'Which number, and when is it safe to call?' },
          help: { da: 'Skriv også, om der må lægges en besked.', en: 'Say too whether a message may be left.' },
        },
      ],
    },
    {
      id: 'children', title: { da: 'Børn', en: 'Children' },
      questions: [
        {
          id: 'dutyToReport', kind: 'explanation',
          ask: { da: 'Sig det her, før I taler om børn', en: 'Say this before you talk about children' },
          help: {
            da: 'Sig for eksempel: "Jeg har pligt til at give kommunen besked, hvis et barn kan have brug for hjælp. '
              + 'Det gælder også, når du er anonym. Du vælger selv, hvad du vil fortælle." Pligten er din egen. '
              + '(Barnets lov § 133, skal kontrolleres.)',
            en: 'Say for example: “I have a duty to tell the municipality if a child may need help. '
              + 'That holds also when you are anonymous. You choose what you want to tell.” The duty is your own. '
              + '(Barnets lov § 133, to be checked.)',
          },
        },
        {
          id: 'children', kind: 'one', required: true,
          ask: { da: 'Er der børn under 18 år, det går ud over?', en: 'Are children under 18 affected?' },
          options: [
            { id: 'yes', text: { da: 'Ja', en: 'Yes' } }, { id: 'no', text: { da: 'Nej', en: 'No' } },
            { id: 'notAsked', text: { da: 'Ved ikke, eller ikke talt om', en: 'Don’t know, or not talked about' } },
          ],
        },
      ],
    },
    {
      id: 'what', title: { da: 'Kort om det, der sker', en: 'In short, what is happening' },
      questions: [
        {
          id: 'told', kind: 'long', limits: { max: 600 },
          ask: { da: 'Hvad sker der?', en: 'What is happening?' },
          help: {
            da: 'To eller tre linjer, gerne med borgerens egne ord. Du kan lade feltet stå tomt. Skriv ikke, hvor borgeren bor eller arbejder.',
            en: 'Two or three lines, best in the citizen’s own words. You may leave it empty. Do not write where the citizen lives or works.',
          },
        },
      ],
    },
  ],
} as const satisfies Form
