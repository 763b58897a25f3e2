import { afterAll, beforeAll, expect, it } from 'vitest'
import { openRegisterStage, type RegisterStage } from '../../../main/testing/registerStage.ts'
import type { Seated } from '../../../main/testing/stage.ts'
import type { Caller } from '../../../main/testing/testHouse.ts'
import { evidenceRoutes } from '../../../platform/evidence/contract.ts'
import type { SentAction } from '../contract/hazardActions.ts'
import { routes } from '../contract/index.ts'

type Somebody = Seated & { readonly caller: Caller }

let register: RegisterStage
let inspector: Somebody
let plant: Somebody
let contractor: Somebody
let stranger: Somebody
beforeAll(async () => {
  register = await openRegisterStage()
  inspector = await register.actor(['inspector'])
  plant = await register.actor(['safetyOfficer'], { kind: 'enterprise' })
  contractor = await register.actor(['worker'], { kind: 'contractor' })
  stranger = await register.actor(['worker'], { kind: 'contractor' })
})
afterAll(() => register.house.close())

const photo = async ({ personId, organisationId, postId }: Somebody): Promise<string> =>
  register.house.photo({ ...(await register.house.actor('county.inspector')), personId, organisationId, postId })

const position = { lng: 120.5, lat: 30.3, accuracyMetres: 5 }
const claimedAt = (): string => register.house.services.clock().toString({ smallestUnit: 'millisecond' })

it('who puts it right for another organisation sees its evidence, brings his own, and sees no more once the work went on to others', async () => {
  const unitId = await register.unit((await register.actor(['officer'])).caller, { organisationId: plant.organisationId })
  const before = await photo(inspector)
  const found = await inspector.caller.call(routes.findHazard, {
    params: { unitId },
    body: { description: '脚手架连墙件缺失', proposedLevel: 'general', evidence: [before], claimedAt: claimedAt(), position },
  })
  expect([found.status, found.body]).toMatchObject([201, {}])
  const { line, recordId } = found.body
  const { hazardId } = line
  let { version } = line
  const act = async (by: Somebody, action: SentAction) => {
    const { status, body } = await by.caller.call(routes.actOnHazard, {
      params: { unitId, hazardId },
      body: { action, baseVersion: version, claimedAt: claimedAt(), position },
    })
    expect([action.kind, status, body]).toMatchObject([action.kind, 200, {}])
    version = body.line.version
  }
  const evidenceSeenBy = async ({ caller }: Somebody): Promise<readonly string[]> =>
    (await caller.call(evidenceRoutes.ofRecord, { query: { recordKind: 'hazard', recordId } })).body.rows.map(({ id }) => id)
  const assigned = ({ personId, organisationId }: Somebody) => ({ personId, organisationId })

  await act(inspector, { kind: 'classify', level: 'general', reason: null })
  await act(inspector, {
    kind: 'order',
    assignee: assigned(plant),
    requirement: '补设连墙件',
    dueOn: register.house.services.clock().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days: 7 }).toString(),
    longerReason: null,
    interimControls: null,
  })
  expect(await evidenceSeenBy(contractor)).toEqual([])
  await act(inspector, { kind: 'transfer', to: assigned(contractor), reason: '由总包整改' })
  expect(await evidenceSeenBy(contractor)).toEqual([before])
  await act(contractor, { kind: 'start' })
  const after = await photo(contractor)
  await act(contractor, { kind: 'selfCheck', rectifiedBy: [contractor.personId], description: '已补设', evidence: [after], costYuan: 1200 })
  for (const who of [inspector, plant, contractor]) expect((await evidenceSeenBy(who)).toSorted()).toEqual([before, after].toSorted())
  expect(await evidenceSeenBy(stranger)).toEqual([])

  await act(inspector, {
    kind: 'review',
    passed: false,
    opinion: '仍缺两处',
    evidence: [await photo(inspector)],
    noPositionReason: null,
    redoOn: null,
    suspend: false,
  })
  expect(await evidenceSeenBy(contractor)).toHaveLength(3)
  await act(inspector, { kind: 'transfer', to: assigned(plant), reason: '收回自行整改' })
  expect(await evidenceSeenBy(contractor)).toEqual([])
})
