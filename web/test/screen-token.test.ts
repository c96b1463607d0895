import { beforeEach, describe, expect, it } from 'vitest'
import { authorised } from '../src/shared/api/client'
import { forgetToken, keepToken, looksRight, takeToken } from '../src/screen/wall/token'

const TOKEN = '370481.tAbc-def_0123456789012345678901234567890'

describe('the token of a wall', () => {
  beforeEach(() => {
    forgetToken()
    history.replaceState(null, '', '/screen/?turn=30')
  })

  it('is taken from the address once and stays in no history', () => {
    history.replaceState(null, '', `/screen/?turn=30#token=${TOKEN}`)
    takeToken()
    expect(authorised()).toEqual({ Authorization: `Bearer ${TOKEN}` })
    expect(location.href).not.toContain(TOKEN)
    expect(location.search).toBe('?turn=30')
  })

  it('is there after the screen was started anew, until it is taken back', () => {
    keepToken(TOKEN)
    takeToken()
    expect(authorised()).toEqual({ Authorization: `Bearer ${TOKEN}` })
    forgetToken()
    takeToken()
    expect(authorised()).toEqual({})
  })

  it('does not take what cannot be one', () => {
    expect(looksRight('')).toBe(false)
    expect(looksRight('a b')).toBe(false)
    history.replaceState(null, '', '/screen/#token=short')
    takeToken()
    expect(authorised()).toEqual({})
  })
})
