import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { routes as identityRoutes } from '../../contexts/identity/contract/index.ts'
import type { Route, RouteCall } from '../../kernel/contract.ts'
import { phonePhoto } from '../../platform/evidence/testFiles.ts'
import { openClient, type Answer, type Client } from '../client.ts'
import { addressOf, killAnlan, startAnlan, stopAnlan, type Anlan } from './anlan.ts'
import { projectFolder } from './installedCopy.ts'

/** The product with its sample on a data folder of its own, reached as its clients reach it, and killed as a power cut would. */
export type Site = {
  readonly folder: string
  signIn(login: string): Promise<{ readonly personId: string; readonly organisationId: string }>
  call<R extends Route>(login: string, route: R, input: RouteCall<R>, key?: string): Promise<Answer<R>>
  /** Somebody at the API who has signed in. */
  client(login: string): Client
  /** Kills server and database as a power cut would, and starts them again. */
  powerCut(): Promise<void>
  /** Uploads a new photo and answers its id. */
  photo(login: string): Promise<string>
  /**
   * Does something across a power cut: server and database are killed, in turn just after the answer and while it is on
   * its way; then they start again, and the same request with the same key is sent once more. The answer to that one.
   */
  across<R extends Route>(login: string, route: R, input: RouteCall<R>): Promise<Answer<R>>
  command(...args: readonly string[]): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>
  stop(): Promise<void>
  remove(): Promise<void>
}

const passwordIn = async (anlan: Anlan): Promise<string> => {
  for (;;) {
    const found = /sample account: (\S+)/.exec(anlan.said().stdout)?.[1]
    if (found !== undefined) return found
    await pause(50)
  }
}

export const openSite = async (): Promise<Site> => {
  const folder = await mkdtemp(join(tmpdir(), 'anlan-site-'))
  const start = (): Anlan => startAnlan({ from: projectFolder, env: { ANLAN_DATA: folder, ANLAN_SAMPLE: 'on' } })
  let anlan = start()
  let address = await addressOf(anlan)
  const password = await passwordIn(anlan)
  const clients = new Map<string, Client>()
  const at = (login: string): Client => {
    const client = clients.get(login) ?? openClient(() => address)
    clients.set(login, client)
    return client
  }
  let deeds = 0
  let photos = 0

  const killed = async (): Promise<void> => killAnlan(anlan, folder)
  const startAgain = async (): Promise<void> => {
    anlan = start()
    address = await addressOf(anlan)
  }

  return {
    folder,
    client: at,
    powerCut: async () => {
      await killed()
      await startAgain()
    },
    call: (login, route, input, key) => at(login).call(route, input, key),
    signIn: async (login) => {
      const { status } = await at(login).signIn(login, password)
      expect([login, status < 300]).toEqual([login, true])
      const { body } = await at(login).call(identityRoutes.me, {})
      return { personId: body.person.id, organisationId: body.post.organisationId }
    },
    photo: async (login) => at(login).upload('现场.jpg', new Uint8Array(await phonePhoto(320, 240, (photos += 1)))),
    across: async (login, route, input) => {
      deeds += 1
      const waits = deeds % 2 === 0
      const key = randomUUID()
      const sent = at(login)
        .call(route, input, key)
        .then(
          (answer) => answer,
          () => null,
        )
      if (waits) await sent
      else await pause(4 * (deeds % 8))
      await killed()
      const first = await sent
      await startAgain()
      const second = await at(login).call(route, input, key)
      // What was acknowledged stands: the same answer, word for word.
      if (waits) expect(first).not.toBeNull()
      if (first !== null) expect(second).toEqual(first)
      return second
    },
    command: async (...args) => {
      const run = startAnlan({ from: projectFolder, env: { ANLAN_DATA: folder }, args })
      const { code } = await run.ended
      return { code, ...run.said() }
    },
    stop: () => stopAnlan(anlan),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
