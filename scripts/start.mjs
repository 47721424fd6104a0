// npm start: the invented harbour town, on this machine alone.
import { fromBuild, ready } from './ready.mjs'

process.env.LODS_DEMO = '1'
await ready()
const { main } = await fromBuild('src/cli/main.js')
process.exitCode = await main(['start', ...process.argv.slice(2)])
