import type { contract } from '../../../contexts/ledgers/contract/index.ts'
import type { Recipe } from '../walk.ts'
import { exportRecipes } from './ledgerExports.ts'
import { importRecipes } from './ledgerImports.ts'

export const ledgersRecipes: { readonly [Name in keyof typeof contract.routes]: Recipe<(typeof contract.routes)[Name]> } = {
  ...importRecipes,
  ...exportRecipes,
}
