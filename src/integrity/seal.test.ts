import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { emptyHead, readLine } from './rules.ts'
import { seal } from './seal.ts'

// The promise to whoever gets a bundle: a shell and sha256sum are enough.
test('sha256sum of a line is its seal, and sha256sum of salt and content is its commitment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lods-seal-'))
  const sum = (script: string): string => execFileSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' }).slice(0, 64)
  try {
    const first = seal(emptyHead, { told: 'Han stod ved døren.' }, new Date('2026-11-20T10:15:00Z'))
    const second = seal(first.head, { told: 'Han ringede.' }, new Date('2026-11-20T10:16:00Z'))
    writeFileSync(join(folder, 'log'), `${first.line}\n${second.line}\n`)
    writeFileSync(join(folder, 'salt'), second.salt)
    writeFileSync(join(folder, 'content'), second.content)
    assert.equal(sum('sed -n 1p log | sha256sum'), first.head.seal)
    assert.equal(sum('sed -n 2p log | sha256sum'), second.head.seal)
    assert.equal(sum('split -l 1 log && sha256sum xab'), second.head.seal)
    assert.equal(sum('printf "%s\\n" "$(head -n 1 log)" | sha256sum'), readLine(second.line)?.prev)
    assert.equal(sum('cat salt content | sha256sum'), readLine(second.line)?.commitment)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
