/** This browser is told of nothing any more: whoever signs in here next may be somebody else. Never fails, and holds nobody up for long. */
export async function untellHere(patience = 2000): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const ended = async () => {
    const registration = await navigator.serviceWorker.getRegistration('/field/')
    await (await registration?.pushManager?.getSubscription())?.unsubscribe()
  }
  await Promise.race([ended().catch(() => undefined), new Promise((done) => setTimeout(done, patience))])
}
