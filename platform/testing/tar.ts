import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'

const blockBytes = 512

/**
 * Writes what a tar archive holds into a folder. Files and folders only, with names of at most 100
 * bytes: that is what the archives of the test browser hold (POSIX ustar).
 *
 * @throws RangeError at any other kind of entry, or one that leads out of the folder
 */
export async function unpackTar(archive: Buffer, folder: string): Promise<void> {
  const root = resolve(folder)
  for (let at = 0; at + blockBytes <= archive.length;) {
    const header = archive.subarray(at, at + blockBytes)
    const name = textIn(header, 0, 100)
    if (name === '') return
    const sizeBytes = Number.parseInt(textIn(header, 124, 12), 8)
    const kind = textIn(header, 156, 1)
    const path = resolve(root, name)
    if (path !== root && !path.startsWith(root + sep)) throw new RangeError(`tar entry leads out of its folder: ${name}`)
    at += blockBytes
    if (kind === '5') await mkdir(path, { recursive: true })
    else if (kind === '0' || kind === '') {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, archive.subarray(at, at + sizeBytes))
      await chmod(path, Number.parseInt(textIn(header, 100, 8), 8) & 0o777)
    } else throw new RangeError(`tar entry of kind ${kind}: ${name}`)
    at += Math.ceil(sizeBytes / blockBytes) * blockBytes
  }
}

function textIn(header: Buffer, from: number, length: number): string {
  const text = header.toString('latin1', from, from + length)
  const end = text.indexOf('\0')
  return end === -1 ? text : text.slice(0, end)
}
