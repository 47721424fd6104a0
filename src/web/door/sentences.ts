// One sentence for every code of a refusal, from the room that says it.
import type { Lang } from '../../kernel/day.ts'
import { da as bundleDa } from '../../bundle/text.da.ts'
import { en as bundleEn } from '../../bundle/text.en.ts'
import { da as childrenDa } from '../../cases/children/text.da.ts'
import { en as childrenEn } from '../../cases/children/text.en.ts'
import { da as coordinationDa } from '../../cases/coordination/text.da.ts'
import { en as coordinationEn } from '../../cases/coordination/text.en.ts'
import { da as meetingsDa } from '../../cases/meetings/text.da.ts'
import { en as meetingsEn } from '../../cases/meetings/text.en.ts'
import { da as toldDa } from '../../cases/told-first/text.da.ts'
import { en as toldEn } from '../../cases/told-first/text.en.ts'
import { da as casesDa } from '../../cases/text.da.ts'
import { en as casesEn } from '../../cases/text.en.ts'
import { da as citizensDa } from '../../citizens/text.da.ts'
import { en as citizensEn } from '../../citizens/text.en.ts'
import { da as consentsDa } from '../../consents/text.da.ts'
import { en as consentsEn } from '../../consents/text.en.ts'
import { da as directoryDa } from '../../directory/text.da.ts'
import { en as directoryEn } from '../../directory/text.en.ts'
import { da as formsDa } from '../../forms/text.da.ts'
import { en as formsEn } from '../../forms/text.en.ts'
import { da as identityDa } from '../../identity/text.da.ts'
import { en as identityEn } from '../../identity/text.en.ts'
import { da as importsDa } from '../../imports/text.da.ts'
import { en as importsEn } from '../../imports/text.en.ts'
import { da as incidentsDa } from '../../incidents/text.da.ts'
import { en as incidentsEn } from '../../incidents/text.en.ts'
import { da as measuresDa } from '../../measures/text.da.ts'
import { en as measuresEn } from '../../measures/text.en.ts'
import { da as platformDa } from '../../platform/text.da.ts'
import { en as platformEn } from '../../platform/text.en.ts'
import { da as steeringDa } from '../../steering/text.da.ts'
import { en as steeringEn } from '../../steering/text.en.ts'
import { da as referralsDa } from '../../referrals/text.da.ts'
import { en as referralsEn } from '../../referrals/text.en.ts'
import { da as editorDa } from '../../toolkit/editor.da.ts'
import { en as editorEn } from '../../toolkit/editor.en.ts'

const rooms: Readonly<Record<string, Readonly<Record<Lang, { readonly refusals: Readonly<Record<string, string>> }>>>> = {
  platform: { da: platformDa, en: platformEn },
  directory: { da: directoryDa, en: directoryEn },
  forms: { da: formsDa, en: formsEn },
  citizens: { da: citizensDa, en: citizensEn },
  bundle: { da: bundleDa, en: bundleEn },
  cases: { da: { refusals: { ...casesDa.refusals, ...coordinationDa.refusals, ...meetingsDa.refusals, ...childrenDa.refusals, ...toldDa.refusals } }, en: { refusals: { ...casesEn.refusals, ...coordinationEn.refusals, ...meetingsEn.refusals, ...childrenEn.refusals, ...toldEn.refusals } } },
  consents: { da: consentsDa, en: consentsEn },
  identity: { da: identityDa, en: identityEn },
  imports: { da: importsDa, en: importsEn },
  referrals: { da: referralsDa, en: referralsEn },
  incidents: { da: incidentsDa, en: incidentsEn },
  toolkit: { da: editorDa, en: editorEn },
  steering: { da: steeringDa, en: steeringEn },
  measures: { da: measuresDa, en: measuresEn },
}

/** The sentence for `room.code`. A code without one is a fault of ours; the person still gets a sentence. */
export function sentence(code: string, lang: Lang): string {
  const [room = '', name = ''] = code.split('.')
  return rooms[room]?.[lang].refusals[name] ?? rooms['platform']?.[lang].refusals['invalid'] ?? code
}
