import { refusalText, StartRefusal } from '../platform/startRefusal.ts'

/** What `npm run anlan -- …` can do; each command is loaded only when it is asked for. */
const commands: Readonly<Record<string, { readonly zh: string; readonly en: string; run(args: readonly string[]): Promise<number> }>> = {
  serve: {
    zh: '启动服务（npm start）',
    en: 'start the server (npm start)',
    run: async () => (await import('./serve.ts')).serve(),
  },
  audit: {
    zh: 'audit verify | checkpoint | purge：核验、锚定、清理审计链',
    en: 'audit verify | checkpoint | purge: the audit chains',
    run: async (args) => (await import('./auditCommand.ts')).runAudit(args),
  },
  figures: {
    zh: 'figures recompute [--repair]：按记录重算各项数据并核对、更正',
    en: 'figures recompute [--repair]: the figures against the records',
    run: async (args) => (await import('./figuresCommand.ts')).runFigures(args),
  },
  conformance: {
    zh: 'conformance 文件…：用验收案例检验本产品的规则',
    en: 'conformance FILE…: hold the rules against acceptance cases',
    run: async (args) => (await import('./conformance.ts')).conformance(args),
  },
}

const usage = (): string =>
  [
    '用法 Usage: npm run anlan -- COMMAND',
    ...Object.entries(commands).map(([name, { zh, en }]) => `  ${name.padEnd(12)} ${zh} · ${en}`),
    '',
  ].join('\n')

/**
 * Runs one command; answers the exit code. What an operator can mend is told in a sentence a language, without a stack;
 * any other throw is a bug and shows where.
 */
export const main = async ([name, ...args]: readonly string[]): Promise<number> => {
  const command = name === undefined ? undefined : commands[name]
  if (!command) {
    process.stderr.write(usage())
    return 2
  }
  try {
    return await command.run(args)
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error
    process.stderr.write(`${refusalText(error)}\n`)
    return error.exitCode
  }
}
