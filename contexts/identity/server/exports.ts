import type { RouteOutput } from '../../../kernel/contract.ts'
import type { Sentence } from '../../../kernel/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import { roleNames } from '../../../kernel/roleNames.ts'
import { exportColumn, exportOf, minuteInBeijing, type Say } from '../../../platform/exportOf.ts'
import type { ExportList } from '../../../platform/ledger.ts'
import { routes } from '../contract/index.ts'
import { kindNames, lineNames } from '../contract/names.ts'
import { auditPage, auditTotal } from './audit.ts'
import type { Needs } from './needs.ts'
import { listOrganisations } from './organisationStore.ts'
import { listPeople } from './personStore.ts'
import { listPosts, type Post } from './postStore.ts'

type Person = RouteOutput<typeof routes.people>['rows'][number]
type Organisation = RouteOutput<typeof routes.organisations>['rows'][number]
type Entry = RouteOutput<typeof routes.auditEntries>['rows'][number]

const rolesText = (posts: readonly Post[], say: Say): string =>
  [...new Set(posts.flatMap(({ roles }) => roles))].map((role) => say(roleNames[role])).join('、')

const inForce = ({ posts }: Person): readonly Post[] => posts.filter(({ endsOn }) => endsOn === null)

/** Numbers stand here as they stand on the screen: masked. */
const people = exportOf<typeof routes.people, Person>({
  list: 'identity.people',
  title: { zh: '人员', en: 'People' },
  route: routes.people,
  opens: '/people',
  read: async (tx, { query }) => ok(await listPeople(tx, query)),
  columns: [
    exportColumn('name', ['姓名', 'Name'], ({ name }) => name, { width: 12 }),
    exportColumn('organisation', ['单位', 'Organisation'], ({ organisationName }) => organisationName, { width: 32 }),
    exportColumn(
      'posts',
      ['岗位', 'Posts'],
      (row) =>
        inForce(row)
          .map(({ title }) => title)
          .join('、'),
      { width: 24 },
    ),
    exportColumn('roles', ['角色', 'Roles'], (row, say) => rolesText(inForce(row), say), { width: 24 }),
    exportColumn('phone', ['手机（隐去）', 'Phone (masked)'], ({ phone }) => phone),
    exportColumn('identityNumber', ['身份证号（隐去）', 'Identity number (masked)'], ({ identityNumber }) => identityNumber, { width: 22 }),
    exportColumn('login', ['用户名', 'User name'], ({ login }) => login),
    exportColumn('region', ['区划代码', 'Region code'], ({ regionCode }) => regionCode, { width: 14 }),
    exportColumn('joinedOn', ['到任日期', 'Joined on'], ({ joinedOn }) => joinedOn, { width: 12, as: 'day' }),
    exportColumn('leftOn', ['离任日期', 'Left on'], ({ leftOn }) => leftOn, { width: 12, as: 'day' }),
  ],
})

const organisations = exportOf<typeof routes.organisations, Organisation>({
  list: 'identity.organisations',
  title: { zh: '组织', en: 'Organisations' },
  route: routes.organisations,
  opens: '/organisations',
  read: async (tx, { query }) => ok(await listOrganisations(tx, query)),
  columns: [
    exportColumn('name', ['名称', 'Name'], ({ name }) => name, { width: 32 }),
    exportColumn('shortName', ['简称', 'Short name'], ({ shortName }) => shortName),
    exportColumn('kind', ['类型', 'Kind'], ({ kind }, say) => say(kindNames[kind])),
    exportColumn('line', ['条线', 'Line'], ({ line }, say) => (line === null ? null : say(lineNames[line]))),
    exportColumn('region', ['所属区划', 'Region'], ({ regionName: zh, regionNameEn: en }, say) => say({ zh, en })),
    exportColumn('regionCode', ['区划代码', 'Region code'], ({ regionCode }) => regionCode, { width: 14 }),
    exportColumn('regionOnPaper', ['登记时区划', 'Recorded region'], ({ regionOnPaper }) => regionOnPaper, { width: 24 }),
    exportColumn('parent', ['上级', 'Superior'], ({ parent }) => parent?.name ?? null, { width: 28 }),
    exportColumn('uscc', ['统一社会信用代码', 'Unified social credit code'], ({ uscc }) => uscc, { width: 22 }),
    exportColumn('people', ['人数', 'People'], ({ people: count }) => count, { width: 8, as: 'number' }),
    exportColumn('openedOn', ['成立日期', 'Opened on'], ({ openedOn }) => openedOn, { width: 12, as: 'day' }),
    exportColumn('closedOn', ['关闭日期', 'Closed on'], ({ closedOn }) => closedOn, { width: 12, as: 'day' }),
  ],
})

const ownOnly: Sentence = { zh: '仅本单位', en: 'own organisation only' }

const posts = exportOf<typeof routes.posts, Post>({
  list: 'identity.posts',
  title: { zh: '岗位', en: 'Posts' },
  route: routes.posts,
  opens: '/posts',
  read: async (tx, { query }) => ok(await listPosts(tx, query)),
  columns: [
    exportColumn('person', ['人员', 'Person'], ({ personName }) => personName, { width: 12 }),
    exportColumn('title', ['岗位', 'Post'], ({ title }) => title, { width: 24 }),
    exportColumn('organisation', ['单位', 'Organisation'], ({ organisationName }) => organisationName, { width: 32 }),
    exportColumn(
      'scope',
      ['管辖范围', 'Scope'],
      ({ ownOrganisationOnly, scopeRegionName: zh, scopeRegionNameEn: en }, say) => say(ownOrganisationOnly ? ownOnly : { zh, en }),
      { width: 20 },
    ),
    exportColumn('roles', ['角色', 'Roles'], (row, say) => rolesText([row], say), { width: 24 }),
    exportColumn('startsOn', ['任职日期', 'Since'], ({ startsOn }) => startsOn, { width: 12, as: 'day' }),
    exportColumn('endsOn', ['免职日期', 'Until'], ({ endsOn }) => endsOn, { width: 12, as: 'day' }),
    exportColumn('rolesGrantedAt', ['授权时间', 'Roles granted at'], ({ rolesGrantedAt }) => minuteInBeijing(rolesGrantedAt)),
  ],
})

const results: { readonly [Result in Entry['result']]: Sentence } = {
  done: { zh: '已办', en: 'done' },
  refused: { zh: '未予办理', en: 'refused' },
}

const nobody: Sentence = { zh: '未登录者', en: 'somebody not signed in' }

const whoActed = ({ actorKind, personName, personId, actorName }: Entry, say: Say): string =>
  actorKind === 'anonymous' ? say(nobody) : (personName ?? actorName ?? personId ?? '')

const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value))

/** What is sealed on the record stays sealed in a file. */
const audit = ({ deedTitle }: Needs) =>
  exportOf<typeof routes.auditEntries, Entry>({
    list: 'identity.audit',
    title: { zh: '审计记录', en: 'Audit record' },
    route: routes.auditEntries,
    opens: '/audit',
    read: (tx, { query }) => auditPage(tx, query),
    count: async (tx, { query }) => ok(await auditTotal(tx, query)),
    columns: [
      exportColumn('at', ['时间', 'At'], ({ at }) => at, { width: 26 }),
      exportColumn('who', ['经办人', 'Who'], whoActed),
      exportColumn('post', ['岗位', 'Post'], ({ postTitle }) => postTitle, { width: 24 }),
      exportColumn('deed', ['经办', 'Deed'], ({ action }, say) => say(deedTitle(action) ?? { zh: action, en: action }), { width: 24 }),
      exportColumn('action', ['动作', 'Action'], ({ action }) => action, { width: 20 }),
      exportColumn('recordKind', ['记录类型', 'Kind of record'], ({ recordKind }) => recordKind),
      exportColumn('recordId', ['记录编号', 'Record'], ({ recordId }) => recordId, { width: 38 }),
      exportColumn('region', ['区划代码', 'Region code'], ({ regionCode }) => regionCode, { width: 14 }),
      exportColumn('result', ['结果', 'Result'], ({ result }, say) => say(results[result]), { width: 10 }),
      exportColumn('refusal', ['不予办理代码', 'Refusal'], ({ refusalCode }) => refusalCode, { width: 24 }),
      exportColumn('purpose', ['事由', 'Purpose'], ({ purpose }) => purpose, { width: 24 }),
      exportColumn('before', ['变更前', 'Before'], ({ before }) => json(before), { width: 40 }),
      exportColumn('after', ['变更后', 'After'], ({ after }) => json(after), { width: 40 }),
      exportColumn('address', ['来源地址', 'From'], ({ address }) => address),
      exportColumn('device', ['设备', 'Device'], ({ device }) => device, { width: 32 }),
      exportColumn('chain', ['审计链', 'Chain'], ({ chain }) => chain, { width: 44 }),
      exportColumn('seq', ['链上序号', 'Place in the chain'], ({ seq }) => seq, { width: 12, as: 'number' }),
      exportColumn('hash', ['散列值', 'Hash'], ({ hash }) => hash, { width: 66 }),
    ],
  })

/** The lists of the room, as their pages have them. */
export const identityExports = (needs: Needs): readonly ExportList[] => [people, organisations, posts, audit(needs)]
