import type { Words } from '../kernel/words.ts'

export const da = {
  refusals: {
    'needs-receiver': 'Vælg, hvem henvisningen skal til.',
    'needs-purpose': 'Skriv kort, hvad du beder modtageren om.',
    'needs-consent': 'Der er ikke et samtykke, der gælder i dag. Bed borgeren om det først.',
    'needs-reason': 'Skriv en grund. Den anden skal kunne handle på den.',
    'needs-answer': 'Skriv dit svar, for eksempel en kvittering eller et journalnummer.',
    'nothing-covered': 'Der er ikke skrevet noget, som samtykket dækker.',
    'receiver-gone': 'Den, du valgte, har ikke længere rollen. Vælg en anden.',
    'waits-already': 'Den modtager har allerede en henvisning i sagen, som venter på svar.',
    'cannot-see': 'Henvisningen er allerede åbnet.', 'cannot-accept': 'Henvisningen er allerede besvaret.', 'cannot-decline': 'Henvisningen er allerede besvaret.',
    'cannot-take-back': 'Henvisningen er allerede besvaret og kan ikke tages tilbage.', 'cannot-answer': 'Tag imod henvisningen, før du svarer.',
  },
  states: { sent: 'Sendt, venter', seen: 'Åbnet, venter', accepted: 'Taget imod', declined: 'Sendt tilbage', 'taken-back': 'Taget tilbage', answered: 'Besvaret' },
  to: { primaryCoordinator: 'Primær koordinator', policeContact: 'Politiets kontaktperson', dscAdviser: 'Dansk Stalking Center' },
  topics: { contact: 'Navn og sikker kontakt', account: 'Kort om det, der er sket', log: 'Hændelser fra loggen', finding: 'Det, visitator er kommet frem til', needs: 'Det, der er brug for hjælp til' },
  compose: {
    title: 'Henvis videre', lead: 'Vælg, hvem der skal have den. Modtageren får en kopi af det, der står her, og ikke selve sagen.',
    receiver: 'Til hvem?', choose: 'Vælg modtager', insideGround: 'Samme kommune: der skal ikke samtykke til, men en opgave med en grund.',
    consentGround: (day: string) => `Borgeren har sagt ja til dette. Det gælder til ${day}.`,
    noConsent: 'Der er ikke et samtykke, der gælder i dag.', askConsent: 'Bed om samtykke',
    purpose: 'Hvad beder du modtageren om?', purposeHint: 'En eller to sætninger. Inden for kommunen er det også grunden til, at opgaven er deres.',
    covered: 'Det, samtykket dækker', onlyThis: 'Kun det, borgeren har sagt ja til, kan komme med. Det, der ikke står her, bliver i sagen.',
    readsAlong: 'Den anden part kan komme til at læse det, politiet får. Skriv kun det, han eller hun ved i forvejen.',
    leftOut: 'Borgeren har bedt om, at dette ikke kommer med',
    entries: 'Hændelser, der skal med', noEntries: 'Borgeren viser ikke nogen hændelser lige nu.', send: 'Send henvisningen', change: 'Vælg en anden modtager',
  },
  inbox: {
    title: 'Henvisninger til dig', lead: 'Tag imod, eller send tilbage med en grund. Den, der sendte, ser dit svar.', none: 'Der er ingen henvisninger til dig.',
    number: 'Sag', from: 'Fra', state: 'Status', by: 'Svar inden', open: 'Åbn',
  },
  one: {
    title: (number: string) => `Henvisning i sag ${number}`, lead: (from: string, when: string) => `Sendt af ${from} ${when}.`, purpose: 'Det, du bliver bedt om',
    copy: 'Kopien', frozen: (when: string) => `Dette er en kopi fra ${when}. Den ændrer sig ikke, og sagen selv bliver hos kommunen.`, noCopy: 'Sagen åbner for dig, når du tager imod.',
    accept: 'Tag imod', acceptBaton: 'Tag imod stafetten', decline: 'Send tilbage', reason: 'Hvorfor sender du den tilbage?', answer: 'Dit svar til den, der sendte',
    answerHint: 'For eksempel kvittering og journalnummer. Der er kun et journalnummer, hvis der er oprettet en sag.', sendAnswer: 'Send svar', history: 'Hvad der er sket',
    toCase: 'Gå til sagen', typical: 'typisk eksempel', event: 'Hændelse', has: 'Har den nu', next: 'Næste skridt', waitsForYou: 'Tag imod, eller send tilbage', answered: 'Svaret er givet', giveAnswer: 'Giv svar',
  },
  steps: { send: 'Sendt', see: 'Åbnet', accept: 'Taget imod', decline: 'Sendt tilbage', 'take-back': 'Taget tilbage', answer: 'Svar' },
  inCase: { title: 'Henvisninger', none: 'Ingen endnu', takeBack: 'Tag tilbage', takeBackReason: 'Grund', declinedAct: 'Sendt tilbage: du skal finde en anden vej.' },
  own: {
    title: 'Sendt videre', lead: 'Her ser du, hvem der har fået noget om dig, og hvad de har svaret.', none: 'Der er ikke sendt noget videre.', to: 'Til', when: 'Hvornår', state: 'Status', what: 'Det, de fik',
    inside: 'En opgave i kommunen. Ingen kopi.', see: 'Se kopien',
  },
} as const
export type Texts = Words<typeof da>
