// The commands of the house. For machines on stdout, for people on stderr; exit 0 all well, 1 found something wrong, 2 used wrongly.
import { exitOf, operatorError } from '../platform/operator.ts'

export interface Command {
  readonly name: string
  /** What stands after the name. */
  readonly usage: string
  readonly what: string
  /** @returns the exit code; a failure is thrown as an operator's error or a Refusal */
  readonly run: (args: readonly string[]) => Promise<number>
}

// A command loads what it needs when it is called: `inspect` must not wait for a web server.
export const commands: readonly Command[] = [
  { name: 'start', usage: '', what: 'opens the invented harbour town on this machine alone (npm start)',
    run: async args => (await import('./start.ts')).runStart(args) },
  { name: 'serve', usage: '', what: 'opens the house for real: no invented people, no moving clock',
    run: async args => (await import('./start.ts')).runServe(args) },
  { name: 'demo', usage: '[--bundle OUT.zip] [--json]', what: 'fills the data folder with the invented town; --json says who can sign in',
    run: async args => (await import('./demo.ts')).runDemo(args) },
  { name: 'new-municipality', usage: '"NAME" [--from ANSWERS.json] [--to FOLDER] [--blank]', what: 'asks a dozen questions in Danish and writes the folder of a municipality',
    run: async args => (await import('./new-municipality.ts')).runNewMunicipality(args) },
  { name: 'sheet', usage: '--out FILE [--lang da|en]', what: 'makes the A4 sheet of the municipality\'s folder; needs no database',
    run: async args => (await import('./sheet.ts')).runSheet(args) },
  { name: 'wording', usage: '', what: 'lists the texts that a municipality can put its own words for',
    run: async args => (await import('./wording.ts')).runWording(args) },
  { name: 'migrate', usage: '', what: 'brings the database to the shape this program expects',
    run: async args => (await import('./migrate.ts')).runMigrate(args) },
  { name: 'password', usage: 'NAME', what: 'gives a colleague in the directory a password, read from stdin',
    run: async args => (await import('./password.ts')).runPassword(args) },
  { name: 'rights', usage: '[--json]', what: 'says which role may do what, in which state, and on what ground',
    run: async args => (await import('./rights.ts')).runRights(args) },
  { name: 'check', usage: '', what: 'says whether settings, database and migrations are in order',
    run: async args => (await import('./check.ts')).runCheck(args) },
  { name: 'toolkit', usage: '[--json | --schema | --form ID]', what: 'lists the tools, or writes one form as a file for a municipality to change',
    run: async args => (await import('./toolkit.ts')).toolkit(args, process.stdout, process.stderr) },
  { name: 'inspect', usage: 'FILE [--me NAME] [--zone ZONE] [--date-order dmy|mdy|ymd] [--lang da|en] [--json]', what: 'shows what is in an export; needs no database',
    run: async args => (await import('./inspect.ts')).inspect(args, process.stdout, process.stderr) },
  { name: 'bundle', usage: 'CASE --out FILE --as NAME --reason TEXT', what: 'makes the file for the police of what is shown in a case, on the consent',
    run: async args => (await import('./bundle.ts')).runBundle(args) },
  { name: 'verify', usage: 'BUNDLE [--head SEAL] [--lang da|en] [--json]', what: 'checks a bundle: files, chain, opened incidents; needs no database',
    run: async args => (await import('./verify.ts')).runVerify(args) },
  { name: 'help', usage: '', what: 'shows this list', run: help },
]

/** @returns the exit code */
export async function main([name = 'help', ...args]: readonly string[]): Promise<number> {
  // Whoever reads us may have read enough (`| head`); the command still ends in good order.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  try {
    const command = commands.find(it => it.name === (name === '--help' ? 'help' : name))
    if (!command) throw operatorError(`There is no command ${name}: "lods help" lists those there are.`, 2)
    return await command.run(args)
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`)
    return exitOf(error) ?? 1
  }
}

// A fault of our own also says where it happened, which is all that a report of it needs.
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return `Lods failed: ${String(error)}`
  if (exitOf(error) !== undefined || error.name === 'Refusal') return error.message
  const away = (error as NodeJS.ErrnoException).code
  if (away === 'ECONNREFUSED' || away === 'ENOTFOUND' || away === 'ETIMEDOUT') return `The database does not answer (${away}): look at DATABASE_URL, and whether its server runs.`
  const place = /\(?(?:file:\/\/)?[^\s(]*dist\/(src\/[^\s)]+)\)?/.exec(error.stack ?? '')?.[1]
  return `Lods failed: ${error.message || error.name}${place ? ` (${place})` : ''}`
}

async function help(): Promise<number> {
  const width = Math.max(...commands.map(it => `${it.name} ${it.usage}`.length))
  for (const { name, usage, what } of commands) process.stdout.write(`lods ${`${name} ${usage}`.padEnd(width)}  ${what}\n`)
  return 0
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
