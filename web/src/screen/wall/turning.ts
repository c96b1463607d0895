/** The pages of the wall, in the order in which they turn. */
export const PAGES = ['today', 'whistles', 'livelihood', 'places'] as const
export type Page = (typeof PAGES)[number]

export const HOLD = 5 * 60_000
export const STAND = 45_000

export const beside = (page: Page, step: 1 | -1): Page => PAGES[(PAGES.indexOf(page) + step + PAGES.length) % PAGES.length]!

/** When pages turn: each stands its time, and a touch holds them all for five minutes. Told the time, so it needs no timer of its own. */
export class Turning {
  private turnedAt: number
  private heldUntil = 0

  constructor(
    now: number,
    private readonly stand = STAND,
    private readonly hold = HOLD,
  ) {
    this.turnedAt = now
  }

  touched(now: number) {
    this.heldUntil = now + this.hold
  }

  release(now: number) {
    this.heldUntil = 0
    this.turnedAt = now
  }

  /** What is left of the hold, 0 for none. */
  left(now: number) {
    return Math.max(0, this.heldUntil - now)
  }

  /** `turn` when the page has stood its time, `back` once when a hold has run out, else nothing. */
  tick(now: number): 'turn' | 'back' | null {
    if (this.heldUntil > now) return null
    if (this.heldUntil > 0) {
      this.release(now)
      return 'back'
    }
    if (now - this.turnedAt < this.stand) return null
    this.turnedAt = now
    return 'turn'
  }
}
