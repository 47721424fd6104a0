// What is known of those who stalk, and which of it this case resembles: working ideas for professionals, never a label. Frozen: a change is a new version.
// No question may ever reach a citizen, a log, a file for the police or a referral.
import type { Bilingual, Form, Option, Question } from '../../forms/rules.ts'
import { after, both, day, draft, long, many, option, short, told } from '../asking.ts'

const sources: readonly Option[] = [
  option('citizen', 'Den udsatte', 'The exposed person'), option('otherParty', 'Personen selv', 'The person'), option('police', 'Politiet', 'The police'),
  option('log', 'Loggen', 'The log'), option('own', 'Det, jeg selv har set', 'What I have seen myself'), option('other', 'Andre', 'Others'),
]

interface Type { readonly id: string; readonly name: Bilingual; readonly known: Bilingual }
const types: readonly Type[] = [
  {
    id: 'rejected', name: both('Den afviste', 'The rejected'),
    known: both(
      'Det begynder, når et forhold slutter. Håb om at få det igen og lyst til hævn blander sig. Det er den største gruppe, og den, hvor der oftest er vold. Det kan vare i år. '
        + 'Tal kort og roligt. Tal om det, det koster personen selv: børn, job, en straf. Bring ingen besked.',
      'It begins when a relation ends. The hope of getting it back mixes with a wish for revenge. It is the largest group, and the one with most violence. It can last for years. '
        + 'Speak briefly and calmly. Speak of what it costs the person: children, work, a penalty. Bring no message.'),
  },
  {
    id: 'intimacy', name: both('Den intimitetssøgende', 'The intimacy seeker'),
    known: both(
      'Ofte en ensom person, som tror på en kærlighed, der ikke er der. Et nej gør ikke indtryk og kan blive set som en prøve. Det kan vare i år. Vold er mere sjælden. '
        + 'Den kan ramme en, der "står i vejen". Gå ikke ind i en strid om kærligheden. Tænk på psykiatrien.',
      'Often a lonely person who believes in a love that is not there. A no makes no impression and may be seen as a test. It can last for years. Violence is rarer. '
        + 'It may hit somebody who “stands in the way”. Do not argue about the love. Think of psychiatry.'),
  },
  {
    id: 'incompetent', name: both('Den inkompetente', 'The incompetent suitor'),
    known: both(
      'Vil gerne have en kæreste og kender ikke måden. Det er tit en fremmed eller en bekendt. Det varer som regel kortere, men kan ske igen med en ny. '
        + 'Et klart ord fra politi eller kommune virker ofte. Giv faste regler, sig dem igen, og giv dem på skrift. (Noget af dette skal kontrolleres.)',
      'Wants a partner and does not know how. It is often a stranger or an acquaintance. It mostly lasts for a shorter time, but may happen again with somebody new. '
        + 'A clear word from police or municipality often works. Give fixed rules, say them again, and give them in writing. (Some of this is to be checked.)'),
  },
  {
    id: 'resentful', name: both('Den hævngerrige', 'The resentful'),
    known: both(
      'Føler sig dårligt behandlet og vil have ret eller hævn. Det kan ramme en kollega, en fagperson eller en myndighed. Trusler er almindelige. De bliver sjældnere til noget. '
        + 'En straf kan give næring. Hør på sagens gang. Hav én kontakt, og lov intet. (Noget af dette skal kontrolleres.)',
      'Feels wronged and wants justice or revenge. It may hit a colleague, a professional or an authority. Threats are common. They come to something less often. '
        + 'A penalty may feed it. Listen to how the case went. Have one contact, and promise nothing. (Some of this is to be checked.)'),
  },
  {
    id: 'predatory', name: both('Rovdyret', 'The predatory'),
    known: both(
      'Sjælden. Holder øje for at få magt eller for at gøre skade, ofte seksuelt. Den udsatte ser det måske ikke. Det kan komme uden varsel. Tal ikke selv med personen. Ring til politiet.',
      'Rare. Watches to gain power or to do harm, often sexual. The exposed person may not see it. It can come without warning. Do not talk to the person yourself. Call the police.'),
  },
]

const hidden = (question: Question): Question => ({ ...question, notForCitizen: true })
const about = (type: Type): readonly Question[] => {
  const showIf = after('resembles', type.id)
  return [
    long(`${type.id}For`, 'Hvad taler for?', 'What speaks for it?', { showIf }),
    long(`${type.id}Against`, 'Hvad taler imod?', 'What speaks against it?', { showIf }),
    long(`${type.id}Unsure`, 'Hvad er I i tvivl om?', 'What are you in doubt about?', { showIf }),
    many(`${type.id}Source`, 'Hvem ved I det fra?', 'From whom do you know it?', sources, { showIf }),
  ]
}

export const typology1: Form = {
  id: 'typology', version: 1, kind: 'typology',
  title: both('Viden om dem, der stalker', 'What is known of those who stalk'),
  source: draft('Mullen, Pathé, Purcell og Stuart 1999 og Dansk Stalking Centers offentlige sider om de fem typer', 'Mullen, Pathé, Purcell and Stuart 1999 and the public pages of Dansk Stalking Center on the five types'),
  parts: [
    {
      id: 'first', title: both('Før du bruger det', 'Before you use it'),
      questions: [
        told('onlyForUs', both('Kun for fagfolk', 'For professionals only'), both(
          'Stalking er en adfærd, ikke en diagnose. De fem typer er fra en gruppe patienter. De fleste ligner flere på én gang. En prøve på 50 sager hos politiet i Los Angeles fandt ingen klare grupper. '
            + 'Brug dem til at tænke med. Vis dem aldrig til den udsatte eller til personen. Læg dem aldrig ved en log, en henvisning eller en fil til politiet.',
          'Stalking is behaviour, not a diagnosis. The five types come from a group of patients. Most people resemble several at once. A test on 50 police cases in Los Angeles found no clear groups. '
            + 'Use them to think with. Never show them to the exposed person or to the person. Never put them with a log, a referral or a file for the police.')),
        ...types.map(it => told(`${it.id}Known`, it.name, it.known)),
      ].map(hidden),
    },
    {
      id: 'case', title: both('Det, sagen ligner', 'What this case resembles'),
      questions: [
        day('thoughtOn', 'Hvilken dag?', 'On which day?', { required: true }),
        short('thoughtBy', 'Hvem har talt det igennem?', 'Who has talked it through?', { required: true, help: both('Vær helst to.', 'Best be two.') }),
        many('resembles', 'Hvilke træk ligner det?', 'Which traits does it resemble?', [...types.map(it => ({ id: it.id, text: it.name })), option('none', 'Ingen af dem', 'None of them'), option('unknown', 'Det ved vi ikke', 'We do not know')],
          { help: both('Sæt gerne flere krydser. Det er idéer, ikke svar.', 'Tick several if you like. They are ideas, not answers.') }),
        ...types.flatMap(about),
      ].map(hidden),
    },
    {
      id: 'use', title: both('Det, I bruger det til', 'What you use it for'),
      questions: [
        long('changes', 'Hvad gør I anderledes nu?', 'What do you do differently now?'),
        long('missing', 'Hvad mangler I at vide, og hvem kan I spørge?', 'What do you need to know, and whom can you ask?'),
        day('thinkAgain', 'Hvornår ser I på det igen?', 'When will you look at it again?'),
      ].map(hidden),
    },
  ],
}
