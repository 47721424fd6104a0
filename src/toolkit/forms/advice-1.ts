// The most important advice, in the order it should be given: what must be saved is saved before anything is closed. Frozen: a change is a new version.
import type { Bilingual, Form, Question } from '../../forms/rules.ts'
import { advised, both } from '../asking.ts'

export interface AdviceItem {
  readonly id: string
  readonly title: Bilingual
  readonly body: Bilingual
  /** Only when this holds. */
  readonly precondition?: Bilingual
  /** What can go wrong. */
  readonly caveat?: Bilingual
  /** Items that must have been done first. They stand earlier. */
  readonly after?: readonly string[]
}

export const adviceItems1: readonly AdviceItem[] = [
  {
    id: 'danger',
    title: { da: 'Er du i fare, så ring 112', en: 'If you are in danger, call 112' },
    body: {
      da: 'Ring 112, hvis du er i fare nu. Ring 114, hvis du vil tale med politiet, og det ikke er akut. Gå hen, hvor der er andre.',
      en: 'Call 112 if you are in danger now. Call 114 to talk to the police when it is not acute. Go where there are other people.',
    },
  },
  {
    id: 'otherDevice',
    title: { da: 'Brug en anden telefon, hvis nogen følger med i din', en: 'Use another phone if someone may be watching yours' },
    body: {
      da: 'Lån en telefon eller en pc, som den anden aldrig har haft i hånden. Brug den, når du søger hjælp og skifter koder.',
      en: 'Borrow a phone or computer that the other has never had in hand. Use it when you seek help and change passwords.',
    },
    precondition: { da: 'Når den anden ved ting, som kun står på din telefon.', en: 'When the other knows things that are only on your phone.' },
    caveat: {
      da: 'Den anden kan se, hvis din telefon pludselig er tavs. Det kan gøre det værre. Lav en plan med en rådgiver først.',
      en: 'The other can see it if your phone suddenly goes quiet. That can make things worse. Make a plan with an adviser first.',
    },
  },
  {
    id: 'saveEvidence',
    title: { da: 'Gem det hele, før du sletter eller blokerer', en: 'Save everything before you delete or block' },
    body: {
      da: 'Tag et billede af skærmen, så dato, tid og nummer kan ses. '
        + 'Gem også adressen på en profil, ikke kun navnet. Lad det ligge på telefonen, som det kom.',
      en: 'Take a picture of the screen, so that date, time and number show. '
        + 'Save the address of a profile too, not only the name. Leave it on the phone as it came.',
    },
    caveat: {
      da: 'Svar ikke for at få mere at gemme. Gå ikke ind på den andens profil eller mail.',
      en: 'Do not reply to get more to save. Do not enter the other’s profile or mail.',
    },
  },
  {
    id: 'log',
    title: { da: 'Skriv ned, hvad der sker', en: 'Write down what happens' },
    body: {
      da: 'Skriv dag, tid og sted. Skriv kort, hvad der skete. Læg billedet ved. Skriv lidt ad gangen, og hold så pause.',
      en: 'Write day, time and place. Write in short what happened. Add the picture. Write a little at a time, then take a break.',
    },
    caveat: {
      da: 'Skriv kun det, den anden ved i forvejen. Den anden kan få lov at læse det hos politiet.',
      en: 'Write only what the other already knows. The other may be allowed to read it at the police.',
    },
  },
  {
    id: 'sayNoOnce', after: ['saveEvidence'],
    title: { da: 'Sig nej én gang', en: 'Say no once' },
    body: {
      da: 'Sig det klart, og uden at forklare: "Jeg vil ikke have kontakt med dig." Gem det. Sig det så ikke igen.',
      en: 'Say it clearly and without explaining: "I do not want contact with you." Save it. Then do not say it again.',
    },
    precondition: { da: 'Kun hvis det er trygt for dig.', en: 'Only if it is safe for you.' },
  },
  {
    id: 'noContact',
    title: { da: 'Svar ikke mere', en: 'Reply no more' },
    body: {
      da: 'Svar ikke på opkald, sms eller mail. Et svar kan vise, at det nytter at blive ved. Kom du til at svare, så skriv det ned, og begynd igen.',
      en: 'Do not answer calls, texts or mails. A reply can show that it pays to go on. If you did reply, write it down and start again.',
    },
    caveat: { da: 'Har I børn sammen, så se rådet om én smal vej.', en: 'If you have children together, see the advice on one narrow way.' },
  },
  {
    id: 'gifts',
    title: { da: 'Tag ikke imod gaver, og send dem aldrig tilbage', en: 'Do not accept gifts, and never send them back' },
    body: {
      da: 'En gave, der går retur, er også et svar. Ligger den der, så tag et billede, og skriv det ned. Læg den så væk, eller giv den til politiet.',
      en: 'A gift that goes back is a reply too. If it lies there, take a picture and write it down. Then put it away or give it to the police.',
    },
  },
  {
    id: 'narrowWay',
    title: { da: 'Har I børn sammen: hold én smal vej åben', en: 'If you have children together: keep one narrow way open' },
    body: {
      da: 'Brug én mail, og kun om børnene. Skriv kort, og uden at svare på andet. En anden kan læse med og svare for dig.',
      en: 'Use one e-mail address, only about the children. Write short, and reply to nothing else. Someone else can read along and reply for you.',
    },
    precondition: { da: 'Først når du har aftalt det med en rådgiver.', en: 'Not until you have agreed on it with an adviser.' },
    caveat: { da: 'At du må skrive om børnene, tæller ikke imod dig.', en: 'That you have to write about the children does not count against you.' },
  },
  {
    id: 'standFirm',
    title: { da: 'Hold fast', en: 'Stand firm' },
    body: {
      da: 'Bliv ved det, du har valgt. Den anden kan skifte mellem søde ord og vrede. Det er stadig et nej.',
      en: 'Keep to what you have chosen. The other can shift between sweet words and anger. It is still a no.',
    },
  },
  {
    id: 'network',
    title: { da: 'Sig det til nogen, du stoler på', en: 'Tell people you trust' },
    body: {
      da: 'Sig det til familie, venner, naboer, job og skole. Bed dem om ikke at give noget videre om dig. Bed dem om ikke at gå imellem.',
      en: 'Tell family, friends, neighbours, work and school. Ask them to pass on nothing about you. Ask them not to go between.',
    },
  },
  {
    id: 'newNumbers', after: ['saveEvidence'],
    title: { da: 'Nye koder, måske nyt nummer', en: 'New passwords, perhaps a new number' },
    body: {
      da: 'Skift dine koder. Få et nyt nummer til dem, du stoler på. Lad det gamle være tændt på en gammel telefon, som en anden passer for dig.',
      en: 'Change your passwords. Get a new number for those you trust. Leave the old one on, on an old phone that someone looks after for you.',
    },
    caveat: {
      da: 'Bliver det gamle nummer lukket, kan du ikke se, om det bliver værre. Og du mister det, der kunne gemmes.',
      en: 'If the old number is closed, you cannot see whether it gets worse. And you lose what could have been saved.',
    },
  },
  {
    id: 'closeProfiles', after: ['saveEvidence'],
    title: { da: 'Luk for dine profiler', en: 'Lock your profiles' },
    body: {
      da: 'Gem først. Sæt så dine profiler til kun at kunne ses af venner. Sluk for, at telefonen deler, hvor du er. Blokér, når du er klar.',
      en: 'Save first. Then let only friends see your profiles. Turn off sharing of where you are. Block when you are ready.',
    },
    caveat: {
      da: 'Den anden kan mærke det og prøve andre veje. Hav en at ringe til den dag.',
      en: 'The other can notice it and try other ways. Have someone to call that day.',
    },
  },
  {
    id: 'routines',
    title: { da: 'Skift rute og tid, hvis det hjælper', en: 'Change route and time if it helps' },
    body: {
      da: 'Gå en anden vej. Tag af sted på en anden tid. Følges med nogen. Det er for en tid, og kun hvis du selv vil.',
      en: 'Go another way. Leave at another time. Go with someone. It is for a while, and only if you want to.',
    },
  },
  {
    id: 'seekHelp',
    title: { da: 'Få hjælp', en: 'Get help' },
    body: {
      da: 'Tal med visitatoren i kommunen, politiet på 114 eller Dansk Stalking Center. Du behøver ikke vide, om det er stalking, før du ringer.',
      en: 'Talk to the visitator in the municipality, the police on 114 or Dansk Stalking Center. '
        + 'You need not know whether it is stalking before you call.',
    },
  },
]

/** What must hold, what comes before, what is done, and what can go wrong: a line each. */
export function asked({ id, title, precondition, after = [], body, caveat }: AdviceItem): Question {
  const before = adviceItems1.filter(it => after.includes(it.id))
  const help = (lang: 'da' | 'en') => [
    precondition?.[lang], ...before.map(it => `${lang === 'da' ? 'Gør først' : 'Do first'}: ${it.title[lang]}.`), body[lang], caveat && `${lang === 'da' ? 'Vær opmærksom på' : 'Mind'}: ${caveat[lang]}`,
  ].filter(Boolean).join('\n')
  return advised(id, title, { da: help('da'), en: help('en') })
}

export const adviceLead = both(
  'Tag ét råd ad gangen. Du vælger selv, hvad der passer til dig. Intet af det, der sker, er din skyld.',
  'Take one piece of advice at a time. You choose what fits you. None of what happens is your fault.')

export const advice1: Form = {
  id: 'advice', version: 1, kind: 'advice', title: both('Den vigtigste rådgivning', 'The most important advice'),
  source: both('Egen rekonstruktion, udkast – godkendes lokalt', 'Our own reconstruction, draft – to be approved locally'),
  parts: [{ id: 'advice', title: both('Råd', 'Advice'), help: adviceLead, questions: adviceItems1.map(asked) }],
}
