import type { Checklist } from '../checklist.ts'
import { readItems } from '../itemTable.ts'

/** 建城规〔2023〕4号: for those who sell gas, not for every user of it. */
export const gas: Checklist = {
  key: 'gas',
  edition: '2023',
  title: { zh: '城镇燃气经营安全重大隐患判定标准', en: 'Criteria of major hazards in the business of town gas' },
  documentNumber: '建城规〔2023〕4号',
  sector: 'gas',
  purpose: 'major',
  inForceFrom: '2023-09-21',
  inForceTo: null,
  source: '建城规〔2023〕4号第四至十条，据公开的逐条核对本和部门网站转载',
  confidence: 'high',
  appliesTo: { kinds: ['enterprise'], industries: ['45', '5266', '5296'], tags: [] },
  note: {
    zh: '只适用于燃气经营者；用气单位请用“用气场所”清单。',
    en: 'For those who sell gas alone; for those who use it there is a list of its own.',
  },
  items: readItems(
    { key: 'gas', makesMajor: true, confidence: 'high' },
    `
4-1 | 第四条（一） | 没有燃气经营许可证就经营 | Gas is sold without a licence
4-2 | 第四条（二） | 没有风险分级管控制度 | There is no system of grading and controlling risks
4-3 | 第四条（三） | 没有隐患排查治理制度 | There is no system of finding and removing hazards
4-4 | 第四条（四） | 没有生产安全事故应急预案 | There is no emergency plan
4-5 | 第四条（五） | 没有定期检查用户燃气设施的制度 | There is no rule to check the equipment of customers at intervals
5-1 | 第五条（一） | 储罐看不到压力、容量或液位，或者超限不报警 | A tank does not show pressure, content or level, or does not warn when a limit is passed
5-2 | 第五条（二） | 厂站设备管道没有防止参数超限的自动切断和放散 | Plant and pipes have no automatic shut-off and venting against going beyond limits
5-3 | 第五条（三） | 压缩、液化天然气或液化气装卸没有防拉脱联锁 | Loading of compressed or liquefied gas has no interlock against driving off
5-4 | 第五条（四） | 爆炸危险环境里的电气、仪表防爆等级不够 | Electrical equipment or instruments in explosive areas do not have the protection the area asks
5-5 | 第五条（五） | 泄漏可能达到爆炸下限20%的区域没有固定式可燃气体报警 | Where a leak may reach 20 percent of the lower explosive limit there is no fixed gas alarm
6-1 | 第六条（一） | 中压以上地下管线保护范围内有建构筑物占压 | Buildings or other works stand on a medium or high pressure main
6-2 | 第六条（二） | 输配管道敷设在排水、热力、电缆沟或隧道等地下空间内，且不是确需穿过并有防护 | A main runs through drains, heating or cable ducts or tunnels, without need and protection
6-3 | 第六条（三） | 调压装置没有防止出口超压的保护 | A regulator has no protection against too much pressure downstream
7-1 | 第七条（一） | 给不是自己的气瓶充气 | Cylinders of others are filled without right
7-2 | 第七条（二） | 卖没有许可的单位充的瓶装气 | Bottled gas from an unlicensed filler is sold
7-3 | 第七条（三） | 卖充装单位擅自给他人气瓶充的瓶装气 | Bottled gas is sold that was filled into cylinders of others
8-1 | 第八条 | 供应的燃气没有标准要求的警示臭味 | The gas supplied does not smell as the standard asks
9-1 | 第九条（一） | 检查发现较重燃气的管道、调压、燃具设在地下密闭空间，却没有按规定书面告知整改 | Heavy gas is used in closed basements, this was found at a check, and no written order was given
9-2 | 第九条（二） | 检查发现引入管、立管、水平干管在卫生间，却没有按规定书面告知整改 | Service pipes, risers or mains run through a bathroom, found at a check, and no written order was given
9-3 | 第九条（三） | 检查发现管道、附件或燃具在卧室、客房，却没有按规定书面告知整改 | Pipes or appliances are in bedrooms or guest rooms, found at a check, and no written order was given
9-4 | 第九条（四） | 检查发现使用淘汰灶具、连接管，却没有按规定书面告知整改 | Appliances or hoses that are banned are used, found at a check, and no written order was given
10-1 | 第十条 | 其他严重违法且有群死群伤或重大损失的现实危险 | Another grave breach with a real danger of many victims or great loss`,
  ),
}
