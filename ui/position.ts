import { useEffect, useState } from 'react'
import type { Fix } from './outbox/records.ts'

export type Position = {
  readonly fix: Fix | null
  /** By the device, in milliseconds since 1970. */
  readonly at: number | null
  /** Why there is none: the person said no, or the device cannot tell. */
  readonly failed: 'denied' | 'unavailable' | null
}

const canTell = (): boolean => 'geolocation' in navigator

/** To a millionth of a degree (0.1 m) and a tenth of a metre; the accuracy is the device's own word. */
const fixOf = ({ longitude, latitude, accuracy }: GeolocationCoordinates): Fix => ({
  lng: Math.round(longitude * 1e6) / 1e6,
  lat: Math.round(latitude * 1e6) / 1e6,
  accuracyMetres: Math.round(accuracy * 10) / 10,
})

/** Where the device is, followed while `active`. */
export const usePosition = (active = true): Position => {
  const [position, setPosition] = useState<Position>(() => ({ fix: null, at: null, failed: canTell() ? null : 'unavailable' }))
  useEffect(() => {
    if (!active || !canTell()) return
    const watch = navigator.geolocation.watchPosition(
      ({ coords, timestamp }) => setPosition({ fix: fixOf(coords), at: timestamp, failed: null }),
      (problem) => setPosition((former) => ({ ...former, failed: problem.code === problem.PERMISSION_DENIED ? 'denied' : 'unavailable' })),
      { enableHighAccuracy: true, maximumAge: 30_000, timeout: 60_000 },
    )
    return () => navigator.geolocation.clearWatch(watch)
  }, [active])
  return position
}

const waitMilliseconds = 20_000

/** Takes the position once, when asked to. */
export const useTakenPosition = (
  onTaken: (fix: Fix) => void,
): { readonly state: 'idle' | 'waiting' | 'failed'; readonly take: () => void } => {
  const [state, setState] = useState<'idle' | 'waiting' | 'failed'>('idle')
  const take = (): void => {
    if (!canTell()) {
      setState('failed')
      return
    }
    setState('waiting')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        onTaken(fixOf(coords))
        setState('idle')
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: waitMilliseconds, maximumAge: 0 },
    )
  }
  return { state, take }
}
