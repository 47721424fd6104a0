// Children in a case, the family counsellor's own records, and somebody under 18: first forms, to be deepened. Frozen: a change is a new version.
import type { Bilingual, Form, Question } from '../../forms/rules.ts'

const source: Bilingual = { da: 'Egen rekonstruktion, udkast – godkendes lokalt', en: 'Our own reconstruction, draft – to be approved locally' }

export const child1 = {
  id: 'child', version: 1, kind: 'needs-mapping', source,
  title: { da: 'Et barn', en: 'A child' },
  parts: [
    {
      id: 'child', title: { da: 'Barnet', en: 'The child' },
      questions: [
        { id: 'childName', kind: 'short', required: true, ask: { da: 'Fornavn', en: 'First name' } },
        { id: 'age', kind: 'number', required: true, limits: { min: 0, max: 17 }, ask: { da: 'Alder', en: 'Age' }, unit: { da: 'år', en: 'years' } },
        { id: 'place', kind: 'short', ask: { da: 'Skole eller daginstitution', en: 'School or day care' } },
        { id: 'custody', kind: 'one', ask: { da: 'Hvem har forældremyndigheden?', en: 'Who has custody?' }, options: [
          { id: 'both', text: { da: 'Begge forældre', en: 'Both parents' } }, { id: 'citizen', text: { da: 'Borgeren alene', en: 'The citizen alone' } },
          { id: 'other', text: { da: 'Den anden part alene', en: 'The other party alone' } }, { id: 'unknown', text: { da: 'Ved ikke', en: 'Don’t know' } },
        ] },
        { id: 'contact', kind: 'long', ask: { da: 'Hvad er aftalt om samvær?', en: 'What is agreed about contact?' } },
        { id: 'seen', kind: 'long', ask: { da: 'Hvad har barnet set eller hørt?', en: 'What has the child seen or heard?' }, help: { da: 'Skriv, hvem I ved det fra.', en: 'Write from whom you know it.' } },
      ],
    },
    {
      id: 'report', title: { da: 'Underretning', en: 'Report of concern' },
      help: { da: 'Pligten er din egen og går forud for tavshedspligt. (Barnets lov § 133, skal kontrolleres.)', en: 'The duty is your own and goes before confidentiality. (Barnets lov § 133, to be checked.)' },
      questions: [
        { id: 'reported', kind: 'one', required: true, ask: { da: 'Hvad er besluttet?', en: 'What has been decided?' }, options: [
          { id: 'made', text: { da: 'Der er underrettet', en: 'A report has been made' } }, { id: 'will', text: { da: 'Der bliver underrettet', en: 'A report will be made' } },
          { id: 'not', text: { da: 'Der bliver ikke underrettet nu', en: 'No report is made now' } },
        ] },
        { id: 'reportedOn', kind: 'date', required: true, showIf: { question: 'reported', is: ['made', 'will'] }, ask: { da: 'Hvilken dag?', en: 'On which day?' } },
        { id: 'reportReason', kind: 'long', required: true, ask: { da: 'Skriv grunden', en: 'Write the reason' } },
      ],
    },
  ],
} as const satisfies Form

export const young1 = {
  id: 'young', version: 1, kind: 'needs-mapping', source,
  title: { da: 'Er borgeren under 18 år?', en: 'Is the citizen under 18?' },
  parts: [{
    id: 'age', title: { da: 'Alder og samtykke', en: 'Age and consent' },
    help: { da: 'Hvem der kan sige ja for en under 18 år, skal kontrolleres i hver sag.', en: 'Who can say yes for somebody under 18 is to be checked in each case.' },
    questions: [
      { id: 'under18', kind: 'yesno', required: true, ask: { da: 'Er borgeren under 18 år?', en: 'Is the citizen under 18?' } },
      { id: 'mayConsent', kind: 'one', required: true, showIf: { question: 'under18', is: ['yes'] }, ask: { da: 'Hvem kan samtykke? (skal kontrolleres)', en: 'Who may consent? (to be checked)' }, options: [
        { id: 'self', text: { da: 'Den unge selv', en: 'The young person' } }, { id: 'holder', text: { da: 'Den, der har forældremyndigheden', en: 'Whoever has custody' } },
        { id: 'both', text: { da: 'Begge dele', en: 'Both' } }, { id: 'unknown', text: { da: 'Ved ikke endnu', en: 'Not known yet' } },
      ] },
      { id: 'askedWho', kind: 'short', required: true, showIf: { question: 'under18', is: ['yes'] }, ask: { da: 'Hvem har du spurgt om det?', en: 'Whom have you asked about it?' } },
      { id: 'holderIs', kind: 'one', required: true, showIf: { question: 'under18', is: ['yes'] }, ask: { da: 'Har den anden part del i forældremyndigheden?', en: 'Does the other party have custody, alone or together?' }, options: [
        { id: 'no', text: { da: 'Nej', en: 'No' } }, { id: 'yes', text: { da: 'Ja', en: 'Yes' } }, { id: 'unknown', text: { da: 'Ved ikke', en: 'Don’t know' } },
      ] },
      { id: 'holderWho', kind: 'person', showIf: { question: 'under18', is: ['yes'] }, ask: { da: 'En tryg voksen', en: 'A safe grown-up' } },
    ],
  }],
} as const satisfies Form

const talk = [
  { id: 'onDay', kind: 'date', required: true, ask: { da: 'Hvilken dag?', en: 'On which day?' } },
  { id: 'who', kind: 'short', required: true, ask: { da: 'Hvem var med?', en: 'Who was there?' } },
  { id: 'said', kind: 'long', required: true, ask: { da: 'Hvad blev sagt?', en: 'What was said?' }, help: { da: 'Kun det, der hører til denne samtale. Notaterne flettes aldrig.', en: 'Only what belongs to this talk. The records are never merged.' } },
] as const satisfies readonly Question[]

export const talkChild1 = {
  id: 'talk-child', version: 1, kind: 'conversation', source, title: { da: 'Samtale med barnet', en: 'Talk with the child' },
  parts: [{ id: 'talk', title: { da: 'Samtalen', en: 'The talk' }, questions: [...talk, { id: 'wishes', kind: 'long', ask: { da: 'Hvad ønsker barnet?', en: 'What does the child wish for?' } }] }],
} as const satisfies Form
export const talkMother1 = {
  id: 'talk-mother', version: 1, kind: 'conversation', source, title: { da: 'Samtale med moren', en: 'Talk with the mother' },
  parts: [{ id: 'talk', title: { da: 'Samtalen', en: 'The talk' }, questions: [...talk, { id: 'wishes', kind: 'long', ask: { da: 'Hvad ønsker moren for barnet?', en: 'What does the mother wish for the child?' } }] }],
} as const satisfies Form
export const talkFather1 = {
  id: 'talk-father', version: 1, kind: 'conversation', source, title: { da: 'Samtale med faren', en: 'Talk with the father' },
  parts: [
    {
      id: 'talk', title: { da: 'Samtalen', en: 'The talk' },
      help: { da: 'Sig intet om moren: ikke hvordan hun har det, hvor hun er, eller hvad hun har fortalt.', en: 'Say nothing of the mother: not how she is, where she is, or what she has told.' },
      questions: [...talk, { id: 'wishes', kind: 'long', ask: { da: 'Hvad håber faren at opnå?', en: 'What does the father hope for?' } }],
    },
    {
      id: 'dsc', title: { da: 'Tilbud om samtale hos Dansk Stalking Center', en: 'Offer of a talk at Dansk Stalking Center' },
      questions: [
        { id: 'offered', kind: 'yesno', required: true, ask: { da: 'Er tilbuddet givet?', en: 'Has the offer been made?' } },
        { id: 'accepted', kind: 'one', required: true, showIf: { question: 'offered', is: ['yes'] }, ask: { da: 'Hvad svarede han?', en: 'What did he answer?' }, options: [
          { id: 'yes', text: { da: 'Ja tak', en: 'Yes' } }, { id: 'later', text: { da: 'Vil tænke over det', en: 'Will think about it' } }, { id: 'no', text: { da: 'Nej tak', en: 'No' } },
        ] },
        { id: 'signed', kind: 'yesno', required: true, showIf: { question: 'accepted', is: ['yes'] }, ask: { da: 'Har han selv skrevet under på et samtykke?', en: 'Has he signed a consent himself?' }, help: { da: 'Uden underskrift giver I ham nummeret og henviser ikke.', en: 'Without a signature you give him the number and do not refer.' } },
        { id: 'signedOn', kind: 'date', required: true, showIf: { question: 'signed', is: ['yes'] }, ask: { da: 'Hvilken dag skrev han under?', en: 'On which day did he sign?' } },
      ],
    },
  ],
} as const satisfies Form

export const agreement1 = {
  id: 'contact-agreement', version: 1, kind: 'conversation', source, title: { da: 'Aftale om samvær', en: 'Agreement about contact' },
  parts: [{
    id: 'agreement', title: { da: 'Aftalen', en: 'The agreement' },
    questions: [
      { id: 'onDay', kind: 'date', required: true, ask: { da: 'Gælder fra', en: 'Holds from' } },
      { id: 'untilDay', kind: 'date', required: true, ask: { da: 'Gælder til', en: 'Holds until' } },
      { id: 'what', kind: 'long', required: true, ask: { da: 'Hvad er aftalt?', en: 'What is agreed?' }, help: { da: 'Aftalen er lavet med hver for sig, aldrig ved samme bord.', en: 'The agreement is made with each of them apart, never at one table.' } },
    ],
  }],
} as const satisfies Form
export const outcome1 = {
  id: 'child-outcome', version: 1, kind: 'conversation', source, title: { da: 'Hvad barnet fik ud af det', en: 'What the child got out of it' },
  parts: [{
    id: 'outcome', title: { da: 'Barnet nu', en: 'The child now' },
    questions: [
      { id: 'onDay', kind: 'date', required: true, ask: { da: 'Hvilken dag?', en: 'On which day?' } },
      { id: 'what', kind: 'long', required: true, ask: { da: 'Hvad er blevet anderledes for barnet?', en: 'What is different for the child?' } },
    ],
  }],
} as const satisfies Form
