import type { Words } from '../../kernel/words.ts'

export const da = {
  refusals: { 'needs-scan-kind': 'Vælg, hvad det er for et papir.', 'needs-scan': 'Vælg den fil, hvor papiret er scannet.' },
  title: 'Papirer fra politiet og andre', lead: 'Læg papirer ind, som borgeren eller politiet har givet jer. Filen bliver krypteret, og intet kan slettes.', none: 'Der er ikke lagt papirer ind endnu.',
  kind: 'Hvad er det?', onDay: 'Dato på papiret', onDayHint: 'Står der ingen dato, så skriv den dag, I fik det.', from: 'Hvem har I det fra?', what: 'Andet at vide', whatHint: 'For eksempel politiets journalnummer.', kept: 'Lagt ind',
  by: (name: string, day: string) => `${day}, ${name}`, add: 'Læg et papir ind', beside: 'Står der datoer i det, så skriv dem også her:', toMeasures: 'Beskyttelse',
  kinds: { 'police-receipt': 'Kvittering for en anmeldelse', 'police-decision': 'Afgørelse om tilhold eller andet forbud', 'police-letter': 'Andet brev fra politiet', other: 'Andet papir' },
  scan: 'Det scannede papir', scanHint: 'PDF eller billede, højst 20 MB.', save: 'Læg papiret ind', count: (n: number) => (n === 1 ? '1 papir' : `${n} papirer`),
} as const
export type Texts = Words<typeof da>
