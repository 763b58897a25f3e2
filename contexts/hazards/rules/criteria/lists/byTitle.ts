import type { Confidence } from '../../../../../kernel/law.ts'
import type { Sentence } from '../../../../../kernel/refusals.ts'
import type { Checklist, Scope, Sector } from '../checklist.ts'

type Title = {
  readonly key: string
  readonly edition: string
  readonly sector: Sector
  readonly title: Sentence
  readonly documentNumber: string | null
  readonly inForceFrom: string
  readonly source: string
  readonly confidence: Confidence
  readonly appliesTo: Scope
}

const note = {
  zh: '条文尚未录入：引用前查原文，或由管理员补录条目。',
  en: 'Its items are not entered: read the document before citing it, or have an administrator add them.',
}

const enterprises = (...industries: readonly string[]): Scope => ({ kinds: ['enterprise', 'place', 'site'], industries, tags: [] })

const titles: readonly Title[] = [
  {
    key: 'power',
    edition: '2026',
    sector: 'power',
    title: { zh: '电力重大事故隐患判定标准及治理监督管理规定', en: 'Criteria and supervision of major hazards of electric power' },
    documentNumber: '国家发展改革委令第41号（2026年）',
    inForceFrom: '2026-07-01',
    source: '题名、文号、日期据公开题录',
    confidence: 'medium',
    appliesTo: enterprises('44', '487'),
  },
  {
    key: 'waterWorks',
    edition: '2023',
    sector: 'waterConservancy',
    title: { zh: '水利工程生产安全重大事故隐患清单指南', en: 'Guide to major hazards of water conservancy works' },
    documentNumber: '办监督〔2023〕273号',
    inForceFrom: '2023-11-01',
    source: '题名据通行引用，未见原文；文号与日期待核',
    confidence: 'low',
    appliesTo: enterprises('482', '76'),
  },
  {
    key: 'roadTransport',
    edition: '2023',
    sector: 'transport',
    title: {
      zh: '道路运输企业和城市客运企业重大事故隐患判定标准（试行）',
      en: 'Criteria of major hazards of road transport and city passenger transport, on trial',
    },
    documentNumber: '交办运〔2023〕52号',
    inForceFrom: '2023-09-27',
    source: '题名据通行引用，未见原文；文号与日期待核',
    confidence: 'low',
    appliesTo: enterprises('541', '542', '543', '5441', '5442'),
  },
  {
    key: 'waterTransport',
    edition: '2017',
    sector: 'transport',
    title: { zh: '水上客运重大事故隐患判定指南（暂行）', en: 'Guide to major hazards of passenger transport by water, provisional' },
    documentNumber: null,
    inForceFrom: '2017-01-01',
    source: '题名据通行引用，未见原文；文号与日期待核',
    confidence: 'low',
    appliesTo: enterprises('551', '5531'),
  },
  {
    key: 'portDangerousGoods',
    edition: '2016',
    sector: 'transport',
    title: { zh: '危险货物港口作业重大事故隐患判定指南', en: 'Guide to major hazards of dangerous goods in ports' },
    documentNumber: '交办水〔2016〕178号',
    inForceFrom: '2016-12-19',
    source: '题名据通行引用，未见原文；文号与日期待核',
    confidence: 'low',
    appliesTo: enterprises('5532', '594'),
  },
  {
    key: 'grain',
    edition: '2022',
    sector: 'grain',
    title: { zh: '粮油储存重大事故隐患判定标准（试行）', en: 'Criteria of major hazards of grain and oil storage, on trial' },
    documentNumber: null,
    inForceFrom: '2022-01-01',
    source: '题名据通行引用，未见原文；文号与日期待核',
    confidence: 'low',
    appliesTo: enterprises('5951', '131'),
  },
  {
    key: 'fishery',
    edition: '2022',
    sector: 'fishery',
    title: { zh: '渔业船舶重大事故隐患判定标准（试行）', en: 'Criteria of major hazards of fishing vessels, on trial' },
    documentNumber: '农渔发〔2022〕11号',
    inForceFrom: '2022-04-01',
    source: '题名据通行引用，未见原文；文号与日期待核',
    confidence: 'low',
    appliesTo: enterprises('042'),
  },
  {
    key: 'elderCare',
    edition: '2023',
    sector: 'elderCare',
    title: { zh: '养老机构重大事故隐患判定标准', en: 'Criteria of major hazards of homes for the elderly' },
    documentNumber: '民办发〔2023〕13号',
    inForceFrom: '2023-11-27',
    source: '题名据通行引用，未见原文；文号与日期待核',
    confidence: 'low',
    appliesTo: { kinds: ['enterprise', 'place'], industries: ['8512', '8514'], tags: ['elderCare'] },
  },
]

/** Lists of other authorities that are known by title alone, so that the gap is seen and can be filled. */
export const byTitle: readonly Checklist[] = titles.map((title) => ({ ...title, purpose: 'major', inForceTo: null, note, items: [] }))
