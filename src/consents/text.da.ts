import type { Words } from '../kernel/words.ts'

export const da = {
  refusals: {
    'needs-receiver': 'Vælg, hvem samtykket gælder.',
    'asked-before': 'Borgeren har allerede et samtykke til den modtager. Se listen.',
    'ends-first': 'Den dag, dit ja slutter, skal være efter den dag, det begynder.',
  },
  to: { policeContact: 'Politiets kontaktperson', dscAdviser: 'Dansk Stalking Center' },
  states: { asked: 'Venter på svar', signed: 'Gælder', ended: 'Udløbet', withdrawn: 'Taget tilbage', declined: 'Sagt nej' },
  topics: { contact: 'navn og sikker kontakt', account: 'kort om det, der er sket', log: 'valgte hændelser fra loggen', finding: 'afklaringen', needs: 'behov for hjælp' },
  listTitle: 'Samtykker', listLead: 'Borgeren læser og svarer på sin egen side. Hun kan sige ja til noget og nej til resten, og tage det tilbage.',
  receiver: 'Modtager', state: 'Status', covers: 'Dækker', period: 'Periode', none: 'Der er ikke bedt om samtykke endnu.', nothing: 'Ikke noget endnu',
  askFor: 'Bed om samtykke til', ask: 'Læg samtykket frem', askHint: 'Det ligger på borgerens side, næste gang hun åbner den. Der bliver ikke sendt en besked.',
  back: 'Tilbage til sagen',
  own: {
    title: 'Samtykker', to: { policeContact: 'Politiet', dscAdviser: 'En rådgiver uden for kommunen' }, all: 'Alle samtykker', lead: 'Her står, hvad du har sagt ja til, at andre må få.', none: 'Der er ikke noget at svare på.',
    open: 'læs og svar', waits: 'Venter på dit svar', leftOut: 'Det kommer ikke med', signedOn: (day: string) => `Du sagde ja ${day}.`, until: (day: string) => `Det slutter ${day}.`,
    yes: 'Ja, det siger jeg ja til', no: 'Nej tak', takeBack: 'Tag mit ja tilbage', takenBack: 'Du har taget dit ja tilbage. Der bliver ikke sendt mere.',
    declined: 'Du har sagt nej. Der bliver ikke givet noget videre.', ended: 'Dit ja er udløbet.',
    delivered: 'En kopi, der allerede er sendt, kan ikke hentes hjem igen.',
  },
} as const
export type Texts = Words<typeof da>
