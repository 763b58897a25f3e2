import { randomUUID } from 'node:crypto'
import { systemActor, type Role } from '../../kernel/actor.ts'
import { chanceOf } from '../../kernel/chance.ts'
import { ok } from '../../kernel/result.ts'
import { routes } from '../../contexts/identity/contract/index.ts'
import { governsRegion, type OrganisationKind } from '../../contexts/identity/rules/organisations.ts'
import { insertOrganisation } from '../../contexts/identity/server/organisationStore.ts'
import { hashOfNobody, hashPassword } from '../../contexts/identity/server/passwords.ts'
import { insertAccount, insertPerson, updateAccount } from '../../contexts/identity/server/personStore.ts'
import { insertPost, updatePost } from '../../contexts/identity/server/postStore.ts'
import { creditCode, residentNumber } from '../../contexts/identity/server/sample/numbers.ts'
import { transact, type Tx } from '../../platform/database/transaction.ts'
import type { Answered, Caller, TestHouse } from './testHouse.ts'

/** Numbers that nobody else in the house has. */
export const newPhone = (): string => `199${String(chanceOf(randomUUID()).integer(0, 99_999_999)).padStart(8, '0')}`
export const newIdentityNumber = (): string => residentNumber(chanceOf(randomUUID()), '330114')
export const newUscc = (): string => creditCode(chanceOf(randomUUID()), '330114')
export const newLogin = (): string => `test-${randomUUID().slice(0, 12)}`

export type NewOrganisation = {
  readonly kind?: OrganisationKind
  readonly regionCode?: string
  readonly name?: string
  readonly parentId?: string | null
  readonly alsoReportsToId?: string | null
  readonly openedOn?: string
}

export type NewSeat = {
  readonly organisationId?: string
  readonly kind?: OrganisationKind
  readonly regionCode?: string
  /** The region the post answers for; that of its organisation where absent. */
  readonly scopeRegion?: string
  readonly roles?: readonly Role[]
}

export type NewPerson = NewSeat & {
  readonly name?: string
  readonly identityNumber?: string
  readonly phone?: string
  readonly login?: string
  /** None: an account that no password opens. */
  readonly password?: string
  readonly passwordChangedAt?: string
  readonly mustChange?: boolean
}

export type Seat = { readonly organisationId: string; readonly postId: string }
export type Seated = Seat & { readonly personId: string; readonly login: string }

export type SignedIn = { readonly answer: Answered; readonly token: string; readonly caller: Caller }

/** Makes what a test needs, each record its own, so that no test leans on another. */
export type Stage = {
  /** As the product itself, in a transaction that stands. */
  inTx<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value>
  /** As the owner of the database, behind the product's back. */
  rows<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>
  organisation(wanted?: NewOrganisation): Promise<string>
  person(wanted?: NewPerson): Promise<Seated>
  /** One more post for somebody. */
  post(personId: string, wanted?: NewSeat): Promise<Seat>
  /** The caller of a post of somebody, without the cost of the password. */
  callerOf(seated: Pick<Seated, 'personId' | 'postId'>): Promise<Caller>
  /** Somebody new in these roles, at the doorway. */
  actor(roles: readonly Role[], wanted?: NewPerson): Promise<Seated & { readonly caller: Caller }>
  /** Signs in with a password from an address of its own. */
  signIn(login: string, password: string): Promise<SignedIn>
  /** The tables of the house that hold the text, in whatever column. */
  tablesThatHold(text: string): Promise<readonly string[]>
}

const county = '330114'

export const openStage = (house: TestHouse): Stage => {
  const hashes = new Map<string, Promise<string>>()
  const hashOf = (password: string | undefined): Promise<string> => {
    if (password === undefined) return Promise.resolve(hashOfNobody)
    const hash = hashes.get(password) ?? hashPassword(password)
    hashes.set(password, hash)
    return hash
  }
  const rows = async <Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await house.services.database.pool.query(text, [...values])).rows as Row[]
  const inTx = async <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> => {
    const done = await transact(house.services, { actor: systemActor('test') }, async (tx) => ok(await work(tx)))
    if (!done.ok) throw new Error('the test could not set its stage')
    return done.value
  }
  const organisationIn = (
    tx: Tx,
    { kind = 'department', regionCode = county, name, parentId = null, alsoReportsToId = null, openedOn = '2026-01-01' }: NewOrganisation,
  ) =>
    insertOrganisation(tx, {
      kind,
      name: name ?? `试验单位 ${randomUUID()}`,
      short_name: '试验单位',
      uscc: null,
      line: kind === 'department' ? 'emergency' : null,
      recorded_region: regionCode,
      region_code: regionCode,
      parent_id: parentId,
      also_reports_to: alsoReportsToId,
      opened_on: openedOn,
    })
  const seatIn = async (
    tx: Tx,
    personId: string,
    { organisationId, kind = 'department', regionCode = county, scopeRegion, roles = [] }: NewSeat & { organisationId: string },
  ): Promise<Seat> => {
    const postId = await insertPost(tx, {
      personId,
      organisationId,
      regionCode,
      title: '试验岗位',
      scopeRegion: scopeRegion ?? regionCode,
      ownOrganisationOnly: !governsRegion(kind),
      startsOn: '2026-01-01',
    })
    if (roles.length > 0) await updatePost(tx, postId, { roles: [...roles], roles_granted_at: tx.at })
    return { organisationId, postId }
  }
  const person = async (wanted: NewPerson = {}): Promise<Seated> => {
    const { regionCode = county, name = '试验人员', identityNumber, phone, password, passwordChangedAt, mustChange = false } = wanted
    const hash = await hashOf(password)
    const login = wanted.login ?? newLogin()
    return inTx(async (tx) => {
      const organisationId = wanted.organisationId ?? (await organisationIn(tx, wanted))
      const personId = await insertPerson(tx, {
        name,
        organisationId,
        regionCode,
        joinedOn: '2026-01-01',
        numbers: { identityNumber: identityNumber ?? null, phone: phone ?? null },
      })
      await insertAccount(tx, personId, login, hash)
      await updateAccount(tx, personId, {
        must_change_password: mustChange,
        ...(passwordChangedAt === undefined ? {} : { password_changed_at: passwordChangedAt }),
      })
      return { personId, login, ...(await seatIn(tx, personId, { ...wanted, organisationId })) }
    })
  }
  const callerOf: Stage['callerOf'] = ({ personId, postId }) => house.inPost(personId, postId)
  return {
    inTx,
    rows,
    organisation: (wanted = {}) => inTx((tx) => organisationIn(tx, wanted)),
    person,
    post: (personId, wanted = {}) =>
      inTx(async (tx) => seatIn(tx, personId, { ...wanted, organisationId: wanted.organisationId ?? (await organisationIn(tx, wanted)) })),
    callerOf,
    actor: async (roles, wanted = {}) => {
      const seated = await person({ ...wanted, roles })
      return { ...seated, caller: await callerOf(seated) }
    },
    signIn: async (login, password) => {
      const answer = await house.withToken('nobody').call(routes.signIn, { body: { login, password } })
      const cookie = [answer.headers['set-cookie']].flat().find((part) => typeof part === 'string')
      const token = /^anlan_session=([^;]+)/.exec(cookie ?? '')?.[1] ?? ''
      return { answer, token, caller: house.withToken(token) }
    },
    tablesThatHold: async (text) => {
      const tables = await rows<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
      )
      const held: string[] = []
      for (const { name } of tables) {
        // A row as text shows every column, JSON and bytes included; bytes are in hex there.
        const found = await rows(
          `select from ${name} as held where strpos(held::text, $1) > 0 or strpos(held::text, encode(convert_to($1, 'UTF8'), 'hex')) > 0 limit 1`,
          [text],
        )
        if (found.length > 0) held.push(name)
      }
      return held
    },
  }
}
