/** The address of a door as a path of squares with a side of one, and how many there are on a side. */
export async function qrOf(address: string): Promise<{ size: number; path: string }> {
  const { create } = await import('qrcode')
  return squares(create(address, { errorCorrectionLevel: 'M' }).modules)
}

interface Modules { size: number; get(row: number, column: number): number | boolean }

export function squares(modules: Modules): { size: number; path: string } {
  let path = ''
  for (let row = 0; row < modules.size; row++) for (let column = 0; column < modules.size; column++) if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`
  return { size: modules.size, path }
}

/** Whether a phone can come to this address: not when it only means the machine itself. */
export const reachable = (host: string) => !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(host)
