import { createHash } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What the web app is made of; a change in any of them asks for a new build. */
const sources = ['kernel', 'contexts', 'ui', 'main/web', 'vite.config.ts', 'package-lock.json']

const filesBelow = async (path: string): Promise<string[]> => {
  const found = await stat(path).catch(() => null)
  if (!found) return []
  if (found.isFile()) return [path]
  const entries = await readdir(path, { withFileTypes: true })
  const nested = await Promise.all(
    entries
      .filter(({ name }) => name !== 'server' && name !== 'node_modules' && !name.includes('.test.'))
      .map(({ name }) => filesBelow(join(path, name))),
  )
  return nested.flat()
}

const digestOf = async (projectFolder: string): Promise<string> => {
  const hash = createHash('sm3')
  for (const source of sources)
    for (const file of (await filesBelow(join(projectFolder, source))).toSorted()) hash.update(file.slice(projectFolder.length)).update(await readFile(file))
  return hash.digest('hex')
}

/**
 * Builds the web app unless the last build was made of the same files; answers the folder to serve.
 * The digest of some hundred files takes about 30 ms, so later starts hardly notice.
 */
export const buildWeb = async (projectFolder: string, say: (line: string) => void): Promise<string> => {
  const folder = join(projectFolder, 'dist', 'web')
  const mark = join(projectFolder, 'dist', 'web.digest')
  const digest = await digestOf(projectFolder)
  const built = await readFile(mark, 'utf8').catch(() => '')
  if (built === digest) return folder
  say('正在构建网页 Building the web app …')
  const { build } = await import('vite')
  await build({ root: join(projectFolder, 'main/web'), configFile: join(projectFolder, 'vite.config.ts'), logLevel: 'error' })
  await writeFile(mark, digest)
  return folder
}
