// What each role can see, in words, out of the same tables of rights that the house decides by.
// What a room adds later is told under the room's own name: nobody has to remember a list.
import type { GroundKind, Role } from '../../kernel/actor.ts'
import type { Lang } from '../../kernel/day.ts'
import type { Right } from '../../kernel/rights.ts'
import type { Words } from '../../kernel/words.ts'
import { rights as bundle } from '../../bundle/rights.ts'
import { rights as cases } from '../../cases/rules.ts'
import { rights as citizens } from '../../citizens/rules.ts'
import { rights as consents } from '../../consents/rules.ts'
import { rights as directory } from '../../directory/rules.ts'
import { rights as imports } from '../../imports/rights.ts'
import { rights as incidents } from '../../incidents/rules.ts'
import { rights as measures } from '../../measures/rules.ts'
import { rights as referrals } from '../../referrals/rules.ts'

const da = {
  things: {
    cases: 'Sager', employees: 'Sager om ansatte', otherParty: 'Sager om den anden part', incidents: 'Borgerens log', imports: 'Indhold fra borgerens telefon', citizens: 'Hvordan borgeren må kontaktes',
    consents: 'Samtykker', measures: 'Tilhold og anden beskyttelse', referrals: 'Henvisninger', bundle: 'Samlede filer til politiet',
  },
  alone: {
    danger: 'Kan åbne en sag ved fare for liv: grunden først, og lederen får besked',
    tasks: 'Opgaver, personen selv har fået', anonymous: 'Råd uden navn, personen selv har givet', minutes: 'Udskrifter af møder, personen selv har fået', handover: 'Overdragelser: sagernes numre og frister', roles: 'Giver og slutter roller', entrances: 'Bringer listen over indgange ind',
    calls: 'Afdelinger, der beder om at blive ringet op', numbers: 'Sagers nummer, tilstand, hvem der har dem, og fristen',
  },
  grounds: {
    own: 'sine egne', unlocked: 'sine egne', role: 'alle', holder: 'kun hvor personen har stafetten', receiver: 'kun det, der er sendt til personen', shown: 'kun det, borgeren viser', consent: 'kun det, et samtykke dækker',
  },
  nothing: 'Ser intet, der handler om borgere',
} as const
const en = {
  things: {
    cases: 'Cases', employees: 'Cases of employees', otherParty: 'Cases of the other party', incidents: 'The citizen’s log', imports: 'Content from the citizen’s telephone', citizens: 'How the citizen may be reached',
    consents: 'Consents', measures: 'Orders and other protection', referrals: 'Referrals', bundle: 'Collected files for the police',
  },
  alone: {
    danger: 'Can open a case in danger to life: the reason first, and the leader is told',
    tasks: 'Tasks given to the person', anonymous: 'Advice without a name, given by the person', minutes: 'Copies of minutes given to the person', handover: 'Hand-overs: numbers and deadlines of the cases', roles: 'Gives and ends roles', entrances: 'Brings in the list of entrances',
    calls: 'Units that ask to be called', numbers: 'Number, state, holder and deadline of cases',
  },
  grounds: {
    own: 'one’s own', unlocked: 'one’s own', role: 'all', holder: 'only where the person has the baton', receiver: 'only what was sent to the person', shown: 'only what the citizen shows', consent: 'only what a consent covers',
  },
  nothing: 'Sees nothing about citizens',
} as const satisfies Words<typeof da>
const texts: Readonly<Record<Lang, Words<typeof da>>> = { da, en }

type Thing = keyof typeof da.things
type Alone = keyof typeof da.alone
const rooms: readonly (readonly [Thing, Readonly<Record<string, Right>>])[] = [
  ['cases', cases], ['incidents', incidents], ['imports', imports], ['citizens', citizens], ['consents', consents], ['measures', measures], ['referrals', referrals], ['bundle', bundle],
]
/** Acts about something else than what their room is about. */
const apart: readonly (readonly [RegExp, Thing | Alone | undefined])[] = [
  [/\.(receipt|inbox)$|^(shut|sparring)\./, undefined], [/^danger/, 'danger'], [/^cases\.handover/, 'handover'], [/task/, 'tasks'], [/anonymous|make-case/, 'anonymous'], [/copy/, 'minutes'], [/take-open|call-appoint/, 'calls'], [/^cases\.((other-)?appoint|filing|unlock)/, 'numbers'],
  [/^cases\.employee/, 'employees'], [/^cases\.other/, 'otherParty'],
]
const isAlone = (it: Thing | Alone): it is Alone => it in da.alone

/** What this role reaches, with every ground on which it does. Lists and beginnings, which are about nothing yet, are left out. */
function reached(role: Role): ReadonlyMap<Thing | Alone, readonly GroundKind[]> {
  const found = new Map<Thing | Alone, readonly GroundKind[]>()
  for (const [room, rights] of rooms)
    for (const [act, right] of Object.entries(rights)) {
      const other = apart.find(([name]) => name.test(act))
      const thing = other ? other[1] : room
      const grounds = right.filter(it => it.by === role && (it.states === 'every' || it.states.some(state => state !== '-'))).map(it => it.ground)
      if (thing && grounds.length > 0) found.set(thing, [...new Set([...(found.get(thing) ?? []), ...grounds])])
    }
  if (directory['directory.keep'].some(it => it.by === role)) found.set('roles', ['role'])
  if (directory['directory.bring'].some(it => it.by === role)) found.set('entrances', ['role'])
  return found
}

/** One sentence for everything that somebody with these roles can see, and how much of it. */
export function seenBy(roles: readonly Role[], lang: Lang): readonly string[] {
  const text = texts[lang]
  const all = new Map<Thing | Alone, readonly GroundKind[]>()
  for (const role of roles) for (const [thing, grounds] of reached(role)) all.set(thing, [...new Set([...(all.get(thing) ?? []), ...grounds])])
  const said = [...all].map(([thing, grounds]) =>
    (isAlone(thing) ? text.alone[thing] : `${text.things[thing]}: ${grounds.includes('role') ? text.grounds.role : [...new Set(grounds.map(it => text.grounds[it]))].join(', ')}`))
  const sees = [...all.keys()].some(it => it !== 'roles' && it !== 'entrances')
  return sees ? said : [...said, text.nothing]
}
