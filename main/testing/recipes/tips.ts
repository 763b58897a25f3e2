import type { contract } from '../../../contexts/tips/contract/index.ts'
import type { Recipe } from '../walk.ts'

export const tipsRecipes: { readonly [Name in keyof typeof contract.routes]: Recipe<(typeof contract.routes)[Name]> } = {}
