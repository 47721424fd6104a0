// What each role can see, in words, out of the same tables of rights that the house decides by. No list that somebody could forget to keep.
import type { GroundKind, Role } from '../kernel/actor.ts'
import type { Lang } from '../kernel/day.ts'
import type { Right } from '../kernel/rights.ts'
import type { Words } from '../kernel/words.ts'
import { rights as bundle } from '../bundle/rights.ts'
import { rights as cases } from '../cases/rules.ts'
import { rights as consents } from '../consents/rules.ts'
import { rights as directory } from '../directory/rules.ts'
import { rights as incidents } from '../incidents/rules.ts'
import { rights as referrals } from '../referrals/rules.ts'

const da = {
  things: {
    who: 'Hvem der arbejder her', cases: 'Sager', log: 'Borgerens log', consents: 'Samtykker', referrals: 'Henvisninger', bundles: 'Samlede filer til politiet',
    handover: 'Overdragelser', roles: 'Giver og slutter roller', entrances: 'Bringer listen over indgange ind',
  },
  grounds: {
    own: 'sine egne', unlocked: 'sine egne', role: 'alle', holder: 'kun dem, personen har stafetten i', receiver: 'kun dem, der er sendt til personen', shown: 'kun det, borgeren viser', consent: 'kun det, et samtykke dækker',
  },
  nothing: 'Ser intet, der handler om borgere.',
} as const
const en = {
  things: {
    who: 'Who works here', cases: 'Cases', log: 'The citizen’s log', consents: 'Consents', referrals: 'Referrals', bundles: 'Collected files for the police',
    handover: 'Hand-overs', roles: 'Gives and ends roles', entrances: 'Brings in the list of entrances',
  },
  grounds: {
    own: 'one’s own', unlocked: 'one’s own', role: 'all', holder: 'only those in which the person has the baton', receiver: 'only those sent to the person', shown: 'only what the citizen shows', consent: 'only what a consent covers',
  },
  nothing: 'Sees nothing about citizens.',
} as const satisfies Words<typeof da>
export const accessText: Readonly<Record<Lang, Words<typeof da>>> = { da, en }

type Thing = keyof typeof da.things
/** What is about citizens stands first. */
const things: readonly (readonly [Thing, Right])[] = [
  ['cases', cases['cases.read']], ['log', incidents['log.read-shown']], ['consents', consents['consents.read']], ['referrals', referrals['referrals.read']], ['bundles', bundle['bundle.read']],
  ['handover', cases['cases.handover-read']], ['roles', directory['directory.keep']], ['entrances', directory['directory.bring']],
]
const aboutCitizens: readonly Thing[] = ['cases', 'log', 'consents', 'referrals', 'bundles']

/** One sentence for every thing that a role can see, with how much of it. */
export function seenBy(role: Role, lang: Lang): readonly string[] {
  const text = accessText[lang]
  const said = things.flatMap(([thing, right]) => {
    const grounds = [...new Set(right.filter(it => it.by === role).map(it => text.grounds[it.ground satisfies GroundKind]))]
    return grounds.length === 0 ? [] : [thing === 'roles' || thing === 'entrances' ? text.things[thing] : `${text.things[thing]}: ${grounds.join(', ')}`]
  })
  const sees = things.some(([thing, right]) => aboutCitizens.includes(thing) && right.some(it => it.by === role))
  return sees ? said : [...said, text.nothing]
}
