import { hash, randomUUIDv7 } from 'node:crypto'
import { canonicalJson, type Json } from '../../../kernel/canonicalJson.ts'
import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import type { PersonActor } from '../../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import type { RecordNames } from '../../../platform/room.ts'
import { bulletinRoutes as routes } from '../contract/bulletinRoutes.ts'
import { compose } from '../rules/bulletin/compose.ts'
import type { BulletinFacts } from '../rules/bulletin/facts.ts'
import { issueOf, issueText } from '../rules/bulletin/issue.ts'
import { bulletinFacts, type BulletinAsked } from './bulletinFacts.ts'
import type { BulletinNeeds } from './bulletinNeeds.ts'
import { openBulletinPapers } from './bulletinPapers.ts'
import {
  bulletinInScope,
  bulletinsNamed,
  editionsOf,
  insertBulletin,
  listBulletins,
  lockSubject,
  newestOf,
  takeOrdinal,
  type BulletinRow,
  type LineRow,
  type Subject,
  type Texts,
} from './bulletinStore.ts'

const subjectOf = ({ regionCode, period: { from, to }, campaign }: BulletinFacts): Subject => ({
  regionCode,
  from,
  to,
  campaignId: campaign?.campaignId ?? null,
})

const textsOf = (facts: BulletinFacts): Texts => ({ zh: compose(facts, 'zh'), en: compose(facts, 'en') })

/** SM3 of everything that a bulletin says and whose it is, so that a change of the row shows. */
const sm3Of = ({ sm3: _sm3, regionCode: _current, ...row }: Omit<BulletinRow, 'sm3'> & { readonly sm3?: string }): string =>
  hash('sm3', canonicalJson(row as unknown as Json), 'hex')

/** Issues a bulletin of what is counted now: it stands from here on, and a correction is an edition of its own. */
export const issueBulletin = async (
  tx: Tx,
  needs: BulletinNeeds,
  by: Pick<PersonActor, 'personId' | 'postId' | 'organisationId'>,
  asked: BulletinAsked,
  correction: { readonly corrects: string | null; readonly reason: string | null },
): Promise<Result<BulletinRow>> => {
  const counted = await bulletinFacts(tx, needs, asked)
  if (!counted.ok) return counted
  const subject = subjectOf(counted.value)
  await lockSubject(tx, subject)
  const newest = await newestOf(tx, subject)
  const issue = issueOf(newest, correction)
  if (!issue.ok) return issue
  // An edition is told as what the first one was, though its days are asked for by themselves.
  const kind = newest?.kind ?? counted.value.period.kind
  const facts = { ...counted.value, period: { ...counted.value.period, kind } }
  const year = dateInBeijing(tx.now).year
  const place =
    issue.value.kind === 'first'
      ? { year, ordinal: await takeOrdinal(tx, subject.regionCode, year), edition: 1, corrects: null, reason: null }
      : {
          year: issue.value.of.year,
          ordinal: issue.value.of.ordinal,
          edition: issue.value.edition,
          corrects: issue.value.of.id,
          reason: issue.value.reason,
        }
  const row: Omit<BulletinRow, 'sm3'> = {
    id: randomUUIDv7(),
    ...subject,
    kind,
    recordedRegion: subject.regionCode,
    ...place,
    asOf: facts.asOf,
    facts,
    texts: textsOf(facts),
    personId: by.personId,
    postId: by.postId,
    organisationId: by.organisationId,
  }
  const issued = { ...row, sm3: sm3Of(row) }
  await insertBulletin(tx, issued)
  tx.audit({
    action: 'bulletin.issue',
    record: { kind: 'bulletin', id: issued.id },
    regionCode: subject.regionCode,
    after: { ...subject, kind, ...place, sm3: issued.sm3 },
  })
  return ok(issued)
}

type Line = RouteOutput<typeof routes.bulletins>['rows'][number]

const linesOf = async (tx: Tx, needs: BulletinNeeds, rows: readonly LineRow[]): Promise<readonly Line[]> => {
  const regions = await needs.regionNames(tx, [...new Set(rows.map(({ regionCode }) => regionCode))])
  const people = await needs.peopleNames(tx, [...new Set(rows.map(({ personId }) => personId))])
  const organisations = await needs.organisationTitles(tx, [...new Set(rows.map(({ organisationId }) => organisationId))])
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    ordinal: row.ordinal,
    edition: row.edition,
    regionCode: row.regionCode,
    regionName: regions.get(row.regionCode) ?? { zh: row.regionCode, en: row.regionCode },
    title: { zh: row.titleZh, en: row.titleEn },
    kind: row.kind,
    from: row.from,
    to: row.to,
    campaignId: row.campaignId,
    campaignName: row.campaignName,
    asOf: row.asOf,
    issuedBy: people.get(row.personId) ?? '',
    issuer: organisations.get(row.organisationId)?.name ?? '',
    reason: row.reason,
    superseded: row.superseded,
  }))
}

/** A page of the bulletins that were issued in scope. */
export const bulletinsPage = async (
  tx: Tx,
  needs: BulletinNeeds,
  { after, limit, ...filter }: RouteInput<typeof routes.bulletins>['query'],
) => {
  const { rows, total, next } = await listBulletins(tx, filter, { after, limit })
  return { rows: [...(await linesOf(tx, needs, rows))], total, next }
}

/** A bulletin as its page shows it. */
export const bulletinView = async (tx: Tx, needs: BulletinNeeds, row: BulletinRow): Promise<RouteOutput<typeof routes.bulletin>> => {
  const editions = await editionsOf(tx, row)
  const [line] = await linesOf(tx, needs, [
    {
      ...row,
      titleZh: row.texts.zh.title,
      titleEn: row.texts.en.title,
      campaignName: row.facts.campaign?.name ?? null,
      superseded: editions.some(({ edition }) => edition > row.edition),
    },
  ])
  if (!line) throw new Error('a bulletin is shown as one line')
  return { ...line, ...row.texts, facts: row.facts, sm3: row.sm3, sound: sm3Of(row) === row.sm3, editions: [...editions] }
}

/** A bulletin is called by its title and number. */
export const bulletinNames: RecordNames = async (tx, ids) => {
  const rows = await bulletinsNamed(tx, ids)
  return new Map(
    rows.map(({ id, titleZh, titleEn, ...issued }) => [
      id,
      { zh: `${titleZh} ${issueText(issued, 'zh')}`, en: `${titleEn}, ${issueText(issued, 'en')}` },
    ]),
  )
}

/** The use cases of bulletins. */
export const openBulletinRoutes = (needs: BulletinNeeds): readonly RouteHandler[] => [
  handle(routes.previewBulletin, async (tx, { query }) => {
    const facts = await bulletinFacts(tx, needs, query)
    if (!facts.ok) return facts
    const newest = await newestOf(tx, subjectOf(facts.value))
    return ok({ ...textsOf(facts.value), facts: facts.value, issued: newest })
  }),

  handle(routes.bulletins, async (tx, { query }) => ok(await bulletinsPage(tx, needs, query))),

  handle(routes.bulletin, async (tx, { params }) => {
    const row = await bulletinInScope(tx, params.id)
    return row ? ok(await bulletinView(tx, needs, row)) : refuse('RECORD_NOT_FOUND', { kind: 'bulletin', id: params.id })
  }),

  handle(routes.issueBulletin, async (tx, { actor, body: { corrects, reason, ...asked } }) => {
    const issued = await issueBulletin(tx, needs, actor, asked, { corrects, reason })
    return issued.ok ? ok(await bulletinView(tx, needs, issued.value)) : issued
  }),

  ...openBulletinPapers(needs),
]
