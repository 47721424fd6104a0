import assert from 'node:assert/strict'
import { test } from 'node:test'
import { da } from '../../platform/ui/text.da.ts'
import { troubleOf } from './trouble.ts'

const heading = (kind: 'invalid' | 'conflict', ...codes: `${string}.${string}`[]): string =>
  da.troubles[troubleOf({ kind, faults: codes.map(code => ({ field: '', code })) })]

test('the heading over what was wrong tells the kind of trouble', () => {
  assert.equal(heading('invalid', 'cases.needs-reason', 'forms.missing'), 'Der mangler noget, før det kan gemmes')
  assert.equal(heading('invalid', 'cases.needs-reason', 'cases.call-back-past'), 'Noget skal rettes, før det kan gemmes')
  assert.equal(heading('invalid', 'identity.wrong'), 'Du er ikke kommet ind')
  assert.equal(heading('invalid', 'identity.wrong-number'), 'Noget skal rettes, før det kan gemmes', 'a colleague who confirms a code is in already')
  assert.equal(heading('invalid', 'identity.wrong-passphrase'), 'Det er stadig låst')
  assert.equal(heading('conflict', 'platform.sent-before'), 'Det er allerede sendt')
  assert.equal(heading('conflict', 'cases.changed-meanwhile'), 'Noget er ændret, mens du skrev')
  assert.equal(heading('conflict', 'citizens.contact-changed'), 'Noget er ændret, mens du skrev')
  assert.equal(heading('conflict', 'cases.cannot-close'), 'Det er ikke gemt')
  assert.equal(heading('invalid', 'imports.bad-zip'), 'Filen kunne ikke bruges')
  assert.equal(heading('invalid', 'imports.is-photo'), 'Filen kunne ikke bruges')
  assert.equal(heading('conflict', 'platform.come-back-file'), 'Du er logget ind igen')
})
