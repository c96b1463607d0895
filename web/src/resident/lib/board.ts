import { api, given } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { regionCode } from './region'

export type Board = components['schemas']['BoardView']
export type Post = components['schemas']['BoardPostView']

export async function boardOf(area: string): Promise<Board> {
  const region = await regionCode()
  return given(await api.GET('/api/v1/{region}/board/{area}', { params: { path: { region, area } } }))
}

/** Who answers first here: the smallest area's posts, the last named of them the nearest to the resident. */
export function nearest(board: Pick<Board, 'posts'>): Post | undefined {
  const held = board.posts.filter((it) => it.holders.length)
  const smallest = held.reduce((most, it) => Math.max(most, it.area.length), 0)
  return held.findLast((it) => it.area.length === smallest)
}

/** From the smallest area up to the street. */
export const upwards = (posts: readonly Post[]) => [...posts].sort((a, b) => b.area.length - a.area.length)
