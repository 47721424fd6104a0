// A municipality's folder, read whole before anything is started: all that is wrong with it in one go, or all of it.
import { join } from 'node:path'
import { type DirectoryConfig, directoryFiles, directoryIn } from '../../directory/folder.ts'
import { folderText } from '../../directory/folder-text.ts'
import { covers, sheetRoles } from '../../directory/holding.ts'
import { roleNames } from '../../directory/text.da.ts'
import type { Day } from '../../kernel/day.ts'
import { type ChosenColours, colourFaults, coloursSchema } from '../../platform/colours.ts'
import { endReading, filesIn, type Folder, knowsAll, openFolder, readJson } from '../../platform/settings.ts'
import { type FolderForm, formsIn } from '../../toolkit/form-folder.ts'
import { readFolders } from '../../toolkit/guide-folders.ts'
import { referralsIn } from '../../toolkit/referral-folder.ts'
import type { ReferralEntry } from '../../toolkit/referral-list.ts'
import { phonesOf } from './phones.ts'
import { settingsText } from '../../platform/settings-text.ts'
import { type Wording, wordingIn } from './wording.ts'

export interface Municipality { readonly directory: DirectoryConfig; readonly wording: Wording; readonly colours: ChosenColours | undefined; readonly referrals: readonly ReferralEntry[]; readonly forms: readonly FolderForm[] }

/** Everything that the folder can have. */
const known = ['README.md', ...directoryFiles, 'colours.json', 'wording', 'referral-list.json', 'guides', 'pages', 'toolkit']

/** @throws an operator's error, exit 2, with file and place of every fault */
export function readMunicipality(path: string): Municipality {
  const folder = openFolder(path)
  knowsAll(folder, known)
  const directory = directoryIn(folder)
  const wording = wordingIn(folder)
  for (const name of filesIn(folder, 'wording', '.json')) if (!['wording/da.json', 'wording/en.json'].includes(name)) folder.faults.push(settingsText.unknownFile(name, 'wording/da.json, wording/en.json'))
  const colours = coloursIn(folder)
  const referrals = referralsIn(folder)
  const forms = formsIn(folder)
  if (directory) guidesIn(folder, directory)
  endReading(folder)
  return { directory: directory as DirectoryConfig, wording, colours, referrals, forms }
}

/** The municipality's own guides and open pages are held against ours, into which they lead. */
function guidesIn(folder: Folder, directory: DirectoryConfig): void {
  const own = ['guides', 'pages'].flatMap(part => filesIn(folder, part, '.md'))
  if (own.length === 0) return
  const { faults } = readFolders(Object.keys(phonesOf(directory)), ['guides', 'pages'].map(part => join(folder.path, part)))
  folder.faults.push(...faults.map(it => it.replace(`${folder.path}/`, '')))
}

function coloursIn(folder: Folder): ChosenColours | undefined {
  const { it, say } = readJson(folder, 'colours.json', coloursSchema)
  for (const fault of it ? colourFaults(it) : []) say([fault.key], fault.says)
  return it
}

/** Roles of the A4 sheet that the folder gives to nobody that day: no fault, but nobody should first see it on the wall. */
export const vacant = ({ directory }: Municipality, today: Day): readonly string[] =>
  (directory.sheet?.roles ?? sheetRoles)
    .filter(role => !directory.holdings.some(it => it.role === role && !it.standsIn && covers({ from: it.from as Day, to: (it.to ?? null) as Day | null }, today)))
    .map(role => folderText.vacant(roleNames[role], role))
