import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actsOf, rightsOf } from '../../cli/acts.ts'
import { addressFaults, readSheets, rightFaults, tableFaults } from './sheets.ts'

const sheets = readSheets()
const sheetOf = (room: string) => sheets.find(it => it.room === room)?.text
const all = await rightsOf()
const acts = await actsOf()

// The tables cannot vouch for themselves: the sheets are the second witness, read and signed by the tovholder.
test('every table of rights says what its sheet says, and the other way round', () =>
  assert.deepEqual(all.flatMap(({ room, rights }) => rightFaults(room, rights, sheetOf(room))), []))

test('a sheet without a table of rights promises nothing', () => {
  const alone = sheets.filter(({ room }) => !all.some(it => it.room === room))
  assert.deepEqual(alone.flatMap(({ room, text }) => rightFaults(room, {}, text)), [])
})

test('every sheet says whether the tovholder has signed it', () =>
  assert.deepEqual(sheets.filter(it => !/^Læst og godkendt af tovholder: \S/m.test(it.text)).map(it => it.room), []))

test('every action has its right from a table that stands on a sheet', () => {
  const signed = all.flatMap(it => Object.values(it.rights))
  assert.deepEqual(acts.filter(({ it }) => !signed.includes(it.right)).map(({ it }) => it.audit), [])
})

test('every right is used by an action', () => {
  const used = acts.map(({ it }) => it.right)
  assert.deepEqual(all.flatMap(({ room, rights }) => Object.entries(rights).filter(([, right]) => !used.includes(right)).map(([act]) => `${room}: ${act}`)), [])
})

test('each single grant that is taken away, and each that is added, is seen', () => {
  for (const { room, rights } of all)
    for (const [act, right] of Object.entries(rights))
      for (const grant of right) {
        const without = { ...rights, [act]: right.filter(it => it !== grant) }
        assert.notDeepEqual(rightFaults(room, without, sheetOf(room)), [], `${act} without ${grant.by} ${grant.ground}`)
        const wider = { ...rights, [act]: [...right, { ...grant, states: ['elsewhere'] }] }
        assert.notDeepEqual(rightFaults(room, wider, sheetOf(room)), [], `${act} with more`)
      }
})

const sheet = [{ room: 'cases', text: '| table | who reads | who writes |\n|-|-|-|\n| case_event | gate, visitator (hers) | visitator |\n\n| method | address | who |\n|-|-|-|\n| GET | /healthz | everybody |\n' }]
test('a table that stands on no sheet, or lets in more than its sheet says, is seen', () => {
  const event = { name: 'case_event', reads: ['visitator', 'gate'], writes: ['visitator'] }
  assert.deepEqual(tableFaults([event], sheet), [])
  assert.deepEqual(tableFaults([event, { name: 'note', reads: [], writes: [] }], sheet), ['no sheet says | note | - | - |'])
  assert.equal(tableFaults([{ ...event, reads: ['gate', 'operator', 'visitator'] }], sheet).length, 2)
  assert.equal(tableFaults([], sheet).length, 1)
})

test('an address that stands on no sheet is seen', () => {
  assert.deepEqual(addressFaults(['GET /healthz', 'GET /sager/:case'], ['GET /sager/:case'], sheet), [])
  assert.deepEqual(addressFaults(['GET /healthz', 'GET /bagdoer'], [], sheet), ['GET /bagdoer stands on no sheet'])
  assert.equal(addressFaults([], ['GET /sager/:case'], sheet).length, 2)
})
