import type { contract } from '../../../contexts/law/contract/index.ts'
import type { Recipe } from '../walk.ts'

const row = { params: { key: 'identity.session.idleMinutes' } }

export const lawRecipes: { readonly [Name in keyof typeof contract.routes]: Recipe<(typeof contract.routes)[Name]> } = {
  limits: { elsewhere: false, request: () => ({}) },
  limit: { elsewhere: false, request: () => row },
  tightenLimit: { elsewhere: false, request: () => ({ ...row, body: { value: 20, reason: '本单位要求' } }) },
  vouchLimit: { elsewhere: false, request: () => ({ ...row, body: { source: 'GB/T 22239-2019 正文' } }) },
}
