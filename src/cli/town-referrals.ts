// Sent on and not yet settled: one waiting at the police, one that came back. All people are made up.
import { signedOn } from './town-signed.ts'
import { addDays } from '../kernel/day.ts'
import type { Actor } from '../kernel/actor.ts'
import { withdrawAction } from '../consents/actions.ts'
import { composeAction, sendAction } from '../referrals/actions.ts'
import { sendHereAction } from '../referrals/actions-back.ts'
import { acceptAction, answerAction, declineAction, readAction } from '../referrals/actions-receive.ts'
import type { To } from '../referrals/rules.ts'
import { ask as askAction, sign } from '../web/routes/consent-actions.ts'
import type { Teller } from './teller.ts'

interface Told { readonly id: string; readonly citizen: string }

/** The visitator asks and she signs the same day, for half a year. */
async function agreed(teller: Teller, it: Told, citizen: Actor, daysAgo: number, to: 'policeContact' | 'dscAdviser', topics: readonly string[]) {
  const { id } = await teller.act(daysAgo, '10:05', await teller.as('vibeke.eksempel'), askAction, { citizen: it.citizen, to })
  const [from, until] = [addDays(teller.today, -daysAgo), addDays(teller.today, 180 - daysAgo)]
  await teller.act(daysAgo, '10:20', citizen, sign, { consent: id, topics: [...topics], from, until, leftOut: 'Navnet på min nye arbejdsplads.' })
}

async function sentTo(teller: Teller, it: { readonly id: string }, daysAgo: number, clock: string, rolle: To, signIn: string, purpose: string, from = 'vibeke.eksempel'): Promise<string> {
  const by = await teller.as(from)
  const to = { case: it.id, til: (await teller.as(signIn)).id, rolle }
  const { draft } = await teller.act(daysAgo, clock, by, composeAction, to)
  const { id } = await teller.act(daysAgo, clock, by, sendAction, { ...to, ...draft?.texts, purpose, tells: 'asked', entries: draft?.entries.map(one => one.row.id) ?? [] })
  return id
}

/** The police have not opened it yet; a consent to Dansk Stalking Center lies before her. */
export async function toThePolice(teller: Teller, it: Told, citizen: Actor): Promise<void> {
  await agreed(teller, it, citizen, 1, 'policeContact', ['contact', 'account', 'log', 'finding'])
  await sentTo(teller, it, 0, '08:50', 'policeContact', 'peter.opdigt', 'Vil du vurdere, om der er grundlag for et tilhold, og tale med borgeren?')
  await teller.act(0, '08:55', await teller.as('vibeke.eksempel'), askAction, { citizen: it.citizen, to: 'dscAdviser' })
}

/** Her coordinator asks her, she signs, and an adviser takes part. */
export async function withTheAdvisers(teller: Teller, id: string, citizen: Actor): Promise<void> {
  const [inger, adviser] = [await teller.as('inger.eksempel'), await teller.as('dsc.raadgiver')]
  const { id: consent } = await teller.act(36, '11:20', inger, askAction, { citizen: citizen.id, to: 'dscAdviser' })
  const [from, until] = [addDays(teller.today, -35), addDays(teller.today, 145)]
  await teller.act(35, '20:00', citizen, sign, { consent, topics: ['contact', 'account', 'finding', 'needs'], from, until })
  const referral = await sentTo(teller, { id }, 34, '09:30', 'dscAdviser', 'dsc.raadgiver', 'Kan I tale med borgeren om det, der sker om natten?', 'inger.eksempel')
  await teller.act(32, '12:10', adviser, acceptAction, { referral })
  await teller.act(30, '15:30', adviser, answerAction, { referral, answer: 'Vi har talt med borgeren og taler sammen igen om to uger.' })
}

/** She said yes to the advisers, and the next week she took it back. */
export async function changedHerMind(teller: Teller, it: { readonly citizen: string }, citizen: Actor): Promise<void> {
  const { id: consent } = await teller.act(12, '10:05', await teller.as('vibeke.eksempel'), askAction, { citizen: it.citizen, to: 'dscAdviser' })
  await teller.act(11, '18:20', citizen, sign, {
    consent, topics: ['contact', 'account'], from: addDays(teller.today, -11), until: addDays(teller.today, 60),
  })
  await teller.act(4, '18:40', citizen, withdrawAction, { consent })
}

export const offered = (teller: Teller, it: Told): Promise<string> => sentTo(teller, it, 3, '09:10', 'primaryCoordinator', 'mikkel.opdigt', 'Familien har brug for en fast koordinator.')

export async function cameBack(teller: Teller, referral: string): Promise<void> {
  const mikkel = await teller.as('mikkel.opdigt')
  await teller.act(0, '09:10', mikkel, readAction, { referral })
  await teller.act(0, '09:15', mikkel, declineAction, { referral, reason: 'Borgeren er flyttet til voksenområdet. Prøv Inger.' })
}

/** The other way: the police have met somebody who must be helped here. */
export async function fromThePolice(teller: Teller): Promise<void> {
  await teller.act(1, '10:40', await teller.as('peter.opdigt'), sendHereAction, {
    'form-version': 'handoff-2', onBehalf: 'self', agreed: 'yes', mayName: 'no', callBack: 'throughMe', children: 'no', told: 'En anmeldelse om gentagne opkald til arbejdspladsen.',
    purpose: 'Borgeren har brug for hjælp ud over sagen hos os.', how: 'signed-paper', ...signedOn(addDays(teller.today, -1)), where: 'Hos politiet, på sagen.',
  })
}
