/** The code of an area out of what a door plate says: the bare code, or an address that ends in it. */
export function plateCode(said: string): string | null {
  const code = said.trim().match(/(?:^|\/)(\d{9}|\d{12}|\d{15}|\d{18})(?:[/?#].*)?$/)
  return code ? code[1]! : null
}

/** 138****1234. */
export const masked = (phone: string) => phone.replace(/^(\d{3})\d{4}(\d{4})$/, '$1****$2')

export type PhoneFault = { short: number } | 'long' | 'wrong'

/** What is wrong with a mobile number; null when nothing is, or when it is empty. */
export function phoneFault(typed: string): PhoneFault | null {
  const digits = typed.replace(/[\s-]/g, '')
  if (!digits) return null
  if (!/^1[3-9]?\d*$/.test(digits)) return 'wrong'
  if (digits.length < 11) return { short: 11 - digits.length }
  return digits.length > 11 ? 'long' : null
}
