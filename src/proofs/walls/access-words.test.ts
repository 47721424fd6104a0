import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roles } from '../../kernel/actor.ts'
import { actsOf, rightsOf } from '../../cli/acts.ts'
import { da } from '../../incidents/text.da.ts'
import { en } from '../../incidents/text.en.ts'
import { model } from '../../map.ts'
import { seenBy } from '../../web/pages/access-words.ts'

test('what a role can see is said as far as it goes, and no further', () => {
  assert.ok(seenBy(['visitator'], 'da').includes('Sager: alle'))
  const coordinator = seenBy(['primaryCoordinator'], 'da').find(it => it.startsWith('Sager: ')) ?? ''
  assert.ok(coordinator.includes('kun hvor personen har stafetten') && !coordinator.includes('alle'))
  assert.ok(seenBy(['primaryCoordinator', 'visitator'], 'da').includes('Sager: alle'))
  assert.ok(!seenBy(['policeContact'], 'da').some(it => it.startsWith('Sager:')))
  assert.deepEqual(seenBy(['operator'], 'en'), ['Sees nothing about citizens'])
})

test('whatever somebody else does with what is hers has words on her own page', async () => {
  const hers = model.filter(it => it !== 'toolkit') as readonly string[]
  const others = (await actsOf()).filter(({ room, it }) => hers.includes(room) && it.right.some(grant => grant.by !== 'citizen'))
  const languages: readonly Readonly<Record<string, string>>[] = [da.acts, en.acts]
  for (const acts of languages) assert.deepEqual(others.filter(({ it }) => !(acts[it.audit] ?? acts[it.audit.split('.')[0] ?? ''])).map(({ it }) => it.audit), [])
  // What is heavy is said by itself: whoever takes all of it out of the house does not merely look.
  for (const heavy of ['bundle.made', 'bundle.fetched', 'bundle.delivered', 'referrals.sent', 'cases.opened-in-danger']) assert.ok(languages.every(acts => acts[heavy]), heavy)
})

test('no role reaches a thing of the model without a word about it', async () => {
  const tables = (await rightsOf()).filter(it => (model as readonly string[]).includes(it.room))
  for (const role of roles.filter(it => it !== 'citizen')) {
    const reaches = tables.some(({ rights }) => Object.entries(rights).some(([act, right]) =>
      !/\.(receipt|inbox)$|^(shut|sparring)\./.test(act) && right.some(it => it.by === role && (it.states === 'every' || it.states.some(state => state !== '-')))))
    assert.equal(!seenBy([role], 'en').includes('Sees nothing about citizens'), reaches, role)
  }
})
