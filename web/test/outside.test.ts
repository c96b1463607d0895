import { describe, expect, it } from 'vitest'
import { providerHealth, providerKey, PROVIDER_SAMPLE, type ProviderLine } from '@/desk/pages/admin/providers'
import { cameBack, leads } from '@/shared/api/outside'

describe('whoever comes back from a provider', () => {
  it('is told what happened, in words that are known', () => {
    expect(cameBack('?outside=unknown&provider=city-identity', '#account=u%2F1')).toEqual({ word: 'unknown', provider: 'city-identity', account: 'u/1', then: '/' })
    expect(cameBack('?outside=%3Cscript%3E', '')?.word).toBe('state')
    expect(cameBack('?x=1', '#account=1')).toBeNull()
  })

  it('goes on to a page of ours only', () => {
    expect(cameBack('?outside=second-factor&then=%2Fqueue%3Fa%3D1', '')?.then).toBe('/queue?a=1')
    for (const then of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:1', '']) expect(cameBack(`?outside=second-factor&then=${encodeURIComponent(then)}`, '')?.then).toBe('/')
  })

  it('came by a button that says where it wants to go', () => {
    const it = { region: '370481', key: 'a', name: '甲', en: 'A', start: '/sign-in/begin/370481/a' }
    expect(leads(it, 'desk', '/queue?area=1')).toBe('/sign-in/begin/370481/a?door=desk&next=%2Fqueue%3Farea%3D1')
    expect(leads(it, 'field', '')).toBe('/sign-in/begin/370481/a?door=field&next=%2F')
  })
})

describe('a provider', () => {
  const line: ProviderLine = { key: 'a', name: '甲', en: 'A', by: 'oidc', doors: [], needs: ['client'], lacks: [], back: '' }

  it('is as well as it was when it was last asked', () => {
    expect(providerHealth({ ...line, lacks: ['client'] })).toBe('secrets')
    expect(providerHealth(line)).toBe('new')
    expect(providerHealth({ ...line, okAt: '2026-11-30T10:00:00+08:00', errorAt: '2026-11-30T09:00:00+08:00' })).toBe('well')
    expect(providerHealth({ ...line, okAt: '2026-11-30T10:00:00+08:00', errorAt: '2026-11-30T10:00:01+08:00' })).toBe('failing')
    expect(providerHealth({ ...line, errorAt: '2026-11-30T09:00:00+08:00' })).toBe('failing')
  })

  it('is called as its file says', () => {
    expect(providerKey(PROVIDER_SAMPLE)).toBe('city-identity')
    expect(providerKey('provider: Not-Fit\n')).toBe('')
  })
})
