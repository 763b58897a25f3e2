import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hazardsRegisterRecipes } from '../../../main/testing/recipes/hazardsRegister.ts'
import { openRegisterStage, type RegisterStage } from '../../../main/testing/registerStage.ts'
import { everyRole, walkRoute, type Recipe } from '../../../main/testing/walk.ts'
import type { Actor } from '../../../main/testing/world.ts'
import { contract } from '../contract/index.ts'

let register: RegisterStage
let actors: Actor[]
beforeAll(async () => {
  register = await openRegisterStage()
  actors = await everyRole(register.house)
})
afterAll(() => register.house.close())

describe('the doorway to the register, the criteria, campaigns and visits', () => {
  it.each(Object.entries(hazardsRegisterRecipes))('%s keeps the word of its contract for every role and place', async (name, recipe) => {
    expect(await walkRoute(register.house, contract, name, recipe as Recipe, actors)).toEqual([])
  })
})
