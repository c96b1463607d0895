/** Who outside vouches for people that sign in, and how it went lately. */
export interface ProviderLine { key: string; name: string; en: string; by: 'oidc' | 'code'; doors: string[]; needs: string[]; lacks: string[]; back: string; okAt?: string | null; error?: string | null; errorAt?: string | null }

/** How a provider is: the worst first. An error counts until it has proven somebody again. */
export function providerHealth(it: ProviderLine): 'secrets' | 'failing' | 'new' | 'well' {
  if (it.lacks.length) return 'secrets'
  if (it.errorAt && (!it.okAt || Date.parse(it.errorAt) > Date.parse(it.okAt))) return 'failing'
  return it.okAt ? 'well' : 'new'
}

export const providerShade = (it: ReturnType<typeof providerHealth>) => (it === 'well' ? 'ok' : it === 'new' ? '' : 'late')

/** The key a file gives itself; empty while it gives none that fits. */
export const providerKey = (file: string) => /^provider:\s*([a-z][a-z0-9-]{1,35})\s*(?:#.*)?$/m.exec(file)?.[1] ?? ''

/** What a new file begins with. */
export const PROVIDER_SAMPLE = `provider: city-identity
name: 市统一身份认证
en: City identity
by: oidc                # oidc · code
at: https://huying.example.gov.cn
doors: [desk, field]
oidc:
  issuer: https://id.example.gov.cn
  client: huying
  proof: basic          # basic · post · none
  account: sub
  algorithms: [RS256]
`
