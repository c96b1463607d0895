import { onActivated, onBeforeUnmount, onDeactivated, onMounted } from 'vue'
import { session } from './api/session'

/** What the server tells as it happens: ids and codes only, of what the signed-in person may see. */
export type News = 'matter' | 'whistle' | 'notice'

interface Listener {
  kinds: readonly News[]
  told: () => void
}

/** Lists are written a moment after it happened; a burst of news asks once. */
const SETTLE = 1_500
const REOPEN = 5_000

const listeners = new Set<Listener>()
let stream: EventSource | null = null
let region = ''
let last = ''
let reopening: ReturnType<typeof setTimeout> | undefined

function tell(kind: News | 'reset') {
  for (const listener of listeners) if (kind === 'reset' || listener.kinds.includes(kind)) listener.told()
}

function open() {
  clearTimeout(reopening)
  stream = new EventSource(`/api/v1/${region}/live${last ? `?after=${encodeURIComponent(last)}` : ''}`)
  for (const kind of ['matter', 'whistle', 'notice', 'reset'] as const) {
    stream.addEventListener(kind, (event) => {
      last = event.lastEventId || last
      tell(kind)
    })
  }
  // a cut is mended by the browser; a refusal (signed out, too many streams) ends the stream and is tried again later
  stream.addEventListener('error', () => {
    if (stream?.readyState === EventSource.CLOSED && listeners.size) reopening = setTimeout(open, REOPEN)
  })
}

function settle() {
  const now = session.me?.region ?? ''
  if (listeners.size && now && (!stream || now !== region)) {
    stream?.close()
    if (now !== region) last = ''
    region = now
    open()
  } else if (!listeners.size) {
    clearTimeout(reopening)
    stream?.close()
    stream = null
  }
}

/** Hears news until the answer is called. One stream serves all listeners of a page. */
export function hear(kinds: readonly News[], told: () => void): () => void {
  const listener = { kinds, told }
  listeners.add(listener)
  settle()
  return () => {
    listeners.delete(listener)
    settle()
  }
}

/**
 * Looks again when something of these kinds moved, while the component is shown; at once when it is shown again. A page that
 * nobody sees looks when it is seen.
 */
export function useNews(kinds: readonly News[], look: () => unknown) {
  let stop: (() => void) | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined
  let missed = false
  const due = () => {
    waiting = undefined
    if (document.visibilityState === 'visible') void look()
    else missed = true
  }
  const told = () => (waiting ??= setTimeout(due, SETTLE))
  const seen = () => {
    if (document.visibilityState === 'visible' && missed) {
      missed = false
      void look()
    }
  }
  const begin = () => {
    if (stop) return
    stop = hear(kinds, told)
    document.addEventListener('visibilitychange', seen)
  }
  const end = () => {
    stop?.()
    stop = undefined
    clearTimeout(waiting)
    waiting = undefined
    document.removeEventListener('visibilitychange', seen)
  }
  let first = true
  onMounted(begin)
  onActivated(() => {
    begin()
    if (!first) void look()
    first = false
  })
  onDeactivated(end)
  onBeforeUnmount(end)
}
