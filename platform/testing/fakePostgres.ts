import { createServer, type Socket } from 'node:net'

/** What the server claims of itself. `number` is `server_version_num`, for example 140012. */
export type Claim = { readonly version: string; readonly number: number; readonly encoding?: string; readonly standby?: boolean }

/**
 * A server that speaks just enough of PostgreSQL's protocol (version 3) to let anybody in and to
 * answer the one question that tells its version: there is no package with a server so old.
 */
export async function fakePostgres({
  version,
  number,
  encoding = 'UTF8',
  standby = false,
}: Claim): Promise<{ url: string; close(): Promise<void> }> {
  const fields = { version, number: String(number), encoding, standby: standby ? 't' : 'f' }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let greeted = false
    socket.on('data', (data) => {
      if (!greeted) {
        greeted = true
        socket.write(Buffer.concat([message('R', int32(0)), message('S', text('server_version'), text(version)), ready]))
      } else if (data.toString('latin1', 0, 1) === 'Q') socket.write(answer(fields))
      else socket.end()
    })
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return {
    url: `postgres://anlan:x@127.0.0.1:${address.port}/anlan`,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const textOid = 25
const boolOid = 16

function answer(fields: Record<string, string>): Buffer {
  const names = Object.entries(fields)
  const columns = names.flatMap(([name, value]) => [
    text(name),
    int32(0),
    int16(0),
    int32(value === 't' || value === 'f' ? boolOid : textOid),
    int16(-1),
    int32(-1),
    int16(0),
  ])
  const values = names.flatMap(([, value]) => [int32(Buffer.byteLength(value)), Buffer.from(value)])
  return Buffer.concat([
    message('T', int16(names.length), ...columns),
    message('D', int16(names.length), ...values),
    message('C', text('SELECT 1')),
    ready,
  ])
}

function message(kind: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body])
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`)
}

const ready = message('Z', Buffer.from('I'))
