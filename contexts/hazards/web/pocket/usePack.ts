import { useCallback, useEffect, useState } from 'react'
import { call, ConnectionLost, RefusalError } from '../../../../ui/api.ts'
import { networkNow, useNetwork } from '../../../../ui/network.ts'
import { usePocket, type Pocket } from '../../../../ui/outbox/context.ts'
import { takeFaces } from '../../../../ui/pocket/faces.ts'
import { createState, useStateOf } from '../../../../ui/state.ts'
import { pocketRoutes } from '../../contract/pocketRoutes.ts'
import { addToPack, keepPack, renewPack, type KeptPack } from './packShape.ts'

export type PackInHand = {
  /** Undefined until the phone's own copy is read; null where there is none. */
  readonly pack: KeptPack | null | undefined
  readonly loading: boolean
  readonly problem: unknown
}

type State = PackInHand & { readonly of: string }

const nothing: State = { of: '', pack: undefined, loading: false, problem: null }
const state = createState<State>(nothing)

/** A pack is asked for anew when it is older than this and the phone has network. */
const freshMilliseconds = 10 * 60_000

const nameOf = ({ owner }: Pocket): string => `hazards.pack/${owner.personId}/${owner.postId}`

const tell = (pocket: Pocket, change: Partial<PackInHand>): void => {
  const of = nameOf(pocket)
  const held = state.get()
  state.set({ ...(held.of === of ? held : nothing), of, ...change })
}

const keepIt = async (pocket: Pocket, pack: KeptPack): Promise<void> => {
  await pocket.box.savePack(nameOf(pocket), pack)
  tell(pocket, { pack, problem: null })
  takeFaces(JSON.stringify(pack)).catch(() => {
    // The line was lost on the way: the phone's own face stands in for what did not come.
  })
}

const readKept = async (pocket: Pocket): Promise<KeptPack | null> =>
  ((await pocket.box.pack(nameOf(pocket))) as KeptPack | undefined) ?? null

/** Brings the pack anew; without network the one on the phone stands. */
const renew = async (pocket: Pocket): Promise<void> => {
  if (state.get().loading) return
  tell(pocket, { loading: true, problem: null })
  try {
    const sent = await call(pocketRoutes.fieldPack, { query: {} })
    await keepIt(pocket, renewPack(await readKept(pocket), keepPack(sent), Date.now()))
  } catch (problem) {
    if (!(problem instanceof ConnectionLost || problem instanceof RefusalError)) throw problem
    tell(pocket, { problem })
  } finally {
    tell(pocket, { loading: false })
  }
}

/** Adds one unit that was scanned or opened; false where the server knows none of that id in the person's scope. */
const add = async (pocket: Pocket, unitId: string): Promise<boolean> => {
  const sent = await call(pocketRoutes.fieldPack, { query: { unitId } })
  if (sent.units.length === 0) return false
  const held = await readKept(pocket)
  const former = held?.units[unitId]
  const more = keepPack(sent, former && former.addedAt === null ? null : new Date().toISOString())
  await keepIt(pocket, held ? addToPack(held, more) : more)
  return true
}

/** What the phone holds to work without signal, and how old it is. */
export const usePack = (): PackInHand & { readonly renew: () => void } => {
  const pocket = usePocket()
  const { online } = useNetwork()
  const held = useStateOf(state)
  const mine = held.of === nameOf(pocket) ? held : nothing
  useEffect(() => {
    let left = false
    const begin = async (): Promise<void> => {
      const now = state.get()
      if (now.of === nameOf(pocket) && now.pack !== undefined) return
      const kept = await readKept(pocket)
      if (left) return
      tell(pocket, { pack: kept })
    }
    void begin()
    return () => {
      left = true
    }
  }, [pocket])
  const { pack } = mine
  useEffect(() => {
    if (pack === undefined || !online || !networkNow().online) return
    if (pack === null || Date.now() - Date.parse(pack.madeAt) > freshMilliseconds) void renew(pocket)
  }, [pack, online, pocket])
  return {
    ...mine,
    renew: useCallback(() => void renew(pocket), [pocket]),
  }
}

type Anew = { readonly unitId: string; readonly turn: number; readonly known: boolean | null; readonly problem: unknown }

/** Asks for a unit anew each time its page is opened with network; without it, the one on the phone stands. */
export const useUnitAnew = (
  unitId: string,
): { readonly fetching: boolean; readonly known: boolean | null; readonly problem: unknown; readonly again: () => void } => {
  const pocket = usePocket()
  const { online } = useNetwork()
  const [turn, setTurn] = useState(0)
  const [told, setTold] = useState<Anew | null>(null)
  const ready = useStateOf(state).pack !== undefined
  useEffect(() => {
    if (!online || !ready) return
    let left = false
    add(pocket, unitId).then(
      (known) => {
        if (!left) setTold({ unitId, turn, known, problem: null })
      },
      (problem: unknown) => {
        if (!left) setTold({ unitId, turn, known: null, problem })
      },
    )
    return () => {
      left = true
    }
  }, [pocket, unitId, online, ready, turn])
  const mine = told?.unitId === unitId && told.turn === turn ? told : null
  return {
    fetching: online && mine === null,
    known: mine?.known ?? null,
    problem: mine?.problem ?? null,
    again: () => setTurn(turn + 1),
  }
}
