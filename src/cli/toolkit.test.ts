import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toolkit } from './toolkit.ts'

const page = () => {
  const written: string[] = []
  return { written, write: (text: string) => written.push(text) }
}

test('toolkit --json lists id, version, title and kind on stdout, and nothing on stderr', () => {
  const [out, err] = [page(), page()]
  assert.equal(toolkit(['--json'], out, err), 0)
  const list = JSON.parse(out.written.join('')) as Record<string, unknown>[]
  assert.deepEqual([...new Set(list.flatMap(it => Object.keys(it)))].sort(), ['id', 'kind', 'title', 'version'])
  const kinds = [
    'hand-off', 'checklist', 'advice', 'needs-mapping', 'action-plan', 'incident-log', 'typology', 'conversation', 'referral-list', 'action-card', 'workplace', 'consent', 'risk-reference',
    'safety-plan', 'digital-safety', 'closing', 'handover',
  ]
  for (const kind of kinds) assert.ok(list.some(it => it['kind'] === kind), kind)
  assert.deepEqual(err.written, [])
})

test('toolkit with something unknown is used wrongly, and says so in one sentence', () => {
  const [out, err] = [page(), page()]
  assert.equal(toolkit(['--yaml'], out, err), 2)
  assert.equal(err.written.length, 1)
  assert.deepEqual(out.written, [])
})

test('toolkit --form writes a form as the folder of a municipality takes it, with where it came from', () => {
  const [out, err] = [page(), page()]
  assert.equal(toolkit(['--form', 'departments'], out, err), 0)
  const { id, version, from } = JSON.parse(out.written.join('')) as Record<string, unknown>
  assert.deepEqual([id, version, from, err.written], ['departments-local', 1, { id: 'departments', version: 1 }, []])
  for (const wrong of [['--form'], ['--form', 'henvisningsliste'], ['--form', 'departments', 'network']]) assert.equal(toolkit(wrong, page(), err), 2)
  assert.equal(err.written.length, 3)
})
