import type { Words } from '../kernel/words.ts'

export const da = {
  onThisPage: 'På denne side',
  linkTo: (title: string) => `Link til afsnittet "${title}"`,
  table: 'Eksempel',
  unconfirmed: (since: string) => `ikke bekræftet siden ${since}`,
  neverConfirmed: 'ikke bekræftet',
  oldNumbers: 'Nogle numre her på siden er ikke bekræftet længe. Se efter på',
  orPolice: 'Kommer du ikke igennem, så ring 114. Er du i fare, så ring 112.',
  version: (number: number) => `Udgave ${number}.`,
  reviewed: (day: string) => `Godkendt ${day}.`,
  notReviewed: 'Ikke godkendt endnu.',
  guides: 'Viden og vejledning', guidesLead: 'Korte tekster til at læse og give videre.',
  pages: 'Sider for alle', pagesLink: 'Råd uden log ind', staffOnly: 'Kun når du er logget ind',
  print: 'Til udskrift', back: 'Tilbage', allTools: 'Alle redskaber',
  searchTitle: 'Søg', searchLabel: 'Søg i råd og redskaber', searchHint: 'Skriv et ord eller to. Det, du søger på, kan ses i browserens historik. Vi gemmer det ikke.',
  searchButton: 'Søg', searchNone: 'Vi fandt ikke noget. Prøv et andet ord, eller se', searchAll: 'alle sider', allPages: 'Alle sider',
  found: (count: number, asked: string) => (count === 1 ? `1 sted om "${asked}"` : `${count} steder om "${asked}"`),
  foundOther: 'Det står kun på engelsk.',
  indexTitle: 'Råd', pageTitle: (place: number) => `Råd ${place}`,
  indexLead: 'Her kan du læse i fred. Siden sætter ingen cookies og gemmer intet om dig.',
  indexDanger: ['Er du i fare nu, så ring', '. Politiet, når det ikke haster:', '.'],
  groups: { public: 'For dig og dine nære', citizen: 'Når du vil gøre noget selv', professionals: 'Til ansatte og samarbejdspartnere' },
  leaveTitle: 'Hvis du hurtigt skal væk fra siden',
  leave: [
    'Tryk på "Forlad siden" nederst. Så bliver siden tom, og en side om vejret åbner. På en computer kan du trykke tre gange på Shift.',
    'Knappen sletter ikke browserens historik. Andre, der bruger din telefon eller computer, kan stadig se, at du har været her.',
    'Knappen hjælper ikke, hvis nogen følger med i et skjult program. Lån så en telefon eller computer, som den anden aldrig har haft.',
  ],
  leaveNamed: 'Adressen på denne side er et ord, der fortæller, hvad den handler om. Den kan blive stående i historikken.',
  leaveNeutral: 'Siderne har numre og ikke navne. Så står der mindre i historikken. Men den, der åbner siden igen, kan læse den.',
} as const
export type GuideWords = Words<typeof da>
