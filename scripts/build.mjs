// Builds the house: TypeScript to dist/, then style sheets and browser files beside it.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { assets } from './assets.mjs'
rmSync('dist', { recursive: true, force: true })
const done = spawnSync('node_modules/.bin/tsc', ['-p', '.'], { stdio: 'inherit' })
if (done.status !== 0) process.exit(done.status ?? 1)
assets()
