import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vitest/config'
import { doors } from './scripts/doors.ts'
import { fieldWorker } from './scripts/field-worker.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The page of the API is not built here and asks for these by name. */
const byName: Plugin = {
  name: 'by-name',
  generateBundle() {
    for (const fileName of ['tokens.css', 'mark.svg']) this.emitFile({ type: 'asset', fileName, source: readFileSync(here(`./src/shared/ui/${fileName}`)) })
  },
}

export default defineConfig({
  plugins: [byName, vue(), doors(), fieldWorker()],
  resolve: { alias: { '@': here('./src') } },
  build: {
    outDir: 'dist',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      input: {
        landing: here('./index.html'),
        resident: here('./resident/index.html'),
        field: here('./field/index.html'),
        desk: here('./desk/index.html'),
        screen: here('./screen/index.html'),
      },
    },
  },
  server: { port: 5173, proxy: { '/api': process.env.HUYING_SERVER ?? 'http://localhost:8080', '/sign-in/': process.env.HUYING_SERVER ?? 'http://localhost:8080' } },
  test: { environment: 'happy-dom', include: ['test/**/*.test.ts'] },
})
