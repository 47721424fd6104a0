// The citizen's own plan for the places of her day. Written to her; hers to fill in, to skip and to keep where she will. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'
import { after, both, day, draft, long, many, one, option, person, rows, short, told, yesNo } from '../asking.ts'

const start = {
  id: 'start', title: both('Din plan', 'Your plan'),
  questions: [
    told('yours', both('Du bestemmer', 'You decide'), both(
      'Tag det, der passer til dig, og spring resten over. Du kan ændre det hver dag. Det, der sker, er ikke din skyld. Mange får deres liv igen.',
      'Take what fits you and skip the rest. You can change it every day. What happens is not your fault. Many get their lives back.')),
    told('keepIt', both('Hvor kan planen ligge?', 'Where can the plan be?'), both(
      'Læg den et sted, den anden aldrig kommer. Måske hos en ven. Skriv ikke en ny adresse i den.', 'Keep it where the other never comes. Perhaps with a friend. Do not write a new address in it.')),
    told('danger', both('Er du i fare nu?', 'Are you in danger now?'), both('Ring 112. Gå hen, hvor der er andre.', 'Call 112. Go where there are other people.')),
    rows('people', both('Dem, du kan ringe til', 'Those you can call'), both('Person', 'Person'), [person('helper', 'Hvem?', 'Who?'), short('helperDoes', 'Hvad kan de gøre?', 'What can they do?')], { max: 5 }),
    short('signal', 'Et ord, der betyder "ring 112 for mig"', 'A word that means “call 112 for me”'),
  ],
}

const home = {
  id: 'home', title: both('Hjemme', 'At home'),
  questions: [
    many('homeDo', 'Hvad vil du gøre?', 'What do you want to do?', [
      option('locks', 'Skifte låse', 'Change locks'), option('light', 'Lys ved døren', 'Light by the door'), option('neighbour', 'Aftale et tegn med en nabo', 'Agree on a sign with a neighbour'),
      option('keys', 'Vide, hvem der har en nøgle', 'Know who has a key'), option('post', 'Få post et andet sted', 'Get post elsewhere'), option('door', 'Spørge, hvem det er, før jeg åbner', 'Ask who it is before I open'),
      option('address', 'Søge om beskyttet adresse', 'Apply for a protected address'), option('notNow', 'Ikke noget nu', 'Nothing now'),
    ]),
    told('addressHelp', both('Om beskyttet adresse', 'On a protected address'), both(
      'Du kan søge på borger.dk. Den holder som regel ét år, så skriv dagen ned. Sig det også til dit teleselskab og PostNord.', 'You can apply on borger.dk. It mostly lasts one year, so note the day. Tell your phone company and PostNord too.')),
    day('addressUntil', 'Den dag, den holder op', 'The day it ends', { showIf: after('homeDo', 'address') }),
    short('homeRoom', 'Hvor i hjemmet kan du låse en dør og ringe?', 'Where at home can you lock a door and call?'),
    long('homeNote', 'Mere om hjemme', 'More about home'),
  ],
}

const out = {
  id: 'out', title: both('På arbejde og på vej', 'At work and on the way'),
  questions: [
    many('outDo', 'Hvad vil du gøre?', 'What do you want to do?', [
      option('route', 'Skifte rute og tid', 'Change route and time'), option('company', 'Følges med nogen', 'Go with somebody'), option('leader', 'Sige det til min leder', 'Tell my leader'),
      option('reception', 'Aftale med receptionen', 'Agree with the reception'), option('parking', 'Parkere, hvor der er lys', 'Park where there is light'), option('phone', 'Have telefonen ladet op', 'Keep the phone charged'),
      option('notNow', 'Ikke noget nu', 'Nothing now'),
    ], { help: both('Det er for en tid. Du kan gå tilbage til det gamle, når du vil.', 'It is for a while. You can go back to the old ways when you want.') }),
    long('outSafePlaces', 'Steder på vejen, hvor du kan gå ind', 'Places on the way where you can go in', { help: both('En butik, en station, et bibliotek.', 'A shop, a station, a library.') }),
    long('outNote', 'Mere om arbejde og veje', 'More about work and ways'),
  ],
}

const close = {
  id: 'close', title: both('Børn og dem, du holder af', 'Children and those you love'),
  questions: [
    yesNo('hasChildren', 'Har du børn?', 'Do you have children?'),
    many('childrenDo', 'Hvad vil du gøre?', 'What do you want to do?', [
      option('school', 'Sige til skolen, hvem der må hente', 'Tell the school who may fetch them'), option('words', 'Lære dem at ringe 112', 'Teach them to call 112'), option('noMessages', 'Sige, at de ikke skal bære beskeder', 'Say that they need not carry messages'),
      option('where', 'Vise dem, hvor de kan gå hen', 'Show them where they can go'), option('notNow', 'Ikke noget nu', 'Nothing now'),
    ], { showIf: after('hasChildren', 'yes') }),
    told('childrenContact', both('Har I børn sammen?', 'Do you have children together?'),
      both('Så er du måske nødt til at skrive om dem. Brug én mail, og kun til det. Det tæller ikke imod dig. Aftal måden med en rådgiver.',
        'Then you may have to write about them. Use one e-mail address, only for that. It does not count against you. Agree on the way with an adviser.'), { showIf: after('hasChildren', 'yes') }),
    many('closeDo', 'Og dem omkring dig?', 'And those around you?', [
      option('tell', 'Sige det til en, jeg stoler på', 'Tell somebody I trust'), option('noPassing', 'Bede dem ikke give noget videre', 'Ask them to pass nothing on'), option('warn', 'Sige det til en, der også kan blive ramt', 'Tell somebody who may be hit too'),
      option('pets', 'Få et dyr passet', 'Have a pet looked after'), option('notNow', 'Ikke noget nu', 'Nothing now'),
    ]),
    long('closeNote', 'Mere om dem, du holder af', 'More about those you love'),
  ],
}

const digital = {
  id: 'digital', title: both('Telefon og net', 'Telephone and internet'),
  questions: [
    told('digitalFirst', both('Gem først, skift så', 'Save first, then change'), both(
      'Tag billeder, før du sletter eller lukker. Bliver du stille på én gang, kan den anden mærke det. Lav en plan med en rådgiver, hvis du tror, at din telefon bliver læst.',
      'Take pictures before you delete or close. If you go quiet all at once, the other can notice. Make a plan with an adviser if you think that your phone is being read.')),
    many('digitalDo', 'Hvad vil du gøre?', 'What do you want to do?', [
      option('codes', 'Skifte koder fra en sikker telefon', 'Change passwords from a safe phone'), option('location', 'Slukke for, at andre kan se, hvor jeg er', 'Turn off that others see where I am'),
      option('shared', 'Gå ud af det, vi deler', 'Leave what we share'), option('profiles', 'Lukke mine profiler for fremmede', 'Close my profiles to strangers'),
      option('newNumber', 'Få et nyt nummer og gemme det gamle', 'Get a new number and keep the old one'), option('post', 'Se, hvem der kan læse min e-Boks', 'See who can read my e-Boks'), option('notNow', 'Ikke noget nu', 'Nothing now'),
    ]),
    long('digitalNote', 'Mere om telefon og net', 'More about telephone and internet'),
  ],
}

const leaving = {
  id: 'leaving', title: both('Hvis du må væk', 'If you have to leave'),
  questions: [
    one('leavingNeed', 'Kan det blive nødvendigt?', 'May it become necessary?', [option('yes', 'Ja, måske', 'Yes, perhaps'), option('no', 'Nej', 'No'), option('unknown', 'Ved ikke', 'Don’t know')]),
    many('bag', 'En taske, der står klar', 'A bag that stands ready', [
      option('clothes', 'Tøj', 'Clothes'), option('papers', 'Pas og papirer', 'Passport and papers'), option('medicine', 'Medicin', 'Medicine'), option('card', 'Ekstra kort', 'Spare card'), option('cash', 'Kontanter', 'Cash'),
      option('keys', 'Nøgler', 'Keys'), option('charger', 'Oplader', 'Charger'), option('childThings', 'Ting til børn', 'Things for children'),
    ], { showIf: after('leavingNeed', 'yes', 'unknown'), help: both('Stil den hos en, du stoler på.', 'Keep it with somebody you trust.') }),
    long('leavingHow', 'Hvordan kommer du væk, og hvem kører?', 'How do you get away, and who drives?', { showIf: after('leavingNeed', 'yes', 'unknown') }),
    told('shelter', both('Et sted at være', 'A place to be'), both(
      'Har den anden været din kæreste eller er i familie med dig, kan et krisecenter tage imod dig. Ring 1888, dag og nat. Det er gratis, og du kan være anonym.',
      'If the other has been your partner or is of your family, a shelter can take you in. Call 1888, day and night. It is free, and you can be anonymous.')),
  ],
}

const mine = {
  id: 'mine', title: both('Det, der giver dig kræfter', 'What gives you strength'),
  questions: [
    long('strength', 'Hvad vil du blive ved med, fordi det er godt for dig?', 'What will you go on with because it is good for you?', { help: both('En ven, en tur, musik, en fri aften.', 'A friend, a walk, music, an evening off.') }),
    long('hope', 'Hvad vil du gerne kunne igen?', 'What do you want to be able to do again?'),
    day('lookAgain', 'Hvilken dag ser du på planen igen?', 'On which day will you look at the plan again?'),
  ],
}

export const safetyPlan1: Form = {
  id: 'safety-plan', version: 1, kind: 'safety-plan',
  title: both('Min plan', 'My plan'),
  source: draft('Dansk Stalking Centers offentlige råd om sikkerhed og på åbne vejledninger om sikkerhed for udsatte', 'the public safety advice of Dansk Stalking Center and on open guides to the safety of those exposed'),
  parts: [start, home, out, close, digital, leaving, mine],
}
