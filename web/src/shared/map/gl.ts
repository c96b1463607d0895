import 'maplibre-gl/dist/maplibre-gl.css'
import * as gl from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'

// The worker is a file of our own, so that no blob: is needed in the content security policy.
gl.setWorkerUrl(new URL(workerUrl, location.href).href)

export { gl }
