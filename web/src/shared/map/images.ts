import type { MapColours, MapSpot } from './style'

type Pen = CanvasRenderingContext2D

/** Drawings are made at twice their size, for sharp screens. */
export const RATIO = 2

function canvas(size: number, draw: (pen: Pen) => void): ImageData {
  const sheet = document.createElement('canvas')
  sheet.width = sheet.height = size * RATIO
  const pen = sheet.getContext('2d')!
  pen.scale(RATIO, RATIO)
  draw(pen)
  return pen.getImageData(0, 0, sheet.width, sheet.height)
}

/** new `///`, overlap `\\\`, removed crossed, gap dotted. */
function hatch(kind: string, c: MapColours): ImageData {
  return canvas(10, (pen) => {
    const colour = { new: c.ok, overlap: c.late, removed: c.ink3, gap: c.warn }[kind] ?? c.grid
    pen.strokeStyle = pen.fillStyle = colour
    pen.lineWidth = 2.4
    const stroke = (...points: number[]) => {
      pen.beginPath()
      pen.moveTo(points[0]!, points[1]!)
      pen.lineTo(points[2]!, points[3]!)
      pen.stroke()
    }
    if (kind === 'gap') for (const [x, y] of [[2.5, 2.5], [7.5, 7.5]]) { pen.beginPath(); pen.arc(x!, y!, 1.5, 0, 7); pen.fill() }
    if (kind === 'new' || kind === 'removed') for (const shift of [-10, 0, 10]) stroke(shift - 2, 12, shift + 12, -2)
    if (kind === 'overlap' || kind === 'removed') for (const shift of [-10, 0, 10]) stroke(shift - 2, -2, shift + 12, 12)
  })
}

function box(pen: Pen, size: number, inset: number) {
  pen.beginPath()
  pen.roundRect(inset, inset, size - 2 * inset, size - 2 * inset, 3)
}

function spot(look: string, c: MapColours): ImageData {
  if (look === 'pin')
    return canvas(34, (pen) => {
      pen.fillStyle = c.brand
      pen.strokeStyle = c.card
      pen.lineWidth = 2.5
      pen.beginPath()
      pen.arc(17, 13, 10, Math.PI * 0.86, Math.PI * 0.14)
      pen.lineTo(17, 31)
      pen.closePath()
      pen.stroke()
      pen.fill()
      pen.fillStyle = c.card
      pen.beginPath()
      pen.arc(17, 13, 4, 0, 7)
      pen.fill()
    })
  if (look === 'whistle' || look === 'me')
    return canvas(30, (pen) => {
      pen.strokeStyle = pen.fillStyle = look === 'me' ? c.info : c.whistle
      pen.globalAlpha = 0.35
      pen.lineWidth = look === 'me' ? 8 : 1.5
      pen.beginPath()
      pen.arc(15, 15, look === 'me' ? 9 : 13, 0, 7)
      pen.stroke()
      pen.globalAlpha = 1
      pen.beginPath()
      pen.arc(15, 15, 7, 0, 7)
      pen.fill()
    })
  return canvas(14, (pen) => {
    pen.fillStyle = c.card
    pen.strokeStyle = { near: c.info, late: c.late, soon: c.fill }[look] ?? c.brand
    pen.lineWidth = 2.2
    box(pen, 14, 2)
    pen.fill()
    pen.stroke()
  })
}

/** The square of a bunch: its side grows with the root of the count, the amber part of its edge is what presses, a red point says late. */
function cluster(count: number, pressing: number, late: boolean, c: MapColours): ImageData {
  const side = Math.round(Math.max(22, 13 + 1.05 * Math.sqrt(count)))
  return canvas(side + 8, (pen) => {
    pen.translate(4, 4)
    pen.fillStyle = c.card
    pen.strokeStyle = c.brand
    pen.lineWidth = 2.4
    box(pen, side, 1.2)
    pen.fill()
    pen.stroke()
    if (pressing > 0) {
      const round = (side - 2.4) * 4
      pen.strokeStyle = c.fill
      pen.setLineDash([round * pressing, round])
      pen.stroke()
      pen.setLineDash([])
    }
    pen.fillStyle = c.ink
    pen.font = `600 ${count > 999 ? 10 : 12}px sans-serif`
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.fillText(String(count), side / 2, side / 2 + 0.5)
    if (late) {
      pen.fillStyle = c.late
      pen.beginPath()
      pen.arc(side - 1, 1, 4, 0, 7)
      pen.fill()
    }
  })
}

/** A device: a round sensor with its waves, or a camera point; filled with an exclamation mark where it alarms, crossed out where it is lost. */
function device(shape: string, state: string, c: MapColours): ImageData {
  const alarm = state === 'alarm'
  return canvas(26, (pen) => {
    pen.lineWidth = 2
    pen.strokeStyle = { alarm: c.late, offline: c.ink3, muted: c.fill, unheard: c.ink3 }[state] ?? c.ok
    pen.fillStyle = alarm ? c.late : c.card
    pen.beginPath()
    if (shape === 'camera') pen.roundRect(3, 3, 20, 20, 6)
    else pen.arc(13, 13, 10, 0, 7)
    pen.fill()
    pen.stroke()
    pen.strokeStyle = pen.fillStyle = alarm ? c.card : pen.strokeStyle
    if (alarm) {
      pen.font = '700 15px sans-serif'
      pen.textAlign = 'center'
      pen.textBaseline = 'middle'
      pen.fillText('!', 13, 13.5)
    } else if (shape === 'camera') {
      pen.beginPath()
      pen.roundRect(7, 10, 8, 7, 1.5)
      pen.moveTo(15, 13)
      pen.lineTo(19, 10.5)
      pen.lineTo(19, 16.5)
      pen.closePath()
      pen.fill()
    } else {
      for (const radius of [2, 5]) {
        pen.beginPath()
        pen.arc(13, 15, radius, Math.PI * 1.2, Math.PI * 1.8)
        pen.stroke()
      }
    }
    if (state === 'offline') {
      pen.beginPath()
      pen.moveTo(6, 20)
      pen.lineTo(20, 6)
      pen.stroke()
    }
  })
}

/** The name under which the map asks for the drawing of a point. */
export const imageOf = (it: MapSpot) => (it.look === 'cluster' ? `cluster-${it.count ?? 0}-${Math.round((it.pressing ?? 0) * 20)}-${it.late ? 1 : 0}` : `spot-${it.look}`)

/** Draws what the map asks for by name; null for names that are not ours. */
export function drawing(name: string, c: MapColours): ImageData | null {
  const [kind, first, second, third] = name.split('-')
  if (kind === 'hatch') return hatch(first!, c)
  if (kind === 'spot') return spot(first!, c)
  if (kind === 'device') return device(first!, second!, c)
  if (kind === 'cluster') return cluster(Number(first), Number(second) / 20, third === '1', c)
  return null
}
