/** A Chinese mobile or fixed number out of what was typed, without blanks and dashes; empty when it is none. */
export function phoneOf(text: string): string {
  const digits = text.replace(/[\s\-()（）+]/g, '').replace(/^86(?=1\d{10}$)/, '')
  return /^1\d{10}$/.test(digits) || /^0\d{9,11}$/.test(digits) ? digits : ''
}

/** What is wrong with a number, so that it can be put right: how many digits are missing or too many. */
export function phoneFault(text: string): { key: 'missing' | 'over' | 'letters'; n: number } | null {
  const bare = text.replace(/[\s\-()（）+]/g, '')
  if (!bare || phoneOf(bare)) return null
  if (/\D/.test(bare)) return { key: 'letters', n: 0 }
  if (/^0/.test(bare)) return { key: bare.length < 10 ? 'missing' : 'over', n: bare.length < 10 ? 10 - bare.length : bare.length - 12 }
  return bare.length < 11 ? { key: 'missing', n: 11 - bare.length } : { key: 'over', n: bare.length - 11 }
}

export const maskOf = (phone: string) => (phone.length > 7 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : phone)

/** A heading out of what a caller says: the first clause, no longer than twenty signs. */
export function headingOf(text: string): string {
  const first = text.trim().split(/[，。,.！!？?；;\n]/).find((it) => it.trim().length > 3) ?? text.trim()
  return first.trim().slice(0, 20)
}

/** Minutes and seconds since a call began. */
export const callLength = (millis: number) => `${String(Math.floor(millis / 60_000)).padStart(2, '0')}:${String(Math.floor(millis / 1000) % 60).padStart(2, '0')}`
