import type { Texts } from './text.da.ts'
import { en as files } from './report.en.ts'

const messages = (count: number) => (count === 1 ? '1 message' : `${count} messages`)
type Is<K extends string> = { readonly [P in K as `is-${P}`]: string }
const instead = Object.fromEntries(Object.entries(files.unread).map(([kind, said]) => [`is-${kind}`, said])) as Is<keyof typeof files.unread>

export const en = {
  refusals: {
    ...instead,
    stays: 'The municipality filed the case after you showed something from here. So the file cannot be deleted. Nobody else can see it.',
    'no-file': 'Choose the file that you got from the telephone.',
    'no-chat': 'The file holds no messages that we can read. Choose the file that "Export chat" made.',
    'bad-member': files.badChat, 'locked-chat': files.lockedChat,
    'bad-zip': files.badZip, 'too-much': files.tooMuch,
    'chosen-before': 'You have chosen already. What you chose the first time is saved.',
    'needs-me': 'Choose which name is yours.',
    'needs-concerns': 'Choose at least one whom it is about. It cannot be yourself.',
    'needs-order': 'Choose whether day or month comes first. The file does not show it.',
    'no-day': 'Write a day that is in the calendar.',
    'ends-first': 'The last day has to be after the first.',
    'nothing-chosen': 'There are no messages from those days. Choose other days.',
    'needs-message': 'Choose at least one message.',
    'too-many-typical': 'You can have five typical examples in all. Choose fewer, or take a mark away first.',
  },
  title: 'Messages from the telephone', lead: 'Bring in a chat from WhatsApp. You choose afterwards what is to be saved.',
  how: 'How to get the file', steps: ['Open the chat in WhatsApp.', 'Press the menu and choose "Export chat".', 'Save the file on the telephone. Choose it here.'],
  trace: 'The file stays on the telephone afterwards. Delete it if others may come to see it.',
  file: 'File', fileHint: 'A .txt or .zip file.', take: 'Bring in', before: 'Brought in before', waits: 'waits for your answer', keptCount: (count: number) => `${messages(count)} saved`,
  askTitle: 'What is to be saved?', messages,
  found: (count: number, first?: string, last?: string) => (first && last ? `There are ${messages(count)}, from ${first}${last === first ? '' : ` to ${last}`}.` : `There are ${messages(count)}.`),
  me: 'Who are you?', meHint: 'The name that you write under.', concerns: 'Whom is it about?', concernsHint: 'Choose one or more. Others in the chat are left out.', concernsTwo: 'Choose the other one.',
  order: 'What comes first in the dates?', orderHint: 'The file does not show it. Look at a message that you remember.', orders: { dmy: 'The day (3/11)', mdy: 'The month (11/3)', ymd: 'The year' },
  from: 'From day', to: 'To day', restGoes: 'Only what you choose is saved. The rest of the file is deleted here.', keep: 'Save what I chose',
  goOn: 'See what you saved',
  account: 'Is everything there?', fileSize: 'The whole file, as it came', chatSize: 'The text of the chat', inMessages: 'In messages and system lines', inRest: 'In the rest', systemLines: 'System lines', filesWithin: 'Files in the chat', unpacked: 'Chat and files, unpacked',
  filesOf: (there: number, missing: number, bytes: string) => `${there} came, ${missing} missing (${bytes})`, looseOf: (count: number) => `${count} mentioned nowhere`,
  damaged: (names: string) => `Damaged in the file from the telephone: ${names}. The messages come along, but not that file. Export the chat again if you want it.`,
  damagedNow: (names: string) => `Did not come, because it is damaged in the file from the telephone: ${names}. All messages are saved.`, notCome: (name: string) => `the file ${name} did not come`,
  bytes: (count: string) => `${count} bytes`,
  suspects: (count: number) => (count === 1 ? '1 line looks unlike the others. Check it.' : `${count} lines look unlike the others. Check them.`),
  mayBeCut: 'The file may be cut off: WhatsApp leaves out the oldest messages of long chats.',
  zone: 'Times are read as Danish time.', rawIsEvidence: 'The bytes of the file are saved with each message.',
  remove: 'Delete all of it again', removeTold: 'The file and what you have brought in from it are deleted here. What you have put in your log stays.', removeYes: 'Yes, delete it',
  listTitle: 'What you have saved', liftedCount: (count: number) => `${messages(count)} are in your log.`, seeLog: 'See the log',
  days: (count: number, withContact: number, ofDays: number) => `${messages(count)} from the other, ${ofDays === 1 ? 'on one day' : `on ${withContact} of ${ofDays} days`}.`,
  weeks: 'Messages from the other per week', onlyCounts: 'This is a count and not a judgement.', oneWeek: (day: string) => `You see the week that begins ${day}.`, allWeeks: 'See all weeks', byWeek: 'Find a week',
  choose: 'Put messages into the log', chooseHint: 'Choose those that show it best. They are put in word for word.',
  typical: 'They are typical examples', typicalHint: (left: number) => `You can have five in all. There is room for ${left} more.`, lift: 'Put into the log',
  pages: 'Pages', earlierPage: 'Previous page', laterPage: 'Next page', pageOf: (page: number, of: number) => `Page ${page} of ${of}`,
  noTime: 'without time', nobody: 'unknown', noText: '(no text)', files: (count: number) => (count === 1 ? '1 file' : `${count} files`), looksOdd: 'looks different', inLog: 'is in the log',
} as const satisfies Texts
