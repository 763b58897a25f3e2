import type { Language } from '../../../ui/language.tsx'

/** One parameter of a route. */
export type Parameter = {
  readonly name: string
  readonly place: 'path' | 'query' | 'header' | 'body'
  readonly required: boolean
  readonly shape: string
}

/** One route as the page shows it. */
export type Operation = {
  readonly id: string
  readonly method: string
  readonly path: string
  /** As the document holds it: both languages, a middle dot between. */
  readonly summary: string
  readonly action: string
  readonly scope: string
  readonly grantedTo: readonly string[]
  readonly open: boolean
  readonly parameters: readonly Parameter[]
  readonly answer: { readonly status: string; readonly shape: string }
  readonly refusals: readonly { readonly status: string; readonly codes: readonly string[] }[]
}

export type OperationsOfRoom = { readonly room: string; readonly operations: readonly Operation[] }

type Tree = { readonly [name: string]: unknown }

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)
const treeOf = (value: unknown): Tree => (isTree(value) ? value : {})
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [])
const treesOf = (value: unknown): readonly Tree[] => (Array.isArray(value) ? value.filter(isTree) : [])

/** The deepest level of a schema that one line can still tell. */
const deepest = 2

/**
 * A JSON schema in one line: `string`, `"a" | "b"`, `integer 1–500`, `{ rows: {…}[], next: string | null }`. What lies deeper
 * than two levels is an ellipsis; the document itself has it whole.
 */
export const shapeText = (schema: unknown, depth = 0): string => {
  const tree = treeOf(schema)
  if (Array.isArray(tree['enum'])) return tree['enum'].map((value: unknown) => JSON.stringify(value)).join(' | ')
  const either = treesOf(tree['anyOf'] ?? tree['oneOf'])
  if (either.length > 0) return either.map((part) => shapeText(part, depth)).join(' | ')
  switch (tree['type']) {
    case 'array':
      return `${bracketed(shapeText(tree['items'], depth))}[]`
    case 'object':
      return objectText(tree, depth)
    case 'integer':
    case 'number':
      return [tree['type'], boundsText(tree)].filter((part) => part !== '').join(' ')
    case 'string':
      return textOf(tree['format']) === '' ? 'string' : `string (${textOf(tree['format'])})`
    case 'null':
      return 'null'
    case 'boolean':
      return 'boolean'
    default:
      return 'any'
  }
}

const bracketed = (text: string): string => (text.includes(' | ') ? `(${text})` : text)

const objectText = (tree: Tree, depth: number): string => {
  const properties = Object.entries(treeOf(tree['properties']))
  if (properties.length === 0) return '{}'
  if (depth >= deepest) return '{…}'
  const required = textsOf(tree['required'])
  return `{ ${properties.map(([name, schema]) => `${name}${required.includes(name) ? '' : '?'}: ${shapeText(schema, depth + 1)}`).join(', ')} }`
}

/** JSON schema writes the whole range of safe integers where a contract says only "integer". */
const boundsText = ({ minimum, maximum }: Tree): string => {
  const bound = (value: unknown): string => (typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? String(value) : '')
  const [least, most] = [bound(minimum), bound(maximum)]
  if (least === '' && most === '') return ''
  if (most === '') return `≥ ${least}`
  return least === '' ? `≤ ${most}` : `${least}–${most}`
}

const contentOf = (holder: unknown): { readonly type: string; readonly schema: unknown } | null => {
  const [entry] = Object.entries(treeOf(treeOf(holder)['content']))
  return entry === undefined ? null : { type: entry[0], schema: treeOf(entry[1])['schema'] }
}

const parametersOf = (operation: Tree): readonly Parameter[] => {
  const named = treesOf(operation['parameters']).map((parameter): Parameter => {
    const place = textOf(parameter['in'])
    return {
      name: textOf(parameter['name']),
      place: place === 'path' || place === 'header' ? place : 'query',
      required: parameter['required'] === true,
      shape: shapeText(parameter['schema']),
    }
  })
  const body = contentOf(operation['requestBody'])
  if (body === null) return named
  if (body.type !== 'application/json') return [...named, { name: '', place: 'body', required: true, shape: body.type }]
  const schema = treeOf(body.schema)
  const required = textsOf(schema['required'])
  const fields = Object.entries(treeOf(schema['properties'])).map(([name, field]): Parameter => ({
    name,
    place: 'body',
    required: required.includes(name),
    shape: shapeText(field, 1),
  }))
  return [...named, ...fields]
}

const operationFrom = (path: string, method: string, operation: Tree): Operation => {
  const responses = Object.entries(treeOf(operation['responses']))
  const [success] = responses.filter(([status]) => status.startsWith('2'))
  const content = success && contentOf(success[1])
  return {
    id: textOf(operation['operationId']),
    method: method.toUpperCase(),
    path,
    summary: textOf(operation['summary']),
    action: textOf(operation['x-action']),
    scope: textOf(operation['x-scope']),
    grantedTo: textsOf(operation['x-granted-to']),
    open: Array.isArray(operation['security']) && operation['security'].length === 0,
    parameters: parametersOf(operation),
    answer: {
      status: success?.[0] ?? '',
      shape: content ? (content.type === 'application/json' ? shapeText(content.schema) : content.type) : '',
    },
    refusals: responses
      .filter(([status]) => !status.startsWith('2'))
      .map(([status, response]) => ({ status, codes: textOf(treeOf(response)['description']).split(', ') })),
  }
}

/** The routes of an OpenAPI document by their room, in the document's own order. */
export const operationsIn = (document: unknown): readonly OperationsOfRoom[] => {
  const tree = treeOf(document)
  const all = Object.entries(treeOf(tree['paths'])).flatMap(([path, item]) =>
    Object.entries(treeOf(item)).map(([method, operation]) => ({
      room: textsOf(treeOf(operation)['tags'])[0] ?? '',
      operation: operationFrom(path, method, treeOf(operation)),
    })),
  )
  return treesOf(tree['tags'])
    .map((tag) => textOf(tag['name']))
    .map((room) => ({ room, operations: all.filter((each) => each.room === room).map(({ operation }) => operation) }))
    .filter(({ operations }) => operations.length > 0)
}

/** The summary in one language; whole where it does not come in two. */
export const summaryIn = (summary: string, language: Language): string => {
  const parts = summary.split(' · ')
  return parts.length === 2 ? (parts[language === 'zh' ? 0 : 1] ?? summary) : summary
}
