import type { Words } from '../../kernel/words.ts'

export const da = {
  title: 'Hvem er lukket ude af en sag?', lead: 'En kollega, der kender borgeren eller den anden part, må ikke se sagen. Det gælder fra det øjeblik, det er skrevet, og lukker sag, log, samtykker og henvisninger.',
  officerLead: 'En leder er lukket ude af en sag af en, der ikke er leder. Læs grunden, og bekræft eller åbn igen. Det gælder imens.',
  none: 'Ingen er lukket ude af en sag.', out: 'Luk en kollega ude', number: 'Sagens nummer', person: 'Kollega', reason: 'Hvorfor?', reasonHint: 'Leder og visitator læser det. Er kollegaen selv leder, ser databeskyttelsesrådgiveren det igennem.', save: 'Luk kollegaen ude',
  case: 'Sag', who: 'Kollega', why: 'Grund', state: 'Tilstand', act: 'Bekræft eller åbn',
  kinds: { decided: 'Besluttet', party: 'Siger selv: part i sagen', relative: 'Siger selv: pårørende' }, states: { waits: 'Lukket, venter på lederen', looks: 'Lukket, venter på en anden leder eller databeskyttelsesrådgiveren', shut: 'Lukket', lifted: 'Åbnet igen' },
  since: (day: string, name: string) => `Skrevet ${day} af ${name}.`, confirm: 'Bekræft', lift: 'Åbn igen', liftReason: 'Hvorfor kan kollegaen se sagen igen?',
  liftedBy: (name: string, day: string) => `Åbnet igen ${day} af ${name}`, confirmedBy: (name: string, day: string) => `Bekræftet ${day} af ${name}`,
  mineTitle: 'Kender du nogen i en sag?', mineLead: 'Er du selv part i en sag, eller er du pårørende til en, der er, så skriv det her. Fra du gemmer, kan du ikke se sagen. Lederen bekræfter det og siger til, hvis det er en fejl.',
  mineNumber: 'Sagens nummer', mineNumberHint: 'Kender du ikke nummeret, så ring til lederen. Åbn ikke sagen for at finde det.', relation: 'Hvordan?', relations: { party: 'Jeg er selv part i sagen', relative: 'Jeg er pårørende til en, der er part i sagen' }, declare: 'Luk mig ude af sagen',
  mineBefore: 'Det har du skrevet', folder: 'Er en kollega inhabil?',
} as const
export type Texts = Words<typeof da>
