import type { OpenTexts } from './text.da.ts'

export const en = {
  title: 'Ask to be called',
  lead: 'For you who work in the municipality and cannot sign in. The visitator calls your unit. Write nothing about the citizen.',
  danger: 'If anybody is in danger now, call 112 first. The police have number 114.',
  unit: 'Where do you work?',
  unitHint: 'The visitator calls the unit’s own number.',
  urgent: 'Is it urgent?',
  urgentChoices: { yes: 'Yes, call now', no: 'No, it can wait a little' },
  send: 'Ask for a call',
  sentTitle: 'The visitator has been told',
  sentLead: 'Write the code down. With it you can see whether somebody has taken it up. Say the first four signs when the visitator calls.',
  codeLabel: 'Your code',
  look: 'See whether somebody has taken it up',
  lookLabel: 'The code from the receipt',
  lookGo: 'Look',
  taken: (when: string) => `The visitator took it up ${when}.`,
  waits: (when: string) => `Sent ${when}. Nobody has taken it up yet.`,
  inbox: 'Wants to be called',
  asked: (unit: string, when: string) => `${unit}, at ${when}`,
  begins: (code: string) => `The code begins with ${code}.`,
  take: (unit: string) => `I will call ${unit}`,
} satisfies OpenTexts
