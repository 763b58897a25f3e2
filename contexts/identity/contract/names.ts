import type { Sentence } from '../../../kernel/refusals.ts'
import type { DepartmentLine, OrganisationKind } from '../rules/organisations.ts'

/** Kinds of organisations in words. */
export const kindNames: { readonly [Name in OrganisationKind]: Sentence } = {
  government: { zh: '人民政府', en: 'government' },
  committee: { zh: '安委会、防指', en: 'committee' },
  department: { zh: '部门', en: 'department' },
  townOffice: { zh: '乡镇街道', en: 'town office' },
  park: { zh: '园区', en: 'park' },
  enterprise: { zh: '企业', en: 'enterprise' },
  contractor: { zh: '承包商', en: 'contractor' },
  serviceBody: { zh: '安全技术服务机构', en: 'service body' },
  venue: { zh: '场馆', en: 'venue' },
  athletesVillage: { zh: '运动员村', en: 'athletes’ village' },
  rescueStation: { zh: '救援站', en: 'rescue station' },
  rescueTeam: { zh: '救援队', en: 'rescue team' },
  grassrootsBody: { zh: '村社、网格', en: 'grassroots body' },
}

/** The lines of departments in words. */
export const lineNames: { readonly [Name in DepartmentLine]: Sentence } = {
  emergency: { zh: '应急', en: 'emergency' },
  fire: { zh: '消防', en: 'fire' },
  publicSecurity: { zh: '公安', en: 'public security' },
  transport: { zh: '交通', en: 'transport' },
  construction: { zh: '住建', en: 'construction' },
  health: { zh: '卫健', en: 'health' },
  marketRegulation: { zh: '市监', en: 'market regulation' },
  naturalResources: { zh: '自然资源', en: 'natural resources' },
  water: { zh: '水利', en: 'water' },
  meteorology: { zh: '气象', en: 'meteorology' },
  ecology: { zh: '生态环境', en: 'ecology' },
  energy: { zh: '能源', en: 'energy' },
  culture: { zh: '文旅', en: 'culture' },
  economy: { zh: '经信', en: 'economy' },
}

/** The names of one language, for messages that have each language apart. */
export const namesIn = <Key extends string>(names: { readonly [Name in Key]: Sentence }, language: 'zh' | 'en') =>
  Object.fromEntries(Object.entries<Sentence>(names).map(([key, sentence]) => [key, sentence[language]])) as {
    readonly [Name in Key]: string
  }
