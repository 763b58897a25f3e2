import { call } from '../../../../ui/api.ts'
import { routes } from '../../contract/index.ts'
import type { RoomPart } from '../part.ts'

const mostFound = 6

/** The pages of campaigns. */
export const campaignsPart: RoomPart = {
  pages: [
    { path: '/campaigns', title: { zh: '专项行动', en: 'Campaigns' }, action: 'campaign.read', load: () => import('./CampaignsPage.tsx') },
    {
      path: '/campaigns/new',
      title: { zh: '发起专项行动', en: 'Begin a campaign' },
      action: 'campaign.add',
      load: () => import('./NewCampaignPage.tsx'),
    },
    {
      path: '/campaigns/$id',
      title: { zh: '专项行动', en: 'Campaign' },
      action: 'campaign.read',
      load: () => import('./CampaignPage.tsx'),
    },
  ],
  navigation: [
    { group: 'work', icon: 'layers', title: { zh: '专项行动', en: 'Campaigns' }, path: '/campaigns', action: 'campaign.read', order: 15 },
  ],
  commands: [
    {
      id: 'hazards.addCampaign',
      title: { zh: '发起专项行动', en: 'Begin a campaign' },
      keywords: ['专项', '整治', '百日', '防汛', 'campaign'],
      action: 'campaign.add',
      icon: 'layers',
      run: (navigate) => navigate('/campaigns/new'),
    },
  ],
  records: [
    {
      id: 'campaigns',
      title: { zh: '专项行动', en: 'Campaigns' },
      icon: 'layers',
      action: 'campaign.read',
      find: async (text, signal) => {
        const { rows } = await call(routes.campaigns, { query: { find: text, limit: mostFound } }, { signal })
        return rows.map(({ id, name, from, to, regionName }) => ({
          key: id,
          title: name,
          detail: { zh: `${regionName.zh} ${from} – ${to}`, en: `${regionName.en} ${from} – ${to}` },
          address: `/campaigns/${id}`,
        }))
      },
    },
  ],
}
