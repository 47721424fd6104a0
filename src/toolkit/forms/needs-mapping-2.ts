// The whole situation, gone through together: twelve parts that can be taken one at a time. Frozen: a change is a new version.
import type { Form, Option, Question } from '../../forms/rules.ts'
import { after, both, day, degree, draft, long, many, one, option, person, rows, short, told, yesNo } from '../asking.ts'

/** A fact that is written down in a case needs its source. */
const sources: readonly Option[] = [
  option('citizen', 'Borgeren', 'The citizen'), option('police', 'Politiet', 'The police'), option('own', 'Det, jeg selv har set', 'What I have seen myself'),
  option('colleague', 'En kollega', 'A colleague'), option('other', 'Andre', 'Others'),
]
const source = (of: string, ...is: string[]): Question => many(`${of}Source`, 'Hvem ved I det fra?', 'From whom do you know it?', sources, { showIf: after(of, ...is) })
const hidden = { notForCitizen: true } as const
const load: readonly Option[] = [option('none', 'Ingen', 'None'), option('some', 'Nogen', 'Some'), option('heavy', 'Stor', 'Heavy')]
const yesNoAsk: readonly Option[] = [option('yes', 'Ja', 'Yes'), option('no', 'Nej', 'No'), option('ask', 'Spørg hver gang', 'Ask each time')]

const meta = {
  id: 'meta', title: both('1. Om samtalen', '1. About the talk'),
  help: both('Tag det, der er brug for nu. Resten kan vente til en anden dag. Kun få svar er krævet.', 'Take what is needed now. The rest can wait for another day. Only a few answers are required.'),
  questions: [
    day('mappedOn', 'Hvilken dag taler I?', 'On which day do you talk?', { required: true }),
    short('worker', 'Hvem taler med borgeren?', 'Who talks with the citizen?', { help: both('Navn og rolle.', 'Name and role.') }),
    short('place', 'Hvor taler I?', 'Where do you talk?'),
    yesNo('placeSafe', 'Kan borgeren tale frit der?', 'Can the citizen speak freely there?', { help: both('Er svaret nej, så aftal en ny tid og et nyt sted.', 'If the answer is no, agree on a new time and place.') }),
    short('language', 'Hvilket sprog taler borgeren bedst?', 'Which language does the citizen speak best?'),
    yesNo('interpreter', 'Er der brug for tolk?', 'Is an interpreter needed?', { help: both('Brug ikke familie, venner eller børn som tolk.', 'Do not use family, friends or children to interpret.') }),
    person('support', 'Er der en med til støtte?', 'Is somebody there as support?'),
    long('mayBeTold', 'Hvem må få noget at vide, og hvad?', 'Who may be told something, and what?'),
  ],
}

const safeContact = {
  id: 'safe-contact', title: both('2. Sikker kontakt', '2. Safe contact'),
  help: both('Spørg hver gang. Det, der var sikkert i går, er det måske ikke i dag.', 'Ask every time. What was safe yesterday may not be safe today.'),
  questions: [
    many('contactWay', 'Hvordan må I tage kontakt?', 'How may you get in touch?', [
      option('call', 'Ring', 'Call'), option('text', 'Sms', 'Text'), option('mail', 'E-mail', 'E-mail'), option('helper', 'Gennem en anden', 'Through somebody else'),
      option('meet', 'Kun når vi mødes', 'Only when we meet'),
    ]),
    short('contactTimes', 'Hvornår er det sikkert?', 'When is it safe?'),
    one('voicemail', 'Må I lægge en besked på telefonen?', 'May you leave a voice message?', yesNoAsk),
    one('digitalPost', 'Må I bruge Digital Post?', 'May you use Digital Post?', yesNoAsk,
      { help: both('Kan andre læse den? En fælles e-Boks eller en fuldmagt kan åbne den for den anden.', 'Can others read it? A shared e-Boks or a power of attorney can open it to the other.') }),
    short('codeWord', 'Har I et kodeord?', 'Do you have a code word?', { help: both('Så borgeren ved, at det er dig, der ringer.', 'So that the citizen knows it is you who calls.') }),
  ],
}

const situation = {
  id: 'now', title: both('3. Som det er nu', '3. As it is now'),
  questions: [
    long('lately', 'Hvad sker der for tiden?', 'What is happening these days?', { help: both('Skriv, hvem I ved det fra.', 'Write from whom you know it.') }),
    short('since', 'Hvor længe har det stået på?', 'How long has it gone on?'),
    short('latest', 'Hvornår skete det sidst?', 'When did it last happen?'),
    long('worst', 'Hvad har været det værste?', 'What has been the worst?', { help: both('Spring over, hvis det er for svært i dag.', 'Skip it if it is too hard today.') }),
    degree('escalating', 'Sker det oftere, eller bliver det grovere?', 'Does it happen more often, or get rougher?'),
    long('changed', 'Hvad er nyt de sidste 14 dage?', 'What is new in the last 14 days?'),
  ],
}

const otherParty = {
  id: 'other-party', title: both('4. Den anden part', '4. The other party'),
  help: both('Skriv kun det, I ved, og hvem I ved det fra. Gæt ikke.', 'Write only what you know, and from whom. Do not guess.'),
  questions: [
    one('otherKnown', 'Ved I, hvem det er?', 'Do you know who it is?', [option('yes', 'Ja', 'Yes'), option('maybe', 'Måske', 'Perhaps'), option('no', 'Nej', 'No')]),
    one('relation', 'Hvem er den anden for borgeren?', 'Who is the other to the citizen?', [
      option('partner', 'Kæreste eller ægtefælle', 'Partner or spouse'), option('formerPartner', 'Tidligere kæreste eller ægtefælle', 'Former partner or spouse'),
      option('family', 'Familie', 'Family'), option('friend', 'Ven eller bekendt', 'Friend or acquaintance'), option('work', 'Fra job eller skole', 'From work or school'),
      option('neighbour', 'Nabo', 'Neighbour'), option('client', 'En, borgeren møder i sit job', 'Someone met through the job'), option('stranger', 'En fremmed', 'A stranger'),
      option('unknown', 'Ved ikke', 'Don’t know'),
    ]),
    one('otherAge', 'Cirka hvor gammel?', 'About how old?', [
      option('under18', 'Under 18', 'Under 18'), option('to29', '18–29', '18–29'), option('to44', '30–44', '30–44'), option('to59', '45–59', '45–59'), option('over60', '60 eller mere', '60 or more'),
      option('unknown', 'Ved ikke', 'Don’t know'),
    ]),
    short('otherWork', 'Job, skole eller andet?', 'Job, school or something else?'),
    many('otherSource', 'Hvem ved I det fra?', 'From whom do you know it?', sources),
    degree('otherMisuse', 'Er der misbrug af stoffer eller alkohol?', 'Is there misuse of drugs or alcohol?', hidden),
    { ...source('otherMisuse', 'yes', 'partly'), ...hidden },
    degree('otherMind', 'Er der tegn på, at den anden har det dårligt?', 'Are there signs that the other is unwell?', { ...hidden, help: both('Skriv det, nogen har set. Stil ingen diagnose.', 'Write what somebody has seen. Make no diagnosis.') }),
    { ...source('otherMind', 'yes', 'partly'), ...hidden },
    degree('otherWeapons', 'Har den anden våben?', 'Does the other have weapons?', { help: both('Er der en trussel lige nu, så ring 112.', 'If there is a threat right now, call 112.') }),
    source('otherWeapons', 'yes', 'partly'),
    degree('otherViolence', 'Har der før været vold eller trusler?', 'Has there been violence or threats before?'),
    source('otherViolence', 'yes', 'partly'),
    long('otherPlace', 'Hvor er den anden for tiden?', 'Where is the other these days?', { help: both('Skriv også, hvem I ved det fra.', 'Write from whom you know it, too.') }),
    long('otherNetwork', 'Hvem er tæt på den anden?', 'Who is close to the other?', { help: both('For eksempel en, der giver besked videre.', 'For example somebody who passes things on.') }),
  ],
}

const network = {
  id: 'network', title: both('5. Netværk', '5. Network'),
  questions: [
    long('networkKnows', 'Hvem ved, hvad der sker?', 'Who knows what is happening?'),
    long('networkHelps', 'Hvem hjælper, og med hvad?', 'Who helps, and with what?'),
    long('networkLeaks', 'Kan noget slippe ud gennem nogen?', 'Can something slip out through anybody?', { help: both('De fleste gør det ikke med vilje.', 'Most do not do it on purpose.') }),
    long('alsoAtRisk', 'Er andre også i fare?', 'Are others in danger too?', { help: both('En ny kæreste, forældre, børn eller en kollega.', 'A new partner, parents, children or a colleague.') }),
  ],
}

const reportDone = after('reportDecision', 'made', 'will')
const children = {
  id: 'children', title: both('6. Børn', '6. Children'),
  questions: [
    told('dutyToReport', both('Sig det her først', 'Say this first'), both(
      '"Jeg har pligt til at sige til, hvis et barn kan have brug for hjælp. Det gælder også, når du er anonym. Du vælger selv, hvad du vil fortælle." '
        + 'Pligten er din egen. Den går forud for din tavshed. (Barnets lov § 133, skal kontrolleres.)',
      '“I have a duty to speak up if a child may need help. It holds also when you are anonymous. You choose what you want to tell.” '
        + 'The duty is your own. It goes before your silence. (Barnets lov § 133, to be checked.)')),
    one('hasChildren', 'Er der børn, det går ud over?', 'Are there children who are affected?', [option('yes', 'Ja', 'Yes'), option('no', 'Nej', 'No'), option('notAsked', 'Ikke talt om', 'Not talked about')]),
    rows('children', both('Børn', 'Children'), both('Barn', 'Child'), [
      short('childName', 'Fornavn', 'First name'),
      short('childAge', 'Alder', 'Age'),
      short('childPlace', 'Skole eller daginstitution', 'School or day care'),
      one('childCustody', 'Hvem har forældremyndigheden?', 'Who has custody?', [
        option('both', 'Begge forældre', 'Both parents'), option('citizen', 'Borgeren alene', 'The citizen alone'), option('other', 'Den anden part alene', 'The other party alone'),
        option('unknown', 'Ved ikke', 'Don’t know'),
      ]),
      long('childContact', 'Hvad er aftalt om samvær?', 'What is agreed about contact?'),
      many('childExposed', 'Hvad har barnet været ude for?', 'What has the child been exposed to?', [
        option('saw', 'Set eller hørt det', 'Seen or heard it'), option('messenger', 'Fået besked med hjem', 'Been given messages to bring home'), option('asked', 'Blevet spurgt ud', 'Been questioned'),
        option('followed', 'Selv blevet fulgt', 'Been followed'), option('threatened', 'Selv blevet truet', 'Been threatened'), option('unknown', 'Ved ikke', 'Don’t know'),
      ]),
      long('childSigns', 'Er der tegn hos barnet?', 'Are there signs in the child?', { help: both('Søvn, skole, mave, humør. Skriv, hvem der har set det.', 'Sleep, school, stomach, mood. Write who has seen it.') }),
      one('reportDecision', 'Er der grund til at underrette?', 'Is there reason to make a report?', [
        option('made', 'Ja, det er gjort', 'Yes, it is done'), option('will', 'Ja, det bliver gjort', 'Yes, it will be done'), option('not', 'Nej, ikke nu', 'No, not now'),
      ], { required: true, help: both('Du skal tage stilling for hvert barn.', 'You must decide for each child.') }),
      day('reportOn', 'Hvilken dag?', 'On which day?', { required: true, showIf: reportDone }),
      long('reportReason', 'Skriv grunden', 'Write the reason', { required: true }),
    ], { required: true, showIf: after('hasChildren', 'yes'), max: 12 }),
  ],
}

const area = (id: string, da: string, en: string): Question => one(id, da, en, load)
const life = {
  id: 'life', title: both('7. Hvor meget det fylder', '7. How much it weighs'),
  questions: [
    area('lifeSafety', 'At føle sig tryg', 'Feeling safe'), area('lifeFamily', 'Familien', 'Family life'), area('lifeWork', 'Arbejde eller skole', 'Work or school'),
    area('lifeHome', 'Boligen', 'Housing'), area('lifeMoney', 'Økonomien', 'Economy'), area('lifeBody', 'Kroppen', 'Physical health'), area('lifeMind', 'Humør og søvn', 'Mood and sleep'),
    area('lifeDigital', 'Telefon og net', 'Telephone and internet'), area('lifeSocial', 'Venner og fritid', 'Friends and leisure'),
    long('lifeNote', 'Skriv mere, hvis der er brug for det', 'Write more if it is needed'),
  ],
}

const vulnerable = {
  id: 'vulnerable', title: both('8. Det, der gør det ekstra svært', '8. What makes it extra hard'),
  questions: [
    many('vulnerability', 'Er noget af det her med?', 'Is any of this part of it?', [
      option('illness', 'Sygdom', 'Illness'), option('disability', 'Handicap', 'Disability'), option('residence', 'Opholdstilladelse', 'Residence permit'),
      option('money', 'Gæld eller få penge', 'Debt or little money'), option('alone', 'Er meget alene', 'Is much alone'), option('misuse', 'Misbrug', 'Misuse'),
      option('pregnant', 'Gravid eller helt små børn', 'Pregnant or very small children'), option('none', 'Nej', 'No'),
    ]),
    long('vulnerabilityNote', 'Hvad kan I gøre ved det?', 'What can you do about it?'),
  ],
}

const safety = {
  id: 'safety', title: both('9. Tryg hvor?', '9. Safe where?'),
  help: both('Skriv det, der er gjort, og det, der mangler. En hel plan kan I lave i "Min plan".', 'Write what is done, and what is missing. A whole plan can be made in “My plan”.'),
  questions: [
    long('safetyHome', 'Hjemme', 'At home', { help: both('Låse, lys, naboer, post.', 'Locks, light, neighbours, post.') }),
    long('safetyOut', 'På arbejde og på vej', 'At work and on the way'),
    long('safetyClose', 'Børn og familie', 'Children and family'),
    long('safetyDigital', 'Telefon og net', 'Telephone and internet'),
    many('safetyBag', 'Er en taske pakket?', 'Is a bag packed?', [
      option('clothes', 'Tøj', 'Clothes'), option('papers', 'Papirer', 'Papers'), option('card', 'Ekstra kort', 'Spare card'), option('cash', 'Kontanter', 'Cash'), option('notNeeded', 'Ikke brug for det', 'Not needed'),
    ]),
    long('safetyLeave', 'Hvor kan borgeren tage hen?', 'Where can the citizen go?', { help: both('Skriv ikke en adresse, som den anden ikke må kende.', 'Write no address that the other may not know.') }),
  ],
}

const involved = {
  id: 'involved', title: both('10. Hvem der allerede er med', '10. Who is already involved'),
  questions: [
    many('involvedWho', 'Hvem hjælper i dag?', 'Who helps today?', [
      option('police', 'Politiet', 'The police'), option('dsc', 'Dansk Stalking Center', 'Dansk Stalking Center'), option('doctor', 'Læge', 'Doctor'), option('psychologist', 'Psykolog', 'Psychologist'),
      option('lawyer', 'Advokat', 'Lawyer'), option('familyCourt', 'Familieretshuset', 'Familieretshuset'), option('shelter', 'Krisecenter', 'Shelter'), option('union', 'Fagforening', 'Union'),
      option('employer', 'Arbejdsplads', 'Employer'), option('other', 'Andre', 'Others'),
    ]),
    short('policeNumber', 'Politiets journalnummer', 'The police’s case number', { showIf: after('involvedWho', 'police'), help: both('Er der intet nummer, er der måske ingen sag.', 'If there is no number, there may be no case.') }),
    one('measure', 'Er der et tilhold?', 'Is there a restraining order?', [
      option('none', 'Nej', 'No'), option('asked', 'Søgt', 'Applied for'), option('given', 'Givet', 'Granted'), option('refused', 'Afslået', 'Refused'), option('ended', 'Udløbet', 'Ended'), option('unknown', 'Ved ikke', 'Don’t know'),
    ], { showIf: after('involvedWho', 'police') }),
    long('involved', 'Hvad gør de, og hvem er kontakten?', 'What do they do, and who is the contact?'),
  ],
}

const wishes = {
  id: 'wishes', title: both('11. Det, borgeren selv vil', '11. What the citizen wants'),
  questions: [
    long('wishes', 'Hvad ønsker borgeren selv?', 'What does the citizen wish for?', { help: both('Med borgerens egne ord.', 'In the citizen’s own words.') }),
    long('options', 'Hvilke veje har I talt om?', 'Which ways have you talked about?'),
    long('notWanted', 'Hvad vil borgeren ikke?', 'What does the citizen not want?'),
  ],
}

const next = {
  id: 'next', title: both('12. Samlet, og det næste', '12. In sum, and what is next'),
  questions: [
    long('view', 'Hvad er vigtigst nu?', 'What matters most now?', { required: true, help: both('Skriv, hvad du bygger det på. Giv ingen tal eller farver.', 'Write what you base it on. Give no numbers or colours.') }),
    long('nextStep', 'Hvad gør I nu, og hvem gør det?', 'What do you do now, and who does it?'),
    day('again', 'Hvilken dag ser I på det igen?', 'On which day will you look at it again?'),
  ],
}

export const needsMapping2: Form = {
  id: 'needs-mapping', version: 2, kind: 'needs-mapping',
  title: both('Afdækning af situation', 'Mapping of needs'),
  source: draft('Dansk Stalking Centers offentlige råd til fagfolk og på rapporten om Esbjerg 2017–2019', 'the public advice of Dansk Stalking Center to professionals and on the report on Esbjerg 2017–2019'),
  parts: [meta, safeContact, situation, otherParty, network, children, life, vulnerable, safety, involved, wishes, next],
}
