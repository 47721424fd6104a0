// npm run bench: measures the house, each line against a named peer or limit in the same run.
import { fromBuild, ready } from './ready.mjs'

await ready()
const { main } = await fromBuild('bench/main.js')
process.exitCode = await main(process.argv.slice(2))
