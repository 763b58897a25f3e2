import { expect, it } from 'vitest'
import { figureLink } from './figureLinks.ts'

it.each([
  ['checked', undefined, '/campaigns/c?tab=targets&checked=true'],
  ['offRegister', undefined, '/campaigns/c?tab=targets&scope=offRegister'],
  ['visits', undefined, '/visits?campaignId=c&result=checked&outside=true'],
  ['notAdmitted', '330114001', '/visits?campaignId=c&result=notAdmitted&outside=true&region=330114001'],
  ['found', undefined, '/hazards?campaignId=c&withdrawn=false'],
  ['closed', undefined, '/hazards?campaignId=c&withdrawn=false&open=false'],
  ['major', '330114001', '/hazards?campaignId=c&withdrawn=false&level=major&region=330114001'],
  ['overdue', undefined, '/hazards?campaignId=c&overdue=true'],
  ['outstanding', undefined, '/campaigns/c?tab=registered&outstanding=true'],
  ['units', '330114001', '/campaigns/c?tab=targets&region=330114001'],
] as const)('the figure %s opens what it counts (%s)', (name, region, address) => {
  expect(figureLink(name, 'c', region)).toBe(address)
})
