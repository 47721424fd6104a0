// A municipality's folder, read whole before anything is started: all that is wrong with it in one go, or all of it.
import { type DirectoryConfig, directoryFiles, directoryIn } from '../directory/folder.ts'
import { folderText } from '../directory/folder-text.ts'
import { covers, sheetRoles } from '../directory/holding.ts'
import { roleNames } from '../directory/text.da.ts'
import type { Day } from '../kernel/day.ts'
import { endReading, knowsAll, openFolder } from '../platform/settings.ts'

export interface Municipality { readonly directory: DirectoryConfig }

/** Everything that the folder can have. */
const known = ['README.md', ...directoryFiles]

/** @throws an operator's error, exit 2, with file and place of every fault */
export function readMunicipality(path: string): Municipality {
  const folder = openFolder(path)
  knowsAll(folder, known)
  const directory = directoryIn(folder)
  endReading(folder)
  return { directory: directory as DirectoryConfig }
}

/** Roles of the A4 sheet that the folder gives to nobody that day: no fault, but nobody should first see it on the wall. */
export const vacant = ({ directory }: Municipality, today: Day): readonly string[] =>
  (directory.sheet?.roles ?? sheetRoles)
    .filter(role => !directory.holdings.some(it => it.role === role && !it.standsIn && covers({ from: it.from as Day, to: (it.to ?? null) as Day | null }, today)))
    .map(role => folderText.vacant(roleNames[role], role))
