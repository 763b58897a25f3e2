import { defineMessages } from '../../../../ui/language.tsx'

/** The sentences of what finds an industry, an organisation or a person. */
export const finderMessages = defineMessages({
  zh: {
    industry: { find: '代码或名称，如 2614、化学', label: '查找行业' },
    organisation: { find: '单位名称', label: '查找单位' },
    person: { find: '姓名', label: '查找人员' },
  },
  en: {
    industry: { find: 'Code or name, such as 2614', label: 'Find an industry' },
    organisation: { find: 'Name of the organisation', label: 'Find an organisation' },
    person: { find: 'Name', label: 'Find a person' },
  },
})
