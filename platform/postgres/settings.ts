import { totalmem } from 'node:os'

/** Server settings by name, as `postgresql.conf` would have them. */
export type ServerSettings = Readonly<Record<string, string>>

const megabyte = 1_048_576

/** True of every server we start, whatever it is for. */
const always: ServerSettings = {
  // Only this machine, and no socket file: a socket's path may be at most 107 bytes long,
  // which a project folder with a Chinese name soon exceeds.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Compiling a plan costs more than it saves for queries that last milliseconds.
  jit: 'off',
  // A message may quote the row that it is about: keep personal data out of the log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_line_prefix: '%m [%p] ',
}

/**
 * Settings of the product's server. They are given on the command line at every start, so
 * that a new release changes them without writing into the data folder.
 *
 * @param memoryBytes memory this process may use; by default that of the machine or container
 */
export function productSettings(memoryBytes: number = usableMemoryBytes()): ServerSettings {
  // A quarter of memory is PostgreSQL's own advice; past 1 GB the rest is better left to the
  // application and the file cache. The default of 128 MB holds a small town only.
  const sharedBuffersMb = clamp(Math.floor(memoryBytes / 4 / megabyte), 64, 1024)
  return {
    ...always,
    shared_buffers: `${sharedBuffersMb}MB`,
    effective_cache_size: `${clamp(Math.floor(memoryBytes / 2 / megabyte), 128, 65_536)}MB`,
    maintenance_work_mem: `${clamp(Math.floor(sharedBuffersMb / 4), 32, 256)}MB`,
    work_mem: '16MB',
    max_connections: '100',
    // What was acknowledged is on the disk. These are the defaults, said aloud.
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    max_wal_size: '2GB',
    // Data folders live on solid disks, where a random page costs little more than the next one.
    random_page_cost: '1.1',
    // The server writes its own log, so it survives this process. One file a weekday, each
    // emptied when its day comes round: seven days, and never more.
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgres-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    log_checkpoints: 'off',
    cluster_name: 'anlan',
  }
}

/** Settings of a server that lives as long as one test run and whose loss harms nobody. */
export const testSettings: ServerSettings = {
  ...always,
  shared_buffers: '128MB',
  max_connections: '200',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '2GB',
  // Fewer processes for two cores.
  io_method: 'sync',
  max_parallel_workers_per_gather: '0',
  // A vacuum that is busy in a template keeps it from being cloned.
  autovacuum: 'off',
  cluster_name: 'anlan-test',
}

/** The memory of the machine, or of the container when it is given less. */
function usableMemoryBytes(): number {
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(value, lowest), highest)
}
