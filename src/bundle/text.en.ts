// English words of the bundle.
import { windowsCheck, windowsDigest } from './check-script.ts'
import type { Texts } from './text.da.ts'

export const en = {
  paper: {
    printed: 'Printed',
    counts: (entries: number, exhibits: number) =>
      `${entries} ${entries === 1 ? 'incident' : 'incidents'}, ${exhibits} ${exhibits === 1 ? 'exhibit' : 'exhibits'}`,
    title: 'Log of incidents',
    people: 'People',
    other: 'The other party',
    background: 'Background',
    typical: 'Typical examples',
    all: 'All chosen incidents, newest first',
    no: 'No.',
    when: 'When',
    what: 'What happened',
    exhibits: 'Exhibits',
    exhibit: 'Exhibit',
    exhibitList: 'List of exhibits',
    file: 'File',
    size: 'Size (bytes)',
    digest: 'SHA-256',
    pictures: 'Pictures',
    pictureNote: 'The pictures here are copies to look at. The originals are in the folder data/exhibits, unchanged.',
    noPicture: 'cannot be shown on paper. The original is in the folder data/exhibits.',
    alt: (no: number, name: string) => `Picture, exhibit ${no}: ${name}`,
    times: (count: number) => `${count} times`,
    beforeLaw: 'before 1 Jan 2022',
    beforeLawNote: 'Incidents marked "before 1 Jan 2022" lie before section 242 of the Danish Criminal Code and are background.',
    seals: 'Seals',
    sealsNote: 'Each incident was sealed when it was written. The file data/LAES-MIG.txt says how the seals are checked and what they show.',
    lastSeal: 'Last seal of the chain',
    links: 'Links in the chain',
  },
  fields: {
    type: 'What', channel: 'How', actor: 'Who', place: 'Place', witnesses: 'Witnesses', myResponse: 'What I did', reportedTo: 'Told to',
  },
  certainty: {
    exact: '', minute: '', day: 'time of day not known', about: 'about', ambiguous: 'the hour came twice when the clock was set back',
    impossible: 'this time did not exist that day', unknown: 'the time is uncertain',
  },
  kinds: {
    phone: 'phone number', email: 'e-mail address', address: 'address', postcode: 'postcode and town', newInLife: 'something new in daily life',
    name: 'name of somebody who has seen or helped', place: 'the picture tells where it was taken',
  },
  readMe: (bundle: { entries: number; links: number; head: string; folder: string }) => `WHAT THIS IS
This folder holds ${bundle.entries} incidents chosen from a log, with the files that belong to them.
  data/log.pdf         the log, to read and to print
  data/entries.jsonl   the same incidents, exactly as they were sealed, one a line
  data/chain.jsonl     the chain of the log: one line for each incident of the whole log, without content
  data/exhibits/       the original files, byte for byte
  data/verify.sh       checks all of it on one's own machine, without a network

HOW TO CHECK IT
1. The files are those that were put in:   sha256sum -c manifest-sha256.txt
2. Files, chain and each incident:         sh data/verify.sh
Both are run in the folder ${bundle.folder}. They need nothing but sh, awk and sha256sum.

ON WINDOWS, IN POWERSHELL
1. The zip file is the same, before it is unpacked. The number must be the one that was written down at the delivery:
   ${windowsDigest(`${bundle.folder}.zip`)}
2. The files are those that were put in. Go into the folder ${bundle.folder}. Each line must begin with OK:
   ${windowsCheck}
The chain and each incident are checked with data/verify.sh, on Linux, macOS or WSL.

WHAT THE SEALS SHOW
- The chain has ${bundle.links} links. Each holds the seal of the one before. Change, remove or move a link, and the next does not fit.
- Each incident in the folder is the one its link was made from, to the letter, with the files it names.
- The last seal of the chain is ${bundle.head}
  Write it down on receipt. Then nobody can replace the whole chain later.

WHAT THEY DO NOT SHOW
- That what is written is true, or who did what.
- When the incidents were written: the sealing time is held back together with private notes, but is bound by the seal (the field "hidden").
- Anything about incidents that were not chosen. Their links show only that they are or were there.
- That data/log.pdf says the same as data/entries.jsonl. The PDF is for reading; what was sealed stands in data/entries.jsonl.
`,
  check: {
    ok: (files: number, links: number, opened: number) => `All is as it was written: ${files} files, ${links} links in the chain, ${opened} incidents opened.`,
    head: (seal: string) => `Last seal of the chain: ${seal}`,
    file: (digest: string) => `SHA-256 of the file: ${digest}`,
    usage: 'Usage: verify BUNDLE.zip [--head SEAL] [--lang da|en] [--json]',
    noFile: (path: string) => `There is no file ${path}.`,
    unreadable: 'The file cannot be read as a zip file with documentation.',
    noBundle: 'The file is a zip file, but no folder with documentation from here.',
    repacked: 'The zip file itself was changed or packed anew, outside the files it holds.',
    missing: (name: string) => `The file ${name} is missing.`,
    extra: (name: string) => `The file ${name} does not belong here.`,
    changed: (name: string) => `The file ${name} was changed.`,
    malformed: (name: string) => `The file ${name} does not have the shape it must have.`,
    chain: (seq: string) => `The chain is broken at link ${seq}.`,
    headDiffers: 'The chain does not end with the seal that was given.',
    entry: (seq: string) => `The incident at link ${seq} is not the one that was sealed.`,
    exhibit: (no: string) => `Exhibit ${no} is not in the folder as the incident names it.`,
  },
  refusals: {
    which: 'Choose which incidents to include.',
    none: 'Choose at least one incident.',
    'too-many': 'There are more than 5,000 incidents. That many cannot be put together at once.',
    purpose: 'Write what it is for. For example: For the police.',
    changed: 'Something has changed since you read it through. Look again, and answer what is new.',
    answer: 'Choose whether the other party knows it already, or the incident is left out.',
    'background-tells': 'The background mentions something that the other party may not know. Change the text, or tick the box.',
    'none-left': 'Every incident has been left out. Keep at least one.',
    how: 'Choose how it was handed in.', day: 'Choose the day.', future: 'That day has not come yet. Change it.', clock: 'Write the time as 14:30, or leave it empty.',
    to: 'Write who got it.', sure: 'Tick the box when you have read what it means.',
    journal: 'Choose whether there is a case number.', number: 'Write the case number.', first: 'Choose what was agreed.',
    'recorded-meanwhile': 'It was written down somewhere else meanwhile. See what stands now.',
  },
  steps: { label: 'Steps', choose: 'Choose', look: 'Read through', have: 'Get the file', deliver: 'Hand in' },
  start: {
    title: 'One printout', lead: 'Put incidents together in one file that the police can read and check. Nothing is sent from here.', leadCase: 'Put what the citizen shows you together in one file for the police. Nothing is sent from here.',
    which: 'What is to be included?', all: count => (count === 1 ? 'The one incident' : `All ${count} incidents`), some: 'I choose myself', list: 'Incidents, newest first',
    typical: count => (count === 1 ? 'One example will stand on top.' : `${count} examples will stand on top.`),
    noTypical: 'You have not chosen examples. Three to five that show what it is usually like make it easier to read.', noTypicalCase: 'The citizen has not chosen examples.',
    isTypical: 'example', never: 'What is only for you is never included.', neverCase: 'The citizen\'s own notes are never included. You can choose only what is shown.', next: 'Next', none: 'There is nothing to put together yet.',
    shown: 'The citizen does not show you the log at present. Only the citizen can do that, on their own page.',
    consent: 'There is no consent that holds today and covers incidents to the police. If it was taken back, no more can be made. What was handed in stays handed in.',
    askConsent: 'See consents', earlier: 'Made before', madeAt: 'Made', count: 'Incidents', state: 'State', by: 'Made by', back: 'Back to the case',
  },
  states: {
    made: 'Not handed in yet', delivered: 'Handed in', withdrawn: 'Cannot be handed in: the consent or the showing was taken back', destroyed: 'Gone: an incident in it was deleted',
  },
  makers: { citizen: 'Yourself', visitator: 'Visitator (first clarifier)', primaryCoordinator: 'Coordinator' } as Readonly<Record<string, string>>,
  look: {
    title: 'This is how the other party may come to see it',
    lead: (entries, exhibits) => `${entries === 1 ? 'One incident' : `${entries} incidents`}${exhibits > 0 ? ` and ${exhibits} ${exhibits === 1 ? 'exhibit' : 'exhibits'}` : ''}. If there is a case, the other party may be allowed to read all of it.`,
    read: count => (count === 1 ? 'Read the incident' : `Read all ${count} incidents`), typical: 'Examples that stand on top', exhibits: 'Exhibits',
    asks: count => (count === 1 ? 'One incident for you to decide about' : `${count} incidents for you to decide about`),
    asksLead: 'We found something that the other party may not know. Look yourself as well: we do not find everything.', asksNone: 'We found nothing that the other party does not seem to know. Look yourself: we do not find everything.',
    entry: (no, when) => `No. ${no}, ${when}`, several: (count, numbers) => `${count} incidents: no. ${numbers}`, numbers: numbers => `No. ${numbers}`, outAll: count => `Leave the ${count} incidents out`, known: 'The other party knows it already', out: 'Leave the incident out', 
    place: where => `The picture tells where it was taken (${where}). The file is included as it is.`,
    change: 'Change it in the log', cover: 'On the front', purpose: 'What is it for?', purposeHint: 'For example: For the police.', purposeUsual: 'For the police',
    other: 'Who is the other party?', otherHint: 'Name, and the numbers and profiles that were written from. Do not write your own new numbers.', otherHintCase: 'Name, and the numbers and profiles that were written from. Do not write the citizen\'s new numbers.',
    background: 'Background', backgroundHint: 'In short. The other party may come to read this too.', backgroundOk: 'The other party knows that already', tells: 'The background mentions',
    make: 'Make the file', again: 'Choose again',
  },
  wait: {
    title: 'The file is being made', lead: 'The page looks by itself every three seconds. You can wait.', done: (done, of) => `${done} of ${of} exhibits are ready.`, paper: 'The printout is being made.',
    ready: 'The file is ready.', see: 'Go to the file', failed: 'It did not work. Nothing was made. Try again.', nothing: 'No file is being made at present.', back: 'To one printout',
  },
  have: {
    title: day => `One printout, ${day}`, fetch: 'Get the file', fetchHint: 'The file will lie on the phone or computer that you use.', fetchSafe: 'If you are in doubt about it, use another or get help.',
    size: 'Size', entries: 'Incidents', purpose: 'Used for', head: 'Last seal of the chain', digest: 'SHA-256 of the file', write: 'Write the number down when you hand it in. Then nobody can exchange the file later.',
    later: 'This has not been looked at yet', laterLead: 'The file was made without anybody looking it through. Read this before it is handed in. If the other party does not know it, make a new one without.',
    left: numbers => `Left out on the way: no. ${numbers}.`,
    advice: 'How to hand it in', adviceLines: [
      'Call 114, or go to the police. One can also write to them. politi.dk has no form on the web for this.', 'Ask for a receipt and a case number.',
      'Ask the police to tell you before they speak with the other party. Then you have time to take care of yourself.', 'Write down whom you spoke with.',
    ],
    adviceLinesCase: [
      'The police contact, 114 or in person. politi.dk has no form on the web for this.', 'Ask for a receipt and a case number.',
      'Ask the police to tell before they speak with the other party, so that the citizen has time to take care.', 'Write down whom you spoke with.',
    ],
    check: 'How the police check the file', checkLines: ['Unpack the file, and go into the folder.', 'The files are the same:', 'The files, the chain and each incident:', 'It needs neither network nor a special program.'],
    windows: 'On Windows, in PowerShell. Each line must begin with OK:',
    sameDigest: 'The file itself is the same when its SHA-256 is the number above.',
    withdrawn: 'The consent or the showing was taken back before the file was handed in. It cannot be fetched or handed in. If it has been already, write that in a note on the case.',
    destroyed: 'An incident in the file was deleted before it was handed in. So the file can no longer be opened. Make a new one.', back: 'To one printout',
  },
  deliver: {
    title: 'Write down that it was handed in', lead: 'Do that when it has happened. A copy that was handed in cannot be taken back, and the incidents in it cannot be deleted afterwards.',
    how: 'How?', ways: { inPerson: 'In person', mail: 'By e-mail', post: 'By post', digital: 'By Digital Post', other: 'In another way' }, day: 'Day', time: 'Time', timeHint: 'May be left empty.',
    to: 'Who got it?', toHint: 'For example: the police in Havneby, officer on duty.', sure: 'I know that it cannot be taken back', button: 'It has been handed in',
    done: 'Handed in', doneLead: 'The copy was passed on. It cannot be taken back.', when: 'When', who: 'To',
  },
  receipt: {
    title: 'Answer from the police', journal: 'Is there a case number?', number: 'Yes', numberField: 'Case number', none: 'No, no case was opened', noneSaid: 'No case was opened',
    officer: 'Name of the one you spoke with', phone: 'Telephone',
    first: 'Will the police tell before they speak with the other party?', agreements: { agreed: 'Yes, that is agreed', asked: 'It was asked, but not answered', 'not-asked': 'It has not been asked yet' },
    notAgreed: 'It is not agreed yet that the police tell before they speak with the other party. Ask again.', button: 'Keep the answer', change: 'Write a new answer', kept: 'Written', earlier: 'Written before',
  },
  nav: 'One printout', toBundle: 'Put together for the police',
} as const satisfies Texts
