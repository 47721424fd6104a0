// A walk through telephone, accounts and things that can tell where somebody is. Written to the citizen; done with a helper. Frozen: a change is a new version.
import type { Form, Option } from '../../forms/rules.ts'
import { after, both, day, degree, draft, long, many, one, option, short, told } from '../asking.ts'

const done: readonly Option[] = [option('ok', 'Set på, det er i orden', 'Looked at, it is fine'), option('changed', 'Ændret', 'Changed'), option('waits', 'Venter', 'Waits'), option('notMine', 'Bruger jeg ikke', 'I do not use it')]

export const digitalSafety1: Form = {
  id: 'digital-safety', version: 1, kind: 'digital-safety',
  title: both('Tryg på telefon og net', 'Safe on telephone and internet'),
  source: draft('offentlige råd fra Dansk Stalking Center, Digitalt Ansvar, NNEDV og WESNET', 'the public advice of Dansk Stalking Center, Digitalt Ansvar, NNEDV and WESNET'),
  parts: [
    {
      id: 'first', title: both('Før du rører ved noget', 'Before you touch anything'),
      questions: [
        told('canBeNoticed', both('Det kan mærkes', 'It can be noticed'), both(
          'Skifter du alt på én gang, kan den anden se det. Det kan gøre det værre. Tal med en rådgiver først, og vælg en rolig dag. Du må gerne lade noget stå.',
          'If you change everything at once, the other can see it. It can make things worse. Talk to an adviser first, and choose a quiet day. You may leave some things as they are.')),
        told('otherDevice', both('Brug en anden telefon', 'Use another phone'), both(
          'Lån en telefon eller pc, som den anden aldrig har haft i hånden. Brug den, når du læser om det her, søger hjælp og skifter koder.',
          'Borrow a phone or computer that the other has never had in hand. Use it when you read about this, seek help and change passwords.')),
        told('saveFirst', both('Gem først', 'Save first'), both('Tag billeder af det, du finder. Slet det ikke. Det kan være et spor.', 'Take pictures of what you find. Do not delete it. It may be a trace.')),
        day('walkedOn', 'Hvilken dag går du det igennem?', 'On which day do you go through it?'),
        short('walkedWith', 'Hvem hjælper dig?', 'Who helps you?'),
        one('safeDevice', 'Har du en telefon eller pc, der er sikker?', 'Do you have a phone or computer that is safe?', [option('yes', 'Ja', 'Yes'), option('no', 'Nej', 'No'), option('unknown', 'Ved ikke', 'Don’t know')]),
      ],
    },
    {
      id: 'phone', title: both('Telefonen', 'The phone'),
      questions: [
        degree('phoneHandled', 'Har den anden haft din telefon i hånden?', 'Has the other had your phone in hand?'),
        degree('phoneCode', 'Kender den anden din kode?', 'Does the other know your code?'),
        one('phoneCodeDone', 'Ny kode, og kun dit eget ansigt eller din egen finger', 'A new code, and only your own face or finger', done),
        one('phonePapers', 'Hvis navn står på abonnementet?', 'Whose name is on the contract?', [option('mine', 'Mit', 'Mine'), option('other', 'Den andens', 'The other’s'), option('work', 'Mit arbejdes', 'My employer’s'), option('unknown', 'Ved ikke', 'Don’t know')],
          { help: both('Den, der betaler, kan måske se, hvem du ringer til.', 'The one who pays may be able to see whom you call.') }),
        one('phoneUpdated', 'Er telefonen opdateret?', 'Is the phone up to date?', done),
      ],
    },
    {
      id: 'accounts', title: both('Konti, I kan have sammen', 'Accounts you may share'),
      help: both('Begynd med din mail. Den, der har din mail, kan få nye koder til alt andet.', 'Begin with your e-mail. Who has your e-mail can get new passwords for everything else.'),
      questions: [
        one('mailCode', 'Mail: ny kode og ekstra trin', 'E-mail: new password and an extra step', done),
        one('mailForward', 'Mail: bliver noget sendt videre?', 'E-mail: is anything forwarded?', done),
        one('appleGoogle', 'Apple eller Google: hvilke telefoner er på?', 'Apple or Google: which phones are on it?', done),
        one('family', 'Familiedeling: er du i en gruppe?', 'Family sharing: are you in a group?', done),
        one('backup', 'Kopi i skyen: hvem kan se den?', 'Copy in the cloud: who can see it?', done),
        one('social', 'Sociale medier: hvem er logget ind?', 'Social media: who is logged in?', done),
        one('streaming', 'Film og musik: deler I konto?', 'Films and music: do you share an account?', done),
        one('eboks', 'e-Boks og MitID: har andre adgang?', 'e-Boks and MitID: do others have access?', done),
        one('bank', 'Bank og MobilePay: kan andre se dine køb?', 'Bank and MobilePay: can others see what you buy?', done),
        one('shops', 'Butikker og madbud: står din adresse der?', 'Shops and food delivery: is your address there?', done),
      ],
    },
    {
      id: 'place', title: both('Hvor du er', 'Where you are'),
      questions: [
        one('locationSharing', 'Deling af sted i telefonen', 'Sharing of place on the phone', done),
        one('locationApps', 'Apps, der må se, hvor du er', 'Apps that may see where you are', done),
        one('photos', 'Billeder, der viser, hvor de er taget', 'Pictures that show where they were taken', done),
        one('fitness', 'Ur og løbeture', 'Watch and runs', done),
        one('car', 'Bilens app', 'The car’s app', done),
        one('childDevices', 'Børnenes telefon, ur og tablet', 'The children’s phone, watch and tablet', done),
      ],
    },
    {
      id: 'trackers', title: both('Ting, der kan følge dig', 'Things that can follow you'),
      questions: [
        many('trackerSearched', 'Hvor har du set efter?', 'Where have you looked?', [
          option('bag', 'Taske og jakke', 'Bag and jacket'), option('car', 'Bil', 'Car'), option('bike', 'Cykel og barnevogn', 'Bicycle and pram'), option('gifts', 'Gaver og bamser', 'Gifts and teddy bears'), option('home', 'Hjemmet', 'The home'),
        ]),
        degree('trackerFound', 'Har du fundet noget?', 'Have you found anything?', { help: both('Rør det ikke. Tag et billede, og ring 114. Er du bange nu, så ring 112.', 'Do not touch it. Take a picture and call 114. If you are afraid now, call 112.') }),
        long('trackerWhat', 'Hvad, hvor og hvornår?', 'What, where and when?', { showIf: after('trackerFound', 'yes', 'partly') }),
        one('smartHome', 'Kamera, lås og lys, der styres på nettet', 'Camera, lock and light run over the net', done),
        one('router', 'Nettet hjemme: ny kode', 'The net at home: new password', done),
      ],
    },
    {
      id: 'hidden', title: both('Et skjult program?', 'A hidden program?'),
      help: both('Et skjult program kan vise den anden det, du skriver, og hvor du er. Ofte har den anden skullet have din telefon og din kode.', 'A hidden program can show the other what you write and where you are. Often the other has needed your phone and your code.'),
      questions: [
        many('signs', 'Har du set noget af det her?', 'Have you seen any of this?', [
          option('knows', 'Den anden ved ting, som kun står på telefonen', 'The other knows things that are only on the phone'), option('appears', 'Den anden er der, uden at jeg har sagt, hvor jeg er', 'The other is there though I have not said where I am'),
          option('apps', 'Apps, jeg ikke kender', 'Apps I do not know'), option('battery', 'Batteriet bliver hurtigt tomt', 'The battery runs down fast'), option('warm', 'Telefonen er varm uden grund', 'The phone is warm for no reason'), option('none', 'Nej', 'No'),
        ], { help: both('Hver ting kan også være noget andet.', 'Each of them can be something else, too.') }),
        told('ifHidden', both('Hvis du tror det', 'If you think so'), both(
          'Sluk ikke, og slet ikke. Tal med politiet eller en rådgiver, fra en anden telefon. Programmet kan være et bevis. Ingen side og ingen app kan love, at telefonen er ren.',
          'Do not turn it off, and delete nothing. Talk to the police or an adviser, from another phone. The program can be evidence. No page and no app can promise that the phone is clean.')),
        one('hiddenPlan', 'Hvad gør du nu?', 'What do you do now?', [
          option('keep', 'Lader den være, som den er', 'Leave it as it is'), option('police', 'Viser den til politiet', 'Show it to the police'), option('new', 'Får en ny telefon ved siden af', 'Get a new phone beside it'), option('notNow', 'Ikke noget nu', 'Nothing now'),
        ]),
      ],
    },
    {
      id: 'next', title: both('Det næste', 'What is next'),
      questions: [
        long('waits', 'Hvad venter, og hvem hjælper dig med det?', 'What waits, and who helps you with it?'),
        day('walkAgain', 'Hvilken dag ser du på det igen?', 'On which day will you look at it again?'),
      ],
    },
  ],
}
