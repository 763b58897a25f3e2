import type { contract } from '../../../contexts/enforcement/contract/index.ts'
import type { Recipe } from '../walk.ts'

export const enforcementRecipes: { readonly [Name in keyof typeof contract.routes]: Recipe<(typeof contract.routes)[Name]> } = {}
