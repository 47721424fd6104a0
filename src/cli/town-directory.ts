// Who meets in which group, who has read the list of who can see what, and whom to call elsewhere. All invented.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays } from '../kernel/day.ts'
import { bring } from '../directory/actions-entrances.ts'
import { addMember, newGroup } from '../directory/actions-groups.ts'
import { signAction } from '../directory/actions-review.ts'
import { rolesAction, standIn } from '../directory/actions-roles.ts'
import type { Teller } from './teller.ts'

const groups = [
  { kind: 'follow-up', name: 'Følgegruppen', mandate: 'Ser på, om modellen virker, og retter den til fire gange om året.', who: ['torben.eksempel', 'vibeke.eksempel', 'peter.opdigt', 'ulla.eksempel', 'jens.proeve'] },
  { kind: 'steering', name: 'Styregruppen', mandate: 'Bakker indsatsen op og beslutter, hvad den må koste.', who: ['ellen.opdigt', 'karen.proeve', 'torben.eksempel'] },
] as const

export async function tellDirectory(teller: Teller): Promise<void> {
  const torben = await teller.as('torben.eksempel')
  const from = addDays(teller.today, -90)
  for (const { who, ...it } of groups) {
    const { id: group } = await teller.act(90, '09:10', torben, newGroup, { ...it, from, to: '' })
    for (const signIn of who) await teller.act(90, '09:15', torben, addMember, { group, person: (await teller.as(signIn)).id, from })
  }
  const file = new File([readFileSync(join(teller.house.config.municipality, 'entrances.csv'))], 'indgange.csv')
  await teller.act(40, '10:00', torben, bring, { file })
  await teller.act(175, '11:00', await teller.as('karen.proeve'), signAction, { read: 'yes', note: '' })
  // The tovholder has a week off in ten days.
  const { all } = await teller.act(1, '14:00', torben, rolesAction, {})
  const own = all.find(it => it.role === 'tovholder' && it.person === torben.id)
  await teller.act(0, '08:10', torben, standIn, { holding: String(own?.id), person: (await teller.as('signe.eksempel')).id, from: addDays(teller.today, 10), to: addDays(teller.today, 14) })
}
