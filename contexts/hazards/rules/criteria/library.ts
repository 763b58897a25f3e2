import type { Checklist } from './checklist.ts'
import { byTitle } from './lists/byTitle.ts'
import { aq3067, chem20 } from './lists/chemical.ts'
import { construction } from './lists/construction.ts'
import { civilExplosives, fireworks } from './lists/explosives.ts'
import { fire } from './lists/fire.ts'
import { gas } from './lists/gas.ts'
import { coal, nonCoal, nonCoalSupplement } from './lists/mines.ts'
import { routineChemicalPlant, routineChemicalStore, routineSpecialWork } from './lists/routineChemical.ts'
import { routineSmallPlace, routineVenue } from './lists/routineFire.ts'
import { routineFlood } from './lists/routineFlood.ts'
import { routineGeneral } from './lists/routineGeneral.ts'
import { routineSite } from './lists/routineSite.ts'
import { routineAmmonia, routineConfinedSpace, routineDust, routineGasUser } from './lists/routineTrade.ts'
import { specialEquipment } from './lists/specialEquipment.ts'
import { workAndTrade } from './lists/workAndTrade.ts'

/**
 * The checklists that come with the program. An administrator's own editions are joined to these, and every lookup takes
 * the joined library, so that both count alike.
 */
export const builtInLibrary: readonly Checklist[] = [
  chem20,
  aq3067,
  ...workAndTrade,
  ...fire,
  gas,
  ...construction,
  specialEquipment,
  fireworks,
  civilExplosives,
  ...coal,
  nonCoal,
  nonCoalSupplement,
  ...byTitle,
  routineGeneral,
  routineChemicalPlant,
  routineChemicalStore,
  routineSpecialWork,
  routineConfinedSpace,
  routineDust,
  routineAmmonia,
  routineGasUser,
  routineSite,
  routineVenue,
  routineSmallPlace,
  routineFlood,
]
