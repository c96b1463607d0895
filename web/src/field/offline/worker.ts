/// <reference lib="webworker" />
import { isPage, kept, surplus } from './keep'
import { inboxOf, told } from './told'

declare const self: ServiceWorkerGlobalScope
/** The files of this door, written in by the build. */
declare const __SHELL__: { version: string; files: string[] }

const SHELL = `field-shell-${__SHELL__.version}`
const ANSWERS = 'field-answers'
const PAGE = '/field/index.html'

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(__SHELL__.files.map((it) => new Request(it, { cache: 'reload' })))))
})

self.addEventListener('activate', (event) => {
  const old = async () => {
    for (const name of await caches.keys()) if (name.startsWith('field-shell-') && name !== SHELL) await caches.delete(name)
    await self.clients.claim()
  }
  event.waitUntil(old())
})

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting()
  if (event.data === 'forget') event.waitUntil(caches.delete(ANSWERS))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (isPage(url.pathname)) event.respondWith(shell(PAGE, request))
  } else if (url.pathname.startsWith('/api/')) {
    if (kept(url.pathname)) event.respondWith(fresh(request))
  } else if (__SHELL__.files.includes(url.pathname)) event.respondWith(shell(url.pathname, request))
})

self.addEventListener('push', (event) => {
  const said = told(event.data?.text() ?? '')
  if (said) event.waitUntil(self.registration.showNotification(said.title, { tag: said.id, icon: '/field/icon-192.png' }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const open = async () => {
    const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
    const { at, path } = inboxOf(pages.map((it) => it.url))
    const page = pages[at]
    if (page) (await page.focus()).postMessage({ go: path })
    else await self.clients.openWindow(path)
  }
  event.waitUntil(open())
})

async function shell(path: string, request: Request): Promise<Response> {
  return (await (await caches.open(SHELL)).match(path)) ?? fetch(request)
}

/** The server's answer; without one the last, marked with the time it was given. */
async function fresh(request: Request): Promise<Response> {
  const cache = await caches.open(ANSWERS)
  try {
    const response = await fetch(request)
    if (response.ok) await put(cache, request.url, response.clone())
    else if ([401, 403, 404, 410].includes(response.status)) await cache.delete(request.url)
    return response
  } catch (e) {
    const last = await cache.match(request.url)
    if (last) return last
    throw e
  }
}

async function put(cache: Cache, url: string, response: Response) {
  const headers = new Headers(response.headers)
  headers.set('X-Kept-At', String(Date.now()))
  headers.delete('Set-Cookie')
  await cache.delete(url)
  await cache.put(url, new Response(await response.blob(), { status: 200, headers }))
  for (const old of surplus(await cache.keys())) await cache.delete(old)
}
