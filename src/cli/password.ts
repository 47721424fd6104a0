// Gives a colleague of the municipality's directory a password, until the organisation's own sign-in is there. Read from stdin, so that it stands in no history.
import { text } from 'node:stream/consumers'
import { personAdded, staffAccount } from '../directory/actors.ts'
import { readDirectory } from '../directory/folder.ts'
import { hashSecret } from '../identity/secrets.ts'
import { openHouse } from '../main.ts'
import { readConfig } from '../platform/config.ts'
import { operatorError } from '../platform/operator.ts'

/** `lods password NAME < FILE`: NAME as in the directory's `signIn`. */
export async function runPassword([name, ...more]: readonly string[]): Promise<number> {
  if (name === undefined || more.length > 0) throw operatorError('password needs one NAME, as the person signs in, and the password on stdin.', 2)
  const config = readConfig(process.env)
  const directory = readDirectory(config.municipality)
  const secret = (await text(process.stdin)).replace(/\r?\n$/, '')
  if ([...secret].length < 12) throw operatorError('A password has at least 12 characters.', 2)
  const { house, close } = await openHouse(config, 'beside')
  try {
    const person = directory.persons.find(it => it.signIn === name)?.id ?? await personAdded(house, name)
    if (!person) throw operatorError(`The directory of this municipality has nobody who signs in as ${name}.`, 2)
    await staffAccount(house, { person, partnership: directory.partnership.id, signInName: name, secretHash: await hashSecret(secret) })
    process.stderr.write(`${name} can sign in with the new password; earlier visits are ended.\n`)
    return 0
  } finally {
    await close()
  }
}
