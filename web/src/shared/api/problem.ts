/** What the server says when it refuses: RFC 9457 with a stable code and a message in the caller's language. */
export interface ProblemDocument {
  code: string
  status: number
  title: string
  detail?: string
  errors?: { path?: string; code?: string; detail?: string; field?: string; message?: string }[]
  traceId?: string
  [more: string]: unknown
  /** Of a file: what is wrong in it, and where. */
  findings?: { line: number; zh: string; en: string }[]
}

/** A refusal, or no answer at all (`status` 0, code `offline`). */
export class Problem extends Error {
  constructor(readonly document: ProblemDocument) {
    super(document.detail || document.title)
    this.name = 'Problem'
  }

  get code() {
    return this.document.code
  }

  get status() {
    return this.document.status
  }

  /** Nobody answered: the network is gone, not the request wrong. */
  get offline() {
    return this.status === 0
  }
}

/** Reads the refusal of an answer; never throws. */
export async function problemOf(response: Response): Promise<Problem> {
  const document = (await response
    .clone()
    .json()
    .catch(() => null)) as Partial<ProblemDocument> | null
  return new Problem({ code: 'unknown', title: response.statusText || String(response.status), ...document, status: response.status })
}
