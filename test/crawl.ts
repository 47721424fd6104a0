// Every GET address of the house as every kind of person: what there is to visit, and what is found on the way.

/** Somebody who visits. `cookie` is empty for one who has not signed in. */
export interface Visitor { readonly name: string; readonly cookie: string }
/** One address as one visitor saw it. `html` is empty for what is no page: a file to keep, a move to another address. */
export interface Visit { readonly route: string; readonly path: string; readonly visitor: Visitor; readonly status: number; readonly html: string }
/** `unvisited`: somebody could not even ask for it · `shut`: it opened to nobody. */
export interface Crawl { readonly visits: readonly Visit[]; readonly unvisited: readonly string[]; readonly shut: readonly string[] }

/** Addresses of one kind that one visitor opens: a list of four hundred leads to pages that are all alike. */
const mostOfAKind = 2

/**
 * @param routes paths as the router has them, with `:names`
 * @param theirs addresses that somebody may open and no link may lead to, such as where one is sent after a form
 */
export async function crawl(house: string, routes: readonly string[], visitors: readonly Visitor[], theirs: ReadonlyMap<Visitor, readonly string[]> = new Map()): Promise<Crawl> {
  const visits: Visit[] = []
  /** By route every address that was seen, with the one who was led there first. */
  const known = new Map<string, Map<string, Visitor>>(routes.map(it => [it, new Map<string, Visitor>()]))
  const learn = (path: string, by: Visitor) => {
    const paths = known.get(routeOf(routes, path) ?? '')
    if (paths && !paths.has(path)) paths.set(path, by)
  }
  const open = async (visitor: Visitor, path: string, oneMore = false): Promise<void> => {
    const route = routeOf(routes, path)
    const alike = visits.filter(it => it.visitor === visitor && it.route === route)
    if (route === undefined || (alike.length >= mostOfAKind && !oneMore) || alike.some(it => it.path === path)) return
    const { status, html, links } = await fetched(house, path, visitor.cookie)
    visits.push({ route, path, visitor, status, html })
    for (const link of links) learn(link, visitor)
    for (const link of links) await open(visitor, link)
  }
  for (const visitor of visitors) for (const route of routes) if (!route.includes(':')) await open(visitor, route)
  const opened = (visitor: Visitor, route: string | undefined) => visits.some(it => it.visitor === visitor && it.route === route && it.status < 400)
  for (const [visitor, paths] of theirs)
    for (const path of paths) {
      learn(path, visitor)
      if (!opened(visitor, routeOf(routes, path))) await open(visitor, path, true)
    }
  // Of many alike two were opened, and what only a third leads to is not known yet: the others are looked into for it.
  const looked = new Set(visits.map(it => it.path))
  for (let path = unread(known, looked); path; path = unread(known, looked)) {
    looked.add(path.path)
    for (const link of (await fetched(house, path.path, path.by.cookie)).links) learn(link, path.by)
  }
  // What one has a link to, another may try by hand.
  for (const visitor of visitors)
    for (const [route, paths] of known)
      if (!visits.some(it => it.visitor === visitor && it.route === route)) for (const path of route.includes(':') ? [...paths.keys()].slice(0, 1) : [route]) await open(visitor, path)
  const unvisited = routes.filter(route => !visitors.every(visitor => visits.some(it => it.visitor === visitor && it.route === route)))
  const shut = routes.filter(route => !visitors.some(visitor => opened(visitor, route)))
  return { visits, unvisited, shut }
}

/** An address that nobody has looked into yet, while there is a route to which nothing leads. A file leads nowhere. */
function unread(known: ReadonlyMap<string, ReadonlyMap<string, Visitor>>, looked: ReadonlySet<string>): { readonly path: string; readonly by: Visitor } | undefined {
  const sought = [...known].flatMap(([route, paths]) => (route.includes(':') && paths.size === 0 ? [route] : []))
  if (sought.length === 0) return undefined
  // Most things are led to from the page above them.
  const above = (route: string) => sought.some(it => it.startsWith(`${route}/`))
  for (const [, paths] of [...known].toSorted(([a], [b]) => Number(above(b)) - Number(above(a)))) for (const [path, by] of paths) if (!looked.has(path) && !/\.\w+(\?|$)/.test(path)) return { path, by }
  return undefined
}

/** The route that answers a path: the first that fits, and one without parameters before one with. */
export function routeOf(routes: readonly string[], path: string): string | undefined {
  const [plain = ''] = path.split('?')
  const parts = plain.split('/')
  const fits = (route: string) => {
    const wanted = route.split('/')
    return wanted.length === parts.length && wanted.every((part, at) => part === parts[at] || (part.startsWith(':') && parts[at] !== '' && new RegExp(`^${/\{(.*)\}$/.exec(part)?.[1] ?? '.+'}$`).test(parts[at] ?? '')))
  }
  return routes.find(it => it === plain) ?? routes.find(fits)
}

async function fetched(house: string, path: string, cookie: string): Promise<{ status: number; html: string; links: readonly string[] }> {
  const answer = await fetch(`${house}${path}`, { headers: cookie ? { cookie } : {}, redirect: 'manual' })
  const to = answer.headers.get('location')
  const text = answer.headers.get('content-type')?.startsWith('text/html') ? await answer.text() : (await answer.body?.cancel(), '')
  const page = to === null && !answer.headers.get('content-disposition')
  return { status: answer.status, html: page ? text : '', links: [...(to === null ? [] : [to]), ...linksIn(text)] }
}

/** Addresses in this house that a page leads to, or shows a picture from. */
export const linksIn = (html: string): string[] => [...new Set([...html.matchAll(/\s(?:href|src)="(\/[^"#]*)/g)].map(it => (it[1] ?? '').replaceAll('&amp;', '&')))]

/** A page without what is new each time, so that one that looks the same to several people is looked at once. */
export const looks = (html: string): string =>
  html.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID').replace(/kl\. \d\d\.\d\d|\d\d:\d\d(:\d\d)?/g, 'AT')
