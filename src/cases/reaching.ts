// Reaching the citizen of a case: the rule of safe contact, and the code on paper that opens her own page.
import { keepContact, mayReach, outsideRule, safeContact } from '../citizens/reach.ts'
import { contactChannels, paperPlans, papers, rights as citizenRights, type SafeContact } from '../citizens/rules.ts'
import { issueCode } from '../identity/signin.ts'
import { action, type Work } from '../platform/action.ts'
import { caseInput, caseOf, movePage, pageOf, seqOf, type Wrong, wrongTo } from './actions.ts'
import { one, sentFields, type SentFields } from './enquire.ts'
import { rights } from './rules.ts'
import { type CaseFacts, move } from './write.ts'

export const contactPage = action({
  path: '/sager/:case/sikker-kontakt', method: 'get', audit: 'cases.contact-page-seen', input: caseInput, facts: caseOf,
  right: citizenRights['citizens.keep-contact'], run: async (work, _input, facts) => ({ ...(await pageOf(work, facts)), outside: await outsideRule(work, facts.now.citizen) }),
})

const choice = <T extends string>(all: readonly T[], text: string): T | undefined => all.find(it => it === text)
const yesNo = ['yes', 'no'] as const
const versionOf = (sent: SentFields): number => (/^\d{1,6}$/.test(one(sent, 'version')) ? Number(one(sent, 'version')) : -1)

function readContact(sent: SentFields, wrong: Wrong): SafeContact {
  const short = (field: string, most = 200) => {
    const text = one(sent, field)
    if (text.length > most) wrong(field, 'citizens.too-long')
    return text
  }
  const ticked = sent['channels']
  const channels = contactChannels.filter(it => (typeof ticked === 'string' ? [ticked] : ticked ?? []).includes(it))
  const [message, digitalPost, paper] = [choice(yesNo, one(sent, 'message')), choice(yesNo, one(sent, 'digitalPost')), choice(papers, one(sent, 'paper'))]
  const note = short('note', 600)
  if (channels.length === 0 && note === '') wrong('channels', 'citizens.needs-channel')
  const texts = { where: short('where'), times: short('times'), say: short('say'), codeWord: short('codeWord') }
  if (!message) wrong('message', 'citizens.needs-message')
  if (!digitalPost) wrong('digitalPost', 'citizens.needs-post')
  if (!paper) wrong('paper', 'citizens.needs-paper')
  return { channels, ...texts, note, message: message ?? 'no', digitalPost: digitalPost ?? 'no', paper: paper ?? 'unknown' }
}

export const setContact = action({
  path: '/sager/:case/sikker-kontakt', method: 'post', audit: 'cases.contact-agreed', facts: caseOf, right: citizenRights['citizens.keep-contact'],
  input: sentFields.transform((sent, ctx) => ({ case: one(sent, 'case'), version: versionOf(sent), contact: readContact(sent, wrongTo(ctx)) })),
  run: async (work: Work, input, facts: CaseFacts) => {
    await keepContact(work, facts.now.citizen, input.contact, input.version)
    return { id: facts.now.id }
  },
  leadsTo: ({ id }: { id: string }) => ({ id }),
})

export const codePage = movePage('/kode', 'cases.code-page-seen', rights['cases.hand-code'])

/** Nothing agreed yet but what is known about the paper: every other way stays closed, and no page calls it a rule (`isOnlyPaper`). */
const onlyPaper: SafeContact = { channels: [], where: '', times: '', say: '', message: 'no', digitalPost: 'no', paper: 'unknown', note: '', codeWord: '' }

/**
 * Makes a code, face to face. What was said about the paper is kept with the rule of safe contact, which then gives leave to print, or does not.
 * The answer is the only place where the code can be read; a second press of the same form is answered with the same paper (see `print` in the door).
 */
export const handCode = action({
  path: '/sager/:case/kode', method: 'post', audit: 'cases.code-handed', facts: caseOf, right: rights['cases.hand-code'],
  input: sentFields.transform((sent, ctx) => {
    const wrong = wrongTo(ctx)
    const [paper, plan] = [choice(papers, one(sent, 'paper')), choice(paperPlans, one(sent, 'plan'))]
    if (!paper) wrong('paper', 'cases.needs-paper')
    if (paper && paper !== 'no' && !plan) wrong('plan', 'cases.needs-paper-plan')
    if (one(sent, 'together') !== 'yes') wrong('together', 'cases.needs-together')
    return { case: one(sent, 'case'), seq: seqOf(sent), paper: paper ?? 'unknown', plan: paper === 'no' ? undefined : plan }
  }),
  run: async (work: Work, input, facts: CaseFacts) => {
    const { citizen } = facts.now
    const agreed = await safeContact(work, citizen)
    const { paperPlan: _before, ...rest } = agreed?.contact ?? onlyPaper
    await keepContact(work, citizen, { ...rest, paper: input.paper, ...(input.plan && { paperPlan: input.plan }) }, agreed?.version ?? 0)
    const leave = await mayReach(work, citizen, 'paper-by-hand')
    await move({ ...work, actor: { ...work.actor, roles: [work.ground.by] } }, facts, 'hand-code', { paper: input.plan ?? input.paper }, input.seq)
    return { ...(await issueCode(work, citizen)), leave }
  },
})

