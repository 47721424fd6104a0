// English words of the bundle.
import type { Texts } from './text.da.ts'

export const en = {
  paper: {
    printed: 'Printed',
    counts: (entries: number, exhibits: number) =>
      `${entries} ${entries === 1 ? 'incident' : 'incidents'}, ${exhibits} ${exhibits === 1 ? 'exhibit' : 'exhibits'}`,
    people: 'People',
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
    unreadable: 'The file cannot be read as a zip file with documentation.',
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
} as const satisfies Texts
