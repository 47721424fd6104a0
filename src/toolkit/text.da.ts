import type { Words } from '../kernel/words.ts'

export const da = {
  title: 'Redskaber',
  lead: 'Læs og udskriv frit. Intet på de her sider bliver gemt eller sendt.',
  print: 'Til udskrift',
  back: 'Alle redskaber',
  order: 'Rådene står i den rækkefølge, de er bedst i. Gem, før du lukker for noget.',
  when: 'Hvornår',
  mind: 'Vær opmærksom på',
  first: (titles: string) => `Gør først: ${titles}.`,
  nowTitle: 'Giv disse råd nu',
  nowLead: 'Sig dem højt. Skriv dem kun ned, hvis det er sikkert for borgeren at have papiret.',
  columns: { tool: 'Redskab', kind: 'Slags', version: 'Udgave' },
  kinds: {
    'hand-off': 'Første kontakt', checklist: 'Tjekliste', advice: 'Råd', 'needs-mapping': 'Afdækning', 'action-plan': 'Handleplan',
    'incident-log': 'Logskema', typology: 'Viden', conversation: 'Samtale', 'referral-list': 'Henvisninger', 'action-card': 'Kort til politiet',
    workplace: 'Arbejdsplads', consent: 'Samtykke', 'risk-reference': 'Vurderinger', 'safety-plan': 'Plan for at være tryg',
    'digital-safety': 'Tryg på nettet', closing: 'Afslutning', handover: 'Overdragelse',
  },
  mediation: 'Tilbyd ikke mægling eller møder, hvor begge er med. Det kan gøre stalking værre.',
  mediationOpen: 'Mægling kan hjælpe, når begge holder striden i gang. Spørg borgeren alene først.',
} as const
export type Texts = Words<typeof da>
