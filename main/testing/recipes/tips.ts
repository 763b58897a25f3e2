import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { systemActor } from '../../../kernel/actor.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { contract } from '../../../contexts/tips/contract/index.ts'
import type { TipEvent } from '../../../contexts/tips/rules/events.ts'
import { keepEvent } from '../../../contexts/tips/server/keepEvent.ts'
import { receiveTip, type Told } from '../../../contexts/tips/server/sendTip.ts'
import { lockTip, settingsFor } from '../../../contexts/tips/server/tipStore.ts'
import { transact, type Tx } from '../../../platform/database/transaction.ts'
import { testNeeds } from '../testHazards.ts'
import type { TestHouse } from '../testHouse.ts'
import type { Recipe } from '../walk.ts'
import type { Site } from '../world.ts'

const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0E5A54' } })
  .jpeg()
  .toBuffer()

const inTest = async <Value>(house: TestHouse, work: (tx: Tx) => Promise<Result<Value>>): Promise<Value> => {
  const done = await transact(house.services, { actor: systemActor('test') }, work)
  if (!done.ok) throw new Error(`the test could not set its stage: ${done.refusal.code}`)
  return done.value
}

const informant = { name: '试验举报人', phone: '19900007777' }

export const tipAt = (house: TestHouse, regionCode: string, more: Partial<Told> = {}) =>
  inTest(house, (tx) =>
    receiveTip(tx, testNeeds, {
      sitting: randomUUID(),
      posterId: null,
      topics: ['exitBlocked'],
      words: '安全出口上锁',
      place: '北门',
      position: null,
      photos: [],
      insider: false,
      informant,
      regionCode,
      ...more,
    }),
  )

const posterAt = async (house: TestHouse, regionCode: string): Promise<{ readonly id: string; readonly code: string }> => {
  const [id, code] = [randomUUID(), randomUUID().replaceAll('-', '')]
  await house.services.database.pool.query(
    `insert into tips.poster (id, code, kind, title, words_zh, words_en, recorded_region, region_code, made_by, made_at, version)
     values ($1, $2, 'street', '试验', '请扫码', 'Please scan', $3, $3, $1, now(), 1)`,
    [id, code, regionCode],
  )
  return { id, code }
}

/** As five people would have made it, none of whom walks. */
const agreedTip = async (tx: Tx, tipId: string): Promise<void> => {
  const step = { by: { personId: randomUUID(), organisationId: randomUUID() }, at: tx.at }
  const events: readonly TipEvent[] = [
    { kind: 'accepted', step },
    { kind: 'checked', step, outcome: 'true', opinion: '属实', hazard: { unitId: randomUUID(), hazardId: randomUUID() } },
    { kind: 'answered', step, text: '属实' },
    { kind: 'rewardProposed', step, basis: { kind: 'general', fineYuan: 0, deaths: 0, grade: 'general' }, amountYuan: 500, reason: '准确' },
    { kind: 'rewardDecided', step, agree: true, reason: '同意' },
  ]
  const settings = await settingsFor(tx, testNeeds)
  for (const event of events) {
    const held = await lockTip(tx, tipId)
    if (!held) throw new Error('the tip is gone')
    await keepEvent(tx, held, event, { action: 'tip.act', settings })
  }
}

const tipOf = async (site: Site, house: TestHouse) => ({ params: { tipId: (await tipAt(house, site.regionCode)).tipId } })
const posterOf = async (site: Site, house: TestHouse) => ({ params: { posterId: (await posterAt(house, site.regionCode)).id } })

const tipIn = { topics: ['exitBlocked'], words: '安全出口上锁', regionCode: '330114', place: '北门', photos: [] }

/** With the receipt that opens it. */
const receiptOf = async (house: TestHouse) => {
  const { number, secret } = await tipAt(house, '330114')
  return { number, secret }
}

/** How the walk asks for tips and posters. Whoever asks in public is nobody, whatever session he brings. */
export const tipsRecipes: { readonly [Name in keyof typeof contract.routes]: Recipe<(typeof contract.routes)[Name]> } = {
  poster: { elsewhere: false, request: async (_site, _actor, house) => ({ params: { code: (await posterAt(house, '330114')).code } }) },
  tipRegions: { elsewhere: false, request: () => ({ query: { parent: '330100' } }) },
  sendPhoto: {
    elsewhere: false,
    request: () => ({ params: { sitting: randomUUID() }, body: picture, headers: { 'content-type': 'application/octet-stream' } }),
  },
  sendTip: { elsewhere: false, request: () => ({ body: { ...tipIn, sitting: randomUUID() } }) },
  followTip: { elsewhere: false, request: async (_site, _actor, house) => ({ body: await receiptOf(house) }) },
  writeAsInformant: {
    elsewhere: false,
    request: async (_site, _actor, house) => ({ body: { ...(await receiptOf(house)), text: '补充' } }),
  },
  withdrawName: { elsewhere: false, request: async (_site, _actor, house) => ({ body: await receiptOf(house) }) },
  tips: {
    request: async (site, _actor, house) => {
      await tipAt(house, site.regionCode, { words: `试验 ${site.organisationId}` })
      return { query: { find: site.organisationId } }
    },
    holds: ({ body }) => body.rows.length > 0,
  },
  tipSummary: {
    request: async (site, _actor, house) => {
      await tipAt(house, site.regionCode, { words: `试验 ${site.organisationId}` })
      return { query: { find: site.organisationId } }
    },
    holds: ({ body }) => body.total > 0,
  },
  tip: { request: (site, _actor, house) => tipOf(site, house) },
  actOnTip: {
    request: async (site, actor, house) => {
      const { tipId } = await tipAt(house, site.regionCode)
      // The keeper's one deed here is to pay what was agreed.
      if (actor.role !== 'tipKeeper') return { params: { tipId }, body: { action: { kind: 'write', text: '请补充' }, version: 1 } }
      await inTest(house, async (tx) => ok(await agreedTip(tx, tipId)))
      return { params: { tipId }, body: { action: { kind: 'payReward', note: '签收' }, version: 6 } }
    },
  },
  revealInformant: { request: async (site, _actor, house) => ({ ...(await tipOf(site, house)), body: { purpose: '发放奖励' } }) },
  posters: {
    request: async (site, _actor, house) => {
      await posterAt(house, site.regionCode)
      return { query: { region: site.regionCode, limit: 500 } }
    },
    holds: ({ body }, site) => body.rows.some(({ regionCode }) => regionCode === site.regionCode),
  },
  posterRecord: { request: (site, _actor, house) => posterOf(site, house) },
  addPoster: {
    request: ({ regionCode }) => ({ body: { kind: 'street', title: '路口', words: { zh: '请扫码', en: 'Please scan' }, regionCode } }),
  },
  endPoster: { request: async (site, _actor, house) => ({ ...(await posterOf(site, house)), body: { reason: '已撤下', version: 1 } }) },
  posterSheet: { request: (site, _actor, house) => posterOf(site, house) },
}
