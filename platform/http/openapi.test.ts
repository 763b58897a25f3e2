import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openHouse } from '../../main/rooms.ts'
import { roles } from '../../kernel/actor.ts'
import { route, type Contract } from '../../kernel/contract.ts'
import { diskStore } from '../evidence/diskStore.ts'
import { openApiDocument } from './openapi.ts'

type Json = Record<string, unknown>
type Operation = {
  readonly operationId: string
  readonly summary: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: Json }[]
  readonly requestBody?: { readonly required: boolean; readonly content: Record<string, { schema: Json }> }
  readonly responses: Record<string, { readonly description: string; readonly content?: Record<string, { schema: Json }> }>
  readonly security: readonly Record<string, readonly string[]>[]
} & Json
type Document = {
  readonly openapi: string
  readonly info: Json
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { readonly schemas: Json; readonly securitySchemes: Json }
} & Json

// Nothing is written there: only the contracts are asked for.
const { contracts } = openHouse({
  evidence: { store: diskStore(tmpdir()) },
  ledgersFolder: tmpdir(),
  address: () => 'https://anlan.example.cn',
})
const house = openApiDocument(contracts, '1.2.3') as Document
const operationsOf = (document: Document) =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation, title: `${method} ${path}` })),
  )

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const types = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'])

/** What a reader of JSON Schema 2020-12 would stumble over, each with its place. */
const faultsOf = (document: Document): string[] => {
  const faults: string[] = []
  const schema = (value: unknown, place: string): void => {
    if (typeof value === 'boolean') return
    if (!isObject(value)) return void faults.push(`${place} is no schema`)
    const { $ref, type, properties, required, items, enum: words, pattern } = value
    if (typeof $ref === 'string' && resolve(document, $ref) === undefined) faults.push(`${place} points to ${$ref}, which is not there`)
    for (const one of [type].flat())
      if (one !== undefined && !types.has(String(one as string))) faults.push(`${place} has the type ${JSON.stringify(one)}`)
    if (Array.isArray(words) && words.length === 0) faults.push(`${place} can be nothing`)
    if (typeof pattern === 'string' && !isPattern(pattern)) faults.push(`${place} has a pattern that nobody can read`)
    if (isObject(properties)) {
      for (const [name, part] of Object.entries(properties)) schema(part, `${place}.${name}`)
      for (const name of Array.isArray(required) ? required : [])
        if (!(String(name) in properties)) faults.push(`${place} requires ${String(name)}, which it does not describe`)
    }
    if (items !== undefined) schema(items, `${place}[]`)
    for (const many of ['anyOf', 'oneOf', 'allOf'])
      for (const [index, part] of (Array.isArray(value[many]) ? value[many] : []).entries()) schema(part, `${place}/${many}${index}`)
    if (isObject(value['additionalProperties'])) schema(value['additionalProperties'], `${place}.*`)
  }
  for (const { path, operation, title } of operationsOf(document)) {
    const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name!)
    const described = operation.parameters.filter((parameter) => parameter.in === 'path')
    if (inPath.join() !== described.map(({ name }) => name).join())
      faults.push(`${title} has the places ${inPath.join()} and describes ${described.map(({ name }) => name).join()}`)
    if (described.some(({ required }) => !required)) faults.push(`${title} has a place that may be left out`)
    for (const parameter of operation.parameters) schema(parameter.schema, `${title} ${parameter.in} ${parameter.name}`)
    for (const [mediaType, content] of Object.entries(operation.requestBody?.content ?? {}))
      schema(content.schema, `${title} body ${mediaType}`)
    for (const [status, response] of Object.entries(operation.responses)) {
      if (!/^[2-5]\d\d$/.test(status) || response.description === '') faults.push(`${title} has the answer ${status} that says nothing`)
      for (const [mediaType, content] of Object.entries(response.content ?? {})) schema(content.schema, `${title} ${status} ${mediaType}`)
    }
    for (const need of operation.security)
      for (const name of Object.keys(need))
        if (!(name in document.components.securitySchemes)) faults.push(`${title} needs ${name}, which is not there`)
  }
  for (const [name, part] of Object.entries(document.components.schemas)) schema(part, `components ${name}`)
  return faults
}

const resolve = (document: Document, ref: string): unknown =>
  ref.startsWith('#/')
    ? ref
        .slice(2)
        .split('/')
        .reduce<unknown>((at, step) => (isObject(at) ? at[step.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined), document)
    : undefined

const isPattern = (pattern: string): boolean => {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

describe('the OpenAPI document of the house', () => {
  it('is of 3.1, tells its version and licence, and survives JSON', () => {
    expect(house).toMatchObject({
      openapi: '3.1.0',
      info: { title: '安澜 Anlan', version: '1.2.3', license: { identifier: 'Apache-2.0' } },
    })
    expect(JSON.parse(JSON.stringify(house))).toEqual(house)
  })

  it('is sound: every pointer leads somewhere, every place in a path is described, every schema can be read', () => {
    expect(faultsOf(house)).toEqual([])
  })

  it('holds every route of every room once', () => {
    const declared = contracts.flatMap(({ room, routes }) => Object.keys(routes).map((name) => `${room}.${name}`))
    const told = operationsOf(house).map(({ operation }) => operation.operationId)
    expect(told.toSorted()).toEqual(declared.toSorted())
    expect(new Set(told).size).toBe(told.length)
  })

  it('tells of each route who may, what it refuses and whether it wants a key', () => {
    for (const contract of contracts)
      for (const [name, declared] of Object.entries(contract.routes)) {
        const { operation } = operationsOf(house).find((one) => one.operation.operationId === `${contract.room}.${name}`)!
        const told = Object.values(operation.responses).flatMap(({ description }) => description.split(', '))
        expect(told, name).toEqual(expect.arrayContaining([...declared.refusals]))
        const keyed = declared.method !== 'GET' && declared.repeat !== 'natural'
        expect(
          operation.parameters.some((parameter) => parameter.name === 'Idempotency-Key'),
          name,
        ).toBe(keyed)
        expect(operation.security, name).toEqual(declared.action === 'public' ? [] : [{ session: [] }])
        const open = declared.action === 'public' || declared.action === 'signedIn'
        expect(operation['x-granted-to'], name).toEqual(open ? [...roles] : contract.actions[declared.action])
        expect(operation.summary, name).toBe(`${declared.summary.zh} · ${declared.summary.en}`)
      }
  })

  it('shows what is sent as it is sent, and what comes back as it comes back', () => {
    const { operation } = operationsOf(house).find(({ title }) => title === 'get /api/identity/people')!
    const limit = operation.parameters.find(({ name }) => name === 'limit')!
    expect([limit.required, limit.schema]).toMatchObject([false, { default: 100 }])
    const answer = operation.responses['200']!.content!['application/json']!.schema
    expect(answer['required']).toEqual(['rows', 'total', 'next'])
  })
})

describe('a fault in a document is found', () => {
  const planted = (output: z.ZodType): Document => {
    const one = route({
      method: 'GET',
      path: '/api/planted/:id',
      summary: { zh: '试验', en: 'test' },
      action: 'public',
      scope: 'all',
      params: z.object({ other: z.string() }),
      output,
      success: 200,
      refusals: [],
    })
    const contract = { room: 'planted', actions: {}, refusals: {}, events: {}, views: [], routes: { one } } satisfies Contract
    return openApiDocument([contract], '1') as Document
  }
  it('a place in the path that nobody describes', () => {
    expect(faultsOf(planted(z.object({})))).toEqual(['get /api/planted/{id} has the places id and describes other'])
  })
  it('a schema that points to itself by a pointer of its own', () => {
    const tree: z.ZodType = z.object({
      name: z.string(),
      get below() {
        return z.array(tree)
      },
    })
    expect(faultsOf(planted(tree))).toContainEqual(expect.stringContaining('which is not there'))
  })
})
