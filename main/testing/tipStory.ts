import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type { RouteInput } from '../../kernel/contract.ts'
import { routes } from '../../contexts/tips/contract/index.ts'
import type { SentAction } from '../../contexts/tips/contract/tipRoutes.ts'
import type { Answered, Caller, TestHouse } from './testHouse.ts'

export type SentTip = Partial<RouteInput<typeof routes.sendTip>['body']>

/** The receipt that a passer-by keeps. */
export type Receipt = { readonly number: string; readonly secret: string }

/** A photo as a phone takes it: with the place, the time and the device written into it. */
export const photoWithPlace = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#7A5230' } })
    .withExif({
      IFD0: { Make: 'PHONEMAKER', Model: 'SECRETPHONE 9' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 18/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '120/1 30/1 0/1' },
    })
    .jpeg()
    .toBuffer()

/** Somebody in the street, and the office, at the doorway. */
export const tipStage = (house: TestHouse) => {
  /** A passer-by at an address of his own. */
  const passerBy = (): Caller => house.withToken('nobody')

  const sendPhoto = async (by: Caller, sitting: string, bytes?: Buffer): Promise<Answered<{ photoId: string }>> =>
    by.call(routes.sendPhoto, { params: { sitting }, body: bytes ?? (await photoWithPlace()) } as never, {
      headers: { 'content-type': 'application/octet-stream' },
    })

  const send = (by: Caller, more: SentTip = {}, key?: string) =>
    by.call(
      routes.sendTip,
      {
        body: {
          sitting: randomUUID(),
          topics: ['exitBlocked'],
          words: '三楼安全出口上锁，堆满纸箱',
          regionCode: '330114',
          place: '北门旁三号楼',
          photos: [],
          ...more,
        },
      },
      key === undefined ? {} : { key },
    )

  /** One that is on record: its receipt, and its id, which only the office knows. */
  const tip = async (more: SentTip = {}): Promise<Receipt & { readonly tipId: string }> => {
    const { body, status } = await send(passerBy(), more)
    if (status !== 201) throw new Error(`the tip was refused: ${JSON.stringify(body)}`)
    const { rows } = await house.services.database.pool.query<{ id: string }>('select id from tips.tip order by id desc limit 1')
    return { number: body.number, secret: body.secret, tipId: rows[0]!.id }
  }

  const read = async (by: Caller, tipId: string) => (await by.call(routes.tip, { params: { tipId } })).body

  const act = async (by: Caller, tipId: string, action: SentAction) => {
    const { line } = await read(by, tipId)
    return by.call(routes.actOnTip, { params: { tipId }, body: { action, version: line.version } })
  }

  /** Deeds that go through, one after the other. */
  const did = async (tipId: string, ...deeds: readonly (readonly [Caller, SentAction])[]) => {
    for (const [by, action] of deeds) {
      const { status, body } = await act(by, tipId, action)
      if (status !== 200) throw new Error(`${action.kind}: ${JSON.stringify(body)}`)
    }
  }

  const follow = (receipt: Receipt, by: Caller = passerBy()) =>
    by.call(routes.followTip, { body: { number: receipt.number, secret: receipt.secret } })

  return { passerBy, sendPhoto, send, tip, read, act, did, follow }
}
