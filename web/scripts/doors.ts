import type { Connect, Plugin } from 'vite'

const PAGE = /^\/(resident|field|desk|screen)(\/[^.?]*)?(\?.*)?$/

/**
 * Styles before scripts. A browser fetches six files at once from one place, in the order in which the page names them: what the
 * first paint waits for must not queue behind modules that it does not need.
 */
export function stylesFirst(html: string): string {
  const styles = html.match(/[ \t]*<link rel="stylesheet"[^>]*>\n?/g) ?? []
  const rest = styles.reduce((left, it) => left.replace(it, ''), html)
  return rest.replace(/[ \t]*<script/, (script) => styles.map((it) => `    ${it.trim()}\n`).join('') + script)
}

/** Answers every page of a door with the door's document, as the server does. */
export function doors(): Plugin {
  const page: Connect.NextHandleFunction = (request, _, next) => {
    const door = PAGE.exec(request.url ?? '')
    if (door && request.headers.accept?.includes('text/html')) request.url = `/${door[1]}/index.html`
    next()
  }
  return {
    name: 'doors',
    transformIndexHtml: { order: 'post', handler: stylesFirst },
    configureServer: (server) => void server.middlewares.use(page),
    configurePreviewServer: (server) => void server.middlewares.use(page),
  }
}
