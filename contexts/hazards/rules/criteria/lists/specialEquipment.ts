import type { UnitTag } from '../unit.ts'
import type { Checklist } from '../checklist.ts'
import { readItems } from '../itemTable.ts'

const equipmentTags: readonly UnitTag[] = [
  'boiler',
  'pressureVessel',
  'pressurePipe',
  'cylinderFilling',
  'lift',
  'crane',
  'ropeway',
  'amusementRide',
  'worksVehicle',
]

/** GB 45067-2024, chapter 4. Clause 4.1 d only points to the others and is left out. */
export const specialEquipment: Checklist = {
  key: 'equipment',
  edition: '2024',
  title: { zh: '特种设备重大事故隐患判定准则', en: 'Criteria of major hazards of special equipment' },
  documentNumber: 'GB 45067-2024',
  sector: 'specialEquipment',
  purpose: 'major',
  inForceFrom: '2024-12-01',
  inForceTo: null,
  source: 'GB 45067-2024 第4章，据公开的逐条核对本；条文用自己的话改写',
  confidence: 'high',
  appliesTo: { kinds: [], industries: [], tags: equipmentTags },
  note: {
    zh: '除充装外，均以“仍继续使用”为前提：已停用封存的不判定。',
    en: 'But for filling, each item asks that the equipment is still in use: what is shut down and sealed is not judged.',
  },
  items: readItems(
    { key: 'equipment', makesMajor: true, confidence: 'high' },
    `
[]
4-1-a | 4.1 a) | 使用无许可生产、明令淘汰、已报废或达到报废条件的设备 | Equipment made without licence, banned, scrapped or due for scrap is in use
4-1-b | 4.1 b) | 出过事故没有全面检查、消除隐患就继续用 | After an accident it runs on without a full check
4-1-c | 4.1 c) | 没有做监督检验或检验不合格仍在用 | It runs without the supervised inspection, or after failing it
[@boiler]
4-2-a | 4.2 a) | 锅炉定期检验不符合要求 | The boiler failed its periodic inspection
4-2-b | 4.2 b) | 热工仪表失效或控制电、气源中断，无法监视调整 | Instruments have failed or control power is lost, so that the boiler cannot be watched
4-2-c | 4.2 c) | 锅炉安全阀、爆破片缺失或失效 | Its safety valve or bursting disc is missing or does not work
4-2-d | 4.2 d) | 锅炉报警装置缺失或失效 | Its alarms are missing or do not work
4-2-e | 4.2 e) | 锅炉联锁保护缺失或失效 | Its interlocks are missing or do not work
4-2-f | 4.2 f) | 锅炉熄火保护缺失或失效 | Its flame protection is missing or does not work
4-2-g | 4.2 g) | 电站锅炉主汽水管泄漏或锅炉管道破裂 | Main steam or water pipes of a power boiler leak or have burst
[@pressureVessel]
4-3-a | 4.3 a) | 压力容器定期检验不符合要求 | The vessel failed its periodic inspection
4-3-b | 4.3 b) | 固定式容器当移动式用 | A fixed vessel is used as a transportable one
4-3-c | 4.3 c) | 容器安全阀、爆破片、紧急切断缺失或失效 | Its safety valve, disc or emergency shut-off is missing or does not work
4-3-d | 4.3 d) | 快开门容器联锁缺失或失效 | The interlock of a quick-opening door is missing or does not work
4-3-e | 4.3 e) | 氧舱没有接地或接地失效 | A hyperbaric chamber is not earthed
4-3-f | 4.3 f) | 氧舱安全联锁失效 | The interlock of a hyperbaric chamber does not work
[@pressurePipe]
4-4-a | 4.4 a) | 压力管道检验不符合要求或不允许使用 | The piping failed its inspection or may not be used
4-4-b | 4.4 b) | 管道安全阀、爆破片、紧急切断缺失或失效 | Safety valve, disc or emergency shut-off of the piping is missing or does not work
[@cylinderFilling]
4-5-a | 4.5 a) | 没有许可就充装 | Filling without licence
4-5-b | 4.5 b) | 充错介质 | Filling with the wrong gas
4-5-c | 4.5 c) | 充装设施紧急切断缺失或失效 | The emergency shut-off of the filling plant is missing or does not work
[@lift]
4-6-a | 4.6 a) | 电梯定期检验不合格 | The lift failed its periodic inspection
4-6-b | 4.6 b) | 门锁安全回路被短接 | The door lock circuit is bridged
4-6-c | 4.6 c) | 限速器与安全钳联动失效 | Governor and safety gear do not work together
4-6-d | 4.6 d) | 扶梯、人行道急停开关缺失或失效 | The stop switch of an escalator or walk is missing or does not work
4-6-e | 4.6 e) | 扶手带与障碍物不足400毫米又没有防护挡板 | Less than 400 mm between handrail and obstacle without a guard
[@crane]
4-7-a | 4.7 a) | 起重机械没有首检 | The crane has had no first inspection
4-7-b | 4.7 b) | 起重机械检验不合格 | The crane failed its inspection
4-7-c | 4.7 c) | 急停开关缺失或失效 | Its stop switch is missing or does not work
4-7-d | 4.7 d) | 起重量、力矩限制器或防坠器缺失或失效 | Load or moment limiter or fall arrester is missing or does not work
4-7-e | 4.7 e) | 露天轨道起重机抗风防滑缺失或失效 | A rail crane outdoors has no working storm brake
> 台风季重点：夹轨器、锚定、铁鞋逐台试 | Before a typhoon try rail clamps, anchors and chocks of every crane
[@ropeway]
4-8-a | 4.8 a) | 索道检验不合格或复检不合格 | The ropeway failed inspection or re-inspection
4-8-b | 4.8 b) | 控制室、站台、机房急停缺失或失效 | Stop switches in control room, platform or machine room are missing or do not work
4-8-c | 4.8 c) | 吊厢、客车门锁不上仍在用 | A cabin door does not lock and the cabin is in use
4-8-d | 4.8 d) | 辅机或备用电源起动不了 | Auxiliary drive or stand-by power does not start
4-8-e | 4.8 e) | 安全回路故障后短接运营 | The safety circuit is bridged after a fault
[@amusementRide]
4-9-a | 4.9 a) | 游乐设施检验不合格 | The ride failed its inspection
4-9-b | 4.9 b) | 安全带、压杠、挡杆缺失或失效 | Belts or bars are missing or do not work
4-9-c | 4.9 c) | 舱门锁紧缺失或失效 | A cabin door lock is missing or does not work
4-9-d | 4.9 d) | 制动、限位、防碰撞、止逆、限速缺失或失效 | Brakes, limits, buffers, backstops or speed limit are missing or do not work
4-9-e | 4.9 e) | 主要受力件、焊缝、螺栓开裂或严重变形 | Main members, welds or bolts are cracked or badly bent
[@worksVehicle]
4-10-a | 4.10 a) | 专用车辆检验不合格 | The vehicle failed its inspection
4-10-b | 4.10 b) | 电动车辆紧急断电缺失或失效 | The emergency cut-off of an electric vehicle is missing or does not work
4-10-c | 4.10 c) | 行车或驻车制动缺失或失效 | Service or parking brake is missing or does not work
4-10-d | 4.10 d) | 观光列车牵引连接及二次保护缺失或失效 | Coupling or second coupling of a sightseeing train is missing or does not work
4-10-e | 4.10 e) | 观光车超过最大坡度行驶 | A sightseeing vehicle runs on steeper slopes than allowed`,
  ),
}
