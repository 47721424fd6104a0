// Nothing that a mark keeps is deleted: every place from which something can be deleted is known here, and asks the mark or says why it need not.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { deleteEntry } from '../../incidents/actions-earlier.ts'
import { addEntry } from '../../incidents/actions.ts'
import { show } from '../../incidents/actions-show.ts'
import { shortEntry } from '../../incidents/testing-log.ts'
import { advicePage, advise, adviceDraft, textMoves } from '../../cases/actions.ts'
import { wordOf } from '../../cases/move-drafts.ts'
import { sideSteps } from '../../cases/sides/actions.ts'
import { draftPaperAction, dropDraftAction, keepPaperAction, putInPaper } from '../../cases/tools/actions.ts'
import { marks } from '../../cases/paperwork/actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { enterOwn, hideOwn, removeOwn, showOwn } from '../../measures/actions.ts'
import { perform } from '../../platform/action.ts'
import { keepDraftAction, throwDraftAction } from '../../referrals/keep-draft.ts'
import { sendAction } from '../../referrals/actions.ts'
import { sendOutAction } from '../../referrals/actions-out.ts'
import { isCode, isTest, readSource } from '../source/read.ts'
import { actorOf, asRole, openedCase, type OpenCase } from '../../web/routes/testing-case.ts'
import { withFileQuestion } from '../../web/routes/testing-tool.ts'

/** Each with a trigger that asks the mark. */
const kept = ['incident_entry', 'import_source', 'measure', 'referral_draft', 'case_draft', 'case_attachment', 'bundle_key']
/** Why these ask nothing. */
const free: Readonly<Record<string, string>> = {
  session: 'who is signed in: no part of a case', wrong_try: 'tries at the door: no part of a case',
  account: 'who may sign in: no part of a case, and nothing in the code deletes it', paper_code: 'codes on paper: no part of a case, and nothing in the code deletes them',
  tool_draft: 'the wording of a form that is not published yet: no part of a case', tool_draft_past: 'how that wording stood before',
  receiver_attachment: 'a file that the police contact put in on a card and has not kept: the receiver’s own, no part of the case',
  case_kept_out: 'who is kept out by a name today: what happened stands in case_shut, and the database alone takes a line away when the leader has opened again',
  incident_note: 'only for her and shown to nobody: what she takes out of it is gone, whatever became of the case',
}

let town: TestHouse
before(async () => { town = await testHouse() })
after(() => town.close())

test('every "delete from" of the house, and every right of the database to delete, is one of these', async () => {
  const known = new Set([...kept, ...Object.keys(free)])
  const said = readSource().filter(it => (isCode(it.path) && !isTest(it.path)) || it.path.endsWith('.sql'))
    .flatMap(({ path, text }) => [...text.matchAll(/\bdelete\s+from\s+"?(\w+)|deleteFrom\(\s*'(\w+)/gi)].map(it => ({ path, table: it[1] ?? it[2] ?? '' })))
  assert.ok(said.length >= known.size, 'the source is read')
  assert.deepEqual(said.filter(it => !known.has(it.table)), [], 'a new deletion: give its table the trigger marks_keep, or say here why it needs none')
  const may = (await town.owner.query<{ table: string }>(`select distinct table_name as "table" from information_schema.role_table_grants where privilege_type in ('DELETE', 'TRUNCATE') and grantee like 'lods%'
    and grantee not in (select tableowner from pg_tables where schemaname = 'public')`)).rows.map(it => it.table)
  assert.deepEqual(may.filter(it => !known.has(it)), [], 'a role may delete what is not known here')
  const asks = (await town.owner.query<{ table: string }>(`select tgrelid::regclass::text as "table" from pg_trigger where tgname = 'marks_keep'`)).rows.map(it => it.table)
  assert.deepEqual(asks.sort(), [...kept].sort())
  const along = (await town.owner.query<{ of: string; with: string }>(`select conrelid::regclass::text as of, confrelid::regclass::text as "with" from pg_constraint where contype = 'f' and confdeltype <> 'a'`)).rows
  assert.deepEqual(along.filter(it => !kept.includes(it.with)), [], 'what goes along with something else goes with what asks the mark')
})

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const mark = async (it: OpenCase, kind: (typeof marks)[number]['kind']) => {
  const found = marks.find(one => one.kind === kind)
  assert.ok(found)
  await perform(town.house, await town.as('vibeke.eksempel'), found.post as typeof marks[0]['post'], { case: it.id, reason: 'Fordi.' })
}
const written = async (it: OpenCase, told: string) => (await perform(town.house, actorOf(it), addEntry, shortEntry(told))).result.id
const away = (it: OpenCase, entry: string) => perform(town.house, actorOf(it), deleteEntry, { entry })
const pastTheRule = (it: OpenCase, table: string, id: string) => asRole(town, { id: it.citizen }, 'citizen', db => sql`delete from ${sql.ref(table)} where id = ${id}`.execute(db))

test('what she showed before the case was journalised stays in her log; what she kept to herself and what she shows later is hers', async () => {
  const it = await openedCase(town)
  const [shown, own, later] = [await written(it, 'Han stod ved porten.'), await written(it, 'For mig selv.'), await written(it, 'Senere.')]
  await perform(town.house, actorOf(it), show, { til: 'visitator', vis: shown })
  await mark(it, 'journalise')
  await assert.rejects(away(it, shown), refused('incidents.stays'))
  await assert.rejects(pastTheRule(it, 'incident_entry', shown), /a mark keeps/)
  await away(it, own)
  town.moveClock(60_000)
  await perform(town.house, actorOf(it), show, { til: 'visitator', vis: later })
  await away(it, later)
})

test('while a case is held, what was shown stays; released, it is hers again', async () => {
  const it = await openedCase(town)
  const shown = await written(it, 'Han ringede.')
  await perform(town.house, actorOf(it), show, { til: 'visitator', vis: shown })
  await mark(it, 'hold')
  await assert.rejects(away(it, shown), refused('incidents.stays'))
  await mark(it, 'release')
  await away(it, shown)
})

test('a date of her own that was shown when the case was journalised is hidden, not removed', async () => {
  const it = await openedCase(town)
  const enter = async () => (await perform(town.house, actorOf(it), enterOwn, { slags: 'cprAddressProtection', standing: 'holds', fromDay: '2026-01-10', source: 'Kvittering' })).result
  const [shown, own] = [await enter(), await enter()]
  await perform(town.house, actorOf(it), showOwn, { measure: shown })
  await mark(it, 'journalise')
  await perform(town.house, actorOf(it), hideOwn, { measure: shown })
  await assert.rejects(perform(town.house, actorOf(it), removeOwn, { measure: shown }), refused('measures.stays'))
  await assert.rejects(pastTheRule(it, 'measure', shown), /a mark keeps/)
  await perform(town.house, actorOf(it), removeOwn, { measure: own })
})

test('an export stays with what was lifted from it and stays', async () => {
  const it = await openedCase(town)
  const source = randomUUID()
  await town.owner.query(`insert into import_source (id, partnership, citizen, state, file, key_wrapped, box, created_at) values ($1, 1, $2, 'kept', $1, '', '', now())`, [source, it.citizen])
  const lifted = await written(it, 'Løftet op.')
  await town.owner.query('update incident_entry set source = $1, source_offset = 0, source_length = 1 where id = $2', [source, lifted])
  await mark(it, 'journalise')
  assert.equal((await town.owner.query<{ stays: boolean }>('select gate.source_stays($1) as stays', [source])).rows[0]?.stays, false, 'nothing of it was shown')
  await perform(town.house, actorOf(it), show, { til: 'visitator', vis: lifted })
  await mark(it, 'hold')
  await assert.rejects(pastTheRule(it, 'import_source', source), /a mark keeps/)
  await mark(it, 'release')
  await pastTheRule(it, 'import_source', source)
})

test('a draft from before the case was journalised is not thrown away, and goes when it is sent', async () => {
  const it = await openedCase(town)
  const [vibeke, inger] = [await town.as('vibeke.eksempel'), await town.as('inger.eksempel')]
  const draft = { case: it.id, til: inger.id, rolle: 'primaryCoordinator' }
  await perform(town.house, vibeke, keepDraftAction, { ...draft, purpose: 'En plan' })
  await mark(it, 'journalise')
  await assert.rejects(perform(town.house, vibeke, throwDraftAction, { case: it.id }), refused('referrals.draft-stays'))
  await assert.rejects(asRole(town, vibeke, 'visitator', db => sql`delete from referral_draft where case_id = ${it.id}`.execute(db)), /a mark keeps/)
  await perform(town.house, vibeke, sendAction, { ...draft, purpose: 'En plan' })
  assert.equal((await town.owner.query('select from referral_draft where case_id = $1', [it.id])).rowCount, 0)
})

test('such a draft is not set free by what went to somebody outside the system meanwhile', async () => {
  const it = await openedCase(town)
  const [vibeke, inger] = [await town.as('vibeke.eksempel'), await town.as('inger.eksempel')]
  await perform(town.house, vibeke, keepDraftAction, { case: it.id, til: inger.id, rolle: 'primaryCoordinator', purpose: 'En plan' })
  await mark(it, 'hold')
  town.moveClock(60_000)
  await perform(town.house, vibeke, sendOutAction, { case: it.id, outside: 'otherMunicipality', name: 'Opdigt Kommune', how: 'oral', ground: 'Sagt i telefonen.', purpose: 'Ring til borgeren.', saidOn: '2026-11-03' })
  town.moveClock(60_000)
  await assert.rejects(perform(town.house, vibeke, throwDraftAction, { case: it.id }), refused('referrals.draft-stays'))
  await assert.rejects(asRole(town, vibeke, 'visitator', db => sql`delete from referral_draft where case_id = ${it.id}`.execute(db)), /a mark keeps/)
})

test('a draft of a paper stays as well, and goes when the paper is kept', async () => {
  const it = await openedCase(town)
  const vibeke = await town.as('vibeke.eksempel')
  const note = { case: it.id, word: 'kontaktnotat', paper: 'nyt', seen: '0', rev: '0', 'form-version': 'contact-note-2', onDay: '2026-11-03', from: 'police', fromWho: 'Peter', said: 'Ro.' }
  const there = async () => (await town.owner.query('select from case_draft where case_id = $1', [it.id])).rowCount
  await perform(town.house, vibeke, draftPaperAction, note)
  await mark(it, 'journalise')
  await assert.rejects(perform(town.house, vibeke, dropDraftAction, note), refused('cases.draft-stays'))
  await assert.rejects(asRole(town, vibeke, 'visitator', db => sql`delete from case_draft where case_id = ${it.id}`.execute(db)), /a mark keeps/)
  assert.equal(await there(), 1)
  await perform(town.house, vibeke, keepPaperAction, { ...note, rev: '1' })
  assert.equal(await there(), 0)
})

test('what was begun on the page of a move stays as well while the case is to be kept, says so, and goes when the move is done', async () => {
  const it = await openedCase(town)
  const vibeke = await town.as('vibeke.eksempel')
  const there = async () => (await town.owner.query('select from case_draft where case_id = $1', [it.id])).rowCount
  const draft = async () => (await perform(town.house, vibeke, advicePage, { case: it.id })).result.draft
  const advice = { case: it.id, rev: '0', danger: 'oral', 'danger-reaction': 'accepted' }
  await perform(town.house, vibeke, adviceDraft.keep, advice)
  assert.equal((await draft())?.stays, false)
  await mark(it, 'hold')
  assert.equal((await draft())?.stays, true)
  await assert.rejects(perform(town.house, vibeke, adviceDraft.drop, { case: it.id }), refused('cases.draft-stays'))
  const note = textMoves.find(one => one.what === 'note')
  assert.ok(note)
  const seq = async () => String((await perform(town.house, vibeke, advicePage, { case: it.id })).result.now.seq)
  await perform(town.house, vibeke, note.post, { case: it.id, seq: await seq(), told: 'Ringede.' })
  assert.equal((await draft())?.stays, true, 'another move does not do')
  await perform(town.house, vibeke, advise, { ...advice, seq: await seq() })
  assert.equal(await there(), 0)
  // The database knows every such page by its word.
  const { rows: [found] } = await town.owner.query<{ said: string }>(`select prosrc as said from pg_proc where proname = 'case_draft_stays'`)
  const words = [['afklaring', 'clarify'], ['raad', 'advise'], ['luk', 'close'], ...sideSteps.filter(one => one.tool).map(one => [wordOf(one.path), one.what])]
  for (const [word, move] of words) assert.ok(found?.said.includes(`('${word}', '${move}')`), `${word}: ${move}`)
})

test('a draft that stays is not set free by another paper that its writer keeps meanwhile', async () => {
  const it = await openedCase(town)
  const vibeke = await town.as('vibeke.eksempel')
  const left = async () => (await town.owner.query<{ paper: string }>('select paper from case_draft where case_id = $1', [it.id])).rows.map(one => one.paper)
  await perform(town.house, vibeke, adviceDraft.keep, { case: it.id, rev: '0', danger: 'oral', 'danger-reaction': 'accepted' })
  await mark(it, 'hold')
  town.moveClock(60_000)
  const note = { case: it.id, word: 'kontaktnotat', paper: 'nyt', seen: '0', 'form-version': 'contact-note-2', onDay: '2026-11-03', from: 'police', fromWho: 'Peter', said: 'Ro.' }
  await perform(town.house, vibeke, draftPaperAction, { ...note, rev: '0' })
  await perform(town.house, vibeke, keepPaperAction, { ...note, rev: '1' })
  town.moveClock(60_000)
  await assert.rejects(perform(town.house, vibeke, adviceDraft.drop, { case: it.id }), refused('cases.draft-stays'))
  await assert.rejects(asRole(town, vibeke, 'visitator', db => sql`delete from case_draft where case_id = ${it.id}`.execute(db)), /a mark keeps/)
  assert.deepEqual(await left(), ['raad'])
})

test('a file that was put in before the case was journalised is not taken out, past the rule neither', async () => {
  const it = await openedCase(town)
  const question = await withFileQuestion(town, 'contact-note')
  const vibeke = await town.as('vibeke.eksempel')
  const note = { case: it.id, word: 'kontaktnotat', paper: 'nyt', seen: '0', rev: '0', said: 'Ro.' }
  const { fields } = (await perform(town.house, vibeke, putInPaper, { ...note, [question]: new File(['et brev'], 'brev.txt') })).result
  const there = async () => (await town.owner.query('select from case_attachment where case_id = $1', [it.id])).rowCount
  await mark(it, 'journalise')
  await perform(town.house, vibeke, draftPaperAction, { ...note, rev: fields['rev'] })
  assert.equal(await there(), 1, 'left out of the draft, it is still in the case')
  await assert.rejects(asRole(town, vibeke, 'visitator', db => sql`delete from case_attachment where case_id = ${it.id}`.execute(db)), /a mark keeps/)
})
