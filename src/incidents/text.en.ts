import type { ActorKind, Certainty, Channel, Kind, KindGroup, Reader, Response } from './rules.ts'
import type { Texts } from './text.da.ts'

export const kindGroups = {
  messages: 'Phone and messages', near: 'Near me', others: 'Through others', online: 'Online', harm: 'Damage and violence', rest: 'Other',
} as const satisfies Record<KindGroup, string>
export const kindNames = {
  call: 'Call', silentCall: 'Call where nobody spoke', sms: 'Text message', message: 'Message in an app', mail: 'E-mail', letter: 'Letter or note', payment: 'Text with a payment',
  showingUp: 'Came to where I was', waiting: 'Waited or was parked', following: 'Followed me', photographing: 'Took pictures or film', staring: 'Stared', shouting: 'Shouted',
  throughOthers: 'Contact through others', authority: 'Report or complaint', ordered: 'Goods, taxi or food in my name', gift: 'Gift or flowers', rumours: 'Rumours',
  falseProfile: 'False profile', sharing: 'Shared pictures or something private', login: 'Got into my accounts', tracker: 'Tracking, such as gps', spyware: 'Hidden program on the phone',
  vandalism: 'Vandalism', breakIn: 'Break-in or theft', threat: 'Threat', violence: 'Physical violence', sexual: 'Sexual violation',
  other: 'Something else', unsaid: 'Incident',
} as const satisfies Record<Kind, string>
export const channelNames = {
  phone: 'Phone', sms: 'Text message', app: 'Messaging app', social: 'Social media', mail: 'E-mail', letter: 'By post', inPerson: 'Face to face', other: 'Other',
} as const satisfies Record<Channel, string>
export const actorNames = {
  person: 'The one it is about', through: 'Somebody else, for the one it is about', unknown: 'I do not know',
} as const satisfies Record<ActorKind, string>
export const responseNames = {
  none: 'Nothing', saidNo: 'I said no', replied: 'I answered', police: 'I called the police',
} as const satisfies Record<Response, string>
export const certaintyWords = {
  day: 'time of day not known', about: 'about', ambiguous: 'that hour came twice that night', impossible: 'the clock was set ahead that night', unknown: 'Time not known',
} as const satisfies Partial<Record<Certainty, string>>
export const readerNames = { visitator: 'The visitator', primaryCoordinator: 'Your coordinator' } as const satisfies Record<Reader, string>

export const en = {
  refusals: {
    told: 'Write a few words about what happened.',
    when: 'Choose when it happened.',
    clock: 'Write the time as 22.15. You can also leave it empty.',
    day: 'Choose a day. If you do not know it, choose "Not sure".',
    future: 'That is later than now. Change the day or the time.',
    count: 'Write a number from 1 to 9999.',
    changed: 'The text was changed somewhere else while you wrote. See what it says now. Save again if your text is the right one.',
    'no-file': 'Choose a file first.',
    'many-files': 'Each incident can have 20 files. Put the rest on a new one.',
    'file-too-large': 'A file is too large. Pictures may be 40 MB, sound 100 MB and film 250 MB. Split it, or keep it somewhere else.',
    'typical-five': 'Five are chosen already. Take one of them off first.',
    delivered: 'It has been delivered and cannot be deleted.',
    stays: 'The municipality filed the case after you showed this. So it cannot be deleted. You can still stop showing it.',
    'no-picture': 'The file is no picture that can be shown. It is kept as it is.',
    'show-to': 'Choose who may see.',
    'show-none': 'Choose at least one incident.',
  },
  nav: { write: 'Write', earlier: 'Earlier', show: 'Show to others', who: 'Who has seen', safety: 'Safety' },
  write: {
    title: 'What happened?',
    told: 'What others may read', toldHint: 'Short and as it was. The police and the other party may come to see it. Write only what the other party knows already.',
    when: 'When?', now: 'Now', today: 'Earlier today', other: 'Another day', unsure: 'Not sure',
    clock: 'Time', clockHint: 'Can be left empty.', day: 'Day', about: 'About when?', aboutHint: 'For example: one evening in March.',
    note: 'Only for me', noteHint: 'Others never get to see it.',
    more: 'More details', moreHint: 'Everything here can be left empty.',
    kind: 'What was it?', channel: 'How?', actor: 'Who did it?', place: 'Place', placeHint: 'Do not write an address that the other party does not know.',
    count: 'How many times?', countHint: 'Seven calls in a row: write 7.',
    witnesses: 'Who saw or heard it?', witnessesHint: 'One name on each line. Others may come to read the names.', response: 'What did you do?',
    save: 'Save', later: 'You add a picture, sound or file once it is saved.', asked: (count: number) => (count === 1 ? 'There is a question for you. Read it when you have time.' : `There are ${count} questions for you. Read them when you have time.`),
    urgent: 'Is it dangerous now? Call 112.',
  },
  saved: {
    at: (clock: string) => `Saved at ${clock}`, stands: (when: string) => `The incident stands as: ${when}.`, next: 'You can close the page now. You can also write more.',
    files: (count: number) => (count === 1 ? '1 file is added.' : `${count} files are added.`),
    file: 'Add a picture, sound or file', fileHint: 'You can choose several. The original is kept as it is. Keep it on the phone too.', add: 'Add',
    placed: (count: number) => (count === 1 ? 'The picture shows where it was taken. Others get a copy without the place. The original has it.' : `${count} pictures show where they were taken. Others get a copy without the place. The original has it.`),
    unshown: (count: number) => (count === 1 ? 'One file is of a kind that we cannot show. It is kept as it is.' : `${count} files are of a kind that we cannot show. They are kept as they are.`),
    again: 'Write about something new',
  },
  earlier: {
    title: 'Earlier', none: 'You have not written anything yet.', write: 'Write the first',
    weeks: 'Your incidents by week', week: (no: number) => `week ${no}`,
    openAll: 'Show all text', foldAll: 'Fold the text', text: 'Show text', lead: 'The text is folded. You choose what you want to read.',
    undated: 'No fixed day', more: 'Show older', first: 'To the newest', open: 'Open', no: (no: number) => `No. ${no}`,
    typical: 'Example', times: (count: number) => `${count} times`, files: (count: number) => (count === 1 ? '1 file' : `${count} files`), lock: 'Lock again',
  },
  entry: {
    title: (no: number) => `No. ${no}`, channel: 'How', actor: 'Who', place: 'Place', witnesses: 'Witnesses', response: 'What you did', herResponse: 'What the citizen did',
    note: 'Only for me', change: 'Change', back: 'Back to earlier', state: 'Who sees it',
    states: { private: 'Only you.', shown: 'Shown to others. You can take it back.', delivered: 'Delivered. A copy was passed on and cannot be taken back.' },
    mark: 'Use as an example', unmark: 'Do not use as an example', markHint: 'Choose three to five that show what it is usually like.', marked: 'It is one of your examples.', markedList: 'The five that you have chosen',
    seal: 'Seal', whole: 'Fits. The text stands as it was saved.', broken: 'Does not fit. Something was changed past this page. Tell your contact.',
    files: 'Files', exhibit: (no: number) => `Exhibit ${no}`, placed: 'The picture shows where it was taken. The copy here does not.', unshown: 'Cannot be shown here. It is kept as it is.',
    fetch: 'Get the original', fetchHint: 'The file will lie on the phone or computer that you use.',
    history: (count: number) => (count === 1 ? 'Changed once' : `Changed ${count} times`), before: (when: string) => `Until ${when}`, delete: 'Delete',
    addedFile: 'A file was added.',
  },
  change: { title: (no: number) => `Change no. ${no}`, lead: 'What it said before is kept, so that it can be seen that something was changed.', stands: 'What it says now', save: 'Save', back: 'Cancel' },
  delete: {
    title: (no: number) => `Delete no. ${no}?`, goes: 'This will be gone for ever:',
    parts: ['what others may read, also from before you changed it', 'what is only for you', 'the files'],
    stays: 'The number stays in the row, so that it can be seen that something was deleted. Nobody can see what it said.', shown: 'Those you have shown it to can no longer see it. They may have read it.',
    yes: 'Delete for ever', no: 'Keep it',
  },
  show: {
    title: 'Show to others', lead: 'You decide who sees what. You can take it back at any time.', none: 'When you have written something, you can show it to others here.',
    to: 'Who may see?', see: 'They can see', sees: ['what others may read', 'when it happened', 'pictures, without place'], seesNot: ['They never see "Only for me".', 'They do not see what you write later, until you show it.', 'They cannot change anything.', 'If the municipality files the case, what you have shown cannot be deleted afterwards.'],
    hints: { visitator: 'The one in the municipality who helps you find out what should happen.', primaryCoordinator: 'The one who gathers the help for you, if you have one. Only the one who has your case can see it.' },
    choose: 'Which?', chooseHint: 'Take away those that you want to keep to yourself.', chosen: (count: number) => (count === 1 ? 'The one that you have written is chosen' : `All ${count} are chosen`), chooseOpen: 'See them, and take some away', newest: (count: number, of: number) => `The newest ${count} of ${of} are chosen`, older: (count: number) => `Also show the ${count} older ones`, button: 'Show them',
    now: 'Shown now', nowTo: (who: string, count: number) => `${who}: ${count === 1 ? '1 incident' : `${count} incidents`}`, since: (when: string) => `Since ${when}`, takeBack: 'Take it back',
    ended: 'Taken back', until: (from: string, to: string) => `From ${from} to ${to}`, replaces: 'If you show to the same one again, the new choice counts.',
  },
  who: {
    title: 'Who has seen', lead: 'Here are all others who have read or done something with what is yours.', none: 'Nobody else has seen anything.', when: 'When', person: 'Who', what: 'What', why: 'Why',
    roles: {
      visitator: 'the visitator', primaryCoordinator: 'coordinator', policeContact: 'contact in the police', dscAdviser: 'adviser', leader: 'the leader', tovholder: 'the tovholder', familyCounsellor: 'family counsellor', firstContact: 'the one you first talked to', colleague: 'somebody who works here',
    } as Readonly<Record<string, string>>,
    becauses: {
      role: (as: string) => `It is part of the work as ${as}`, holder: (as: string) => `Has your case as ${as}`, receiver: (as: string) => `It was sent to the one who is ${as}`,
      shown: (as: string) => `You show it to the one who is ${as}`, consent: (as: string) => `You have agreed to it, or there is a ground (${as})`, own: (as: string) => `Wrote it (${as})`,
    } as Readonly<Record<string, (as: string) => string>>,
    task: 'Was given a task in your case', family: (as: string) => `Talks with your family as ${as}`, danger: (as: string) => `There was danger to life (${as})`, waited: 'What you could see only later', waitedBy: (asker: string, from: string, until: string) => `The police (${asker}) asked that you see their part later: from ${from} until ${until}.`, waitedWritten: (name: string) => `Written by ${name}.`,
    otherwise: 'When somebody contacted you or meant to, and it was not agreed so', otherwiseBy: (day: string, name: string) => `${day}, ${name}.`, ways: { here: 'You came or called yourself', phone: 'Telephone', sms: 'Text message', email: 'E-mail', letter: 'Letter', 'digital-post': 'Digital Post' },
    older: (count: number) => `See ${count} older`, signIns: 'Your latest visits', signInsHint: 'Is there one that you do not know? Then somebody else may have come in. Sign out everywhere, and talk to your contact about a new code.',
    everywhere: 'Sign out everywhere', other: 'Has worked with something that is yours', caption: 'Who has seen something, newest first',
  },
  acts: {
    'incidents.shown-log-read': 'Read what you have shown', 'incidents.shown-exhibit-seen': 'Saw a picture that you have shown',
    'identity.code-issued': 'Gave you a code', 'identity.code-confirmed': 'Confirmed your new code', 'directory.model-seen': 'Saw the page of roles',
    cases: 'Read or wrote in your case', consents: 'Saw what you have agreed to', referrals: 'Read or wrote in what was sent on',
    'cases.enquiry-sent': 'Sent an enquiry about you', 'cases.clarified': 'Wrote a clarification', 'cases.advised': 'Wrote down the advice you talked about', 'cases.code-handed': 'Gave you a code',
    'cases.opened-in-danger': 'Opened your case for an hour because of danger to life', 'cases.read-in-danger': 'Read how you are contacted because of danger to life', 'cases.danger-reviewed': 'Looked through why your case was opened',
    'citizens.look-delayed': 'Wrote that the police asked that you see something later', 'citizens.look-delay-ended': 'Wrote that you can see it now', 'citizens.look-delays-seen': 'Saw whether the police asked to wait',
    'cases.colleague-shut-out': 'Shut a colleague out of your case', 'cases.shut-confirmed': 'Confirmed that a colleague may not see your case', 'cases.shut-lifted': 'Gave a colleague access to your case again', 'cases.called': 'Wrote about a call', 'cases.met': 'Wrote about a talk with you',
    'consents.paper-recorded': 'Wrote down your yes on paper', 'consents.oral-noted': 'Wrote down that you said yes', 'consents.law-recorded': 'Wrote why something may be passed on without your yes', 'consents.withdrawn-for-her': 'Wrote that you have taken your yes back',
    'consents.scan-seen': 'Saw the paper with your signature',
    'cases.contact-agreed': 'Wrote down how you may be contacted', 'cases.closed': 'Closed your case', 'consents.asked': 'Asked for your yes',
    bundle: 'Looked at what is put together for the police', measures: 'Looked at what protects you', citizens: 'Looked at how you may be contacted', identity: 'Looked whether you have a code', incidents: 'Read in what you have shown',
    'bundle.chosen': 'Chose what the police get of what you have shown', 'bundle.made': 'Made a file for the police of what you have shown', 'bundle.made-by-command': 'Made a file for the police of what you have shown',
    'bundle.fetched': 'Fetched the file for the police', 'bundle.delivered': 'Wrote that the file was given to the police', 'bundle.receipt-kept': 'Wrote down the receipt of the police', 'bundle.looked-through': 'Read the file through before it was passed on',
    'measures.entered': 'Wrote down what protects you', 'measures.changed': 'Changed what is written about your protection', 'measures.contact-told': 'Wrote that the other party contacted you in spite of an order',
    'referrals.sent': 'Sent something about you on', 'referrals.accepted': 'Accepted what was sent on', 'referrals.declined': 'Sent it back', 'referrals.answered': 'Answered what was sent on',
  },
  safety: {
    title: 'Safety', breaks: 'A little at a time', breaksText: 'It is hard to write about. Stop after 20 minutes if you can. What you have saved is here when you come back.',
    device: 'Not sure about the phone?', deviceText: 'Do you think that somebody follows your phone? Then use another. You can also write together with your contact.',
    timeout: 'The page closes by itself', timeoutText: 'If you do nothing for ten minutes, you are signed out. What you have typed in a field is not lost if you press Save and sign in again.',
    young: 'For you', youngText: 'You have done nothing wrong. You decide what you write. The grown-ups who help you must pass it on if they fear that you are not safe. Would you like to talk without saying your name? Call BørneTelefonen at 116 111. It is free, and open day and night.', danger: 'Is it dangerous now?', dangerText: 'Call 112.', others: 'Do you think somebody else has been here?', othersText: 'Sign out everywhere. See your latest visits under', everywhere: 'Sign out everywhere',
  },
  staff: {
    title: 'Log shown to you', lead: 'The citizen shows you this and can take it back. Each time you open the page, the citizen can see it.', weeks: 'Shown incidents by week',
    since: (when: string) => `Shown ${when}. What was written later is not here.`, none: 'No incidents are shown.', exhibit: (no: number, name: string) => `Exhibit ${no}: ${name}`, notPicture: 'cannot be shown here', older: 'Show older', first: 'To the newest',
  },
} as const satisfies Texts
