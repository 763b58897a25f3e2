import { expect, test } from 'vitest'
import { fileNameKind } from './fileName.ts'

test.each([
  ['下沙街道.xlsx', 'read'],
  ['units.CSV ', 'read'],
  ['2025.台账.xls', 'old'],
  ['台账.et', 'old'],
  ['台账.xlsx.pdf', 'other'],
  ['台账', 'other'],
] as const)('%s is %s', (name, kind) => expect(fileNameKind(name)).toBe(kind))
