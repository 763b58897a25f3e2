import type { ReactNode } from 'react'
import { PageHead, type Crumb } from '../../../ui/Page.tsx'
import { Read, type ReadProps } from '../../../ui/states.tsx'

/** A record that is read: until it is there, and where it is not, the page is still named and leads back to its list. */
export const RecordRead = <Value,>({
  query,
  title,
  list,
  children,
}: Pick<ReadProps<Value>, 'query'> & { title: string; list: Crumb; children: (value: Value) => ReactNode }) => (
  <>
    {query.data === undefined ? <PageHead crumbs={[list]} title={title} /> : null}
    <Read query={query} rows={8} what={title}>
      {children}
    </Read>
  </>
)
