const LONGEST = 24

/** A title out of somebody's words: as much of the first sentence as makes sense alone; else what kind of matter it is. */
export function titleOf(text: string, fallback: string): string {
  const sentence = text.trim().split(/[。！？!?；;\n]|\.\s/)[0]!.trim()
  const clauses = sentence.split(/[，,]/)
  let words = clauses.shift()!
  while (clauses.length && words.length < 6) words += `，${clauses.shift()}`
  words = words.trim() || fallback
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words
}
