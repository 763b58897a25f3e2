import { staircaseFaults } from './staircase.ts'
import type { Fault, Tree } from './tree.ts'
import { writingFaults } from './writing.ts'

/** Everything the house does not allow, over the whole project. */
export function houseFaults(tree: Tree): Fault[] {
  return [...staircaseFaults(tree), ...writingFaults(tree)]
}
