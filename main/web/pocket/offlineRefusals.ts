import type { RefusedBecause } from '../../../ui/Button.tsx'
import { messages } from './messages.ts'

/** What cannot be done on a phone without network, and why. */
export const offlineRefusals = {
  signOutOffline: { code: 'OFFLINE', sentence: { zh: messages.zh.signOutOffline, en: messages.en.signOutOffline } },
} as const satisfies Record<string, RefusedBecause>
