// The three doors on one address, and what stands before them: health, assets, the way out, plain pages for faults.
import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { House } from '../platform/action.ts'
import { openHttp, serveAssets } from '../platform/http.ts'
import { assetFolder } from '../platform/ui/assets.ts'
import { citizenDoor, citizenUploads } from './citizen.tsx'
import { moveUploads } from './routes/cases.tsx'
import { recordUploads } from './routes/children.ts'
import { consentUploads } from './routes/consent.ts'
import { paperUploads } from './routes/coordination.ts'
import { scanUploads } from './routes/scan.ts'
import { cardUploads } from './routes/referral.ts'
import { sideUploads } from './routes/side.ts'
import { faultPages } from './door/faults.tsx'
import { openEntrancesDoor } from './open/entrances.tsx'
import { openLibrary, openPages } from './open/open-pages.tsx'
import { publicDoor } from './public.tsx'
import { staffDoor } from './staff.tsx'
import { toolPapers } from './open/tool-papers.ts'
import { toolPages } from './open/tools.tsx'

export function openWeb(house: House): Hono {
  const app = openHttp([...citizenUploads, ...consentUploads, ...scanUploads, ...moveUploads, ...paperUploads, ...recordUploads, ...sideUploads, ...cardUploads])
  faultPages(app, house)
  serveAssets(app, assetFolder, house.colours && { [house.colours.name]: house.colours.css })
  app.get('/healthz', async c => {
    try {
      await sql`select 1`.execute(house.pool)
      return c.json({ ready: true })
    } catch (error) {
      return c.json({ ready: false, why: `the database does not answer (${(error as { code?: string }).code ?? 'no connection'})` }, 503)
    }
  })
  publicDoor(app, house)
  const library = openLibrary(house)
  openPages(app, house, library)
  openEntrancesDoor(app, house)
  // The editor's pages lie under those of the tools, and are asked first.
  staffDoor(app, house)
  toolPages(app, house, library)
  toolPapers(app, house)
  citizenDoor(app, house)
  return app
}
