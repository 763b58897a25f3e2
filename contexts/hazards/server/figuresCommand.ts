import type { Services } from '../../../platform/database/transaction.ts'
import { figureKeyOf } from '../rules/figures.ts'
import type { Recomputed } from './figureJobs.ts'

export type FiguresCommand = {
  readonly services: Services
  readonly recompute: (services: Services, options: { readonly repair: boolean }) => Promise<Recomputed>
  readonly print: (line: string) => void
}

/** So many disagreements are told one by one. */
const most = 50

/**
 * `figures recompute [--repair]`: counts everything anew from the records and says whether the figures are equal.
 * @returns the exit code: 0 where they are equal or were put right, 1 where they disagree, 2 for a command that is none
 */
export const figuresCommand = async (args: readonly string[], { services, recompute, print }: FiguresCommand): Promise<number> => {
  const [name, option, ...rest] = args
  if (name !== 'recompute' || rest.length > 0 || (option !== undefined && option !== '--repair')) {
    print('用法 Usage: npm run anlan -- figures recompute [--repair]')
    return 2
  }
  const { compared, wrong, repaired } = await recompute(services, { repair: option === '--repair' })
  for (const delta of wrong.slice(0, most)) print(`${figureKeyOf(delta)} ${delta.change > 0 ? '+' : ''}${delta.change}`)
  if (wrong.length === 0) print(`${compared} 项数据与记录一致。 ${compared} figures are equal to the records.`)
  else if (repaired) print(`${wrong.length} 项数据已按记录更正。 ${wrong.length} figures were put right by the records.`)
  else print(`${wrong.length} 项数据与记录不一致。 ${wrong.length} figures disagree with the records.`)
  return wrong.length === 0 || repaired ? 0 : 1
}
