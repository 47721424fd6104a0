// Puts new migrations on the list of those that must never change again.
//   node scripts/freeze.mjs         adds files that are not on it yet
//   node scripts/freeze.mjs --all   writes the list anew; only before the first release, when no database but our own has run them
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, fromBuild, ready, root } from './ready.mjs'

await ready()
const { migrations } = await fromBuild('src/platform/migrate.js')
const list = join(root, 'src/platform/migrations.frozen')
const lines = process.argv.includes('--all') ? [] : readFileSync(list, 'utf8').split('\n').filter(Boolean)
const frozen = new Map(lines.map(line => line.split('  ').reverse()))
for (const { name, sha256 } of migrations()) {
  if ((frozen.get(name) ?? sha256) !== sha256) fail(`${name} was changed after it was frozen: put it back as it was, and write a new migration.`)
  if (!frozen.has(name)) process.stdout.write(`frozen: ${name}\n`)
  frozen.set(name, sha256)
}
writeFileSync(list, [...frozen].map(([name, sha256]) => `${sha256}  ${name}\n`).join(''))
