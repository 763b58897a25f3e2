import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import type { SentAction } from '../../contexts/hazards/contract/hazardActions.ts'
import { routes } from '../../contexts/hazards/contract/index.ts'
import { killAllAnlan } from './anlan.ts'
import type { Answer } from '../client.ts'
import { openSite, type Site } from './site.ts'

let site: Site | undefined
afterAll(async () => {
  await killAllAnlan()
  await site?.remove()
})

const position = { lng: 120.51, lat: 30.31, accuracyMetres: 6 }
const claimedAt = (): string => Temporal.Now.instant().toString({ smallestUnit: 'millisecond' })
const today = Temporal.Now.plainDateISO('Asia/Shanghai')
const inDays = (days: number): string => today.add({ days }).toString()

const done = <R>({ status, body }: Answer<R>, expected: number): Answer<R>['body'] => {
  expect([status, body]).toMatchObject([expected, {}])
  return body
}

it('a kill of server and database at any step of the loop loses nothing that was acknowledged, and does nothing twice', async () => {
  const { signIn, call, across, photo, command, stop } = (site = await openSite())
  const [leader, officer, inspector, principal, safety] = [
    'county.leader',
    'county.officer',
    'county.inspector',
    'plant.principal',
    'plant.safety',
  ] as const
  for (const login of [leader, officer, inspector, principal]) await signIn(login)
  const plant = await signIn(safety)

  const { id: campaignId } = done(
    await across(leader, routes.addCampaign, {
      body: {
        name: '断电演练专项行动',
        kind: 'ordinary',
        from: inDays(0),
        to: inDays(30),
        goals: '全覆盖',
        checklists: ['chem20'],
        regionCode: '330114',
      },
    }),
    201,
  )
  const { unitId } = done(
    await across(officer, routes.addUnit, {
      body: {
        kind: 'enterprise',
        name: '断电演练罐区（样例）',
        regionCode: '330114001',
        organisationId: plant.organisationId,
        industryCode: 'C2614',
      },
    }),
    201,
  )
  const put = await across(leader, routes.addTargets, { params: { id: campaignId }, body: { unitIds: [unitId] } })
  expect(done(put, 200)).toMatchObject({ targets: 1 })
  const hazardId = randomUUID()
  const visit = {
    visitId: randomUUID(),
    campaignId,
    how: 'departmentCheck' as const,
    announced: false,
    result: 'checked' as const,
    position,
    claimedAt: claimedAt(),
    answers: [{ itemKey: 'chem20.05', answer: 'no' as const, note: '手动阀' }],
    findings: [
      {
        hazardId,
        description: '根部阀为手动，紧急切断不可用',
        itemKey: 'chem20.05',
        proposedLevel: 'major' as const,
        evidenceIds: [await photo(inspector)],
        place: position,
      },
    ],
  }
  done(await across(inspector, routes.recordVisit, { params: { unitId }, body: visit }), 201)

  const at = { unitId, hazardId }
  let version = 1
  const act = async (login: string, action: SentAction): Promise<void> => {
    const answer = await across(login, routes.actOnHazard, {
      params: at,
      body: { action, baseVersion: version, claimedAt: claimedAt(), position },
    })
    version += 1
    expect([action.kind, done(answer, 200).line.version]).toEqual([action.kind, version])
  }
  await act(inspector, { kind: 'classify', level: 'major', reason: null })
  await act(inspector, {
    kind: 'order',
    assignee: plant,
    requirement: '加装紧急切断阀',
    dueOn: inDays(20),
    longerReason: null,
    interimControls: '停用该储罐',
  })
  await act(principal, {
    kind: 'plan',
    five: {
      responsibility: '储运部',
      measures: '加装紧急切断阀',
      fundsYuan: 386_000,
      dueOn: inDays(15),
      contingency: '罐根泄漏现场处置方案',
    },
  })
  await act(principal, { kind: 'report', to: 'staff', means: 'noticeBoard', evidence: [await photo(principal)] })
  await act(safety, { kind: 'start' })
  await act(safety, {
    kind: 'selfCheck',
    rectifiedBy: [plant.personId],
    description: '已加装并试验',
    evidence: [await photo(safety)],
    costYuan: 380_000,
  })
  await act(principal, {
    kind: 'evaluate',
    by: 'qualifiedBody',
    body: '评价机构',
    evaluators: [],
    opinion: '符合',
    passed: true,
    evidence: [await photo(principal)],
  })
  await act(principal, { kind: 'applyForReview', evidence: [await photo(principal)] })
  await act(officer, { kind: 'review', passed: true, opinion: '合格', evidence: [await photo(officer)], noPositionReason: null })
  await act(officer, { kind: 'close' })

  const { body: record } = await call(officer, routes.hazard, { params: at })
  expect(record.history.map(({ kind }) => kind)).toEqual([
    'found',
    'classified',
    'ordered',
    'planned',
    'reported',
    'started',
    'selfChecked',
    'evaluated',
    'reviewApplied',
    'reviewed',
    'closed',
  ])
  expect(record.line).toMatchObject({ state: 'closed', version })
  const { body: visits } = await call(officer, routes.visits, { query: { unitId } })
  const { body: covered } = await call(officer, routes.campaignCoverage, { params: { id: campaignId } })
  expect([visits.total, covered.coverage]).toMatchObject([1, { register: 1, checked: 1, visits: 1 }])

  await stop()
  for (const words of [
    ['figures', 'recompute'],
    ['audit', 'verify'],
  ]) {
    const { code, stderr } = await command(...words)
    expect([...words, code, stderr]).toEqual([...words, 0, ''])
  }
})
