// npm run -s lods -- COMMAND: the command's own words alone go to stdout.
import { fromBuild, ready } from './ready.mjs'

await ready()
const { main } = await fromBuild('src/cli/main.js')
process.exitCode = await main(process.argv.slice(2))
