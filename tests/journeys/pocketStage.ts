import { routes as hazards } from '../../contexts/hazards/contract/index.ts'
import { routes as identity } from '../../contexts/identity/contract/index.ts'
import type { Route, RouteCall, RouteOutput } from '../../kernel/contract.ts'
import { openClient } from '../client.ts'
import type { Product } from './product.ts'

/** A picture of one dot: what matters is that it arrives. */
export const photo = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APn+iiiv/9k=',
  'base64',
)

/** Somebody at the API, beside the browser. */
export type Person = {
  readonly me: RouteOutput<typeof identity.signIn>
  call<R extends Route>(route: R, input?: RouteCall<R>): Promise<RouteOutput<R>>
  /** Uploads a photo and answers its evidence. */
  photo(): Promise<string>
}

/** Signs somebody of the sample in at the API. */
export const personAt = async (product: Product, login: string): Promise<Person> => {
  const client = openClient(() => product.address)
  const { body: me } = await client.signIn(login, product.password)
  return {
    me,
    call: async (route, input) => {
      const { status, body } = await client.call(route, input ?? ({} as RouteCall<typeof route>))
      if (status >= 400) throw new Error(`${route.method} ${route.path} answered ${status}: ${JSON.stringify(body)}`)
      return body
    },
    photo: () => client.upload('现场.jpg', new Uint8Array(photo)),
  }
}

/** Where the units of this journey stand, and so the phone at first. */
export const spot = { lng: 120.5, lat: 30.3 }

/** A unit of nobody's, in a campaign that gives it to an inspector; its name is told by. */
export const plannedUnit = async (product: Product, inspector: Person, name: string): Promise<string> => {
  const officer = await personAt(product, 'county.officer')
  const leader = await personAt(product, 'county.leader')
  const { regionCode } = officer.me.post
  const { unitId } = await officer.call(hazards.addUnit, {
    body: { kind: 'enterprise', name, regionCode, industryCode: 'C2614', tags: ['hazardousChemicals'], place: spot, doubleReason: '旅程' },
  })
  const { id } = await leader.call(hazards.addCampaign, {
    body: {
      name: `${name}专项`,
      kind: 'ordinary',
      from: '2020-01-01',
      to: '2099-12-31',
      goals: '全覆盖',
      checklists: ['chem20'],
      regionCode,
    },
  })
  await leader.call(hazards.addTargets, { params: { id }, body: { unitIds: [unitId] } })
  await leader.call(hazards.planCampaign, {
    params: { id },
    body: { inspectors: [{ personId: inspector.me.person.id, regionCode, industries: [] }], reason: '旅程' },
  })
  return unitId
}

/** A general hazard of a plant that is put right and waits for its review. */
export const hazardToReview = async (
  product: Product,
  name: string,
): Promise<{ readonly unitId: string; readonly hazardId: string; readonly number: string; readonly version: number }> => {
  const officer = await personAt(product, 'county.officer')
  const plant = await personAt(product, 'plant.safety')
  const worker = await personAt(product, 'plant.worker')
  const { regionCode, organisationId } = plant.me.post
  const { unitId } = await officer.call(hazards.addUnit, {
    body: { kind: 'enterprise', name, regionCode, organisationId, industryCode: 'C2614', place: spot, doubleReason: '旅程' },
  })
  const found = await officer.call(hazards.findHazard, {
    params: { unitId },
    body: {
      description: '消火栓被堆料遮挡',
      proposedLevel: 'general',
      evidence: [await officer.photo()],
      claimedAt: new Date().toISOString(),
    },
  })
  const { hazardId, number } = found.line
  let version = 1
  const act = async (by: Person, action: NonNullable<RouteCall<typeof hazards.actOnHazard>['body']>['action']): Promise<void> => {
    const record = await by.call(hazards.actOnHazard, {
      params: { unitId, hazardId },
      body: { action, baseVersion: version, claimedAt: new Date().toISOString() },
    })
    version = record.line.version
  }
  await act(officer, { kind: 'classify', level: 'general' })
  const assignee = { personId: worker.me.person.id, organisationId: worker.me.post.organisationId }
  const dueOn = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
  await act(officer, { kind: 'order', assignee, requirement: '清走堆料', dueOn })
  await act(worker, { kind: 'start' })
  await act(plant, {
    kind: 'selfCheck',
    rectifiedBy: [worker.me.person.id],
    description: '堆料已清走',
    evidence: [await plant.photo()],
  })
  return { unitId, hazardId, number, version }
}
