// A pupil of sixteen in the invented town, whom the school met first: her own pages speak to her age. All people are made up.
import { addDays } from '../kernel/day.ts'
import { tellDutyAction } from '../cases/children/actions.ts'
import { setContact } from '../cases/reaching.ts'
import { keepPaperAction } from '../cases/tools/actions.ts'
import { sendAction } from '../referrals/actions.ts'
import { acceptAction } from '../referrals/actions-receive.ts'
import { showAll, writeLog } from './town-log.ts'
import { clarified, moved, safe, sent } from './town-steps.ts'
import type { Teller } from './teller.ts'

export async function pupil(teller: Teller): Promise<void> {
  const it = await sent(teller, 15, '10:05', 'lars.opdigt', 'En elev på 16 år får beskeder dag og nat fra en, hun var kæreste med i sommer. Han står ved porten, når hun har fri.', { children: 'yes' })
  const [vibeke, mikkel] = [await teller.as('vibeke.eksempel'), await teller.as('mikkel.opdigt')]
  await teller.act(14, '09:00', vibeke, setContact, { ...safe, case: it.id, where: '00 31 16 16', times: 'hverdage 14-15, når hun har fri', say: 'Det er skolens kontor' })
  await clarified(teller, it.id, 14, '09:40', 'stalking_likely', 'Gentaget og uønsket, efter at hun har sagt nej. Hun går hjem ad en anden vej og sover hos en veninde.')
  const { id: referral } = await teller.act(14, '10:00', vibeke, sendAction, { case: it.id, til: mikkel.id, rolle: 'primaryCoordinator', purpose: 'Hun går i skole og bor hjemme. Find sammen med hende ud af, hvem der skal vide det.' })
  await teller.act(13, '08:50', mikkel, acceptAction, { referral })
  await teller.act(13, '14:05', mikkel, tellDutyAction, { case: it.id })
  const paper = (clock: string, word: string, fields: Readonly<Record<string, unknown>>) =>
    teller.act(13, clock, mikkel, keepPaperAction, { case: it.id, word, paper: 'ark', seen: '0', ...fields })
  await paper('14:20', 'under-18', { under18: 'yes', mayConsent: 'both', askedWho: 'Kommunens jurist', holderIs: 'no', 'holderWho-name': 'Moster Opdigt', 'holderWho-relation': 'Hendes mors søster' })
  await paper('14:40', 'tryghedsplan', {
    signal: 'Har du set min cykelnøgle?', homeDo: ['neighbour', 'door'], outDo: ['route', 'company'], outSafePlaces: 'Biblioteket og kiosken ved stationen.', 'people-1-helper-name': 'Moster Opdigt', 'people-1-helperDoes': 'Henter hende, hvis hun ringer.',
  })
  const citizen = await teller.moveIn(it.citizen, 'rød bøje 16')
  await writeLog(teller, citizen, { from: 12, to: 1, rows: 7, seed: 16, typical: 1 })
  await showAll(teller, citizen, 1, 'primaryCoordinator')
  await moved(teller, 'mikkel.opdigt', it.id, 2, '14:10', 'meet', `Hun har vist mig loggen. Skolen følger hende til bussen til og med ${addDays(teller.today, 12).slice(8, 10)}. i måneden.`)
}
