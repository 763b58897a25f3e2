import { fault } from './refusals.ts'

/** What a part of a workbook tells as it is read. Names come without their prefix: some writers put `x:` before each. */
export type XmlListener = {
  readonly open: (name: string, attributes: string) => void
  readonly close: (name: string) => void
  /** Text between two tags; may come in several pieces. */
  readonly text: (text: string) => void
}

export type XmlReader = { readonly feed: (chunk: string) => void; readonly end: () => void }

/** A token longer than this is no spreadsheet's: a cell of 32,767 signs, each an entity of eight. */
const longestToken = 1024 * 1024
const deepest = 64

const lessThan = 60
const greaterThan = 62
const slash = 47
const bang = 33
const question = 63
const colon = 58
const doubleQuote = 34
const singleQuote = 39

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const isCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff)

/** Resolves the five entities of XML and numbers; any other name is damage, for no DTD is read that could declare it. */
export const decodeEntities = (text: string, part: string): string => {
  let at = text.indexOf('&')
  if (at < 0) return text
  let decoded = ''
  let from = 0
  while (at >= 0) {
    const end = text.indexOf(';', at)
    if (end < 0 || end - at > 12) throw fault('SHEET_FILE_DAMAGED', { part, problem: 'entity' })
    const name = text.slice(at + 1, end)
    let value = named[name]
    if (value === undefined) {
      const digits = /^#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,10}))$/.exec(name)
      const code = digits === null ? -1 : digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16)
      if (!isCharacter(code)) throw fault('SHEET_FILE_DAMAGED', { part, problem: 'entity' })
      value = String.fromCodePoint(code)
    }
    decoded += text.slice(from, at) + value
    from = end + 1
    at = text.indexOf('&', from)
  }
  return decoded + text.slice(from)
}

/** The value of an attribute in the text of a tag, entities resolved; null where it is not there. */
export const attributeOf = (attributes: string, name: string, part = ''): string | null => {
  let at = attributes.indexOf(name)
  while (at >= 0) {
    const before = at === 0 ? 32 : attributes.charCodeAt(at - 1)
    if (before <= 32) {
      let next = at + name.length
      while (attributes.charCodeAt(next) <= 32) next += 1
      if (attributes.charCodeAt(next) === 61) {
        next += 1
        while (attributes.charCodeAt(next) <= 32) next += 1
        const quote = attributes.charCodeAt(next)
        const end = quote === doubleQuote || quote === singleQuote ? attributes.indexOf(quote === doubleQuote ? '"' : "'", next + 1) : -1
        return end < 0 ? null : decodeEntities(attributes.slice(next + 1, end), part)
      }
    }
    at = attributes.indexOf(name, at + 1)
  }
  return null
}

/**
 * Reads the XML of one part as it comes. Checks nesting, refuses a DOCTYPE (so no entity can be declared) and anything that
 * does not end; holds one unfinished token of at most 1 MiB. Written for this because a sheet of 100,000 rows and 20 columns has
 * ten million tokens (figures in bench/sheets.md).
 */
export const readXml = (part: string, listener: XmlListener): XmlReader => {
  const damaged = (problem: string) => fault('SHEET_FILE_DAMAGED', { part, problem })
  const stack: string[] = []
  let rest = ''
  let seenRoot = false

  /** Where the tag that begins before `at` ends, or -1. A `>` within quotes ends nothing. */
  const tagEnd = (data: string, at: number): number => {
    for (let i = at; i < data.length; i += 1) {
      const code = data.charCodeAt(i)
      if (code === greaterThan) return i
      if (code === doubleQuote || code === singleQuote) {
        i = data.indexOf(code === doubleQuote ? '"' : "'", i + 1)
        if (i < 0) return -1
      }
    }
    return -1
  }

  const say = (raw: string): void => {
    if (stack.length > 0) listener.text(decodeEntities(raw, part))
    else if (raw.trim() !== '' && raw !== '\ufeff') throw damaged('text outside')
  }

  /** Eats whole tokens of the data; answers from where it must be seen again. */
  const eat = (data: string, last: boolean): number => {
    let at = 0
    const length = data.length
    while (at < length) {
      const open = data.charCodeAt(at) === lessThan ? at : data.indexOf('<', at)
      if (open !== at) {
        // Text is said when it is whole, so that no entity is cut in two.
        if (open < 0) {
          if (!last) return at
          say(data.slice(at))
          return length
        }
        say(data.slice(at, open))
        at = open
      }
      const second = data.charCodeAt(at + 1)
      if (Number.isNaN(second)) return at
      if (second === bang) {
        if (data.startsWith('<!--', at)) {
          const end = data.indexOf('-->', at + 4)
          if (end < 0) return at
          at = end + 3
        } else if (data.startsWith('<![CDATA[', at)) {
          const end = data.indexOf(']]>', at + 9)
          if (end < 0) return at
          if (stack.length === 0) throw damaged('text outside')
          listener.text(data.slice(at + 9, end))
          at = end + 3
        } else if (length - at >= 9 || last) {
          throw /^<!(?:doctype|entity)/i.test(data.slice(at, at + 10)) ? fault('SHEET_ENTITIES_DECLARED', { part }) : damaged('declaration')
        } else return at
        continue
      }
      if (second === question) {
        const end = data.indexOf('?>', at + 2)
        if (end < 0) return at
        at = end + 2
        continue
      }
      if (second === slash) {
        const end = data.indexOf('>', at + 2)
        if (end < 0) return at
        const name = localName(data, at + 2, end)
        if (stack.pop() !== name) throw damaged('nesting')
        listener.close(name)
        at = end + 1
        continue
      }
      let nameEnd = at + 1
      let code = second
      let start = nameEnd
      while (code > 32 && code !== greaterThan && code !== slash) {
        if (code === lessThan) throw damaged('tag')
        nameEnd += 1
        if (code === colon) start = nameEnd
        code = data.charCodeAt(nameEnd)
      }
      if (Number.isNaN(code)) return at
      const end = code === greaterThan ? nameEnd : tagEnd(data, nameEnd)
      if (end < 0) return at
      if (nameEnd === start) throw damaged('tag')
      const name = data.slice(start, nameEnd)
      const empty = data.charCodeAt(end - 1) === slash
      if (stack.length === 0) {
        if (seenRoot) throw damaged('second root')
        seenRoot = true
      }
      listener.open(name, end === nameEnd ? '' : data.slice(nameEnd, empty ? end - 1 : end))
      if (empty) listener.close(name)
      else {
        if (stack.length >= deepest) throw damaged('depth')
        stack.push(name)
      }
      at = end + 1
    }
    return length
  }

  return {
    feed: (chunk) => {
      const data = rest === '' ? chunk : rest + chunk
      const eaten = eat(data, false)
      rest = eaten === data.length ? '' : data.slice(eaten)
      if (rest.length > longestToken) throw damaged('token')
    },
    end: () => {
      const eaten = eat(rest, true)
      if (eaten !== rest.length || stack.length > 0 || !seenRoot) throw damaged('cut off')
    },
  }
}

const localName = (data: string, from: number, to: number): string => {
  let end = to
  while (end > from && data.charCodeAt(end - 1) <= 32) end -= 1
  let start = end
  while (start > from && data.charCodeAt(start - 1) !== colon) start -= 1
  return data.slice(start, end)
}
