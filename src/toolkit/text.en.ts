import type { Texts } from './text.da.ts'

export const en = {
  title: 'Tools',
  lead: 'Read and print freely. Nothing on these pages is kept or sent.',
  print: 'For printing',
  back: 'All tools',
  order: 'The advice stands in the order that is best. Save before you close anything.',
  when: 'When',
  mind: 'Be aware',
  first: (titles: string) => `Do this first: ${titles}.`,
  nowTitle: 'Give this advice now',
  nowLead: 'Say it aloud. Write it down only if it is safe for the citizen to have the paper.',
  columns: { tool: 'Tool', kind: 'Kind', version: 'Version' },
  kinds: {
    'hand-off': 'First contact', checklist: 'Checklist', advice: 'Advice', 'needs-mapping': 'Needs mapping', 'action-plan': 'Action plan',
    'incident-log': 'Incident log', typology: 'Knowledge', conversation: 'Conversation', 'referral-list': 'Referrals',
    'action-card': 'Police action card',
    workplace: 'Workplace', consent: 'Consent', 'risk-reference': 'Assessments', 'safety-plan': 'Safety plan',
    'digital-safety': 'Digital safety', closing: 'Closing', handover: 'Hand-over',
  },
  mediation: 'Do not offer mediation or meetings with both present. It can make stalking worse.',
  mediationOpen: 'Mediation can help when both keep the dispute going. Ask the citizen alone first.',
} as const satisfies Texts
