// The six steps of an officer who meets somebody exposed to stalking, on one page. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'
import { both, day, draft, many, option, short, yesNo } from '../asking.ts'

export const policeActionCard1: Form = {
  id: 'police-action-card', version: 1, kind: 'action-card',
  title: both('Kort til politiet', 'Action card for the police'),
  source: draft('politiets og Rigsadvokatens offentlige sider og rapporten om Esbjerg 2017–2019. Følger de nationale retningslinjer, hvor de siger andet',
    'public pages of the police and the Director of Public Prosecutions and the report on Esbjerg 2017–2019. The national guidelines go first where they say otherwise'),
  parts: [
    {
      id: 'receive', title: both('1. Tag imod', '1. Receive'),
      questions: [
        many('receive', 'Kryds af, når det er gjort', 'Tick when done', [
          option('neverAway', 'Send ingen hjem uden hjælp', 'Send nobody home without help'), option('wholeStory', 'Hør hele forløbet, ikke kun i dag', 'Hear the whole course, not only today'), option('room', 'Tilbyd et rum for sig', 'Give a room apart'),
        ]),
        short('safeReach', 'Sikkert nummer og tid', 'Safe number and time'),
      ],
    },
    {
      id: 'ask', title: both('2. Spørg', '2. Ask'),
      questions: [
        short('who', 'Hvem er den anden?', 'Who is the other?'), short('relation', 'Hvem er de for hinanden?', 'Who are they to each other?'), short('since', 'Siden hvornår?', 'Since when?'),
        short('lastContact', 'Sidste gang?', 'Last time?'), short('howMany', 'Hvor mange, og hvordan?', 'How many, and in which ways?'), short('saidNo', 'Sagt nej: hvornår, hvordan, gemt?', 'Said no: when, how, kept?'),
        short('replies', 'Svaret? Et svar er ikke et ja', 'Replied? A reply is not a yes'), short('logAndExhibits', 'Log og bilag?', 'Log and exhibits?'), short('violence', 'Trusler, vold, våben?', 'Threats, violence, weapons?'),
        short('children', 'Børn?', 'Children?'), short('ordersBefore', 'Tilhold før?', 'Restraining order before?'), short('thirdParties', 'Andre kontaktet?', 'Others contacted?'),
        short('fear', 'Frygt? Hvad er ændret?', 'Fear? What has changed?'), short('digital', 'Fulgt på telefon, net, gps?', 'Followed by phone, net, gps?'), short('tonight', 'Er der trygt i nat?', 'Is tonight safe?'),
      ],
    },
    {
      id: 'secure', title: both('3. Sikr', '3. Secure'),
      questions: [
        many('secure', 'Det, der kan gå tabt', 'What can be lost', [
          option('devices', 'Telefonen med det hele på', 'The phone with all on it'), option('callLists', 'Opkaldslister', 'Call lists'), option('headers', 'Mail med hoved', 'Mail with headers'),
          option('cctv', 'Video fra stedet', 'Video from the place'), option('witnesses', 'Vidner', 'Witnesses'),
        ]),
        short('caseNumber', 'Journalnummer', 'Case number'),
        yesNo('receipt', 'Kvittering givet?', 'Receipt given?'),
        short('contactPerson', 'Navn på kontakt i politiet', 'Name of the contact in the police'),
      ],
    },
    {
      id: 'assess', title: both('4. Vurdér', '4. Assess'),
      questions: [
        many('assess', 'Tag stilling til', 'Decide on', [
          option('urgency', 'Hvor meget det haster', 'How urgent it is'), option('riskTool', 'Kredsens eget redskab til risiko', 'The district’s own tool for risk'), option('charge', 'Sigtelse for stalking (§ 242)', 'A charge of stalking (section 242)'),
          option('order', 'Tilhold, strakstilhold, opholdsforbud', 'Restraining order, provisional order, exclusion zone'), option('notWait', 'Vent ikke på et tilhold: det er ikke et krav', 'Do not wait for an order: it is no condition'),
        ]),
      ],
    },
    {
      id: 'act', title: both('5. Handl', '5. Act'),
      questions: [
        many('act', 'Kryds af, når det er gjort', 'Tick when done', [
          option('toldFirst', 'Sig det til den udsatte, før I taler med den anden', 'Tell the exposed person before you talk to the other'), option('spokenTo', 'Tal med eller sigt den anden', 'Talk to or charge the other'),
          option('alarm', 'Overfaldsalarm', 'Assault alarm'), option('patrol', 'Besked til patruljen', 'Note for the patrol'), option('address', 'Besked til kommunen om særlig adressebeskyttelse', 'Notice to the municipality on special address protection'),
          option('counsel', 'Sig, at man kan bede om bistandsadvokat', 'Say that one can ask for a counsel'), option('dsc', 'Dansk Stalking Center, med samtykke, til hver af dem', 'Dansk Stalking Center, with consent, for each of them'),
          option('municipality', 'Ring til stalkingvisitatoren i kommunen', 'Call the visitator in the municipality'),
        ]),
      ],
    },
    {
      id: 'follow', title: both('6. Følg op', '6. Follow up'),
      questions: [
        many('followUp', 'Fortæl, og skriv dagen', 'Tell, and write the day', [
          option('letter', 'Afgørelse sendt', 'Decision sent'), option('served', 'Forkyndt', 'Served'), option('complaint', 'Klage inden fire uger', 'Complaint within four weeks'),
          option('breach', 'Brud: ring 112 eller 114', 'Breach: call 112 or 114'), option('release', 'Besked om løsladelse, hvis man beder om det', 'Notice of release on request'),
        ]),
        day('expires', 'Tilholdet udløber', 'The order expires'),
      ],
    },
  ],
}
