import type { Texts } from './text.da.ts'

export const en = {
  title: 'Who is shut out of a case?', lead: 'A colleague who knows the citizen or the other party may not see the case. It holds from the moment it is written, and shuts case, log, consents and referrals.',
  officerLead: 'A leader was shut out of a case by somebody who is no leader. Read the reason, and confirm it or open again. It holds meanwhile.',
  none: 'Nobody is shut out of a case.', out: 'Shut a colleague out', number: 'Number of the case', person: 'Colleague', reason: 'Why?', reasonHint: 'Leader and visitator read it. If the colleague is a leader, the data protection officer looks it through.', save: 'Shut the colleague out',
  case: 'Case', who: 'Who', why: 'Reason', state: 'State', act: 'Confirm or open',
  kinds: { decided: 'Decided', party: 'Says to be a party', relative: 'Says to be a relative' }, states: { waits: 'Shut, waits for the leader', looks: 'Shut, waits for another leader or the data protection officer', shut: 'Shut', lifted: 'Open again' },
  since: (day: string, name: string) => `Written ${day} by ${name}.`, confirm: 'Confirm', lift: 'Open again', liftReason: 'Why may the colleague see the case again?',
  liftedBy: (name: string, day: string) => `Opened again ${day} by ${name}`, confirmedBy: (name: string, day: string) => `Confirmed ${day} by ${name}`,
  mineTitle: 'Do you know somebody in a case?', mineLead: 'If you are a party in a case, or a relative of somebody who is, write it here. From when you save you cannot see the case. The leader confirms it, and tells you if it is a mistake.',
  mineNumber: 'Number of the case', mineNumberHint: 'If you do not know the number, call the leader. Do not open the case to find it.', relation: 'How?', relations: { party: 'I am a party in the case myself', relative: 'I am a relative of a party in the case' }, declare: 'Shut me out of the case',
  mineBefore: 'You have written', folder: 'Does a colleague have an interest?',
} as const satisfies Texts
