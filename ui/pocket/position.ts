import { useEffect, useState } from 'react'
import type { Fix } from '../outbox/records.ts'

export type Position = {
  readonly fix: Fix | null
  /** By the phone, in milliseconds since 1970. */
  readonly at: number | null
  /** Why there is none: the person said no, or the phone cannot tell. */
  readonly failed: 'denied' | 'unavailable' | null
}

const canTell = (): boolean => 'geolocation' in navigator

/** Where the phone is, followed while `active`; the accuracy is the phone's own word. */
export const usePosition = (active = true): Position => {
  const [position, setPosition] = useState<Position>(() => ({ fix: null, at: null, failed: canTell() ? null : 'unavailable' }))
  useEffect(() => {
    if (!active || !canTell()) return
    const watch = navigator.geolocation.watchPosition(
      ({ coords, timestamp }) =>
        setPosition({
          fix: {
            lng: Math.round(coords.longitude * 1e6) / 1e6,
            lat: Math.round(coords.latitude * 1e6) / 1e6,
            accuracyMetres: Math.round(coords.accuracy * 10) / 10,
          },
          at: timestamp,
          failed: null,
        }),
      (problem) => setPosition((former) => ({ ...former, failed: problem.code === problem.PERMISSION_DENIED ? 'denied' : 'unavailable' })),
      { enableHighAccuracy: true, maximumAge: 30_000, timeout: 60_000 },
    )
    return () => navigator.geolocation.clearWatch(watch)
  }, [active])
  return position
}
