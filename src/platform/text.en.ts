import type { Texts } from './text.da.ts'

export const en = {
  refusals: {
    missing: 'This page does not exist, or it is not for you.',
    invalid: 'Something you wrote cannot be used. Change what is marked and send again.',
    required: 'This has to be filled in.',
    'too-long': 'The text is too long. Make it shorter, or split it in two.',
    'sent-before': 'This has been sent already. Go back and see what is saved.',
    changed: 'Somebody else changed this while you were writing. See what is new, and send again if it still fits.',
    'uploads-busy': 'Other large files are on their way just now. Nothing was saved. Wait a minute, and send the file again.',
    'too-large': 'This is too large to send at once. Send less at a time.',
  },
  missingTitle: 'The page is not here',
  missingHelp: 'The address may be wrong, or the page is not for you. Go back to the front page.',
  noRole: 'You have no role here at the moment, so there is nothing to see. Talk to your tovholder if you should have one.',
  back: 'Back',
  home: 'To the front page',
  brokenTitle: 'Something went wrong on our side',
  brokenHelp: 'What you wrote may not have been saved. Try again in a little while. If it goes on, call the person you usually talk to.',
  awayTitle: 'The page is not ready right now',
  awayHelp: 'There is no connection to the place where everything is kept. Nothing is lost. Try again in a little while.',
  foreignForm: 'The form did not come from this page and was not taken. Open the page again and send from there.',
} as const satisfies Texts
