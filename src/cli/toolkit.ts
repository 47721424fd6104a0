// `lods toolkit [--json | --schema | --form ID]`: the tools there are, what a form is made of, or one form as a file to change. For machines on stdout, for people on stderr.
import { publishedSchema } from '../forms/schema.ts'
import { asLocal } from '../toolkit/editor-file.ts'
import { formOf, tools } from '../toolkit/tools.ts'

interface Writer { write(text: string): unknown }

/** @returns the exit code: 0, or 2 when used wrongly */
export function toolkit(args: readonly string[], out: Writer, err: Writer): number {
  if (args[0] === '--form') return one(args.slice(1), out, err)
  const wrong = args.find(it => it !== '--json' && it !== '--schema')
  if (wrong !== undefined) {
    err.write(`lods toolkit does not know "${wrong}"; it takes --json, --schema, --form ID or nothing.\n`)
    return 2
  }
  if (args.includes('--schema')) {
    out.write(`${JSON.stringify(publishedSchema(), null, 2)}\n`)
    return 0
  }
  const list = tools.map(({ id, version, title, kind }) => ({ id, version, title: title.da, kind }))
  if (args.includes('--json')) out.write(`${JSON.stringify(list, null, 2)}\n`)
  else for (const { id, version, title, kind } of list) err.write(`${kind.padEnd(12)} ${id} ${version}  ${title}\n`)
  return 0
}

/** As the editor hands it out, for the municipality's folder. */
function one([id = '', ...more]: readonly string[], out: Writer, err: Writer): number {
  const form = formOf(id)
  if (!form || more.length > 0) {
    err.write(`lods toolkit --form takes the name of one form; lods toolkit lists them. ${id === '' ? 'It was given none' : `It was given "${[id, ...more].join(' ')}"`}.\n`)
    return 2
  }
  out.write(`${JSON.stringify(asLocal(form, form, 1), null, 2)}\n`)
  return 0
}
