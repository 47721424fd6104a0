// Whom does each act reach? Every act that a colleague can do about people says so here: one that reaches the citizen goes through her rule, the others say why they do not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actsOf } from '../../cli/acts.ts'
import { isCode, isTest, readSource } from '../source/read.ts'

/** A call, a letter, a message, a day in a calendar: by these she is reached, or will be. */
const reaches = [
  'cases.called', 'cases.met', 'cases.closed', 'cases.clarified', 'cases.advised', 'cases.not-reached', 'cases.meeting-called', 'cases.access-told', 'cases.access-decided', 'cases.paper-kept', 'cases.family-record-kept', 'cases.task-done',
]

/** What reaches nobody whom the rule is about, and why. */
const reachNobody: readonly (readonly [acts: RegExp, why: string])[] = [
  [/-draft-(?:kept|dropped)$|\.draft-(?:kept|dropped|thrown)$|files-put-in$/, 'seen by its writer alone, until it is kept'],
  [/^cases\.(?:employee|other)-/, 'in the case of an employee or of the other party: she is not in it, and whoever is exposed is told first'],
  [/^cases\.(?:handover|role-ended|taken-over|given-back|appointed|call-appointed|track-appointed|both-allowed)/, 'colleagues hand a case to each other'],
  [/^cases\.(?:shut-|interest-declared|colleague-shut-out|own-name-|names-checked|danger-|opened-in-danger|searched)/, 'who may see a case, among colleagues'],
  [/^cases\.(?:journalised|not-informed|held|released|restricted|freed|locked|unlocked|scan-kept|minutes-kept|noted|reopened|agreed)$/, 'a mark, a note or a paper in the case'],
  [/^cases\.(?:access-asked|access-asked-by-other|access-decided-for-other)$/, 'somebody has asked, or another than she is answered'],
  [/^cases\.(?:counsellor-|family-(?:accepted|declined|ended)|task-(?:given|moved))/, 'a colleague is asked; whoever then reaches her is asked how'],
  [/^cases\.(?:she-was-told|family-she-was-told)$/, 'says afterwards that she was told; the call or the meeting in which it was is written down as such'],
  [/^cases\.(?:other-contact-)/, 'the other party is contacted, after she was told'],
  [/^cases\.(?:duty-told|advised-anonymously|anonymous-became-case|code-handed|contact-agreed)$/, 'she sits there, or has called herself'],
  [/^cases\.(?:enquiry-sent|open-contact-taken)$/, 'a hand-off between colleagues'],
  [/^cases\.meeting-sent$/, 'copies to colleagues who come; what is for her is printed and handed over in the meeting that was called by her rule'],
  [/^referrals\./, 'to a receiver, who gets how she may be reached along, or an answer back; what goes outside the system is printed and says to look at the rule first'],
  [/^bundle\./, 'to the police, by hand'],
  [/^consents\./, 'stands on her own page when she opens it: nothing is sent to tell of it; sparring names nobody'],
  [/^measures\.|^citizens\.look-delay/, 'written down in the house; nobody is told by it'],
]

const rooms = ['cases', 'referrals', 'bundle', 'consents', 'measures', 'citizens']
const acts = (await actsOf()).map(it => it.it).filter(it => it.method === 'post' && rooms.includes(it.audit.split('.')[0] ?? '') && it.right.some(grant => grant.by !== 'citizen'))

test('every act about people reaches her by her rule, or says why it reaches nobody', () => {
  assert.ok(acts.length > 120, 'the acts are read')
  const unsaid = acts.map(it => it.audit).filter(audit => reaches.includes(audit) === reachNobody.some(([those]) => those.test(audit)))
  assert.deepEqual([...new Set(unsaid)], [], 'say in `reaches` or in `reachNobody` whom it reaches, and in one of them')
  assert.deepEqual(reaches.filter(audit => !acts.some(it => it.audit === audit)), [], 'there is no such act any more')
  assert.deepEqual(reachNobody.filter(([those]) => !acts.some(it => those.test(it.audit))).map(([those]) => String(those)), [], 'there are no such acts any more')
})

test('whatever reaches her asks leave of the one place that gives it', () => {
  const source = readSource().filter(it => isCode(it.path) && !isTest(it.path))
  const asks = /\breachHer\(|\breachBeside\(/
  for (const audit of reaches) {
    const made = source.filter(it => it.text.includes(`'${audit}'`) && /\baction[(<]|\bmove|Move\(/.test(it.text))
    assert.ok(made.some(it => asks.test(it.text)), `${audit} asks nobody for leave`)
  }
  // And the other way: a file in which leave is asked makes an act that says so.
  const asking = source.filter(it => it.path.startsWith('cases/') && asks.test(it.text) && !/\/her-rule\//.test(it.path))
  for (const it of asking) assert.ok(reaches.some(audit => it.text.includes(`'${audit}'`)), `${it.path} asks for leave, and no act in it is said to reach her`)
})
