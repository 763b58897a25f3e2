import { describe, expect, it } from 'vitest'
import { operationsIn, shapeText, summaryIn } from './document.ts'

describe('a schema in one line', () => {
  it.each([
    [{ type: 'string' }, 'string'],
    [{ type: 'string', format: 'uuid' }, 'string (uuid)'],
    [{ type: 'string', enum: ['a', 'b'] }, '"a" | "b"'],
    [{ type: 'integer', minimum: 1, maximum: 500 }, 'integer 1–500'],
    [{ type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'integer ≥ 1'],
    [{ type: 'integer', minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }, 'integer'],
    [{ type: 'number', maximum: 2 }, 'number ≤ 2'],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'],
    [{ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, '(string | null)[]'],
    [{ type: 'object', properties: { a: { type: 'string' }, b: { type: 'boolean' } }, required: ['a'] }, '{ a: string, b?: boolean }'],
    [{ type: 'object' }, '{}'],
    [{}, 'any'],
  ])('%o reads %s', (schema, text) => {
    expect(shapeText(schema)).toBe(text)
  })
  it('stops at the third level', () => {
    const inner = { type: 'object', properties: { c: { type: 'object', properties: { d: { type: 'string' } } } }, required: ['c'] }
    expect(shapeText({ type: 'object', properties: { b: inner }, required: ['b'] })).toBe('{ b: { c: {…} } }')
  })
})

const document = {
  tags: [{ name: 'identity' }, { name: 'silent' }],
  paths: {
    '/api/identity/people/{id}/reveal': {
      post: {
        operationId: 'identity.revealPerson',
        tags: ['identity'],
        summary: '查看完整号码（留痕） · Reveal the whole numbers, on the record',
        'x-action': 'person.reveal',
        'x-scope': 'record',
        'x-granted-to': ['systemAdmin', 'leader'],
        security: [{ session: [] }],
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
          { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string' } },
        ],
        requestBody: {
          content: {
            'application/json': { schema: { type: 'object', properties: { purpose: { type: 'string' } }, required: ['purpose'] } },
          },
        },
        responses: {
          200: {
            description: 'done',
            content: { 'application/json': { schema: { type: 'object', properties: { phone: { type: 'string' } }, required: ['phone'] } } },
          },
          422: { description: 'PURPOSE_MISSING, INPUT_INVALID' },
        },
      },
    },
  },
}

describe('the document by room', () => {
  it('tells of a route what a caller needs', () => {
    expect(operationsIn(document)).toEqual([
      {
        room: 'identity',
        operations: [
          {
            id: 'identity.revealPerson',
            method: 'POST',
            path: '/api/identity/people/{id}/reveal',
            summary: '查看完整号码（留痕） · Reveal the whole numbers, on the record',
            action: 'person.reveal',
            scope: 'record',
            grantedTo: ['systemAdmin', 'leader'],
            open: false,
            parameters: [
              { name: 'id', place: 'path', required: true, shape: 'string (uuid)' },
              { name: 'Idempotency-Key', place: 'header', required: true, shape: 'string' },
              { name: 'purpose', place: 'body', required: true, shape: 'string' },
            ],
            answer: { status: '200', shape: '{ phone: string }' },
            refusals: [{ status: '422', codes: ['PURPOSE_MISSING', 'INPUT_INVALID'] }],
          },
        ],
      },
    ])
  })
  it.each([[null], ['nonsense'], [{}]])('reads nothing out of %o', (nonsense) => {
    expect(operationsIn(nonsense)).toEqual([])
  })
})

describe('a summary in one language', () => {
  it.each([
    ['登录 · Sign in', 'zh', '登录'],
    ['登录 · Sign in', 'en', 'Sign in'],
    ['one language', 'zh', 'one language'],
  ] as const)('%s in %s', (summary, language, text) => {
    expect(summaryIn(summary, language)).toBe(text)
  })
})
