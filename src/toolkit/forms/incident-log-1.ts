// The log on paper: what happened, when, and who saw it. The log book on the citizen's own page has the same columns. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'
import { after, both, day, draft, long, moment, number, one, option, person, rows, short, told, yesNo } from '../asking.ts'

/** The words of the log book, so that paper and page can be read side by side. */
const types = [
  option('call', 'Opkald', 'Call'), option('silentCall', 'Opkald, hvor ingen sagde noget', 'Call where nobody spoke'), option('sms', 'Sms', 'Text message'), option('message', 'Besked i en app', 'Message in an app'),
  option('mail', 'Mail', 'E-mail'), option('letter', 'Brev eller seddel', 'Letter or note'), option('payment', 'Tekst ved en overførsel', 'Text with a payment'),
  option('showingUp', 'Mødte op, hvor jeg var', 'Came to where I was'), option('waiting', 'Ventede eller holdt parkeret', 'Waited or was parked'), option('following', 'Fulgte efter mig', 'Followed me'),
  option('photographing', 'Tog billeder eller film', 'Took pictures or film'), option('staring', 'Stirrede', 'Stared'), option('shouting', 'Råbte', 'Shouted'),
  option('throughOthers', 'Kontakt gennem andre', 'Contact through others'), option('authority', 'Anmeldelse eller klage', 'Report or complaint'), option('ordered', 'Varer, taxa eller mad i mit navn', 'Goods, taxi or food in my name'),
  option('gift', 'Gave eller blomster', 'Gift or flowers'), option('rumours', 'Rygter', 'Rumours'), option('falseProfile', 'Falsk profil', 'False profile'),
  option('sharing', 'Delte billeder eller noget privat', 'Shared pictures or something private'), option('login', 'Kom ind på mine konti', 'Got into my accounts'), option('tracker', 'Sporing, for eksempel gps', 'Tracking, such as gps'),
  option('spyware', 'Skjult program på telefonen', 'Hidden program on the phone'), option('vandalism', 'Hærværk', 'Vandalism'), option('breakIn', 'Indbrud eller tyveri', 'Break-in or theft'),
  option('threat', 'Trussel', 'Threat'), option('violence', 'Fysisk vold', 'Physical violence'), option('sexual', 'Seksuel krænkelse', 'Sexual violation'), option('other', 'Noget andet', 'Something else'),
]
const channels = [
  option('phone', 'Telefon', 'Phone'), option('sms', 'Sms', 'Text message'), option('app', 'App til beskeder', 'Messaging app'), option('social', 'Sociale medier', 'Social media'), option('mail', 'Mail', 'E-mail'),
  option('letter', 'Post', 'By post'), option('inPerson', 'Ansigt til ansigt', 'Face to face'), option('other', 'Andet', 'Other'),
]

const how = {
  id: 'how', title: both('Sådan skriver du', 'How to write'),
  questions: [
    told('readByOther', both('Den anden kan få det at læse', 'The other may come to read it'), both(
      'Afleverer du skemaet, kan den anden få lov at læse det. Skriv derfor kun det, den anden ved i forvejen. Skriv ikke din nye adresse. Skriv ikke, hvem der hjælper dig.',
      'If you hand in the form, the other may be allowed to read it. So write only what the other already knows. Do not write your new address. Do not write who helps you.')),
    told('shortAndExact', both('Kort, og med dag og tid', 'Short, with day and time'), both(
      'Skriv det nyeste øverst. Skriv dagen som 12-03-2026, ikke "i går". Skriv det, der skete og blev sagt. Sæt den andens ord i anførselstegn.',
      'Write the newest on top. Write the day as 12-03-2026, not “yesterday”. Write what happened and what was said. Put the other’s words in quotation marks.')),
    told('keepAll', both('Gem det, som det er', 'Keep it as it is'), both(
      'Tag et billede, hvor nummer, dag og tid kan ses. Lad det også ligge på telefonen. Svar ikke for at få mere at gemme. Gå ikke ind på andres konti. Spørg en nabo om navn, ikke om en hel historie.',
      'Take a picture where number, day and time can be seen. Leave it on the phone too. Do not reply to get more to keep. Do not enter other people’s accounts. Ask a neighbour for the name, not for a whole story.')),
    told('littleAtATime', both('Lidt ad gangen', 'A little at a time'), both('Skriv højst 20 minutter. Hold så pause. En anden må gerne skrive for dig.', 'Write for 20 minutes at most. Then take a break. Somebody else may write for you.')),
  ],
}

const header = {
  id: 'people', title: both('Personer', 'People'),
  questions: [
    short('ownName', 'Dit navn', 'Your name'),
    long('ownContacts', 'De numre, mails og profiler, den anden bruger til at nå dig', 'The numbers, e-mails and profiles the other uses to reach you', { help: both('Kun dem, den anden kender.', 'Only those that the other knows.') }),
    short('otherName', 'Den andens navn, hvis du ved det', 'The other’s name, if you know it'),
    long('otherContacts', 'Den andens numre, mails og profiler', 'The other’s numbers, e-mails and profiles'),
  ],
}

const background = {
  id: 'background', title: both('Kort om før', 'In short, before'),
  questions: [
    long('background', 'Hvem er I for hinanden, og hvornår begyndte det?', 'Who are you to each other, and when did it begin?', { help: both('Fem linjer er nok. Skriv også, hvornår og hvordan du har sagt nej.', 'Five lines are enough. Write too when and how you have said no.') }),
    day('writtenOn', 'Hvilken dag skrev du det her?', 'On which day did you write this?'),
    short('zone', 'Er tiderne dansk tid?', 'Are the times Danish time?', { help: both('Skriv landet, hvis du var et andet sted.', 'Write the country if you were elsewhere.') }),
  ],
}

const incidents = {
  id: 'incidents', title: both('Det, der skete', 'What happened'),
  questions: [
    rows('incidents', both('Hændelser, den nyeste først', 'Incidents, the newest first'), both('Hændelse', 'Incident'), [
      number('no', 'Nr.', 'No.', { min: 1, max: 9999 }, { help: both('Brug aldrig et nummer igen.', 'Never use a number again.') }),
      moment('occurred', 'Hvornår?', 'When?'),
      moment('ended', 'Hvornår holdt det op?', 'When did it stop?', { help: both('Kun hvis det varede ved.', 'Only if it went on for some time.') }),
      one('type', 'Hvad var det?', 'What was it?', types),
      one('channel', 'Hvordan?', 'How?', channels),
      one('direction', 'Hvem tog kontakt?', 'Who made contact?', [option('in', 'Den anden', 'The other'), option('out', 'Jeg selv', 'I did'), option('none', 'Ingen kontakt', 'No contact')]),
      one('actor', 'Hvem gjorde det?', 'Who did it?', [
        option('person', 'Den, det handler om', 'The one it is about'), option('through', 'En anden, for den, det handler om', 'Somebody else, for the one it is about'), option('unknown', 'Det ved jeg ikke', 'I do not know'),
      ]),
      short('place', 'Sted', 'Place', { help: both('Ikke en adresse, den anden ikke kender.', 'Not an address that the other does not know.') }),
      long('told', 'Hvad skete der?', 'What happened?'),
      number('count', 'Hvor mange gange?', 'How many times?', { min: 1, max: 100_000 }, { help: both('43 opkald på én aften er én linje: skriv 43.', '43 calls in one evening are one line: write 43.') }),
      short('witnesses', 'Hvem så eller hørte det?', 'Who saw or heard it?'),
      short('exhibits', 'Bilag', 'Exhibits', { help: both('Giv hvert billede et nummer, og skriv det her.', 'Give each picture a number and write it here.') }),
      one('myResponse', 'Hvad gjorde du?', 'What did you do?', [
        option('none', 'Ingenting', 'Nothing'), option('saidNo', 'Jeg sagde nej', 'I said no'), option('replied', 'Jeg svarede', 'I answered'), option('police', 'Jeg ringede til politiet', 'I called the police'),
      ]),
      short('reportedTo', 'Hvem har fået det at vide?', 'Who has been told?', { help: both('Skriv også politiets journalnummer, hvis du har et.', 'Write the police’s case number too, if you have one.') }),
      yesNo('typical', 'Er det et godt eksempel på, hvordan det plejer at være?', 'Is it a good example of how it usually is?', { help: both('Vælg tre til fem i alt.', 'Choose three to five in all.') }),
    ], { max: 60 }),
    long('corrections', 'Har du rettet noget siden?', 'Have you corrected anything since?', { help: both('Skriv nummeret, dagen, og hvad der stod før.', 'Write the number, the day, and what it said before.') }),
  ],
}

const annex = {
  id: 'annex', title: both('Et blad for sig: hvad det gør ved dig', 'A sheet of its own: what it does to you'),
  help: both('Du vælger selv, om nogen må læse det her. Læg det aldrig sammen med listen uden at tænke dig om.', 'You choose whether anybody may read this. Never put it together with the list without thinking about it.'),
  questions: [
    long('effect', 'Hvad er anderledes i din hverdag?', 'What is different in your everyday life?', { help: both('Søvn, job, veje du går, folk du ser.', 'Sleep, work, the ways you walk, the people you see.') }),
    long('privateNote', 'Kun til dig selv', 'Only for you', { help: both('Riv det af. Giv det ikke til nogen.', 'Tear it off. Give it to nobody.') }),
  ],
}

const delivered = {
  id: 'delivered', title: both('Når du har afleveret det', 'When you have handed it in'),
  questions: [
    day('deliveredOn', 'Hvilken dag afleverede du det?', 'On which day did you hand it in?'),
    yesNo('receipt', 'Fik du en kvittering?', 'Did you get a receipt?', { help: both('Bed om den. Er der ingen sag, er der heller intet nummer.', 'Ask for it. If there is no case, there is no number either.') }),
    short('policeNumber', 'Journalnummer', 'Case number', { showIf: after('receipt', 'yes') }),
    person('officer', 'Hvem talte du med?', 'Whom did you talk to?'),
    yesNo('warnFirst', 'Har I aftalt, at du får besked, før politiet taler med den anden?', 'Have you agreed that you will be told before the police talk to the other?'),
  ],
}

export const incidentLog1: Form = {
  id: 'incident-log', version: 1, kind: 'incident-log',
  title: both('Logskema', 'Incident log'),
  source: draft('det, Dansk Stalking Center og Retshjælpen offentligt skriver om logskemaet', 'what Dansk Stalking Center and legal aid publicly write about the log form'),
  parts: [how, header, background, incidents, annex, delivered],
}
