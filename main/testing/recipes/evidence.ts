import sharp from 'sharp'
import { systemActor } from '../../../kernel/actor.ts'
import { attachEvidence } from '../../../platform/evidence/room.ts'
import { evidenceContract as contract } from '../../../platform/evidence/contract.ts'
import { updatePost } from '../../../contexts/identity/server/postStore.ts'
import { transact } from '../../../platform/database/transaction.ts'
import { ok } from '../../../kernel/result.ts'
import type { Caller, TestHouse } from '../testHouse.ts'
import type { Recipe } from '../walk.ts'
import type { Actor, Site } from '../world.ts'

const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0E5A54' } })
  .png()
  .toBuffer()

const bytes = { 'content-type': 'application/octet-stream', 'upload-offset': '0' }

/** Somebody at the site who may add evidence: the actor himself for what is his own. */
const makerAt = async (site: Site, actor: Actor, house: TestHouse): Promise<Caller> => {
  const may: readonly string[] = contract.actions['evidence.add']
  if (site.place === 'own' && may.includes(actor.role)) return actor.caller
  await transact(house.services, { actor: systemActor('test') }, async (tx) => {
    await updatePost(tx, site.postId, { roles: ['worker'], roles_granted_at: tx.at })
    return ok(null)
  })
  return house.withToken(await house.freshToken(site.personId))
}

const begun = async (maker: Caller): Promise<string> => {
  const { body } = await maker.call(contract.routes.beginUpload, { body: { name: '现场.png', sizeBytes: photo.length } })
  return body.uploadId
}

const taken = async (maker: Caller): Promise<string> => {
  const uploadId = await begun(maker)
  const { body } = await maker.call(contract.routes.receiveChunk, { params: { uploadId }, body: photo } as never, { headers: bytes })
  if (!body.item) throw new Error(`the photo was not taken: ${JSON.stringify(body)}`)
  return body.item.id
}

const attached = async (site: Site, actor: Actor, house: TestHouse): Promise<string> => {
  const evidenceId = await taken(await makerAt(site, actor, house))
  const done = await transact(house.services, { actor: systemActor('test') }, (tx) =>
    attachEvidence(tx, {
      evidenceIds: [evidenceId],
      record: { kind: 'test', id: site.personId },
      regionCode: site.regionCode,
      organisationId: site.organisationId,
      retention: 'forever',
    }),
  )
  if (!done.ok) throw new Error(`the evidence was not attached: ${done.refusal.code}`)
  return evidenceId
}

const onUpload =
  (headers?: Record<string, string>): Recipe['request'] =>
  async (site, actor, house) => ({
    params: { uploadId: await begun(await makerAt(site, actor, house)) },
    ...(headers ? { headers, body: photo } : {}),
  })
const onItem =
  (query: Record<string, string> = {}): Recipe['request'] =>
  async (site, actor, house) => ({ params: { evidenceId: await attached(site, actor, house) }, query })

export const evidenceRecipes: { readonly [Name in keyof typeof contract.routes]: Recipe<(typeof contract.routes)[Name]> } = {
  beginUpload: { elsewhere: false, request: () => ({ body: { name: '现场.png', sizeBytes: photo.length } }) },
  upload: { request: onUpload() },
  receiveChunk: { request: onUpload(bytes) },
  abandonUpload: { request: onUpload() },
  ofRecord: {
    request: async (site, actor, house) => {
      await attached(site, actor, house)
      return { query: { recordKind: 'test', recordId: site.personId } }
    },
    holds: ({ body }) => body.rows.length > 0,
  },
  item: { request: onItem() },
  discard: { request: async (site, actor, house) => ({ params: { evidenceId: await taken(await makerAt(site, actor, house)) } }) },
  copy: { request: onItem({ size: '320' }) },
  original: { request: onItem({ purpose: '核查原件' }) },
  claim: { request: onItem({ purpose: '核查位置' }) },
}
