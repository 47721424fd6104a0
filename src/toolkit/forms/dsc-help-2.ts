// That help from Dansk Stalking Center was named to a person who stalks. The number stands in the referral list alone, where its age shows. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'
import { both, draft } from '../asking.ts'
import { dscHelp1 } from './dsc-help-1.ts'

const [help, paper] = dscHelp1.parts
const [, ...asked] = help.questions

export const dscHelp2: Form = {
  ...dscHelp1, version: 2, source: draft('rapporten om Esbjerg 2017–2019 og Dansk Stalking Centers offentlige sider', 'the report on Esbjerg 2017–2019 and the public pages of Dansk Stalking Center'),
  parts: [
    {
      ...help,
      questions: [
        {
          id: 'line', kind: 'explanation', ask: both('Sig det sådan her', 'Say it like this'),
          help: both(
            'De har en linje for dem, der har svært ved at slippe. Man kan ringe uden at sige sit navn. Se henvisningslisten, hvordan man får fat i dem.',
            'They have a line for those who find it hard to let go. You can call without giving your name. See the referral list for how to reach them.'),
        },
        ...asked,
      ],
    },
    paper,
  ],
}
