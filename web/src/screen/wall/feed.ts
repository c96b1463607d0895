import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { authorised } from '@/shared/api/client'
import { Problem } from '@/shared/api/problem'
import { session, whoAmI } from '@/shared/api/session'
import { listen, type Pulse } from '@/shared/beats'
import { read } from './read'
import type { Days, Wall } from './wall'

const TICK = 1_000
const OFTEN = 3_000
const SELDOM = 20_000
const REOPEN = 30_000
/** Days change slowly: they are read again once a minute, and at once for another area. */
const DAYS_AGAIN = 60_000
const DAYS = 14

export interface Feed {
  pulse: ShallowRef<Pulse | null>
  wall: ShallowRef<Wall | null>
  /** Day by day, of the area; null for whoever may not see it. */
  days: ShallowRef<Days | null>
  /** When something was last heard from the server, 0 for never. */
  heardAt: Ref<number>
  /** Why there are no sums of the area, if so. */
  refused: ShallowRef<Problem | null>
  /** Looks at another area, or begins; the figures of the last one stand until the new ones are there. */
  look(area: string | null): void
}

const same = (a: Pulse, b: Pulse) => a.received === b.received && a.closed === b.closed && a.inHand === b.inHand && a.overdue === b.overdue

/** What the wall lives on: the pulse pushed by the server, and the sums of the area, read again when something moved. */
export function useFeed(region: Ref<string | null>): Feed {
  const pulse = shallowRef<Pulse | null>(null)
  const wall = shallowRef<Wall | null>(null)
  const days = shallowRef<Days | null>(null)
  const refused = shallowRef<Problem | null>(null)
  const heardAt = ref(0)
  let area: string | null = null
  let deaf = () => undefined as void
  let moves: EventSource | null = null
  let movesAt = 0
  let heardOf: string | null = null
  let moved = true
  let readAt = 0
  let asked = 0
  let waiting = 0
  let daysAt = 0

  function hear(next: Pulse) {
    if (!pulse.value || !same(pulse.value, next)) moved = true
    pulse.value = next
    heardAt.value = Date.now()
  }

  /** What those who are signed in hear besides: that a whistle or a matter took a step. A stream carries no token. */
  function follow(now: number) {
    if (!session.me || authorised().Authorization) return quiet()
    if (moves && moves.readyState !== EventSource.CLOSED) return
    if (now - movesAt < REOPEN) return
    quiet()
    movesAt = now
    moves = new EventSource(`/api/v1/${region.value}/live`)
    for (const name of ['whistle', 'matter', 'reset']) moves.addEventListener(name, () => (moved = true))
  }

  function quiet() {
    moves?.close()
    moves = null
  }

  async function sums() {
    const number = ++asked
    waiting = number
    readAt = Date.now()
    moved = false
    try {
      const next = await read<Wall>(`/api/v1/${region.value}/wall${area ? `?area=${area}` : ''}`)
      if (number !== asked) return
      wall.value = next
      refused.value = null
      await perDay(number)
    } catch (e) {
      if (!(e instanceof Problem)) throw e
      if (e.status === 401) await whoAmI(true).catch(() => undefined)
      else if (!e.offline && number === asked) refused.value = e
    } finally {
      if (waiting === number) waiting = 0
    }
  }

  /** What came and went on the last days; a wall without it shows the rest all the same. */
  async function perDay(number: number) {
    if (Date.now() - daysAt < DAYS_AGAIN) return
    const found = await read<Days>(`/api/v1/${region.value}/counters/days?days=${DAYS}${area ? `&area=${area}` : ''}`).catch((e: unknown) => {
      if (!(e instanceof Problem)) throw e
      return e.offline ? undefined : null
    })
    if (found === undefined || number !== asked) return
    days.value = found
    daysAt = Date.now()
  }

  function tick() {
    if (!region.value) return
    if (heardOf !== region.value) {
      deaf()
      heardOf = region.value
      deaf = listen(heardOf, hear)
    }
    const now = Date.now()
    follow(now)
    if (session.me && waiting === 0 && now - readAt > (moved ? OFTEN : SELDOM)) void sums()
  }

  const timer = setInterval(tick, TICK)
  onScopeDispose(() => {
    clearInterval(timer)
    deaf()
    quiet()
  })

  return {
    pulse,
    wall,
    days,
    heardAt,
    refused,
    look(next) {
      area = next
      waiting = 0
      readAt = 0
      daysAt = 0
      movesAt = 0
      moved = true
      tick()
    },
  }
}
