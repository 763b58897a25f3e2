import { expect, test } from 'vitest'
import { z } from './unreadSchemas.ts'

type Anything = Record<string, (...given: unknown[]) => Anything>

test('any schema can be declared and none can be run', () => {
  const declared = z as Anything
  const shape = declared['object']!({ id: declared['uuid']!(), roles: declared['array']!(declared['enum']!(['a'])) })['extend']!({})
  expect(() => shape['parse']!({})).toThrow('not run in the browser')
  expect(() => shape['safeParse']!({})).toThrow('not run in the browser')
  expect({ ...(shape as object) }).toEqual({})
})
