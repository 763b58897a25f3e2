import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from '../../ui/query.ts'
import { createShellRouter } from './router.tsx'
import { rooms } from './rooms.ts'
import '../../ui/tokens.css'
import '../../ui/base.css'
import 'virtual:face/common.css'
import './shell.css'

const page = document.getElementById('app')
if (!page) throw new Error('index.html has no #app')

const client = createQueryClient()
createRoot(page).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={createShellRouter(rooms, client)} />
    </QueryClientProvider>
  </StrictMode>,
)

// The rarer characters of the face; the page is drawn without waiting for them.
void import('virtual:face/rare.css')
