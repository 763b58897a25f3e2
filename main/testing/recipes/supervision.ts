import type { contract } from '../../../contexts/supervision/contract/index.ts'
import type { Recipe } from '../walk.ts'
import { bulletinRecipes, fiveFullRecipes } from './supervisionBulletins.ts'
import { inspectionRecipes } from './supervisionInspection.ts'

export const supervisionRecipes: { readonly [Name in keyof typeof contract.routes]: Recipe<(typeof contract.routes)[Name]> } = {
  ...inspectionRecipes,
  ...bulletinRecipes,
  ...fiveFullRecipes,
}
