/** What the wall shows of an area: sums only. A count is absent where it is not told. */
export interface Wall {
  at: string
  area: Place
  within: Place[]
  from: string
  to: string
  small: boolean
  now: Now
  today: Today
  rates: Rates
  states: Record<string, Count>
  funnel: { key: string; count?: Count }[]
  losses: Record<string, Count>
  places: Below[]
  whistles: { blown: number; minutes?: number | null; underWay: Whistle[] }
}

export type Count = number | null | undefined
export interface Place { code: string; name: string; level: string }
export interface Now { open?: Count; overdue?: Count; soon?: Count; held?: Count }
export interface Today { received?: Count; answered?: Count; closed?: Count; receivedByHour: number[]; closedByHour: number[] }
export interface Share { count?: Count; of?: Count; rate?: number | null }
export interface Rates { onTime: Share; solved: Share; satisfaction: Share }
export interface Below {
  place: Place
  now: Now
  today: Today
  received?: Count
  rates: Rates
  score?: number | null
  rank?: number | null
  rankBefore?: number | null
}
export interface Whistle {
  subjectZh: string
  subjectEn: string
  place: string
  state: string
  emergency: boolean
  blownAt: string
  due: string
  units: { name: string; lead: boolean; state: string; due: string }[]
}
