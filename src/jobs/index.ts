export type { Claim, Job, JobData, NewJob, Recurrence } from './job.js';
export type { DueJob, JobStore, StoredJob } from './job-store.js';
export { createJobs, type Jobs, type Scheduled } from './jobs.js';
export { createLeases, type Leases } from './leases.js';
export type { Lease, LeaseStore, StoredLease } from './lease-store.js';
export type { JobHandler, JobLog } from './run-job.js';
export { createScheduler, type Scheduler, type SchedulerOptions } from './scheduler.js';
