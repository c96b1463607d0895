import type { components } from '@/shared/api/schema'

type Schemas = components['schemas']

/** What the wall shows of an area: sums only. A count is absent where it is not told. */
export type Wall = Schemas['Wall']
export type Place = Schemas['WallPlace']
export type Below = Schemas['WallBelow']
export type Whistle = Schemas['WallWhistle']
export type Count = number | null | undefined
export type Share = Schemas['WallShare']
/** A place day by day; a count is absent where it is not told. */
export type Days = Schemas['DaySeries']
