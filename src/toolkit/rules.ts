// What a clarification can end in. A named person chooses one and writes the reason; nothing here is worked out from answers.
import type { Bilingual } from '../forms/rules.ts'

export const findings = [
  'stalking_likely', 'stalking_possible_keep_log', 'conflict_likely', 'harassment_other', 'other_violence', 'unclear', 'not_assessed_acute',
] as const
export type Finding = (typeof findings)[number]

export const findingWords: Readonly<Record<Finding, Bilingual>> = {
  stalking_likely: { da: 'Stalking er sandsynligt', en: 'Stalking is likely' },
  stalking_possible_keep_log: { da: 'Muligt – før log i fire uger', en: 'Possible – keep a log for four weeks' },
  conflict_likely: { da: 'Sandsynligvis en konflikt', en: 'Probably a conflict' },
  harassment_other: { da: 'Chikane eller andet uønsket', en: 'Harassment or something else unwanted' },
  other_violence: { da: 'Anden vold', en: 'Other violence' },
  unclear: { da: 'Uklart endnu', en: 'Unclear as yet' },
  not_assessed_acute: { da: 'Ikke afklaret – akut fare', en: 'Not clarified – acute danger' },
}

/** Mediation can help a conflict and make stalking worse. So it is open only where both sides feed it, and closed while that is not known. */
export const blocksMediation: Readonly<Record<Finding, boolean>> = {
  stalking_likely: true, stalking_possible_keep_log: true, conflict_likely: false, harassment_other: true, other_violence: true, unclear: true,
  not_assessed_acute: true,
}

export const isFinding = (text: string): text is Finding => (findings as readonly string[]).includes(text)

/** Which of the shelves of the toolkit a tool stands on. */
export const toolKinds = [
  'hand-off', 'checklist', 'advice', 'needs-mapping', 'action-plan', 'incident-log', 'typology', 'conversation', 'referral-list', 'action-card',
  'workplace', 'consent', 'risk-reference', 'safety-plan', 'digital-safety', 'closing', 'handover',
] as const
export type ToolKind = (typeof toolKinds)[number]
