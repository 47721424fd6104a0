// For tests only: a person at the door, with a cookie, who follows forms as a browser without JavaScript does.

export interface Visit {
  readonly get: (path: string) => Promise<Page>
  readonly post: (path: string, fields: Readonly<Record<string, string | readonly string[] | File>>) => Promise<Page>
  /** Forgets the cookie, as a browser that was closed. */
  readonly forget: () => void
}
export interface Page { readonly status: number; readonly path: string; readonly html: string; readonly hidden: (name: string) => string }

const host = '127.0.0.1:3000'

/** Redirects are followed; the last page is answered. */
export function visit(app: { readonly request: (path: string, init: RequestInit) => Response | Promise<Response> }): Visit {
  let cookie = ''
  const send = async (path: string, init: RequestInit): Promise<Page> => {
    const answer = await app.request(`http://${host}${path}`, { ...init, headers: { host, origin: `http://${host}`, ...(cookie && { cookie }) } })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      cookie = pair.endsWith('=') ? '' : pair
    }
    const to = answer.headers.get('location')
    if (to !== null) return send(to, { method: 'GET' })
    const html = answer.headers.get('content-type')?.startsWith('text/') ? await answer.text() : ''
    const lost = leadsNowhere(html)
    if (lost.length > 0) throw new Error(`${path}: the summary of faults leads to ${lost.join(', ')}, which is not on the page`)
    return { status: answer.status, path, html, hidden: name => unescape(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '') }
  }
  return {
    get: path => send(path, { method: 'GET' }),
    post: (path, fields) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) for (const one of Array.isArray(value) ? value : [value]) body.append(name, one as string)
      return send(path, { method: 'POST', body })
    },
    forget: () => { cookie = '' },
  }
}

/** Lines of a summary of faults whose field is not there. */
function leadsNowhere(html: string): readonly string[] {
  const summary = /<div class="alert alert-error error-summary".*?<\/ul>/s.exec(html)?.[0] ?? ''
  return [...summary.matchAll(/href="#([^"]*)"/g)].flatMap(([, id = '']) => (html.includes(`id="${id}"`) ? [] : [id]))
}

const unescape = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
