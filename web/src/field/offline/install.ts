import { ref } from 'vue'

interface InstallEvent extends Event {
  prompt(): Promise<unknown>
}

/** The browser's offer to put the door on the phone's desk, once it makes one. */
export const offer = ref<InstallEvent | null>(null)

/** Starts the worker that keeps the door and the last answers; a newer one takes over at the next start. */
export async function startWorker() {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offer.value = event as InstallEvent
  })
  addEventListener('appinstalled', () => (offer.value = null))
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const had = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => had && location.reload(), { once: true })
  // a browser that allows no worker still does all that has a network
  const registration = await navigator.serviceWorker.register('/field/sw.js', { scope: '/field/' }).catch(() => undefined)
  registration?.waiting?.postMessage('take-over')
  // the disk is asked to keep what waits to be sent
  await navigator.storage?.persist?.()
}

export async function putOnDesk() {
  await offer.value?.prompt()
  offer.value = null
}
