import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// Argon2id (the library's default) with 19 MiB, two passes, one lane: some 30 ms on a small machine.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashSecret = (secret: string): Promise<string> => hash(secret.normalize('NFC'), cost)
export const secretFits = (kept: string, secret: string): Promise<boolean> => verify(kept, secret.normalize('NFC'))

/** A hash that fits nothing: checked when there is no such name, so that the answer takes as long. */
export const noSecret = await hashSecret(randomBytes(32).toString('base64'))

/** A session's own id as the cookie carries it (256 random bits) and as the table keeps it. */
export const newSessionId = (): string => randomBytes(32).toString('base64url')
export const sessionHash = (id: string): Buffer => createHash('sha256').update(id).digest()
