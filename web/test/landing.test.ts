import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DOORS, doorOf } from '@/landing/doors'
import { reachable, squares } from '@/landing/qr'
import { grouped, short } from '@/landing/welcome'

describe('the landing page', () => {
  it('leads each role to its door', () => {
    expect(doorOf('grid-worker')).toBe('field')
    expect(doorOf('grid-chief')).toBe('field')
    expect(doorOf('leader')).toBe('screen')
    expect(doorOf('street-desk')).toBe('desk')
    expect(DOORS.map((it) => it.name)).toEqual(['resident', 'field', 'desk', 'screen'])
  })

  it('draws a code square by square', () => {
    expect(squares({ size: 2, get: (row, column) => (row === column ? 1 : 0) })).toEqual({ size: 2, path: 'M0 0h1v1h-1zM1 1h1v1h-1z' })
  })

  it('offers no code that leads a phone to itself', () => {
    expect(reachable('localhost')).toBe(false)
    expect(reachable('127.0.0.1')).toBe(false)
    expect(reachable('192.168.1.7')).toBe(true)
    expect(reachable('huying.example.cn')).toBe(true)
  })

  it('writes names and numbers as people do', () => {
    expect(short('荆庄社区居民委员会')).toBe('荆庄社区')
    expect(short('柳楼村村民委员会')).toBe('柳楼村')
    expect(grouped(1180)).toBe('1\u2009180')
  })

  it('draws only what the sprite has, on the landing page and on the wall', () => {
    const sprite = readFileSync('src/shared/ui/icons.svg', 'utf8')
    for (const folder of ['src/landing', 'src/screen/parts']) {
      for (const file of readdirSync(folder).filter((it) => it.endsWith('.vue'))) {
        for (const [, name] of readFileSync(`${folder}/${file}`, 'utf8').matchAll(/['"#]([isc]-[a-z]+)['"]/g)) expect(sprite, `${file}: ${name}`).toContain(`id="${name}"`)
      }
    }
  })
})
