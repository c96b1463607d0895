import { newKey } from '@/shared/api/client'
import type { Shot } from './store'

export const MOST_SHOTS = 9
const LONGEST = 1600

/** Width and height no longer than `most`, in proportion. */
export function fitted(width: number, height: number, most = LONGEST): [number, number] {
  const by = Math.min(1, most / Math.max(width, height))
  return [Math.max(1, Math.round(width * by)), Math.max(1, Math.round(height * by))]
}

/** Makes a picture small enough for a bad network. Drawn anew, it no longer says where or with what it was taken. */
export async function compressed(file: Blob): Promise<Shot> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const [width, height] = fitted(bitmap.width, bitmap.height)
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.8))
  if (!blob) throw new Error('no picture')
  return { id: newKey(), blob }
}
