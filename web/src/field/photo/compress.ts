import { fitted, lines } from './stamp'

export interface Shot {
  id: string
  type: string
  bytes: ArrayBuffer
  /** A small picture to show; the page's policy allows `data:` and nothing else. */
  look: string
  at: number
}

const QUALITY = 0.8

/** A photo as it is sent: small, with its time and place drawn into it. Throws when it is no picture. */
export async function compress(file: Blob, stamp: { id: string; at: Date; place: string; point: { lon: number; lat: number } | null }): Promise<Shot> {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const size = fitted(image.width, image.height)
  const canvas = draw(image, size.width, size.height)
  write(canvas, lines(stamp.at, stamp.place, stamp.point))
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
  const small = fitted(size.width, size.height, 480)
  const look = draw(image, small.width, small.height).toDataURL('image/jpeg', 0.7)
  image.close()
  return { id: stamp.id, type: 'image/jpeg', bytes: await blob!.arrayBuffer(), look, at: stamp.at.getTime() }
}

function draw(source: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')!.drawImage(source, 0, 0, width, height)
  return canvas
}

function write(canvas: HTMLCanvasElement, text: string[]) {
  const ctx = canvas.getContext('2d')!
  const size = Math.max(12, Math.round(Math.min(canvas.width, canvas.height) / 26))
  const tall = size * 1.45 * text.length + size * 0.7
  ctx.fillStyle = 'rgba(20, 18, 14, .62)'
  ctx.fillRect(0, canvas.height - tall, canvas.width, tall)
  ctx.fillStyle = 'white'
  ctx.font = `${size}px sans-serif`
  ctx.textBaseline = 'top'
  text.forEach((line, i) => ctx.fillText(line, size * 0.7, canvas.height - tall + size * 0.45 + i * size * 1.45, canvas.width - size * 1.4))
}

/** Kept bytes as a picture to show. */
export function lookOf(type: string, bytes: ArrayBuffer): Promise<string> {
  return new Promise((done) => {
    const reader = new FileReader()
    reader.onload = () => done(reader.result as string)
    reader.readAsDataURL(new Blob([bytes], { type }))
  })
}
