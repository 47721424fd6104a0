// Files among the papers of the finished town: the municipality asks for them in tools of its own, and somebody puts one in, keeps it and fetches it in every kind of record.
import type { Client } from 'pg'
import { askCounsellor, tellDutyAction } from '../../cases/children/actions.ts'
import { acceptTrack } from '../../cases/children/family.ts'
import { draftRecord, dropRecordDraft, keepRecord, printRecord, putInRecord, recordFile } from '../../cases/children/records.ts'
import { adviceDraft, clarifyDraft, closeDraft } from '../../cases/actions.ts'
import { employeePage, openings, otherPage, sideSteps } from '../../cases/sides/actions.ts'
import { employeeFile, otherFile, putInOtherPaper } from '../../cases/sides/tools.ts'
import { keepPaperAction, paperFileAction, putInPaper } from '../../cases/tools/actions.ts'
import type { PutIn } from '../../cases/tools/putting-in.ts'
import type { Teller } from '../../cli/teller.ts'
import type { Actor } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/day.ts'
import { cardFile, cardPage, keepCard, putInCard } from '../../referrals/card.ts'
import { addQuestion, begin, changeQuestion, draftPage, publish } from '../../toolkit/editor-actions.ts'
import { formOf } from '../../toolkit/tools.ts'

interface Case { readonly id: string }
const paper = (name = 'brev.pdf') => new File([Buffer.from('%PDF-1.4 et brev')], name, { type: 'application/pdf' })

interface Told {
  /** The visitator's, and a coordinator's. */
  readonly hers: Case
  readonly his: Case
  readonly talks: readonly { readonly case: string; readonly by: Actor }[]
  /** A referral that has a card. */
  readonly card: string
}

export async function tellFiles(teller: Teller, owner: Client, { hers, his, talks, card }: Told): Promise<void> {
  const [vibeke, mikkel] = [await teller.as('vibeke.eksempel'), await teller.as('mikkel.opdigt')]
  const [checklist, closing, advice] = [await asking(teller, 'checklist'), await asking(teller, 'closing'), await asking(teller, 'advice')]
  for (const [it, by] of [[hers, vibeke], [his, mikkel]] as const) {
    await inCase(teller, it, by)
    await teller.act(0, '09:05', by, closeDraft.files, { case: it.id, rev: '0', closingText: 'Der er ro.', [closing]: paper() })
    await teller.act(0, '09:07', by, adviceDraft.files, { case: it.id, rev: '0', [advice]: paper('raad.pdf') })
  }
  await teller.act(0, '09:06', vibeke, clarifyDraft.files, { case: hers.id, rev: '0', reason: 'Brevet er lagt ved.', [checklist]: paper() })
  await ofFamily(teller, owner, his)
  await atWork(teller)
  await inTalks(teller, talks)
  await onCard(teller, card)
}

/** A tool with one question for files in its first part, in the municipality's own words. @returns the question */
async function asking(teller: Teller, tool: string): Promise<string> {
  const [poul, words] = [await teller.as('poul.proeve'), { kind: 'file', 'ask-da': 'Læg papiret ved', 'ask-en': 'Attach the paper', ...(tool === 'typology' && { notForCitizen: 'yes' }) }]
  const { draft } = await teller.act(0, '07:00', poul, draftPage, { tool })
  if (!draft) await teller.act(0, '07:00', poul, begin, { tool })
  const seq = async () => String((await teller.act(0, '07:00', poul, draftPage, { tool })).draft?.seq ?? '')
  const { to } = await teller.act(0, '07:01', poul, addQuestion, { tool, seq: await seq(), i: formOf(tool)?.parts[0]?.id, ...words })
  const question = to.split('/').at(-1) ?? ''
  await teller.act(0, '07:02', poul, changeQuestion, { tool, seq: await seq(), question, ...words })
  await teller.act(0, '07:03', poul, publish, { tool, seq: await seq(), reason: 'Så ligger papirerne samlet.' })
  return question
}

/** What was put in, as the page has it from then on. */
function reference({ fields, faults: [fault] }: PutIn, question: string): string {
  const said = fields[question]
  const id = typeof said === 'string' ? said : said?.[0]
  if (fault || !id) throw new Error(`the file for ${question} was not put in: ${fault?.code}`)
  return id
}

/** Handed out to be fetched, and nobody does. */
async function fetched(handed: Promise<{ readonly body: ReadableStream }>): Promise<void> {
  await (await handed).body.cancel()
}

/** An assessment that the police made, with the paper itself. */
async function inCase(teller: Teller, it: Case, by: Actor): Promise<void> {
  const sheet = {
    case: it.id, word: 'vurdering', paper: 'nyt', seen: '0', rev: '0', instrument: 'police', instrumentName: 'Politiets eget', assessor: 'Peter Opdigt', organisation: 'Havneby Politi', trained: 'yes',
    assessedOn: addDays(teller.today, -6), keptWhere: 'Hos politiet, på sagen', handedOver: 'yes', licence: 'yes',
  }
  const file = reference(await teller.act(0, '08:40', by, putInPaper, { ...sheet, assessmentPaper: paper('vurdering.pdf') }), 'assessmentPaper')
  await teller.act(0, '08:45', by, keepPaperAction, { ...sheet, assessmentPaper: file })
  await fetched(teller.act(0, '08:50', by, paperFileAction, { case: it.id, file }))
}

/** The family counsellor's own: drafts that are thrown away, a talk with a drawing, its print, and one that is begun. */
async function ofFamily(teller: Teller, owner: Client, { id }: Case): Promise<void> {
  const [mikkel, nadia, question] = [await teller.as('mikkel.opdigt'), await teller.as('nadia.opdigt'), await asking(teller, 'talk-child')]
  await teller.act(0, '09:10', mikkel, tellDutyAction, { case: id })
  await teller.act(0, '09:12', mikkel, askCounsellor, { case: id, counsellor: nadia.id, purpose: 'Tal med barnet om nætterne.', other: 'none', due: addDays(teller.today, 5) })
  const { rows: [it] } = await owner.query<{ track: string }>('select id as track from family_track where case_id = $1', [id])
  const begun = { ...it, word: 'barnet', record: 'nyt', seen: '0', rev: '0' }
  const track = it?.track ?? ''
  await teller.act(0, '09:20', nadia, acceptTrack, { track })
  await teller.act(0, '09:30', nadia, draftRecord, { ...begun, said: 'Barnet vil' })
  await teller.act(0, '09:31', nadia, dropRecordDraft, begun)
  const talk = { ...begun, onDay: teller.today, who: 'Barnet og Nadia', said: 'Barnet har tegnet huset.' }
  const file = reference(await teller.act(0, '09:32', nadia, putInRecord, { ...talk, [question]: paper('tegning.pdf') }), question)
  await teller.act(0, '09:33', nadia, keepRecord, { ...talk, [question]: file })
  await fetched(teller.act(0, '09:34', nadia, recordFile, { track, file }))
  const { rows: [kept] } = await owner.query<{ record: string }>('select id as record from family_record where track = $1', [track])
  await teller.act(0, '09:35', nadia, printRecord, { track, word: 'barnet', ...kept })
  await teller.act(0, '09:36', nadia, draftRecord, { ...talk, ...kept, seen: '1', said: 'Barnet har tegnet huset og haven' })
  await teller.act(0, '09:37', nadia, dropRecordDraft, { ...begun, ...kept })
  await teller.act(0, '09:38', nadia, draftRecord, { ...begun, said: 'Vi skal tale igen' })
}

const sideStep = (kind: 'employee' | 'otherParty', what: 'plan' | 'talk' | 'offer') => {
  const found = sideSteps.find(it => it.kind === kind && it.what === what)
  if (!found || !('files' in found) || !found.files) throw new Error(`no files in ${what} of ${kind}`)
  return { ...found, files: found.files }
}

/** A leader opens for an employee, with nobody kept out: the house, HR and work environment read it. */
async function atWork(teller: Teller): Promise<void> {
  const [karen, question] = [await teller.as('karen.proeve'), await asking(teller, 'workplace')]
  const [opening] = openings
  const { id } = await teller.act(0, '09:40', karen, opening.post, { 'form-version': 'employee-1', employeeName: 'Gry Opdigt', agreedToRecord: 'yes', relation: 'citizen', told: 'En borger skriver om natten.', mayKnow: 'Leder, HR og arbejdsmiljø' })
  const { now } = await teller.act(0, '09:41', karen, employeePage, { case: id })
  const plan = { case: id, seq: String(now.seq), rev: '0', shielding: ['switchboard'], contacts: 'Vi svarer ikke.', logKept: 'Karen', workRelated: 'yes', responsible: 'Karen Prøve', mayKnow: 'Leder, HR og arbejdsmiljø', policeHelp: 'notNow', injury: 'yes', amrTold: 'yes', inPlan: 'no', review: addDays(teller.today, 20) }
  const { post, files } = sideStep('employee', 'plan')
  const file = reference(await teller.act(0, '09:42', karen, files, { ...plan, [question]: paper() }), question)
  await teller.act(0, '09:43', karen, post, { ...plan, [question]: file })
  await fetched(teller.act(0, '09:44', karen, employeeFile, { case: id, file }))
}

/** In each open talk with a person who stalks, a file in what was said, in what was offered, and in what professionals think. */
async function inTalks(teller: Teller, talks: readonly { readonly case: string; readonly by: Actor }[]): Promise<void> {
  const [talk, offer, typology] = [await asking(teller, 'conversation'), await asking(teller, 'dsc-help'), await asking(teller, 'typology')]
  for (const { case: id, by } of talks) {
    const { now } = await teller.act(0, '09:50', by, otherPage, { case: id })
    const page = { case: id, seq: String(now.seq), rev: '0' }
    const file = reference(await teller.act(0, '09:51', by, sideStep('otherParty', 'talk').files, { ...page, [talk]: paper() }), talk)
    await teller.act(0, '09:52', by, sideStep('otherParty', 'offer').files, { ...page, [offer]: paper() })
    await teller.act(0, '09:53', by, putInOtherPaper, { case: id, word: 'typologi', paper: 'ark', seen: '1', rev: '1', [typology]: paper() })
    await fetched(teller.act(0, '09:54', by, otherFile, { case: id, file }))
  }
}

async function onCard(teller: Teller, referral: string): Promise<void> {
  const [peter, question] = [await teller.as('peter.opdigt'), await asking(teller, 'police-action-card')]
  const { versions } = await teller.act(0, '10:00', peter, cardPage, { referral })
  const card = { referral, seen: String(versions[0]?.version ?? 0), who: 'En, der er kendt.', receipt: 'yes' }
  const file = reference(await teller.act(0, '10:01', peter, putInCard, { ...card, [question]: paper('spor.pdf') }), question)
  await teller.act(0, '10:02', peter, keepCard, { ...card, [question]: file })
  await fetched(teller.act(0, '10:03', peter, cardFile, { referral, file }))
}
