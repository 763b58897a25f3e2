import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unpackTar } from './tar.ts'

function entry(name: string, kind: string, content = '', mode = '0000755'): Buffer {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write(mode, 100)
  header.write(content.length.toString(8).padStart(11, '0'), 124)
  header.write(kind, 156)
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512)
  body.write(content)
  return Buffer.concat([header, body])
}

async function unpacked<Value>(entries: Buffer[], look: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'anlan-tar-'))
  try {
    await unpackTar(Buffer.concat([...entries, Buffer.alloc(1024)]), folder)
    return await look(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('files keep their content and mode, in folders named or implied', async () => {
  const long = 'x'.repeat(513)
  const seen = await unpacked([entry('a/', '5'), entry('a/program', '0', long), entry('b/note', '0', 'y', '0000644')], async (folder) => ({
    program: await readFile(join(folder, 'a/program'), 'utf8'),
    note: await readFile(join(folder, 'b/note'), 'utf8'),
    modes: [(await stat(join(folder, 'a/program'))).mode & 0o777, (await stat(join(folder, 'b/note'))).mode & 0o777],
  }))
  expect(seen).toEqual({ program: long, note: 'y', modes: [0o755, 0o644] })
})

test.each([
  ['a way out of the folder', entry('../out', '0', 'x')],
  ['a link', entry('link', '2')],
])('%s is refused', async (_what, bad) => {
  await expect(unpacked([bad], async () => undefined)).rejects.toThrow(RangeError)
})
