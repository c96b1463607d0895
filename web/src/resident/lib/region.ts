import { ref, shallowRef } from 'vue'
import { api, given } from '@/shared/api/client'

/** What is asked of the front page's answer here. */
export interface Welcome {
  region: string
  names: string[]
  streets: { code: string; name: string }[]
  items: Item[]
  answers: { key: string; zh: string; en: string }[]
}
export interface Item {
  key: string
  zh: string
  en: string
  group: string
}
/** An answer to "is it good now?" as the playbook has it. */
export interface Rating {
  key: string
  zh: string
  en: string
  solved: boolean
  weight: number
}

/** The county of this installation with its streets and items; null until it came. */
export const county = shallowRef<Welcome | null>(null)
export const unreachable = ref(false)

let asked: Promise<Welcome> | undefined

/** Asks once; a failure is forgotten, so the next caller asks again. */
export function welcome(): Promise<Welcome> {
  asked ??= api
    .GET('/api/v1/welcome')
    .then((answer) => {
      unreachable.value = false
      return (county.value = given(answer) as unknown as Welcome)
    })
    .catch((e) => {
      asked = undefined
      unreachable.value = true
      throw e
    })
  return asked
}

export const regionCode = async () => (await welcome()).region

let ratings: Promise<Rating[]> | undefined

export function ratingAnswers(): Promise<Rating[]> {
  ratings ??= regionCode()
    .then((region) => api.GET('/api/v1/{region}/playbook', { params: { path: { region } } }))
    .then((answer) => given(answer).ratingAnswers as unknown as Rating[])
    .catch((e) => {
      ratings = undefined
      throw e
    })
  return ratings
}
