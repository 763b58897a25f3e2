import { createHash } from 'node:crypto'
import { access, constants, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What the web app is made of; a change in any of them asks for a new build. */
const sources = ['kernel', 'contexts', 'ui', 'main/web', 'main/webPlugins.ts', 'vite.config.ts', 'package-lock.json']

const notFound = (error: unknown): null => {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

const filesBelow = async (path: string): Promise<string[]> => {
  const found = await stat(path).catch(notFound)
  if (!found) return []
  if (found.isFile()) return [path]
  const entries = await readdir(path)
  const below = entries.filter((name) => name !== 'server' && !name.includes('.test.'))
  return (await Promise.all(below.map((name) => filesBelow(join(path, name))))).flat()
}

const digestOf = async (projectFolder: string): Promise<string> => {
  const hash = createHash('sm3')
  for (const source of sources)
    for (const file of (await filesBelow(join(projectFolder, source))).toSorted())
      hash
        .update(file.slice(projectFolder.length))
        .update('\0')
        .update(await readFile(file))
  return hash.digest('hex').slice(0, 16)
}

/** A build is kept for a week after a newer one, for servers that still serve it. */
const keptMillis = 7 * 24 * 3600 * 1000

/**
 * Builds the web app unless there is a build of the same files; answers the folder to serve. A build appears under its
 * own digest by one rename, so that two servers that start at once, and one that still serves the last build, never
 * see half of it. The digest of some hundred files takes about 30 ms, so later starts hardly notice.
 * @param spareFolder where the build goes when the project's own folder cannot be written.
 */
export const buildWeb = async (projectFolder: string, spareFolder: string, say: (line: string) => void): Promise<string> => {
  const writable = await access(projectFolder, constants.W_OK).then(
    () => true,
    () => false,
  )
  const own = join(projectFolder, 'dist')
  const dist = writable ? own : join(spareFolder, 'web')
  const name = `web-${await digestOf(projectFolder)}`
  const built = join(dist, name)
  // An installation that only its owner may write to may well have been built by the owner.
  for (const folder of new Set([own, dist])) if (await stat(join(folder, name, 'index.html')).catch(notFound)) return join(folder, name)
  say('正在构建网页 Building the web app …')
  await mkdir(dist, { recursive: true })
  const making = join(dist, `making-${process.pid}-${name}`)
  const { build } = await import('vite')
  await build({
    root: join(projectFolder, 'main/web'),
    configFile: join(projectFolder, 'vite.config.ts'),
    // Node reads the file as it stands; the default writes a bundle of it into node_modules.
    configLoader: 'native',
    logLevel: 'error',
    build: { outDir: making, emptyOutDir: true },
  })
  await rename(making, built).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    // Another server of the same files was faster.
    await rm(making, { recursive: true })
  })
  for (const other of await readdir(dist)) {
    const age = Date.now() - (await stat(join(dist, other))).mtimeMs
    if (other !== name && age > keptMillis) await rm(join(dist, other), { recursive: true, force: true })
  }
  return built
}
