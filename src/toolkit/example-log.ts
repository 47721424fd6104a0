// A filled log, so that somebody with an empty one can see what a good one looks like. All people, numbers and events in it are invented. Pure.
import type { Bilingual } from '../forms/rules.ts'
import { both } from './asking.ts'

/** One row, in the columns of the log form. `occurred` and `ended` are local time. */
export interface ExampleIncident {
  readonly no: number
  readonly occurred: Bilingual
  readonly ended?: Bilingual
  /** Option ids of the log form. */
  readonly type: string
  readonly channel: string
  readonly direction: 'in' | 'out' | 'none'
  readonly actor: 'person' | 'through' | 'unknown'
  readonly place: Bilingual
  readonly told: Bilingual
  readonly count: number
  readonly witnesses?: Bilingual
  /** Exhibit numbers. */
  readonly exhibits: readonly number[]
  readonly myResponse: 'none' | 'saidNo' | 'replied' | 'police'
  readonly reportedTo?: Bilingual
  readonly typical: boolean
  /** Why it stands in the example: said beside the row, never part of a real log. */
  readonly shows: Bilingual
}

export const exampleLog = {
  title: both('Et udfyldt eksempel', 'A filled example'),
  invented: both('Alt her er opdigtet: personer, numre og det, der sker.', 'All of this is invented: people, numbers and what happens.'),
  people: {
    ownName: both('Anna Prøve', 'Anna Prøve'),
    ownContacts: both('Telefon 00 55 55 01. Mail anna@eksempel.invalid. Profilen "anna.proeve".', 'Phone 00 55 55 01. E-mail anna@eksempel.invalid. The profile “anna.proeve”.'),
    otherName: both('Bo Opdigt', 'Bo Opdigt'),
    otherContacts: both('Telefon 00 55 55 02 og et hemmeligt nummer. Mail bo@eksempel.invalid. Profilerne "bo.opdigt" og "sejler_hav".',
      'Phone 00 55 55 02 and a hidden number. E-mail bo@eksempel.invalid. The profiles “bo.opdigt” and “sejler_hav”.'),
  },
  background: both(
    'Vi var kærester i to år. Jeg gik fra Bo den 10-01-2026. Den 15-01-2026 skrev jeg i en sms: "Jeg vil ikke have kontakt med dig mere." Billede af den er bilag 1. Vi har ingen børn og intet sammen.',
    'We were partners for two years. I left Bo on 10-01-2026. On 15-01-2026 I wrote in a text: “I do not want contact with you any more.” A picture of it is exhibit 1. We have no children and nothing together.'),
  exhibits: [
    { no: 1, name: both('Billede af min sms, 15-01-2026', 'Picture of my text, 15-01-2026') }, { no: 2, name: both('Billede af blomster og kort', 'Picture of flowers and card') },
    { no: 3, name: both('Opkaldsliste, 14-02-2026', 'Call list, 14-02-2026') }, { no: 4, name: both('Billede af profilen med dens adresse', 'Picture of the profile with its address') },
    { no: 5, name: both('Billede af besked til min søster', 'Picture of the message to my sister') }, { no: 6, name: both('Billede fra min e-mail: ny enhed', 'Picture from my e-mail: new device') },
  ],
} as const

/** The newest first, as in a log that is handed in. */
export const exampleIncidents: readonly ExampleIncident[] = [
  {
    no: 9, occurred: both('05-03-2026 kl. 16.10', '05-03-2026, 16:10'), ended: both('05-03-2026 kl. 16.45', '05-03-2026, 16:45'), type: 'waiting', channel: 'inPerson', direction: 'in', actor: 'person',
    place: both('Parkeringspladsen ved mit arbejde, som Bo kender', 'The car park at my work, which Bo knows'),
    told: both('Bo sad i sin bil over for døren. Han kørte, da min kollega gik derud.', 'Bo sat in his car opposite the door. He drove off when my colleague went out.'), count: 1,
    witnesses: both('Carl Eksempel, kollega', 'Carl Eksempel, colleague'), exhibits: [], myResponse: 'police', reportedTo: both('Politiet på 114, talte med P. Opdigt. Journalnummer 00-0000-00000', 'The police on 114, talked to P. Opdigt. Case number 00-0000-00000'), typical: true,
    shows: both('Et vidne med navn. Ikke, hvad vidnet mente.', 'A witness by name. Not what the witness thought.'),
  },
  {
    no: 8, occurred: both('01-03-2026 kl. 07.55', '01-03-2026, 07:55'), type: 'login', channel: 'mail', direction: 'in', actor: 'unknown', place: both('På nettet', 'Online'),
    told: both('Jeg fik mail om, at nogen var kommet ind på min konto fra en ny telefon. Det var ikke mig.', 'I got an e-mail that somebody had entered my account from a new phone. It was not me.'), count: 1,
    exhibits: [6], myResponse: 'none', typical: false, shows: both('Noget på nettet. Hun skriver, at hun ikke ved, hvem det var.', 'Something online. She writes that she does not know who it was.'),
  },
  {
    no: 7, occurred: both('22-02-2026 kl. 19.30', '22-02-2026, 19:30'), type: 'throughOthers', channel: 'app', direction: 'in', actor: 'through', place: both('Min søsters telefon', 'My sister’s phone'),
    told: both('Bos ven skrev til min søster: "Sig til Anna, at hun skal ringe til Bo. Han har det skidt."', 'Bo’s friend wrote to my sister: “Tell Anna to call Bo. He is not well.”'), count: 1,
    witnesses: both('Dorte Prøve, søster', 'Dorte Prøve, sister'), exhibits: [5], myResponse: 'none', typical: true, shows: both('Gennem en anden. Ordene står i anførselstegn.', 'Through somebody else. The words stand in quotation marks.'),
  },
  {
    no: 6, occurred: both('18-02-2026, tidspunkt ikke kendt', '18-02-2026, time not known'), type: 'falseProfile', channel: 'social', direction: 'in', actor: 'unknown', place: both('På nettet', 'Online'),
    told: both('Profilen "sejler_hav" bad om at følge mig. Billedet er fra en tur, kun Bo og jeg var på.', 'The profile “sejler_hav” asked to follow me. The picture is from a trip that only Bo and I were on.'), count: 1,
    exhibits: [4], myResponse: 'none', typical: false, shows: both('Adressen på profilen er gemt, ikke kun navnet.', 'The address of the profile is kept, not only the name.'),
  },
  {
    no: 5, occurred: both('14-02-2026 kl. 18.00', '14-02-2026, 18:00'), ended: both('14-02-2026 kl. 20.10', '14-02-2026, 20:10'), type: 'call', channel: 'phone', direction: 'in', actor: 'person', place: both('Hjemme', 'At home'),
    told: both('Bo ringede 43 gange fra 00 55 55 02. Jeg tog den ikke.', 'Bo called 43 times from 00 55 55 02. I did not pick up.'), count: 43, exhibits: [3], myResponse: 'none', typical: true,
    shows: both('Mange på én gang er én række med et tal og ét bilag.', 'Many at once are one row with a number and one exhibit.'),
  },
  {
    no: 4, occurred: both('14-02-2026 kl. 11.20', '14-02-2026, 11:20'), type: 'gift', channel: 'letter', direction: 'in', actor: 'person', place: both('Receptionen på mit arbejde', 'The reception at my work'),
    told: both('Et bud kom med blomster. På kortet stod der: "Vi to. B." Jeg lod dem stå.', 'A courier came with flowers. The card said: “The two of us. B.” I left them there.'), count: 1,
    witnesses: both('Else Opdigt, receptionen', 'Else Opdigt, reception'), exhibits: [2], myResponse: 'none', typical: true, shows: both('Det ser pænt ud for sig. Det hører til mønsteret. Hun sendte dem ikke tilbage.', 'It looks kind by itself. It belongs to the pattern. She did not send them back.'),
  },
  {
    no: 3, occurred: both('03-02-2026 kl. 08.15', '03-02-2026, 08:15'), type: 'payment', channel: 'app', direction: 'in', actor: 'person', place: both('På telefonen', 'On the phone'),
    told: both('Bo sendte 1 krone med teksten "Godmorgen". Han har gjort det hver dag siden 30-01-2026.', 'Bo sent 1 krone with the text “Good morning”. He has done so every day since 30-01-2026.'), count: 5, exhibits: [], myResponse: 'none', typical: true,
    shows: both('Venlige ord, men hun har sagt nej. Tallet viser, hvor tit.', 'Kind words, but she has said no. The number shows how often.'),
  },
  {
    no: 2, occurred: both('25-01-2026 cirka kl. 17', '25-01-2026, about 17:00'), type: 'showingUp', channel: 'inPerson', direction: 'in', actor: 'person', place: both('Supermarkedet på Torvet', 'The supermarket on the square'),
    told: both('Bo stod ved kassen, da jeg skulle betale. Han sagde: "Sjovt, vi altid mødes." Han bor i en anden by.', 'Bo stood by the till when I was to pay. He said: “Funny how we always meet.” He lives in another town.'), count: 1,
    exhibits: [], myResponse: 'none', typical: false, shows: both('Cirka-tid er i orden. Skriv "cirka".', 'A rough time is fine. Write “about”.'),
  },
  {
    no: 1, occurred: both('16-01-2026 kl. 22.40', '16-01-2026, 22:40'), type: 'sms', channel: 'sms', direction: 'in', actor: 'person', place: both('Hjemme', 'At home'),
    told: both('Dagen efter mit nej skrev Bo: "Det mener du ikke. Ring." Jeg svarede: "Jeg mener det."', 'The day after my no, Bo wrote: “You do not mean that. Call.” I answered: “I mean it.”'), count: 1, exhibits: [], myResponse: 'replied', typical: false,
    shows: both('Hun skriver også, at hun selv svarede. Det er i orden.', 'She writes too that she answered. That is all right.'),
  },
]
