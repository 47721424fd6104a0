// Logs of the invented town: ordinary-looking rows, bursts, rows through others, digital ones and some that were seen by others. All made up.
import type { Actor } from '../kernel/actor.ts'
import { addDays } from '../kernel/day.ts'
import { addEntry } from '../incidents/actions.ts'
import { show, showPage } from '../incidents/actions-show.ts'
import { markTypical } from '../incidents/actions-earlier.ts'
import type { Teller } from './teller.ts'

interface Kind { readonly type: string; readonly channel?: string; readonly told: readonly string[]; readonly most?: number; readonly witnesses?: string; readonly place?: string; readonly actor?: string }

const kinds: readonly Kind[] = [
  { type: 'sms', channel: 'sms', told: ['"Hvor er du?"', '"Du svarer altid til sidst."', '"Jeg savner dig. Ring."', '"God morgen."', '"Jeg ved godt, du læser det her."'] },
  { type: 'message', channel: 'app', told: ['"Vi skal tale sammen."', '"Hvem var han, du stod med?"', '"Jeg står udenfor om lidt."', '"Bare svar ja eller nej."'] },
  { type: 'call', channel: 'phone', told: ['Ringede og lagde på, da jeg tog den.', 'Ringede fra skjult nummer.'], most: 43 },
  { type: 'silentCall', channel: 'phone', told: ['Der var stille i røret i et halvt minut.'], most: 7 },
  { type: 'mail', channel: 'mail', told: ['En mail uden emne. Der stod: "Du skylder mig en samtale."'] },
  { type: 'waiting', channel: 'inPerson', told: ['Stod ved cykelskuret, da jeg fik fri.', 'Sad i bilen ved mit arbejde i ti minutter.'], place: 'Ved mit arbejde', witnesses: 'Kollega ved navn Åse Prøve' },
  { type: 'following', channel: 'inPerson', told: ['Gik bag mig fra bussen til torvet.'], place: 'Torvet i Havneby' },
  { type: 'gift', told: ['Der lå blomster på måtten med et kort uden navn.', 'Et kæmpe æske chokolade i postkassen.'] },
  { type: 'throughOthers', told: ['Min søster fik at vide, at jeg skulle ringe.', 'En fælles bekendt spurgte, hvor jeg bor nu.'], actor: 'through' },
  { type: 'falseProfile', channel: 'social', told: ['En ny profil uden billede ville følge mig og skrev mit gamle kælenavn.'], actor: 'unknown' },
  { type: 'payment', told: ['Fik overført 1 krone med teksten "Husk mig".'] },
  { type: 'ordered', told: ['Der kom en pizza, jeg ikke havde bestilt, i mit navn.'], actor: 'unknown' },
]

/** Numbers that look drawn and are the same every time (Park and Miller). */
function drawer(seed: number): (below: number) => number {
  let state = seed * 48_271 % 2_147_483_647
  return below => {
    state = state * 48_271 % 2_147_483_647
    return state % below
  }
}
const two = (value: number): string => String(value).padStart(2, '0')

/** Writes so many rows in her log, spread unevenly from `from` to `to` days ago, each written the evening it happened; some are marked as typical. */
export async function writeLog(teller: Teller, citizen: Actor, it: { readonly from: number; readonly to: number; readonly rows: number; readonly seed: number; readonly typical: number }): Promise<void> {
  const draw = drawer(it.seed)
  const rows = Math.max(4, Math.round(it.rows * teller.share))
  const days = Array.from({ length: rows }, () => dayDrawn(draw, it.from, it.to)).sort((a, b) => b - a)
  const typical: string[] = []
  for (const [row, daysAgo] of days.entries()) {
    const kind = kinds[draw(kinds.length)] as Kind
    const told = kind.told[draw(kind.told.length)] as string
    const count = kind.most === undefined ? 1 : 1 + draw(kind.most)
    const { id } = await teller.act(daysAgo, `23:${two(draw(60))}`, citizen, addEntry, {
      told, when: 'other', day: addDays(teller.today, -daysAgo), time: `${two(7 + draw(15))}.${two(draw(60))}`, type: kind.type, channel: kind.channel ?? '',
      actor: kind.actor ?? 'person', place: kind.place ?? '', count: String(count), witnesses: kind.witnesses ?? '', response: draw(9) === 0 ? 'saidNo' : 'none',
      note: draw(12) === 0 ? 'Jeg sov dårligt bagefter.' : '',
    })
    if (row % Math.max(1, Math.floor(rows / 4)) === 2 && typical.length < it.typical) typical.push(id)
  }
  for (const entry of typical) await teller.act(it.to, '23:59', citizen, markTypical, { entry, typisk: 'ja' })
}

/** More of late than long ago, and two stretches with nothing. */
function dayDrawn(draw: (below: number) => number, from: number, to: number): number {
  const span = from - to + 1
  const drawn = to + Math.min(draw(span), draw(span))
  const quiet = span > 100 && ((drawn > 100 && drawn < 116) || (drawn > 210 && drawn < 240))
  return quiet ? to + draw(30) : drawn
}

/** Everything she has written so far. */
export async function showAll(teller: Teller, citizen: Actor, daysAgo: number, til: string): Promise<void> {
  const page = await teller.act(daysAgo, '20:10', citizen, showPage, {})
  await teller.act(daysAgo, '20:12', citizen, show, { til, vis: page.entries.map(it => it.row.id), older: 'yes' })
}
