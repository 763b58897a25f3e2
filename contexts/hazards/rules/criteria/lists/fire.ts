import { anyUnit } from '../checklist.ts'
import type { Checklist } from '../checklist.ts'
import { readItems } from '../itemTable.ts'

const fireUnits = { ...anyUnit, kinds: ['enterprise', 'place', 'site'] } as const

/** GB 35181: the direct elements alone. The combined elements need a count over several of them and are no single finding. */
export const fire: readonly Checklist[] = [
  {
    key: 'fire',
    edition: '2017',
    title: { zh: '重大火灾隐患直接判定要素（2017版）', en: 'Direct elements of a major fire hazard, edition of 2017' },
    documentNumber: 'GB 35181-2017',
    sector: 'fire',
    purpose: 'major',
    inForceFrom: '2018-07-01',
    inForceTo: '2025-11-01',
    source: 'GB 35181-2017 第6章，据公开资料中可核对的条目与通行解读',
    confidence: 'medium',
    appliesTo: fireUnits,
    note: {
      zh: '已由 GB 35181-2025 代替，仅供查阅2025-11-01之前的记录。',
      en: 'Replaced by GB 35181-2025; kept for records from before 2025-11-01.',
    },
    items: readItems(
      { key: 'fire', makesMajor: true, confidence: 'medium' },
      `
6-01 | 6.1 | 易燃易爆危险品工厂、仓库、车站、码头、储罐区没有设在城市边缘或独立安全地带 | Works, stores, stations or tank farms of flammable and explosive goods are not at the edge of town or on safe ground of their own
6-02 | 6.2 | 易燃易爆场所与聚人或居住场所同在一栋楼，或者间距不到标准的75% | Flammable and explosive goods share a building with people or homes, or stand at less than 75 percent of the distance
6-03 | 6.3 | 建成区内加油、加气站储量达到一级站 | A filling station in the built-up area holds as much as a first class station
6-04 | 6.4 | 甲乙类生产或仓库设在地下、半地下 | Production or storage of class A or B lies in a basement
6-05 | 6.5 | 公共娱乐、商店、地下聚人场所出口少一个，或者总净宽不到标准的80% | Places of amusement, shops or crowded basements lack an exit, or have less than 80 percent of the width
6-06 | 6.6 | 旅馆、公共娱乐、商店、地下聚人场所没有按标准装自动喷水或火灾报警 | Hotels, places of amusement, shops or crowded basements lack the sprinklers or fire alarm that the standard asks
6-07 | 6.7 | 可燃液体、气体储罐区没有按标准装固定灭火、冷却、可燃气或火灾报警 | Tanks of combustible liquid or gas lack fixed extinguishing, cooling, gas or fire alarm
6-08 | 6.8 | 人员密集场所违规使用、储存、销售易燃易爆危险品 | Flammable and explosive goods are used, kept or sold against the rules where many people gather
6-09 | 6.9 | 幼托儿童用房、老年人活动场所所在楼层不合标准 | Rooms for small children or the elderly are on a floor that the standard does not allow
6-10 | 6.10 | 人员密集场所的居住部分用彩钢夹芯板搭建且芯材不是A级 | People sleep in a crowded place under sandwich panels whose core is not of class A`,
    ),
  },
  {
    key: 'fire',
    edition: '2025',
    title: { zh: '重大火灾隐患判定规则', en: 'Rules for judging major fire hazards' },
    documentNumber: 'GB 35181-2025',
    sector: 'fire',
    purpose: 'major',
    inForceFrom: '2025-11-01',
    inForceTo: null,
    source: 'GB 35181-2025 的题名、发布和实施日期、前言，据公开转载；未见第5、6章条文',
    confidence: 'low',
    appliesTo: fireUnits,
    note: {
      zh: '第5章直接判定要素、第6章综合判定要素尚未录入，请管理员依标准原文补录；日常检查先用“人员密集场所消防”清单。',
      en: 'Chapters 5 and 6 are not entered: an administrator adds them from the standard; for daily checks use the list for crowded places.',
    },
    items: [],
  },
]
