import type { Role } from './actor.ts'
import type { Sentence } from './refusals.ts'

/** The roles in words; a role that has none does not compile. */
export const roleNames: { readonly [Name in Role]: Sentence } = {
  systemAdmin: { zh: '系统管理员', en: 'system administrator' },
  securityAdmin: { zh: '安全管理员', en: 'security administrator' },
  auditAdmin: { zh: '审计管理员', en: 'audit administrator' },
  leader: { zh: '领导', en: 'leader' },
  officer: { zh: '监管人员', en: 'officer' },
  inspector: { zh: '检查员', en: 'inspector' },
  dispatcher: { zh: '指挥调度员', en: 'dispatcher' },
  principal: { zh: '主要负责人', en: 'principal' },
  safetyOfficer: { zh: '安全管理人员', en: 'safety officer' },
  guard: { zh: '门卫', en: 'guard' },
  worker: { zh: '作业人员', en: 'worker' },
  venueManager: { zh: '场馆负责人', en: 'venue manager' },
  rescuer: { zh: '救援人员', en: 'rescuer' },
  tipKeeper: { zh: '举报受理员', en: 'keeper of tips' },
}
