import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { Problem } from '@/shared/api/problem'
import { session, whoAmI } from '@/shared/api/session'
import { read } from './read'
import type { Pulse, Wall } from './wall'

const TICK = 2_000
const SILENCE = 8_000
const REOPEN = 15_000
const OFTEN = 3_000
const SELDOM = 20_000

export interface Feed {
  pulse: ShallowRef<Pulse | null>
  wall: ShallowRef<Wall | null>
  /** When something was last heard from the server, 0 for never. */
  heardAt: Ref<number>
  /** Why there are no figures of the area, if so. */
  refused: ShallowRef<Problem | null>
  look(area: string | null): void
}

/**
 * What the wall lives on: the pulse pushed by the server, and the sums of the area read again when the pulse or a whistle says
 * that something moved. One timer looks after both: after silence it asks, and it opens a closed stream again.
 */
export function useFeed(region: Ref<string | null>): Feed {
  const pulse = shallowRef<Pulse | null>(null)
  const wall = shallowRef<Wall | null>(null)
  const refused = shallowRef<Problem | null>(null)
  const heardAt = ref(0)
  let area: string | null = null
  let streams: EventSource[] = []
  let openedAt = 0
  let asking = false
  let readAt = 0
  let reading = false
  let moved = true
  let asked = 0

  function beat(next: Pulse) {
    const last = pulse.value
    if (!last || last.received !== next.received || last.closed !== next.closed || last.inHand !== next.inHand || last.overdue !== next.overdue) moved = true
    pulse.value = next
    heardAt.value = Date.now()
  }

  function open() {
    close()
    openedAt = Date.now()
    const beats = new EventSource(`/api/v1/${region.value}/live/pulse`)
    beats.addEventListener('pulse', (event) => beat(JSON.parse((event as MessageEvent<string>).data) as Pulse))
    streams = [beats]
    if (!session.me) return
    const moves = new EventSource(`/api/v1/${region.value}/live`)
    for (const name of ['whistle', 'matter', 'reset']) moves.addEventListener(name, () => (moved = true))
    streams.push(moves)
  }

  function close() {
    streams.forEach((it) => it.close())
    streams = []
  }

  async function ask() {
    if (asking) return
    asking = true
    try {
      beat(await read<Pulse>(`/api/v1/${region.value}/pulse`))
    } catch {
      // the head of the wall says since when nothing is heard
    }
    asking = false
  }

  async function sums() {
    if (reading || !session.me) return
    reading = true
    moved = false
    const number = ++asked
    try {
      const next = await read<Wall>(`/api/v1/${region.value}/wall${area ? `?area=${area}` : ''}`)
      if (number === asked) {
        wall.value = next
        refused.value = null
      }
    } catch (e) {
      if (!(e instanceof Problem)) throw e
      if (e.status === 401) await whoAmI(true).catch(() => undefined)
      else if (!e.offline && number === asked) refused.value = e
      moved = true
    }
    readAt = Date.now()
    reading = false
  }

  function tick() {
    if (!region.value) return
    const now = Date.now()
    const closed = streams.length === 0 || streams[0]!.readyState === EventSource.CLOSED
    if ((closed && now - openedAt > REOPEN) || (now - heardAt.value > REOPEN && now - openedAt > REOPEN)) open()
    if (now - heardAt.value > SILENCE || (closed && now - heardAt.value > OFTEN)) void ask()
    if (now - readAt > (moved ? OFTEN : SELDOM)) void sums()
  }

  const timer = setInterval(tick, TICK)
  onScopeDispose(() => {
    clearInterval(timer)
    close()
  })

  return {
    pulse,
    wall,
    heardAt,
    refused,
    /** Looks at another area, or begins; the figures of the last one stand until the new ones are there. */
    look(next) {
      area = next
      asked++
      reading = false
      readAt = 0
      moved = true
      if (streams.length === (session.me ? 2 : 1) || !region.value) return void tick()
      open()
      tick()
    },
  }
}
