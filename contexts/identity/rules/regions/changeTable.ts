/** One act, or one new edition of the statistical table, and what it did to the codes. */
export type RegionChange = {
  /** The day it took effect, YYYY-MM-DD. For `edition` it is the day the first table that shows it was closed. */
  readonly on: string
  /** An act with a number, a report of an act, or only two neighbouring editions compared. */
  readonly basis: 'act' | 'report' | 'edition'
  readonly source: string
  /** New codes, ranges of the last three digits with '-'. */
  readonly began: string
  /**
   * Codes that ended: code, name, pinyin (or '=' and the English name), '>' the successor.
   * '|' sets further possible successors apart; '?' says that the successor inside that county is not on record.
   */
  readonly ended: string
  /** Codes that stayed while their territory changed: code, '>' main successor, '|' where a part went. */
  readonly kept: string
  /** Former names borne under a code that stayed: code, name, pinyin. */
  readonly renamed: string
}

const noChange = { began: '', ended: '', kept: '', renamed: '' }

const statisticalEdition = (year: number, closedOn: string) => ({
  ...noChange,
  on: closedOn,
  basis: 'edition' as const,
  source: `国家统计局《${year}年统计用区划代码和城乡划分代码》（截止 ${closedOn}）与上一版对照`,
})

/** Every change this table knows, oldest first. Territory that moved without a code of its own is not in it. */
export const changeTable: readonly RegionChange[] = [
  {
    ...noChange,
    on: '2013-10-18',
    basis: 'act',
    source: '《国务院关于同意浙江省调整绍兴市部分行政区划的批复》（国函〔2013〕112号）',
    began: '330603-604',
    ended: `
      330621 绍兴县 Shaoxing > 330603 | 330602
      330682 上虞市 Shangyu > 330604
    `,
  },
  {
    ...noChange,
    on: '2014-12-13',
    basis: 'act',
    source: '《国务院关于同意浙江省调整杭州市部分行政区划的批复》（国函〔2014〕157号）',
    began: '330111',
    ended: '330183 富阳市 Fuyang > 330111',
  },
  {
    ...noChange,
    on: '2015-07-23',
    basis: 'act',
    source: '《国务院关于同意浙江省调整温州市部分行政区划的批复》（国函〔2015〕122号）',
    began: '330305',
    ended: '330322 洞头县 Dongtou > 330305',
    kept: '330303 > 330303 | 330305',
  },
  {
    ...noChange,
    on: '2016-09-14',
    basis: 'act',
    source: '《国务院关于同意浙江省调整宁波市部分行政区划的批复》（国函〔2016〕158号）',
    began: `
      330213 330203009 330203100-106 330203200 330212008-015
      330213001-005 330213100 330213103-104 330213106-108
    `,
    ended: `
      330204 江东区 Jiangdong > 330212
      330283 奉化市 Fenghua > 330213
      330204001 百丈街道 Baizhang > 330212008
      330204002 东胜街道 Dongsheng > 330212009
      330204003 明楼街道 Minglou > 330212010
      330204004 白鹤街道 Baihe > 330212011
      330204005 东柳街道 Dongliu > 330212012
      330204006 东郊街道 Dongjiao > 330212013
      330204007 福明街道 Fuming > 330212014
      330204008 新明街道 Xinming > 330212015
      330212003 石碶街道 Shiqi > 330203009
      330212113 高桥镇 Gaoqiao > 330203100
      330212114 横街镇 Hengjie > 330203101
      330212115 集士港镇 Jishigang > 330203102
      330212116 古林镇 Gulin > 330203103
      330212118 洞桥镇 Dongqiao > 330203104
      330212119 鄞江镇 Yinjiang > 330203105
      330212120 章水镇 Zhangshui > 330203106
      330212200 龙观乡 Longguan > 330203200
      330283001 锦屏街道 Jinping > 330213001
      330283002 岳林街道 Yuelin > 330213002
      330283003 江口街道 Jiangkou > 330213003
      330283004 西坞街道 Xiwu > 330213004
      330283005 萧王庙街道 Xiaowangmiao > 330213005
      330283100 溪口镇 Xikou > 330213100
      330283103 尚田镇 Shangtian > 330213103
      330283104 莼湖镇 Chunhu > 330213104
      330283106 裘村镇 Qiucun > 330213106
      330283107 大堰镇 Dayan > 330213107
      330283108 松岙镇 Song'ao > 330213108
    `,
    kept: '330212 > 330212 | 330203',
  },
  {
    ...noChange,
    on: '2017-04-09',
    basis: 'act',
    source: '《民政部关于同意浙江省撤销玉环县设立县级玉环市的批复》（民函〔2017〕70号）',
    began: '331083 331083001-003 331083101-103 331083105-107 331083201-202 331083400',
    ended: `
      331021 玉环县 Yuhuan > 331083
      331021001 玉城街道 Yucheng > 331083001
      331021002 坎门街道 Kanmen > 331083002
      331021003 大麦屿街道 Damaiyu > 331083003
      331021101 清港镇 Qinggang > 331083101
      331021102 楚门镇 Chumen > 331083102
      331021103 干江镇 Ganjiang > 331083103
      331021105 沙门镇 Shamen > 331083105
      331021106 芦浦镇 Lupu > 331083106
      331021107 龙溪镇 Longxi > 331083107
      331021201 鸡山乡 Jishan > 331083201
      331021202 海山乡 Haishan > 331083202
      331021400 玉环经济开发区 =Yuhuan Economic Development Zone > 331083400
    `,
  },
  {
    ...noChange,
    on: '2017-07-18',
    basis: 'act',
    source: '《国务院关于同意浙江省调整杭州市部分行政区划的批复》（国函〔2017〕102号）',
    began: '330112 330112002 330112005-008 330112102-104 330112106-109 330112111-113 330112115-117',
    ended: `
      330185 临安市 Lin'an > 330112
      330185002 玲珑街道 Linglong > 330112002
      330185005 锦南街道 Jinnan > 330112005
      330185006 锦城街道 Jincheng > 330112006
      330185007 锦北街道 Jinbei > 330112007
      330185008 青山湖街道 Qingshanhu > 330112008
      330185102 高虹镇 Gaohong > 330112102
      330185103 太湖源镇 Taihuyuan > 330112103
      330185104 於潜镇 Yuqian > 330112104
      330185106 太阳镇 Taiyang > 330112106
      330185107 潜川镇 Qianchuan > 330112107
      330185108 昌化镇 Changhua > 330112108
      330185109 河桥镇 Heqiao > 330112109
      330185111 湍口镇 Tuankou > 330112111
      330185112 清凉峰镇 Qingliangfeng > 330112112
      330185113 岛石镇 Daoshi > 330112113
      330185115 板桥镇 Banqiao > 330112115
      330185116 天目山镇 Tianmushan > 330112116
      330185117 龙岗镇 Longgang > 330112117
    `,
  },
  {
    ...statisticalEdition(2017, '2017-10-31'),
    began: `
      330371 330371005 330371008-009 330371011 330329111-113 330329225-230 330483004
      330602008-012 330603005-008 330604004-006 330881003 330902050
    `,
    ended: `
      330483002 龙翔街道 Longxiang > 330483 ?
      330483108 高桥镇 Gaoqiao > 330483004
      330602100 东湖镇 Donghu > 330602008
      330602101 灵芝镇 Lingzhi > 330602009
      330602102 东浦镇 Dongpu > 330602010
      330602103 鉴湖镇 Jianhu > 330602011
      330602106 斗门镇 Doumen > 330602012
      330603100 齐贤镇 Qixian > 330603005
      330603103 福全镇 Fuquan > 330603006
      330603106 安昌镇 Anchang > 330603007
      330603108 兰亭镇 Lanting > 330603008
      330604100 道墟镇 Daoxu > 330604004
      330604108 梁湖镇 Lianghu > 330604005
      330604110 小越镇 Xiaoyue > 330604006
      330881104 清湖镇 Qinghu > 330881003
    `,
  },
  {
    ...statisticalEdition(2018, '2018-10-31'),
    began: '330424005 330502013 330727001-002 330727109 330727212',
    ended: `
      330424003 元通街道 Yuantong > 330424 ?
      330727100 安文镇 Anwen > 330727001
      330727101 新渥镇 Xinwo > 330727002
      330727102 尖山镇 Jianshan > 330727109
      330727200 深泽乡 Shenze > 330727 ?
      330727206 盘峰乡 Panfeng > 330727212
      330727207 高二乡 Gao'er > 330727 ?
      330727208 维新乡 Weixin > 330727 ?
      330727209 胡宅乡 Huzhai > 330727 ?
      330727210 万苍乡 Wancang > 330727 ?
    `,
  },
  {
    ...noChange,
    on: '2018-12-29',
    basis: 'report',
    source: '绍兴市人民政府《关于越城区部分街道行政区划调整的批复》解读（2018-12-29）：六街道调整为五街道',
    ended: '330602003 蕺山街道 Jishan > 330602002 | 330602001 | 330602004 | 330602006 | 330602007',
  },
  {
    ...noChange,
    on: '2019-02-21',
    basis: 'report',
    source: '嵊州市乡镇行政区划调整，《浙江新闻》2019-02-21 报道',
    ended: `
      330683109 北漳镇 Beizhang > 330683108
      330683201 里南乡 Linan > 330683200
      330683202 竹溪乡 Zhuxi > 330683106
      330683203 雅璜乡 Yahuang > 330683105
      330683204 王院乡 Wangyuan > 330683106
      330683205 通源乡 Tongyuan > 330683105
    `,
  },
  {
    ...noChange,
    on: '2019-08-30',
    basis: 'act',
    source: '民函〔2019〕83号：撤销苍南县龙港镇，设立县级龙港市（浙江省人民政府 2019-08-30 公布）',
    began: '330383 330383198',
    ended: '330327101 龙港镇 Longgang > 330383',
    kept: '330327 > 330327 | 330383',
  },
  {
    ...statisticalEdition(2019, '2019-10-31'),
    began: `
      330212016 330213006-008 330602013-016 330603009-011 330604007-008 330681004-005 330683005
      331121004 331121110
    `,
    ended: `
      330213103 尚田镇 Shangtian > 330213007
      330213104 莼湖镇 Chunhu > 330213008
      330602104 皋埠镇 Gaobu > 330602013
      330602105 马山镇 Mashan > 330602014
      330602107 孙端镇 Sunduan > 330602015
      330602109 陶堰镇 Taoyan > 330602016
      330603101 钱清镇 Qianqing > 330603009
      330603104 马鞍镇 Ma'an > 330603011
      330603110 杨汛桥镇 Yangxunqiao > 330603010
      330604113 崧厦镇 Songxia > 330604007
      330604114 沥海镇 Lihai > 330604008
      330681101 大唐镇 Datang > 330681005
      330681105 阮市镇 Ruanshi > 330681 ?
      330681107 江藻镇 Jiangzao > 330681 ?
      330681113 草塔镇 Caota > 330681 ?
      330681114 王家井镇 Wangjiajing > 330681 ?
      330681118 街亭镇 Jieting > 330681 ?
      330683004 浦口街道 Pukou > 330683005
      330683400 嵊州经济开发区 =Shengzhou Economic Development Zone > 330683 ?
      331121207 祯埠乡 Zhenbu > 331121110
      331121220 石溪乡 Shixi > 331121 ?
    `,
    renamed: '330681106 直埠镇 Zhibu',
  },
  {
    ...statisticalEdition(2020, '2020-06-30'),
    began: '330109015 330205008 330521005 330624004 330624112',
    ended: `
      330205002 白沙街道 Baisha > 330205 ?
      330624101 澄潭镇 Chengtan > 330624004
      330624102 梅渚镇 Meizhu > 330624 ?
      330624106 大市聚镇 Dashiju > 330624 ?
      330624203 双彩乡 Shuangcai > 330624 ?
      330624205 新林乡 Xinlin > 330624 ?
      330624206 巧英乡 Qiaoying > 330624 ?
    `,
    renamed: `
      330205001 中马街道 Zhongma
      330683005 嵊州市经济开发区浦口街道 =Pukou Subdistrict of Shengzhou Economic Development Zone
    `,
  },
  {
    ...noChange,
    on: '2021-04-09',
    basis: 'act',
    source:
      '《国务院关于同意浙江省调整杭州市部分行政区划的批复》（国函〔2021〕29号）；' +
      '浙江省人民政府《关于调整杭州市部分行政区划的通知》（浙政发〔2021〕7号，2021-04-09 公布）',
    began: '330113-114 330102011-018 330105012-019 330113001-007 330113100 330114001-007',
    ended: `
      330103 下城区 Xiacheng > 330105
      330104 江干区 Jianggan > 330102 | 330114
      330103001 长庆街道 Changqing > 330105014
      330103002 武林街道 Wulin > 330105013
      330103003 天水街道 Tianshui > 330105012
      330103005 潮鸣街道 Chaoming > 330105015
      330103006 朝晖街道 Zhaohui > 330105016
      330103007 文晖街道 Wenhui > 330105017
      330103008 东新街道 Dongxin > 330105018
      330103009 石桥街道 Shiqiao > 330105019
      330104005 凯旋街道 Kaixuan > 330102011
      330104006 采荷街道 Caihe > 330102012
      330104007 闸弄口街道 Zhalongkou > 330102013
      330104008 四季青街道 Sijiqing > 330102014
      330104009 白杨街道 Baiyang > 330114002
      330104010 下沙街道 Xiasha > 330114001
      330104011 彭埠街道 Pengbu > 330102015
      330104012 笕桥街道 Jianqiao > 330102016
      330104013 丁兰街道 Dinglan > 330102017
      330104014 九堡街道 Jiubao > 330102018
      330109007 义蓬街道 Yipeng > 330114004
      330109008 河庄街道 Hezhuang > 330114003
      330109009 新湾街道 Xinwan > 330114005
      330109010 临江街道 Linjiang > 330114006
      330109011 前进街道 Qianjin > 330114007
      330110001 临平街道 Linping > 330113001
      330110002 南苑街道 Nanyuan > 330113002
      330110003 东湖街道 Donghu > 330113003
      330110004 星桥街道 Xingqiao > 330113004
      330110006 乔司街道 Qiaosi > 330113005
      330110007 运河街道 Yunhe > 330113006
      330110008 崇贤街道 Chongxian > 330113007
      330110102 塘栖镇 Tangqi > 330113100
    `,
    kept: `
      330102 > 330102
      330105 > 330105
      330109 > 330109 | 330114
      330110 > 330110 | 330113
    `,
  },
  {
    ...statisticalEdition(2021, '2021-10-31'),
    began: '330305006 330503001-002 330602017 331002009',
    ended: `
      330282400 慈溪市农垦场 =Cixi Land Reclamation Farm > 330282 ?
      330282401 慈溪市林场 =Cixi Forest Farm > 330282 ?
      330503104 旧馆镇 Jiuguan > 330503002
      330604008 沥海街道 Lihai > 330602017
      330702207 岭上乡 Lingshang > 330702 ?
    `,
    kept: '330604 > 330604 | 330602',
    renamed: '330282402 慈东工业区 =Cidong Industrial Zone',
  },
  {
    ...statisticalEdition(2022, '2022-10-31'),
    began: '330303012-015',
    ended: `
      330371 温州经济技术开发区 =Wenzhou Economic and Technological Development Zone > 330303
      330371005 海城街道 Haicheng > 330303012
      330371008 沙城街道 Shacheng > 330303013
      330371009 天河街道 Tianhe > 330303014
      330371011 星海街道 Xinghai > 330303015
    `,
    renamed: '330326401 滨海新区 =Binhai New Area',
  },
  {
    ...statisticalEdition(2023, '2023-06-30'),
    began: '330282403-406',
    ended: '331002401 滨海工业区 =Binhai Industrial Zone > 331002 ?',
  },
  {
    ...noChange,
    on: '2024-12-27',
    basis: 'act',
    source:
      '新疆维吾尔自治区人民政府《关于党中央、国务院批准设立和康县的公告》' +
      '《关于党中央、国务院批准设立和安县的公告》（2024-12-27）',
    began: '653228-229',
  },
  {
    ...noChange,
    on: '2025-11-07',
    basis: 'act',
    source: '重庆市人民政府《关于党中央、国务院批准同意调整江北区渝北区北碚区行政区划的公告》（渝府发〔2025〕15号）',
    began: '500157',
    ended: `
      500105 江北区 Jiangbei > 500157
      500112 渝北区 Yubei > 500157 | 500109
    `,
    kept: '500109 > 500109 | 500157',
  },
]
