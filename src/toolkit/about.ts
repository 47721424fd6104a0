// What each tool is for and for whom, in one line: how somebody with one case a month finds the right one. A municipality's own version keeps the place of ours.
import type { Bilingual } from '../forms/rules.ts'
import { both } from './asking.ts'
import type { ToolKind } from './rules.ts'

/** The groups that tools are looked for in, in the order in which they are needed. */
export const cupboards = ['first', 'citizen', 'case', 'consent', 'children', 'otherParty', 'police', 'work'] as const
export type Cupboard = (typeof cupboards)[number]

export interface About {
  readonly in: Cupboard
  readonly what: Bilingual
  readonly who: Bilingual
  /** What it rests on, where the tool does not say so itself. */
  readonly rests?: Bilingual
}

const everybody = both('Alle ansatte', 'Every employee')
const coordinator = both('Koordinator', 'Coordinator')
const family = both('Familierådgiver', 'Family counsellor')
const citizen = both('Den, der er udsat', 'The exposed person')
const talkers = both('Familierådgiver, politi og center', 'Family counsellor, police and centre')
const leader = both('Leder, HR og arbejdsmiljø', 'Leader, HR and work environment')
const report = both('rapporten om Esbjerg 2017–2019', 'the report on Esbjerg 2017–2019')
const childLaw = both('barnets lov § 133 (skal kontrolleres) og rapporten om Esbjerg 2017–2019', 'Barnets lov § 133 (to be checked) and the report on Esbjerg 2017–2019')

export const about: Readonly<Record<string, About>> = {
  handoff: { in: 'first', what: both('Giv en henvendelse videre til visitatoren på under tre minutter.', 'Pass an enquiry on to the visitator in under three minutes.'), who: everybody, rests: report },
  checklist: { in: 'first', what: both('Spørgsmål, der hjælper jer med at se, om det kan være stalking.', 'Questions that help you see whether it may be stalking.'), who: both('Visitator og alle ansatte', 'Visitator and every employee') },
  advice: { in: 'first', what: both('Det, du kan sige til en, der er udsat. I den rigtige rækkefølge.', 'What you can say to somebody exposed. In the right order.'), who: everybody },
  henvisningsliste: { in: 'first', what: both('Hvem man ellers kan ringe til, og hvor gammelt nummeret er.', 'Whom else one can call, and how old the number is.'), who: both('Alle', 'Everybody') },
  'incident-log': { in: 'citizen', what: both('Skriv ned, hvad der sker. Også på papir, når en telefon ikke er sikker.', 'Write down what happens. On paper too, when a telephone is not safe.'), who: citizen },
  'safety-plan': { in: 'citizen', what: both('Din egen plan: hjemme, ude, børn, telefon, og hvis du må væk.', 'Your own plan: at home, outside, children, telephone, and if you have to leave.'), who: citizen },
  'digital-safety': { in: 'citizen', what: both('Gå telefon, konti og sporing igennem, roligt og i den rigtige rækkefølge.', 'Go through telephone, accounts and tracking, calmly and in the right order.'), who: both('Den, der er udsat, med en hjælper', 'The exposed person, with a helper') },
  'needs-mapping': { in: 'case', what: both('Hele situationen i tolv dele. Tag én ad gangen.', 'The whole situation in twelve parts. Take one at a time.'), who: coordinator },
  'action-plan': { in: 'case', what: both('Få mål, med én ansvarlig og en dag ved hvert.', 'Few goals, each with one responsible and a day.'), who: coordinator },
  network: { in: 'case', what: both('Hvem der er omkring borgeren, og hvem I må tale med.', 'Who is around the citizen, and whom you may talk to.'), who: coordinator, rests: report },
  departments: { in: 'case', what: both('Hvem i kommunen der er med, og hvad de må vide.', 'Who in the municipality takes part, and what they may know.'), who: coordinator, rests: report },
  'contact-note': { in: 'case', what: both('Det, nogen har fortalt, og hvem du ved det fra.', 'What somebody has told, and from whom you know it.'), who: both('Visitator og koordinator', 'Visitator and coordinator'), rests: both('reglerne om notatpligt (skal kontrolleres)', 'the rules of the duty to record (to be checked)') },
  'risk-reference': { in: 'case', what: both('At en vurdering er lavet, af hvem, og hvor den ligger. Ingen tal.', 'That an assessment has been made, by whom, and where it lies. No figures.'), who: both('Visitator, koordinator og politi', 'Visitator, coordinator and police') },
  closing: { in: 'case', what: both('Luk en sag med en grund og et opkald senere.', 'Close a case with a reason and a call later.'), who: both('Visitator og koordinator', 'Visitator and coordinator'), rests: report },
  handover: { in: 'case', what: both('Når en anden tager over: det, I skal have talt om.', 'When somebody else takes over: what you must have talked about.'), who: both('Alle med en rolle', 'Everybody with a role'), rests: report },
  'consent-police': { in: 'consent', what: both('Ja til, at kommunen giver noget videre til politiet.', 'A yes to the municipality passing something on to the police.'), who: both('Visitator og koordinator, sammen med den udsatte', 'Visitator and coordinator, with the exposed person') },
  'consent-dsc': { in: 'consent', what: both('Ja til, at kommunen giver noget videre til Dansk Stalking Center.', 'A yes to the municipality passing something on to Dansk Stalking Center.'), who: both('Visitator og koordinator, sammen med den udsatte', 'Visitator and coordinator, with the exposed person') },
  'consent-police-dsc': { in: 'consent', what: both('Ja til, at politiet henviser den udsatte til Dansk Stalking Center.', 'A yes to the police referring the exposed person to Dansk Stalking Center.'), who: both('Politi, sammen med den udsatte', 'Police, with the exposed person') },
  'consent-police-dsc-other': { in: 'consent', what: both('Ja til, at politiet henviser en, der har svært ved at slippe.', 'A yes to the police referring somebody who finds it hard to let go.'), who: both('Politi, sammen med personen selv', 'Police, with the person') },
  child: { in: 'children', what: both('Et barn i sagen, og om der skal underrettes.', 'A child in the case, and whether to make a report.'), who: both('Koordinator og familierådgiver', 'Coordinator and family counsellor'), rests: childLaw },
  young: { in: 'children', what: both('Når den udsatte er under 18 år.', 'When the exposed person is under 18.'), who: both('Koordinator og familierådgiver', 'Coordinator and family counsellor'), rests: childLaw },
  'talk-child': { in: 'children', what: both('Notat om en samtale med barnet.', 'Record of a talk with the child.'), who: family, rests: report },
  'talk-mother': { in: 'children', what: both('Notat om en samtale med moren, for sig.', 'Record of a talk with the mother, apart.'), who: family, rests: report },
  'talk-father': { in: 'children', what: both('Notat om en samtale med faren, for sig.', 'Record of a talk with the father, apart.'), who: family, rests: report },
  'contact-agreement': { in: 'children', what: both('Det, der er aftalt om samvær, og hvor længe det gælder.', 'What is agreed about contact, and for how long.'), who: family, rests: report },
  'child-outcome': { in: 'children', what: both('Hvad der er blevet anderledes for barnet.', 'What has become different for the child.'), who: family, rests: report },
  'other-party': { in: 'otherParty', what: both('Når du møder en, der selv stalker. Personens eget papir.', 'When you meet somebody who stalks. The person’s own paper.'), who: talkers, rests: both('Dansk Stalking Centers offentlige råd', 'the public advice of Dansk Stalking Center') },
  conversation: { in: 'otherParty', what: both('Gode råd til samtalen, og et sted at skrive, hvad der blev sagt.', 'Good advice for the talk, and a place to write what was said.'), who: talkers },
  'dsc-help': { in: 'otherParty', what: both('Fortæl om hjælpen hos Dansk Stalking Center, og skriv svaret.', 'Tell of the help at Dansk Stalking Center, and write the answer.'), who: talkers },
  typology: { in: 'otherParty', what: both('Fem typer at tænke med. Aldrig et mærkat, aldrig vist til nogen af dem.', 'Five types to think with. Never a label, never shown to either of them.'), who: both('Fagfolk', 'Professionals') },
  'police-action-card': { in: 'police', what: both('Seks trin på én side: tag imod, spørg, sikr, vurdér, handl, følg op.', 'Six steps on one page: receive, ask, secure, assess, act, follow up.'), who: both('Politi', 'Police') },
  employee: { in: 'work', what: both('Når en medarbejder er udsat: begynd her.', 'When an employee is exposed: begin here.'), who: leader, rests: both('HK’s og Dansk Stalking Centers offentlige råd', 'the public advice of HK and Dansk Stalking Center') },
  workplace: { in: 'work', what: both('Planen, der gør arbejdet trygt igen.', 'The plan that makes the work safe again.'), who: leader },
}

/** Where a tool stands that nobody has written a line about. */
const cupboardOf: Readonly<Record<ToolKind, Cupboard>> = {
  'hand-off': 'first', checklist: 'first', advice: 'first', 'referral-list': 'first', 'incident-log': 'citizen', 'safety-plan': 'citizen', 'digital-safety': 'citizen',
  'needs-mapping': 'case', 'action-plan': 'case', 'risk-reference': 'case', closing: 'case', handover: 'case', consent: 'consent', typology: 'otherParty', conversation: 'otherParty',
  'action-card': 'police', workplace: 'work',
}

export const cupboardFor = (tool: { readonly id: string; readonly kind: ToolKind }): Cupboard => about[tool.id]?.in ?? cupboardOf[tool.kind]
