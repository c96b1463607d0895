const plain = (text: string) => /^[\p{L}_][\p{L}\p{N} _.·、，。“”：（）《》/—-]*$/u.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text) && !text.endsWith(' ') && !text.includes(': ')
const scalar = (value: unknown): string => (value === null || value === undefined ? '~' : typeof value === 'string' ? (plain(value) ? value : JSON.stringify(value)) : String(value))
const short = (value: unknown): value is unknown[] => Array.isArray(value) && value.every((it) => typeof it !== 'object' || it === null) && value.map(scalar).join(', ').length < 90

/** A line of the playbook as it is shown: its text, and the path it stands at. */
export interface YamlLine {
  text: string
  path: string
}

/** The playbook written out as YAML, line by line with its path, for reading; files keep their own comments and order. */
export function yaml(value: unknown, path = '', depth = 0): YamlLine[] {
  const pad = '  '.repeat(depth)
  const lines: YamlLine[] = []
  const entry = (head: string, it: unknown, at: string) => {
    if (short(it)) lines.push({ text: `${pad}${head} [${it.map(scalar).join(', ')}]`, path: at })
    else if (typeof it === 'object' && it !== null && Object.keys(it).length > 0) lines.push({ text: `${pad}${head}`, path: at }, ...yaml(it, at, depth + 1))
    else lines.push({ text: `${pad}${head} ${typeof it === 'object' && it !== null ? '{}' : scalar(it)}`, path: at })
  }
  if (Array.isArray(value)) value.forEach((it, n) => entry('-', it, `${path}/${n}`))
  else for (const [key, it] of Object.entries(value as object)) entry(`${key}:`, it, `${path}/${key}`)
  return lines
}

/** What differs between two texts, line by line, by their longest common part; long stretches of the same are left out. */
export function changed(line: string): 'more' | 'less' | 'same' {
  return line.startsWith('+') ? 'more' : line.startsWith('-') ? 'less' : 'same'
}
