import { describe, expect, test } from 'vitest'
import { createLiveConnection, roomOfTopic, waitMilliseconds, type LiveSocket } from './live.ts'

type PlayedSocket = LiveSocket & {
  readonly path: string
  closed: boolean
  say: (message: object | string) => void
  drop: (code?: number) => void
}

/** A server played by hand: sockets as they are opened, a clock that moves when told. */
const play = () => {
  const sockets: PlayedSocket[] = []
  const heard: string[] = []
  let now = 1_000_000
  let timers: { at: number; deed: () => void }[] = []
  const connection = createLiveConnection(
    {
      hint: (hint) => heard.push(`${hint.topic}@${hint.cursor}${hint.record ? ` ${hint.record.kind} ${hint.record.id}` : ''}`),
      reset: () => heard.push('reset'),
      merged: (count) => heard.push(`merged ${count}`),
      serverTime: (time) => heard.push(`time ${time}`),
      signedOut: () => heard.push('signed out'),
    },
    {
      open: (path) => {
        const socket: PlayedSocket = {
          path,
          closed: false,
          onopen: null,
          onmessage: null,
          onclose: null,
          close: () => {
            socket.closed = true
          },
          say: (message) => socket.onmessage?.({ data: typeof message === 'string' ? message : JSON.stringify(message) }),
          drop: (code = 1006) => socket.onclose?.({ code }),
        }
        sockets.push(socket)
        return socket
      },
      now: () => now,
      random: () => 1,
      later: (deed, milliseconds) => {
        const timer = { at: now + milliseconds, deed }
        timers.push(timer)
        return () => {
          timers = timers.filter((other) => other !== timer)
        }
      },
    },
  )
  const pass = (milliseconds: number): void => {
    const until = now + milliseconds
    for (;;) {
      const next = timers.toSorted((one, other) => one.at - other.at)[0]
      if (!next || next.at > until) break
      now = next.at
      timers = timers.filter((timer) => timer !== next)
      next.deed()
    }
    now = until
  }
  const last = (): PlayedSocket => {
    const socket = sockets.at(-1)
    if (!socket) throw new Error('nothing was opened')
    return socket
  }
  return { connection, sockets, heard, pass, last, phase: () => connection.state.get().phase, timers: () => timers.length }
}

const hello = { hello: { cursor: '100', serverTime: '2026-11-24T06:32:07.000Z' } }

describe('the live connection', () => {
  test('begins without a cursor and is live from the first word', () => {
    const { connection, last, heard, phase } = play()
    connection.start()
    expect(last().path).toBe('/api/live')
    expect(phase()).toBe('connecting')
    last().say(hello)
    expect(phase()).toBe('live')
    expect(heard).toEqual(['time 2026-11-24T06:32:07.000Z', 'reset'])
  })

  test('asks again for everything at the first greeting, and at no later one', () => {
    const { connection, last, heard, pass } = play()
    connection.start()
    last().say(hello)
    last().drop()
    pass(1_000)
    last().say(hello)
    expect(heard.filter((each) => each === 'reset')).toHaveLength(1)
  })

  test('after a loss it goes on from the cursor of the last hint', () => {
    const { connection, last, heard, pass, phase, sockets } = play()
    connection.start()
    last().say(hello)
    last().say({ hint: { cursor: '117', topic: 'identity.personAdded', record: { kind: 'person', id: 'p1' } } })
    last().drop()
    expect(phase()).toBe('lost')
    pass(1_000)
    expect(sockets).toHaveLength(2)
    expect(last().path).toBe('/api/live?after=117')
    // The server greets with where it stands now; what lies between is still to come.
    last().say({ hello: { cursor: '130', serverTime: '2026-11-24T06:33:00.000Z' } })
    last().drop()
    pass(10_000)
    expect(last().path).toBe('/api/live?after=117')
    expect(heard).toContain('identity.personAdded@117 person p1')
  })

  test('before any hint it goes on from the cursor of the greeting', () => {
    const { connection, last, pass } = play()
    connection.start()
    last().say(hello)
    last().drop()
    pass(1_000)
    expect(last().path).toBe('/api/live?after=100')
  })

  test('a cursor too old asks again for everything and goes on from the new one', () => {
    const { connection, last, heard, pass } = play()
    connection.start()
    last().say(hello)
    last().say({ reset: { cursor: 900 } })
    last().drop()
    pass(1_000)
    expect(heard.filter((each) => each === 'reset')).toHaveLength(2)
    expect(last().path).toBe('/api/live?after=900')
  })

  test('waits 1, 2, 4 … 30 s and keeps the instant of the first loss', () => {
    const { connection, last, pass, sockets } = play()
    connection.start()
    last().say(hello)
    pass(500)
    last().drop()
    const lost = connection.state.get()
    for (const seconds of [1, 2, 4, 8, 16, 30, 30]) {
      const opened = sockets.length
      pass(seconds * 1_000 - 1)
      expect(sockets).toHaveLength(opened)
      pass(1)
      expect(sockets).toHaveLength(opened + 1)
      last().drop()
      expect(connection.state.get()).toMatchObject({ phase: 'lost', lostSince: lost.phase === 'lost' ? lost.lostSince : 0 })
    }
  })

  test('a greeting sets the wait back to the shortest', () => {
    const { connection, last, pass, sockets } = play()
    connection.start()
    last().drop()
    pass(1_000)
    last().drop()
    pass(2_000)
    last().say(hello)
    last().drop()
    const opened = sockets.length
    pass(1_000)
    expect(sockets).toHaveLength(opened + 1)
  })

  test('a quiet line is no loss where the server does not beat', () => {
    const { connection, last, pass, phase } = play()
    connection.start()
    last().say(hello)
    pass(3_600_000)
    expect(phase()).toBe('live')
  })

  test('a minute without a word is a loss where it beats, whatever the socket believes', () => {
    const { connection, last, pass, phase, sockets } = play()
    connection.start()
    last().say(hello)
    pass(30_000)
    last().say({ beat: { serverTime: '2026-11-24T06:32:37.000Z' } })
    pass(59_999)
    expect(phase()).toBe('live')
    pass(1)
    expect(phase()).toBe('lost')
    expect(sockets[0]?.closed).toBe(true)
  })

  test('retryNow connects at once and once only', () => {
    const { connection, last, pass, sockets } = play()
    connection.start()
    last().say(hello)
    connection.retryNow()
    expect(sockets).toHaveLength(1)
    last().drop()
    connection.retryNow()
    expect(sockets).toHaveLength(2)
    last().say(hello)
    pass(31_000)
    expect(sockets).toHaveLength(2)
  })

  test('says how many hints the server merged, and survives what it does not understand', () => {
    const { connection, last, heard, phase } = play()
    connection.start()
    last().say({ merged: { count: 12 } })
    last().say('not json')
    last().say('7')
    last().say({ futureKind: { x: 1 } })
    expect(heard).toEqual(['merged 12'])
    expect(phase()).toBe('live')
  })

  test('a session that ended stops it for good', () => {
    const { connection, last, heard, pass, phase, sockets, timers } = play()
    connection.start()
    last().say(hello)
    last().drop(4401)
    pass(120_000)
    expect(heard).toContain('signed out')
    expect(phase()).toBe('off')
    expect(sockets).toHaveLength(1)
    expect(timers()).toBe(0)
  })

  test('stop lets go of socket, timers and cursor: the next session begins anew', () => {
    const { connection, last, timers, sockets } = play()
    connection.start()
    last().say(hello)
    connection.stop()
    expect(sockets[0]?.closed).toBe(true)
    expect(timers()).toBe(0)
    connection.start()
    expect(last().path).toBe('/api/live')
  })
})

test('the wait is spread over its upper half', () => {
  expect(waitMilliseconds(0, 0)).toBe(500)
  expect(waitMilliseconds(0, 1)).toBe(1_000)
  expect(waitMilliseconds(20, 1)).toBe(30_000)
})

test('a topic names its room', () => {
  expect(roomOfTopic('identity.personAdded')).toBe('identity')
})
