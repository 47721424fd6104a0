import type { AnonymousTexts } from './text.da.ts'

export const en = {
  title: 'Advice without a name',
  lead: 'When a citizen wants advice and does not want to say who she or he is. Do not ask for name, number or address, and do not write it.',
  dutyHeading: 'Say this before you talk about children',
  duty: 'Your duty to tell if a child may need help holds also when the citizen is anonymous. (Barnets lov § 133, to be checked.)',
  dutyTold: 'I have said this about children',
  told: 'Something else you want to remember',
  toldHint: 'Short, and nothing that shows who it is. You may leave it empty.',
  save: 'Save',
  own: 'What you have written',
  ownEmpty: 'You have written nothing yet.',
  becameCase: 'Became a case',
  year: (talks: number, cases: number) => `This year: ${talks === 1 ? '1 talk' : `${talks} talks`} without a name, ${cases} became a case.`,
  notedTitle: 'Advice given without a name',
  notedLead: 'It is counted. Only you can read it.',
  wish: 'Would the citizen like to have a case?',
  wishHint: 'Then it goes to the visitator, still without a name. The advice goes along.',
  callBack: 'How may the visitator get in touch?',
  callBackWays: { throughMe: 'Through me', citizenCalls: 'The citizen will call' },
  agreed: 'The citizen agrees to it',
  make: 'Make a case',
} satisfies AnonymousTexts
