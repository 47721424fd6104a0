// `lods toolkit [--json | --schema]`: the tools there are, or what a form is made of. For machines on stdout, for people on stderr.
import { publishedSchema } from '../forms/schema.ts'
import { tools } from '../toolkit/tools.ts'

interface Writer { write(text: string): unknown }

/** @returns the exit code: 0, or 2 when used wrongly */
export function toolkit(args: readonly string[], out: Writer, err: Writer): number {
  const wrong = args.find(it => it !== '--json' && it !== '--schema')
  if (wrong !== undefined) {
    err.write(`lods toolkit does not know "${wrong}"; it takes --json, --schema or nothing.\n`)
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
