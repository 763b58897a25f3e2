import { auditCommand } from '../platform/audit/command.ts'
import { auditMigrations } from '../platform/audit/migrations.ts'
import { migrate } from '../platform/database/migrate.ts'
import { besideServer, print } from './besideServer.ts'

/** `npm run anlan -- audit …` */
export const runAudit = (args: readonly string[]): Promise<number> =>
  besideServer(
    (url) => migrate(url, [auditMigrations]),
    (services) => auditCommand([...args], { ...services, print }),
  )
