import { z } from 'zod'
import { roles } from '../../kernel/actor.ts'
import type { Contract, Route, Shape } from '../../kernel/contract.ts'
import { doorwayRefusals } from '../../kernel/refusals.ts'

type JsonSchema = Record<string, unknown>

const schemaOf = (shape: Shape, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as JsonSchema
  return schema
}

const parametersOf = (shape: Shape | undefined, place: 'path' | 'query'): JsonSchema[] => {
  if (!shape) return []
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as { properties?: Record<string, JsonSchema>; required?: string[] }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }))
}

const doorwayCodesOf = (route: Route): string[] => {
  const codes = ['TOO_MANY_REQUESTS', 'INPUT_INVALID']
  if (route.action !== 'public') codes.push('SIGN_IN_REQUIRED', 'SESSION_ENDED')
  if (route.action !== 'public' && route.action !== 'signedIn') codes.push('ACTION_NOT_GRANTED')
  if (route.scope === 'record' || route.scope === 'own') codes.push('RECORD_NOT_FOUND')
  if (route.scope === 'input') codes.push('OUT_OF_SCOPE')
  if (route.method !== 'GET') codes.push('ORIGIN_REFUSED')
  if (route.method !== 'GET' && route.repeat !== 'natural') codes.push('IDEMPOTENCY_KEY_MISSING', 'IDEMPOTENCY_KEY_REUSED')
  return codes
}

const operationOf = (contract: Contract, name: string, route: Route): JsonSchema => {
  const statuses = new Map<number, string[]>()
  for (const code of [...doorwayCodesOf(route), ...route.refusals]) {
    const status =
      (contract.refusals as Record<string, { status: number }>)[code]?.status ??
      doorwayRefusals[code as keyof typeof doorwayRefusals].status
    statuses.set(status, [...(statuses.get(status) ?? []), code])
  }
  const keyed = route.method !== 'GET' && route.repeat !== 'natural'
  return {
    operationId: `${contract.room}.${name}`,
    tags: [contract.room],
    summary: `${route.summary.zh} · ${route.summary.en}`,
    'x-action': route.action,
    'x-scope': route.scope,
    'x-granted-to': route.action === 'public' || route.action === 'signedIn' ? [...roles] : contract.actions[route.action],
    security: route.action === 'public' ? [] : [{ session: [] }],
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(keyed
        ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 8, maxLength: 200 } }]
        : []),
    ],
    ...(route.bodyKind === 'bytes'
      ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } }
      : route.body
        ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }
        : {}),
    responses: {
      [route.success]:
        route.success === 204
          ? { description: 'done' }
          : route.outputKind === 'bytes'
            ? { description: 'the bytes', content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }
            : { description: 'done', content: { 'application/json': { schema: schemaOf(route.output, 'output') } } },
      ...Object.fromEntries(
        [...statuses].map(([status, codes]) => [
          status,
          { description: codes.join(', '), content: { 'application/json': { schema: { $ref: '#/components/schemas/Refused' } } } },
        ]),
      ),
    },
  }
}

/** The whole API as OpenAPI 3.1, made from the contracts: what the doorway checks is what the document says. */
export const openApiDocument = (contracts: readonly Contract[], version: string): JsonSchema => {
  const paths: Record<string, Record<string, JsonSchema>> = {}
  for (const contract of contracts)
    for (const [name, route] of Object.entries(contract.routes)) {
      const path = route.path.replaceAll(/:([^/]+)/g, '{$1}')
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(contract, name, route) }
    }
  return {
    openapi: '3.1.0',
    info: { title: '安澜 Anlan', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    tags: contracts.map(({ room }) => ({ name: room })),
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'anlan_session' } },
      schemas: {
        Refused: {
          type: 'object',
          required: ['refusal'],
          properties: {
            refusal: {
              type: 'object',
              required: ['code', 'facts', 'sentence'],
              properties: {
                code: { type: 'string' },
                facts: { type: 'object' },
                sentence: {
                  type: 'object',
                  required: ['zh', 'en'],
                  properties: { zh: { type: 'string' }, en: { type: 'string' } },
                },
              },
            },
          },
        },
      },
    },
  }
}
