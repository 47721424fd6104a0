import type { Texts } from './text.da.ts'

export const en = {
  refusals: {
    wrong: 'Name and password do not fit together. Try again.',
    busy: 'Several tries are going on right now. Wait half a minute and try again.',
    'wrong-code': 'The code cannot be used. Check that it is written right. If it is older than seven days, used before or tried five times, ask for a new one when you meet.',
    'code-shape': 'A code has twelve signs: three groups of four. Check the paper.',
    'passphrase-short': 'Use at least 12 signs. Four words that you can remember are enough.',
    'passphrase-is-name': 'Use something else than your name on this page.',
    'passphrase-differs': 'The two differ. Write the same in both places.',
    'name-short': 'The name needs at least 4 signs.',
    'name-taken': 'That name is taken. Think of another.',
  },
  staff: {
    title: 'Sign in', lead: 'For staff of the municipality, the police and Dansk Stalking Center.', name: 'User name', secret: 'Password', button: 'Sign in', out: 'Sign out',
  },
  citizen: {
    title: 'Notes', withCode: 'I have a code on paper', code: 'Code', codeHint: 'Three groups of four signs.', open: 'Use the code',
    withPassphrase: 'I have been here before', name: 'Name on this page', secret: 'Passphrase', enter: 'Open',
    setTitle: 'Choose how you come in next time', setLead: 'The code on the paper works once only. Tear the paper up when you are done here.',
    pickName: 'Think of a name', pickNameHint: 'Not your real one. Something nobody would guess, such as two words and a number.',
    pickSecret: 'Think of a passphrase', pickSecretHint: 'At least 12 signs. Four random words are easy to remember. Not one that others know.',
    again: 'Write the passphrase again', save: 'Save and go on', lostHint: 'If you forget it, only a meeting with your contact can give you a new code. Nobody can see it or send it to you.',
    unlockTitle: 'Write your passphrase again', unlockLead: 'What you wrote before is locked, so that others cannot see it if they get hold of the screen.', unlock: 'Unlock', writeInstead: 'Write something new instead',
    everywhere: 'Sign out everywhere', out: 'Sign out',
  },
} as const satisfies Texts
