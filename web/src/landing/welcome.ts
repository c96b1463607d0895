/** What a server says of itself to whoever comes. */
export interface Welcome {
  region: string | null
  names: string[]
  sizes: { streets: number; communities: number; grids: number; microGrids: number } | null
  guide: Guide | null
}

export interface Guide {
  password: string
  accounts: { login: string; role: string; name: string; place: string; does: { zh: string; en: string } }[]
}

/** 荆庄社区, not 荆庄社区居民委员会. */
export const short = (name: string) => name.replace(/(社区)?(居民委员会|村民委员会|居委会|村委会)$/, '$1')

/** 1 127, with thin spaces. */
export const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, '\u2009')
