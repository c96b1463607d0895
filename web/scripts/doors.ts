import type { Connect, Plugin } from 'vite'

const PAGE = /^\/(resident|field|desk|screen)(\/[^.?]*)?(\?.*)?$/

/** Answers every page of a door with the door's document, as the server does. */
export function doors(): Plugin {
  const page: Connect.NextHandleFunction = (request, _, next) => {
    const door = PAGE.exec(request.url ?? '')
    if (door && request.headers.accept?.includes('text/html')) request.url = `/${door[1]}/index.html`
    next()
  }
  return {
    name: 'doors',
    configureServer: (server) => void server.middlewares.use(page),
    configurePreviewServer: (server) => void server.middlewares.use(page),
  }
}
