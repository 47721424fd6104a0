import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listed, readSheet, rowsUnder } from './sheet.ts'

const sheet = `# Who may what

Words about it.

| act | role | ground | states |
|---|---|---|---|
| \`cases.read\` | visitator | role | every |
| | primaryCoordinator | holder | coordinated, closed |
| cases.enquire | firstContact, leader | role | - |

| table | who reads | who writes |
|---|---|---|
| case_event | gate, visitator (her partnership) | visitator |
`

test('a sheet is read line by line, with an empty act for the one above', () => assert.deepEqual(readSheet(sheet), [
  { act: 'cases.read', by: 'visitator', ground: 'role', states: 'every' },
  { act: 'cases.read', by: 'primaryCoordinator', ground: 'holder', states: ['coordinated', 'closed'] },
  { act: 'cases.enquire', by: 'firstContact', ground: 'role', states: ['-'] },
  { act: 'cases.enquire', by: 'leader', ground: 'role', states: ['-'] },
]))

test('other tables of a sheet are read by their head', () => {
  assert.deepEqual(rowsUnder(sheet, ['table', 'who reads', 'who writes']), [['case_event', 'gate, visitator (her partnership)', 'visitator']])
  assert.deepEqual(listed('gate, visitator (her partnership, today)'), ['gate', 'visitator'])
})

test('a role or a ground that does not exist is a fault of the sheet', () => {
  assert.throws(() => readSheet('| act | role | ground | states |\n|-|-|-|-|\n| a.b | visitor | role | every |'), /names "visitor", which does not exist/)
  assert.throws(() => readSheet('| act | role | ground | states |\n|-|-|-|-|\n| a.b | visitator | luck | every |'), /names "luck"/)
})
