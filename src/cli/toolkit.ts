// `lods toolkit [--json]`: the tools there are. For machines on stdout, for people on stderr.
import { tools } from '../toolkit/tools.ts'

interface Writer { write(text: string): unknown }

/** @returns the exit code: 0, or 2 when used wrongly */
export function toolkit(args: readonly string[], out: Writer, err: Writer): number {
  const wrong = args.find(it => it !== '--json')
  if (wrong !== undefined) {
    err.write(`lods toolkit does not know "${wrong}"; it takes --json or nothing.\n`)
    return 2
  }
  const list = tools.map(({ id, version, title, kind }) => ({ id, version, title: title.da, kind }))
  if (args.includes('--json')) out.write(`${JSON.stringify(list, null, 2)}\n`)
  else for (const { id, version, title, kind } of list) err.write(`${kind.padEnd(12)} ${id} ${version}  ${title}\n`)
  return 0
}
