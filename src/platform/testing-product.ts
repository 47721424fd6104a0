// A product in a process of its own, for tests that kill one: says `up` and whether it adopted a server, then waits to be told to stop.
import { untilTold } from './operator.ts'
import { startDatabase } from './postgres.ts'

const told = untilTold()
const database = await startDatabase({ dataDir: process.argv[2] as string })
process.stdout.write(`up ${database.adopted}\n`)
await told
await database.stop()
