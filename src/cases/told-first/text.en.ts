import type { Texts } from './text.da.ts'

export const en = {
  ask: 'Was the exposed person told first, and was safety gone through?', hint: 'Contact with the other party can make it more dangerous for the exposed person. Do not write who is exposed, or who told you anything.',
  askKnown: 'Was the employee told first, and was safety gone through?', hintKnown: 'Contact with the other party can make it more dangerous for the employee. That is so also when the other party is a colleague or a manager.',
  answers: { told: 'Yes, told and gone through', waived: 'No, and it is decided that it does not happen before', nobody: 'We know of nobody exposed in this' },
  on: 'On which day was it told?', why: 'Why not?', whyHint: 'Only if the answer is not yes.',
  police: 'Will the police tell before they speak with the other party?', policeHint: 'The referral asks for it, whatever you answer. Where it is agreed, the citizen knows that she will hear it first.',
  agreements: { agreed: 'Yes, that is agreed', asked: 'It was asked, but not answered', 'not-asked': 'It has not been asked yet' },
  policeAsked: (name: string) => `Tell ${name} before you speak with the other party.`,
  line: { told: 'The exposed person was told first, safety gone through', waived: 'The exposed person was not told first', nobody: 'Nobody exposed is known' },
  refusals: {
    'police-tells': 'Answer whether the police tell before they speak with the other party.',
    'first-needed': 'Answer whether the exposed person was told and safety was gone through. That comes before you contact the other party.',
    'told-after': 'The exposed person is told before the contact. Correct the day, or choose another answer with a reason.',
  },
} as const satisfies Texts
