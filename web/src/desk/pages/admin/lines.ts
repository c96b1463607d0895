/** The cells of lines pasted from a spreadsheet (tabs) or written with commas; quotes hold commas together, empty lines are left out. */
export function cells(text: string): string[][] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .map((line) => (line.includes('\t') ? line.split('\t') : [...line.matchAll(/(?:^|[,，])(?:"((?:[^"]|"")*)"|([^,，]*))/g)].map((it) => (it[1] !== undefined ? it[1].replaceAll('""', '"') : it[2]!))))
}
