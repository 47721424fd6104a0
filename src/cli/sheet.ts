import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { sheetOfFolder } from '../directory/sheet-folder.ts'
import { readConfig } from '../platform/config.ts'
import { operatorError } from '../platform/operator.ts'
import { readMunicipality } from '../web/municipality/municipality.ts'
import { wear } from '../web/municipality/wording.ts'

const usage = 'sheet needs --out FILE, and may have --lang da or --lang en.'

/** `lods sheet --out FILE`: the A4 sheet of the municipality's folder, as it would be today. Needs no database. Overwrites nothing. */
export async function runSheet(args: readonly string[]): Promise<number> {
  const { out, lang } = asked(args)
  const { directory, wording } = readMunicipality(readConfig(process.env, 'command').municipality)
  wear(wording)
  const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), out)
  try {
    writeFileSync(path, await sheetOfFolder(directory, new Date(), lang), { flag: 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw operatorError(code === 'EEXIST' ? `${path} is there already and is not written over.` : `${path} cannot be written (${code}).`)
  }
  process.stdout.write(`${path}\n`)
  return 0
}

function asked(args: readonly string[]): { readonly out: string; readonly lang: 'da' | 'en' } {
  const values = (() => {
    try {
      return parseArgs({ args: [...args], options: { out: { type: 'string' }, lang: { type: 'string', default: 'da' } } }).values
    } catch {
      throw operatorError(usage, 2)
    }
  })()
  const { out, lang } = values
  if (!out || (lang !== 'da' && lang !== 'en')) throw operatorError(usage, 2)
  return { out, lang }
}
