// npm run -s build: installs what is missing, builds, and says nothing when all is well.
import { ready } from './ready.mjs'

await ready()
