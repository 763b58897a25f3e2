import { createContext, use } from 'react'

/** One post of a person: the place and the organisation he or she acts for. */
export type SessionPost = {
  readonly id: string
  readonly title: string
  readonly organisationName: string
  readonly regionCode: string
  /** The names of the regions from the province down to the post's own. */
  readonly regionPath: readonly string[]
  readonly roles: readonly string[]
}

/** Who works here, in which post, and what that post may do. */
export type Session = {
  readonly person: { readonly id: string; readonly name: string }
  readonly post: SessionPost
  readonly posts: readonly SessionPost[]
  readonly actions: ReadonlySet<string>
}

/** Filled by the shell around every page that needs a sign-in. */
export const SessionContext = createContext<Session | null>(null)

/** The session; throws where no one has signed in, which only the sign-in page and the gallery may meet. */
export const useSession = (): Session => {
  const session = use(SessionContext)
  if (!session) throw new Error('No session: this part belongs on a page for those who have signed in')
  return session
}

/** Whether the present post may do this action (`noun.verb`); undefined asks for nothing. */
export const useMay = (action: string | undefined): boolean => {
  const session = use(SessionContext)
  return action === undefined || (session?.actions.has(action) ?? false)
}
