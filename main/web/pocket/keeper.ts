import { isFilling } from '../../../ui/outbox/filling.ts'

/** How often a phone that stays open asks for a new build. */
const askMilliseconds = 30 * 60_000
const idleMilliseconds = 5_000

let begun = false

const onPocket = (): boolean => location.pathname === '/m' || location.pathname.startsWith('/m/')

/** A build that waits takes over only while nothing is being filled in, in any tab. */
const takeOver = async (registration: ServiceWorkerRegistration): Promise<void> => {
  const { waiting } = registration
  if (waiting && !(await isFilling())) waiting.postMessage('takeOver')
}

/** Puts the pocket on the phone, and renews it. Where the browser has no worker (plain http), the pocket needs the network. */
export const keepPocket = async (): Promise<void> => {
  if (begun || !('serviceWorker' in navigator) || import.meta.env.DEV) return
  begun = true
  const replaced = navigator.serviceWorker.controller !== null
  const registration = await navigator.serviceWorker.register('/sw.js')
  if (replaced)
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      void isFilling().then((filling) => {
        if (onPocket() && !filling) location.reload()
      })
    })
  setInterval(() => void takeOver(registration), idleMilliseconds)
  setInterval(() => {
    registration.update().catch(() => {
      // Without network the next turn asks again.
    })
  }, askMilliseconds)
}
