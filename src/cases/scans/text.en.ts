import type { Texts } from './text.da.ts'

export const en = {
  refusals: { 'needs-scan-kind': 'Choose what kind of paper it is.', 'needs-scan': 'Choose the file with the scan of the paper.' },
  title: 'Papers from the police and others', lead: 'Add papers that the citizen or the police gave you. The file is encrypted, and nothing can be deleted.', none: 'No papers have been added yet.',
  kind: 'What is it?', onDay: 'Date on the paper', onDayHint: 'If there is no date, write the day you got it.', from: 'From whom do you have it?', what: 'More to know', whatHint: 'For instance the journal number of the police.', kept: 'Added',
  by: (name: string, day: string) => `${day}, ${name}`, add: 'Add a paper', beside: 'If it has dates, write them here too:', toMeasures: 'Protection',
  kinds: { 'police-receipt': 'Receipt for a report', 'police-decision': 'Decision on a restraining order or another ban', 'police-letter': 'Another letter from the police', other: 'Another paper' },
  scan: 'The scanned paper', scanHint: 'PDF or picture, 20 MB at most.', save: 'Add the paper', count: (n: number) => (n === 1 ? '1 paper' : `${n} papers`),
} as const satisfies Texts
