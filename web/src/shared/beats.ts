/** The pulse of a county, for everybody. */
export interface Pulse {
  at: string
  received: number
  answered: number
  inHand: number
  overdue: number
  closed: number
  rated: number
  satisfaction?: number | null
  days: { day: string; called: number; closed: number }[]
  latest: { itemZh: string; itemEn: string; place: string; state: string; at: string; late: boolean }[]
}

const TICK = 2_000
const SILENCE = 8_000
const REOPEN = 15_000
const PATIENCE = 10_000

/**
 * Hears the pulse as the server pushes it. After silence it asks, and it opens a closed stream again; one timer looks after
 * both. Returns what ends it.
 */
export function listen(region: string, hear: (pulse: Pulse) => void): () => void {
  let stream: EventSource | null = null
  let openedAt = 0
  let heardAt = 0
  let asking = false

  function take(text: string) {
    heardAt = Date.now()
    hear(JSON.parse(text) as Pulse)
  }

  function open() {
    stream?.close()
    openedAt = Date.now()
    stream = new EventSource(`/api/v1/${region}/live/pulse`)
    stream.addEventListener('pulse', (event) => take((event as MessageEvent<string>).data))
  }

  async function ask() {
    if (asking) return
    asking = true
    try {
      const answer = await fetch(`/api/v1/${region}/pulse`, { signal: AbortSignal.timeout(PATIENCE) })
      if (answer.ok && stream) take(await answer.text())
    } catch {
      // silence goes on; whoever shows the pulse says since when
    }
    asking = false
  }

  function tick() {
    const now = Date.now()
    const closed = stream?.readyState === EventSource.CLOSED
    if (now - openedAt > REOPEN && (closed || now - heardAt > REOPEN)) open()
    if (closed || now - heardAt > SILENCE) void ask()
  }

  open()
  void ask()
  const timer = setInterval(tick, TICK)
  return () => {
    clearInterval(timer)
    stream?.close()
    stream = null
  }
}
