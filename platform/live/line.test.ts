import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openLine, type Pipe } from './line.ts'
import type { Hint, LiveMessage } from './messages.ts'

/** A network that takes what it was handed only when the test says so. */
const openPipe = () => {
  const said: LiveMessage[] = []
  const pending: { bytes: number; done: () => void }[] = []
  let buffered = 0
  const pipe: Pipe = {
    get bufferedAmount() {
      return buffered
    },
    send(text, done) {
      said.push(JSON.parse(text) as LiveMessage)
      buffered += text.length
      pending.push({ bytes: text.length, done })
    },
  }
  const take = (count = Infinity): void => {
    for (let taken = 0; taken < count; taken += 1) {
      const first = pending.shift()
      if (first === undefined) return
      buffered -= first.bytes
      first.done()
    }
  }
  return { pipe, said, take }
}

const hint = (place: number, id = String(place)): Hint => ({
  cursor: `0a0b0c0d-${place}`,
  topic: 'gate.opened',
  record: { kind: 'gate', id },
})
const hello = { cursor: '0a0b0c0d-0', serverTime: '2026-11-24T08:00:00.000Z' }
const roomy = { bytesInPipe: 1_000_000, recordsWaiting: 1_000 }

it('says hello first, then what was missed, then what came meanwhile, then what comes', () => {
  const { pipe, said } = openPipe()
  const line = openLine(pipe, roomy)
  line.push(hint(3))
  line.begin(hello, [hint(1), hint(2)], hello.cursor)
  line.push(hint(4))
  expect(said).toEqual([{ hello }, { hint: hint(1) }, { hint: hint(2) }, { hint: hint(3) }, { hint: hint(4) }])
})

it('tells once what was missed and came again meanwhile, and calls nothing merged that was not slow', () => {
  const { pipe, said } = openPipe()
  const line = openLine(pipe, roomy)
  line.push(hint(3, 'a'))
  line.begin(hello, [hint(1, 'a'), hint(2, 'b')], hello.cursor)
  expect(said).toEqual([{ hello }, { hint: hint(2, 'b') }, { hint: hint(3, 'a') }])
})

it('keeps only the latest hint of a record for a slow line, and tells how many gave way', () => {
  const { pipe, said, take } = openPipe()
  const line = openLine(pipe, { bytesInPipe: 1, recordsWaiting: 1_000 })
  line.begin(hello, [], hello.cursor)
  line.push(hint(1, 'a'))
  line.push(hint(2, 'b'))
  line.push(hint(3, 'a'))
  line.push(hint(4, 'a'))
  expect(said).toEqual([{ hello }])
  take()
  expect(said).toEqual([{ hello }, { merged: { count: 2 } }, { hint: hint(2, 'b') }, { hint: hint(4, 'a') }])
  expect(line.counts).toEqual({ hints: 2, merged: 2, resets: 0 })
})

it('asks a line that is too slow to ask again for everything, with the cursor of the latest change', () => {
  const { pipe, said, take } = openPipe()
  const line = openLine(pipe, { bytesInPipe: 1, recordsWaiting: 3 })
  line.begin(hello, [], hello.cursor)
  for (let place = 1; place <= 9; place += 1) line.push(hint(place))
  take()
  expect(said).toEqual([{ hello }, { reset: { cursor: '0a0b0c0d-9' } }])
  line.push(hint(10))
  expect(said.at(-1)).toEqual({ hint: hint(10) })
})

it('begins with a reset for a cursor that is too old', () => {
  const { pipe, said } = openPipe()
  const line = openLine(pipe, roomy)
  line.push(hint(8))
  line.begin(hello, 'reset', '0a0b0c0d-7')
  expect(said).toEqual([{ hello }, { reset: { cursor: '0a0b0c0d-7' } }, { hint: hint(8) }])
})

it('holds for any order of changes and any network: wherever the line is cut, the cursor passes nothing that was not told', () => {
  const step = fc.oneof(
    fc.record({ push: fc.integer({ min: 0, max: 5 }), further: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ take: fc.integer({ min: 1, max: 4 }) }),
  )
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 60 }),
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 2, max: 5 }),
      (steps, bytesInPipe, recordsWaiting) => {
        const { pipe, said, take } = openPipe()
        const line = openLine(pipe, { bytesInPipe, recordsWaiting })
        line.begin(hello, [], hello.cursor)
        const pushed: Hint[] = []
        let place = 1
        for (const each of steps) {
          if ('take' in each) take(each.take)
          else {
            place += each.further
            const next = hint(place, `r${each.push}`)
            pushed.push(next)
            line.push(next)
          }
        }
        take()

        const xid = (cursor: string): number => Number(cursor.split('-')[1])
        let cursor = 0
        const heard = new Set<Hint>()
        for (const message of said) {
          if ('hint' in message) {
            cursor = xid(message.hint.cursor)
            for (const each of pushed) if (each.record?.id === message.hint.record?.id && xid(each.cursor) <= cursor) heard.add(each)
          } else if ('reset' in message) {
            cursor = xid(message.reset.cursor)
            for (const each of pushed) if (xid(each.cursor) <= cursor) heard.add(each)
          }
          // Cut here, the screen resumes: everything at the cursor or above is told again. What lies below was heard,
          // or a later change of the same record lies above.
          const passed = pushed.filter((each) => xid(each.cursor) < cursor && !heard.has(each))
          const lost = passed.filter((each) => !pushed.some((later) => later.record?.id === each.record?.id && xid(later.cursor) >= cursor))
          expect(lost).toEqual([])
        }
        for (const each of pushed) expect(heard).toContain(each)
      },
    ),
    { seed: 712, numRuns: 500 },
  )
})
