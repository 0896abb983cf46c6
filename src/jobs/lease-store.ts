/** Who holds something of a name, and until when. */
export interface Lease {
  readonly name: string;
  readonly holder: string;
  readonly until: Date;
}

export interface StoredLease {
  readonly lease: Lease;
  readonly version: string;
}

export interface LeaseStore {
  find(name: string): Promise<StoredLease | undefined>;
  /** Throws `storage_conflict` when the lease changed since it was read, or is there though none was. */
  save(lease: Lease, before: StoredLease | undefined): Promise<void>;
}
