// The guides and open pages as they lie on the disk: ours, and what a municipality puts in their place.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { operatorError } from '../platform/operator.ts'
import { packageFolder } from '../platform/places.ts'
import { type GuideFile, readGuides } from './guide-check.ts'
import type { Guide } from './guides.ts'

const ours = ['guides', 'pages'].map(it => join(packageFolder, 'src/toolkit', it))

const filesIn = (folder: string): GuideFile[] =>
  (existsSync(folder) ? readdirSync(folder).filter(it => it.endsWith('.md')).sort() : [])
    .map(name => ({ path: ours.includes(folder) ? relative(packageFolder, join(folder, name)) : join(folder, name), name, text: readFileSync(join(folder, name), 'utf8') }))

/**
 * @param extra folders whose files stand in the place of ours with the same name, or beside them
 * @throws an operator's error with a line for every fault: a house never starts with half a guide
 */
export function loadGuides(phones: readonly string[], extra: readonly string[] = []): readonly Guide[] {
  const { guides, faults } = readFolders(phones, extra)
  if (faults.length > 0) throw operatorError(faults.join('\n'), 2)
  return guides
}

/** As `loadGuides`, for a reading that gathers what is wrong in more than guides. */
export const readFolders = (phones: readonly string[], extra: readonly string[]): ReturnType<typeof readGuides> => readGuides([...ours, ...extra].flatMap(filesIn), phones)
