import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const SOURCE = fileURLToPath(new URL('../src/field/offline/worker.ts', import.meta.url))
const DOOR = 'field/index.html'
const PUBLIC = ['/door.js', '/field/manifest.webmanifest', '/field/icon-192.png', '/field/icon-512.png']

/** Builds the field door's worker as /field/sw.js and writes into it which files make up the door. */
export function fieldWorker(): Plugin {
  return {
    name: 'field-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: SOURCE, fileName: 'field/sw.js' })
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle['field/sw.js']
        if (worker?.type !== 'chunk') return this.error('the worker of the field door was not built')
        if (worker.imports.length) return this.error(`the worker must stand alone, but imports ${worker.imports.join(', ')}`)
        const files = new Set<string>(['/' + DOOR, ...PUBLIC])
        const seen = new Set<string>()
        const follow = (name: string) => {
          const chunk = bundle[name]
          if (seen.has(name) || !chunk) return
          seen.add(name)
          files.add('/' + name)
          if (chunk.type !== 'chunk') return
          for (const next of [...chunk.imports, ...chunk.dynamicImports]) follow(next)
          const meta = chunk.viteMetadata
          for (const asset of [...(meta?.importedAssets ?? []), ...(meta?.importedCss ?? [])]) files.add('/' + asset)
        }
        for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith(DOOR)) follow(chunk.fileName)
        for (const asset of Object.values(bundle)) if (asset.type === 'asset' && /\/(icons|mark)-[^/]*\.svg$/.test('/' + asset.fileName)) files.add('/' + asset.fileName)
        const list = [...files].filter((it) => !it.includes('maplibre')).sort()
        const version = createHash('sha256').update(JSON.stringify(list) + worker.code).digest('hex').slice(0, 12)
        worker.code = worker.code.replaceAll('__SHELL__', JSON.stringify({ version, files: list }))
      },
    },
  }
}
