// The test runner's own report, without what went well: failures in full, skipped tests with their reason, the closing counts.
import { spec } from 'node:test/reporters'

const count = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/
const noise = new Set(['test:stdout', 'test:stderr'])

/** Everything a file printed is kept until one of its tests fails, and thrown away when none does. */
async function* report(source) {
  const printed = new Map()
  const failed = new Set()
  const told = new spec()
  for await (const event of source) {
    const { type, data } = event
    if (noise.has(type)) printed.set(data.file, [...(printed.get(data.file) ?? []), data.message])
    else if (type === 'test:fail') {
      failed.add(data.file)
      told.write(event)
    } else if (type === 'test:pass' && data.skip !== undefined) yield `﹣ ${data.name}${data.skip === true ? '' : ` # ${data.skip}`}\n`
    else if (type === 'test:summary' || (type === 'test:diagnostic' && data.nesting === 0 && count.test(data.message)))
      told.write(event)
    let chunk = told.read()
    while (chunk !== null) {
      yield chunk
      chunk = told.read()
    }
  }
  for (const file of failed) for (const line of printed.get(file) ?? []) yield line
  told.end()
  for await (const chunk of told) yield chunk
}

// The runner takes a reporter as a module's default export; no other file of ours has one.
// biome-ignore lint/style/noDefaultExport: see above
export default report
