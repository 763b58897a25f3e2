import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { createBrotliDecompress, brotliDecompressSync } from 'node:zlib'
import { chromium, type Browser, type LaunchOptions } from 'playwright-core'
import { takeLock } from '../lockFile.ts'
import { unpackTar } from './tar.ts'

/** Names the browser to test with; otherwise an installed Chromium is taken, and else the one from the npm package. */
const browserVariable = 'ANLAN_TEST_BROWSER'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

/** True of every browser: it asks nobody for anything, and draws WebGL2 in software, alike on every machine. */
const always = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
  '--ignore-gpu-blocklist',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]

/**
 * Starts a headless Chromium with WebGL2. Nothing is downloaded.
 *
 * @returns the browser; whoever asked closes it
 * @throws Error in words that say what to install, where there is no browser to be had
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ headless: true, ...(await whichBrowser()) })
}

async function whichBrowser(): Promise<LaunchOptions> {
  const named = process.env[browserVariable] ?? installed.find((path) => existsSync(path))
  // Root may not use Chromium's sandbox, and neither may anybody in most containers.
  if (named !== undefined) return { executablePath: named, chromiumSandbox: false, args: always }
  if (process.platform === 'linux' && process.arch === 'x64') return bundledBrowser()
  if (process.platform === 'win32') return { channel: 'msedge', args: always }
  if (process.platform === 'darwin') return { channel: 'chrome', args: always }
  throw new Error(`no Chromium for ${process.platform}-${process.arch}: install one, or name it with ${browserVariable}`)
}

async function bundledBrowser(): Promise<LaunchOptions> {
  const folder = await unpackedBrowser()
  const env: Record<string, string> = {
    ...Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    // Libraries that a bare machine lacks. Fonts from the package alone, so that text looks the same everywhere and a
    // page that fails to bring its own Chinese face shows it.
    LD_LIBRARY_PATH: join(folder, 'lib'),
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    XDG_CACHE_HOME: folder,
  }
  return { executablePath: join(folder, 'chromium'), chromiumSandbox: false, env, args: always }
}

/** The folder with the unpacked browser, 200 MB; unpacked once a version by whoever asks first. */
async function unpackedBrowser(): Promise<string> {
  const build = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))
  const packed = join(build, '..', 'bin')
  const { version } = JSON.parse(readFileSync(join(build, '..', 'package.json'), 'utf8')) as { version: string }
  const home = await cacheFolder(join(build, '..', '..', '..', '.cache', 'anlan'))
  const folder = join(home, `chromium-${version}`)
  while (!existsSync(folder)) {
    const taken = await takeLock(`${folder}.lock`)
    if ('heldBy' in taken) {
      await pause(100)
      continue
    }
    try {
      if (!existsSync(folder)) await unpackBrowser(packed, folder)
    } finally {
      await taken.lock.release()
    }
  }
  return folder
}

async function unpackBrowser(packed: string, folder: string): Promise<void> {
  const draft = `${folder}.draft-${randomUUID()}`
  try {
    await mkdir(draft, { recursive: true })
    for (const name of ['al2023', 'swiftshader', 'fonts']) {
      await unpackTar(brotliDecompressSync(await readFile(join(packed, `${name}.tar.br`))), draft)
    }
    await pipeline(
      createReadStream(join(packed, 'chromium.br')),
      createBrotliDecompress({ chunkSize: 2 ** 21 }),
      createWriteStream(join(draft, 'chromium'), { mode: 0o755 }),
    )
    await writeFile(join(draft, 'fonts.conf'), fontsConfiguration)
    await rename(draft, folder)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

/** Beside the packages, so that it goes with them; elsewhere only when they belong to somebody else. */
async function cacheFolder(beside: string): Promise<string> {
  try {
    await mkdir(beside, { recursive: true })
    const probe = join(beside, `.write-probe-${randomUUID()}`)
    await writeFile(probe, '')
    await rm(probe)
    return beside
  } catch {
    const own = join(tmpdir(), `anlan-browser-${userInfo().uid}`)
    await mkdir(own, { recursive: true, mode: 0o700 })
    if (process.geteuid !== undefined && (await stat(own)).uid !== process.geteuid()) throw new Error(`${own} belongs to another user`)
    return own
  }
}
