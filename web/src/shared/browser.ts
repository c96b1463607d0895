import { api, given } from './api/client'
import type { Carrier } from './carry'
import { session } from './api/session'

/** Whether this browser can be told at all. */
export const tellable = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

/** The worker that shows messages, once it runs. */
async function running(): Promise<ServiceWorkerRegistration> {
  const registration = await navigator.serviceWorker.register('/field/sw.js', { scope: '/field/' })
  const worker = registration.active ?? registration.waiting ?? registration.installing
  if (registration.active || !worker) return registration
  await new Promise<void>((done) => {
    const look = () => worker.state === 'activated' && done()
    worker.addEventListener('statechange', look)
    look()
  })
  return registration
}

/** Known to the push service of this browser under our key; one that it knew us by before is given up. */
async function known(manager: PushManager, key?: string): Promise<PushSubscriptionJSON> {
  const options = { userVisibleOnly: true, applicationServerKey: key }
  try {
    return (await manager.subscribe(options)).toJSON()
  } catch (e) {
    const before = (e as Error).name === 'InvalidStateError' ? await manager.getSubscription() : null
    if (!before) throw e
    await before.unsubscribe()
    return (await manager.subscribe(options)).toJSON()
  }
}

/** Has this browser told; null where the person does not let us. */
export async function tellHere(channel: Carrier): Promise<Carrier | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null
  const browser = await known((await running()).pushManager, channel.pushKey)
  const body = { endpoint: browser.endpoint ?? '', p256dh: browser.keys?.p256dh ?? '', auth: browser.keys?.auth ?? '' }
  return given(await api.POST('/api/v1/{region}/me/channels/{channel}/browsers', { params: { path: { region: session.me?.region ?? '', channel: channel.key } }, body }))
}
