// One field to find a case with, and the page on which a citizen agrees to stand by name or chooses a word.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { action, type Facts, type Work } from '../../platform/action.ts'
import { caseOf, movePage, seqOf, wrongTo } from '../actions.ts'
import { one, sentFields } from '../enquire.ts'
import { tellBesideAgain } from '../her-rule/beside.ts'
import { kindOfSearch, nameHashes, plainWords, wordHash } from './rules.ts'
import { rights } from '../rules.ts'
import * as store from './store.ts'
import { type CaseFacts, move } from '../write.ts'

const atAll = async (_db: Work['db'], _input: unknown, actor: Work['actor']): Promise<Facts> => ({ standing: { partnership: actor.partnership, state: '-' } })

export const searchPage = action({ path: '/soeg', method: 'get', audit: 'cases.search-page-seen', input: z.object({}), facts: atAll, right: rights['cases.search'], run: async () => ({}) })

/** Searches, keeps which cases it led to, and answers with how many: what was typed is written nowhere, in no address and in no journal. */
export const search = action({
  path: '/soeg', method: 'post', audit: 'cases.searched', facts: atAll, right: rights['cases.search'],
  input: sentFields.transform((sent, ctx) => {
    const typed = one(sent, 'term')
    if (plainWords(typed) === '') wrongTo(ctx)('term', 'cases.needs-term')
    return { typed, kind: kindOfSearch(typed) }
  }),
  run: async ({ house, db, actor, ground, now }: Work, { typed, kind }) => {
    const { partnership } = actor
    const hash = house.vault.keyedHash
    const hits = await store.casesWith(db, partnership, kind === 'number' ? { number: typed } : { hashes: [...nameHashes(hash, partnership, typed), wordHash(hash, partnership, typed)] })
    const id = randomUUID()
    await store.keepSearch(db, { id, partnership, person: actor.id, at: now, kind, hits })
    await house.write(db, { partnership, at: now, person: actor.id, personName: actor.name, organisation: actor.organisationName, role: ground.by, act: `cases.searched-by-${kind}`, ground: `role:${ground.by}` })
    return { id, found: hits.length }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Milliseconds for which a list of hits can be looked at again. */
const lasting = 900_000

export const foundPage = action({
  path: '/soeg/:search', method: 'get', audit: 'cases.found-seen', input: z.object({ search: z.string() }), right: rights['cases.found'],
  facts: async (db, input, _actor, now): Promise<Facts | undefined> => {
    const it = uuid.test(input.search) ? await store.searchOf(db, input.search) : undefined
    return it && now.getTime() - it.at.getTime() < lasting ? { standing: { partnership: it.partnership, state: '-', owner: it.person } } : undefined
  },
  run: ({ db }, input) => store.foundBy(db, input.search),
})

export const namePage = movePage('/navn', 'cases.name-page-seen', rights['cases.agree'])

/** She says yes to her name standing in the case, or chooses a word; the word itself is kept nowhere. */
export const agree = action({
  path: '/sager/:case/navn', method: 'post', audit: 'cases.agreed', facts: caseOf, right: rights['cases.agree'],
  input: sentFields.transform((sent, ctx) => {
    const wrong = wrongTo(ctx)
    const [name, word] = [one(sent, 'citizenName'), one(sent, 'safeWord')]
    if (one(sent, 'agreed') !== 'yes') wrong('agreed', 'cases.needs-agreed')
    if (name === '' && word === '') wrong('citizenName', 'cases.needs-name-or-word')
    if (name.length > 120) wrong('citizenName', 'cases.too-long')
    if (word !== '' && plainWords(word).length < 4) wrong('safeWord', 'cases.word-short')
    return { case: one(sent, 'case'), seq: seqOf(sent), name, word }
  }),
  run: async (work: Work, { name, word, seq }, facts: CaseFacts) => {
    const { house: { vault: { keyedHash } }, db, actor } = work
    const { id, partnership } = facts.now
    await move({ ...work, actor: { ...actor, roles: [work.ground.by] } }, facts, 'agree', { agreed: 'yes', ...(name && { citizenName: name }), ...(word && { chose: 'word' }) }, seq)
    if (name) await store.keepIndex(db, { id, partnership, what: 'name', hashes: nameHashes(keyedHash, partnership, name) })
    if (name) await tellBesideAgain(work, id)
    if (word) await store.keepIndex(db, { id, partnership, what: 'word', hashes: [wordHash(keyedHash, partnership, word)] })
    return { id }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})
