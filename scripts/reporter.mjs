// The test runner's own report, without what went well: failures in full, skipped tests with their reason, the closing counts.
import { resolve } from 'node:path'
import { spec } from 'node:test/reporters'

const count = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/
const noise = new Set(['test:stdout', 'test:stderr'])

/** Everything a file printed is kept until one of its tests fails, and thrown away when none does. */
async function* report(source) {
  // Read only in part (`| head`): the tests still run to their end.
  process.stdout.on('error', () => undefined)
  const printed = new Map()
  const failed = new Set()
  const told = new spec()
  for await (const event of source) {
    const { type, data } = event
    // The same file comes with its whole path in some events and a short one in others.
    const file = data.file && resolve(data.file)
    if (noise.has(type)) printed.set(file, [...(printed.get(file) ?? []), data.message])
    else if (type === 'test:fail') {
      failed.add(file)
      told.write(event)
    } else if (type === 'test:pass' && data.skip !== undefined) yield `﹣ ${data.name}${data.skip === true ? '' : ` # ${data.skip}`}\n`
    // What a long test counted is worth the line.
    else if (type === 'test:diagnostic' && process.env.LODS_LONG && data.file && !count.test(data.message)) yield `ℹ ${data.message}\n`
    else if (type === 'test:summary' || (type === 'test:diagnostic' && data.nesting === 0 && count.test(data.message)))
      told.write(event)
    let chunk = told.read()
    while (chunk !== null) {
      yield chunk
      chunk = told.read()
    }
  }
  told.end()
  for await (const chunk of told) yield chunk
  for (const file of failed) if (printed.has(file)) yield `\nprinted by ${file}:\n${printed.get(file).join('')}`
}

// The runner takes a reporter as a module's default export; no other file of ours has one.
// biome-ignore lint/style/noDefaultExport: see above
export default report
