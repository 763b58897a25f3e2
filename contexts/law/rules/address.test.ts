import { expect, it } from 'vitest'
import { kernelLawRows } from '../../../kernel/lawRows.ts'
import { addressOfLimit, keyInAddress } from './address.ts'

it('a limit has an address that leads back to it', () => {
  expect(addressOfLimit('identity.session.idleMinutes')).toBe('/law/identity-session-idleMinutes')
  const keys = kernelLawRows.map(({ key }) => key)
  expect(keys.map((key) => keyInAddress(addressOfLimit(key).slice('/law/'.length)))).toEqual(keys)
})
