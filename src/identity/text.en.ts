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
    'wrong-passphrase': 'That is not your passphrase. Try again.',
    'wrong-earlier': 'That is not the passphrase you had before the new code. Try again, or show the signs to a colleague.',
    'wrong-number': 'Those signs fit nothing that waits. Check her page: two groups of four signs.',
    'own-code': 'You made the code yourself. Somebody else has to confirm it.',
    'needs-meeting': 'Tick this when you sit together and she has signed in herself.',
  },
  kept: {
    goesOn: {
      signIn: 'You were signed out, but what you wrote is not lost. Sign in and it will be saved.', unlock: 'What you wrote is not lost. Write your passphrase and it will be saved.',
    },
    shown: {
      signIn: 'You were signed out, but what you wrote is not lost. Sign in and it will stand on the page again.', unlock: 'What you wrote is not lost. Write your passphrase and it will stand on the page again.',
    },
    still: 'What you wrote is still not lost.', lost: 'You were signed out. What you sent is not saved.',
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
  waiting: {
    title: 'What you wrote before is locked',
    lead: (when: string) => `You came in with a new code ${when}. You can write new things now. What was written before opens once it is certain that it is you.`,
    first: 'Do you remember the passphrase you had before?', earlier: 'The passphrase before the new code', unlock: 'Unlock',
    second: 'Do you not remember it?',
    meet: 'Meet somebody else than the one who gave you the code, and show them these signs. They type them in while you sit together. After that, the passphrase that you have now opens it.',
  },
  codes: {
    title: 'New codes', line: 'A new code was made for you. See when.',
    lead: 'This says when a new code was made after you chose your first passphrase.', none: 'No new codes were made.',
    made: (when: string, used: string | undefined) => `${when}, made by the visitator. ${used === undefined ? 'Not used.' : `Used ${used}.`}`,
    asked: 'If you asked for it, you need not do anything.',
    notAsked: 'You did not ask for it?',
    whatToDo: 'Sign out everywhere, and sign in again with the name and passphrase that you normally use. Then a new one counts no longer, unless a colleague has confirmed it already. Tell somebody else than the one you normally talk with, such as a leader.',
    seen: 'I have read it',
  },
  confirm: {
    title: 'Confirm a new code',
    lead: 'A citizen was given a new code and has chosen a new passphrase. What she wrote before opens once somebody else than the one who made the code has met her.',
    number: 'The signs on her page', numberHint: 'Two groups of four signs. She sees them under Earlier.',
    met: 'We sit together now, I know who she is, and she has signed in herself and shown me the signs.',
    button: 'Confirm', done: 'It is confirmed. Her passphrase now opens what she wrote before as well.',
  },
} as const satisfies Texts
