import type { Texts } from './text.da.ts'

export const en = {
  refusals: {
    'needs-receiver': 'Choose whom the consent is for.',
    'asked-before': 'The citizen already has a consent for that receiver. See the list.',
    'ends-first': 'The day your yes ends has to be after the day it begins.',
  },
  to: { policeContact: 'The police contact', dscAdviser: 'Danish Stalking Center' },
  states: { asked: 'Waiting for an answer', signed: 'Holds', ended: 'Has run out', withdrawn: 'Taken back', declined: 'Said no' },
  topics: { contact: 'name and safe contact', account: 'what has happened, in short', log: 'chosen incidents from the log', finding: 'the clarification', needs: 'what help is needed' },
  listTitle: 'Consents', listLead: 'The citizen reads and answers on her own page. She can agree to some of it and not to the rest, and take it back.',
  receiver: 'Receiver', state: 'State', covers: 'Covers', period: 'Period', none: 'No consent has been asked for yet.', nothing: 'Nothing yet',
  askFor: 'Ask for consent to', ask: 'Put the consent before her', askHint: 'It stands on the citizen’s page the next time she opens it. No message is sent.',
  back: 'Back to the case',
  own: {
    title: 'Consents', to: { policeContact: 'The police', dscAdviser: 'An adviser outside the municipality' }, all: 'All consents', lead: 'Here stands what you have agreed that others may get.', none: 'There is nothing to answer.',
    open: 'read and answer', waits: 'Waiting for your answer', leftOut: 'This is left out', signedOn: (day: string) => `You said yes ${day}.`, until: (day: string) => `It ends ${day}.`,
    yes: 'Yes, I agree to this', no: 'No thanks', takeBack: 'Take my yes back', takenBack: 'You have taken your yes back. Nothing more will be sent.',
    declined: 'You have said no. Nothing is passed on.', ended: 'Your yes has run out.',
    delivered: 'A copy that has been sent already cannot be called home.',
  },
} as const satisfies Texts
