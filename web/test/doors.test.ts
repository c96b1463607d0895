import { expect, it } from 'vitest'
import { stylesFirst } from '../scripts/doors'

it('what the first paint waits for is asked for first', () => {
  const page = '<head>\n    <title>x</title>\n    <script src="/door.js"></script>\n    <script type="module" src="/a.js"></script>\n    <link rel="modulepreload" href="/b.js">\n    <link rel="stylesheet" href="/a.css">\n    <link rel="stylesheet" href="/b.css">\n  </head>'
  expect(stylesFirst(page)).toBe('<head>\n    <title>x</title>\n    <link rel="stylesheet" href="/a.css">\n    <link rel="stylesheet" href="/b.css">\n    <script src="/door.js"></script>\n    <script type="module" src="/a.js"></script>\n    <link rel="modulepreload" href="/b.js">\n  </head>')
  expect(stylesFirst('<head><script></script></head>')).toBe('<head><script></script></head>')
})
