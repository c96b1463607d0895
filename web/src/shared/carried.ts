import type { components } from './api/schema'
import { textOf } from './i18n'
import { exact } from './time'

type Carried = components['schemas']['FieldView']

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:]+Z$/

/** What a report carries beside its words, as people read it. */
export const carriedAs = (it: Pick<Carried, 'value' | 'words'>): string => {
  if (it.words) return textOf(it.words)
  const value = String(it.value)
  return MOMENT.test(value) ? exact(value) : value
}
