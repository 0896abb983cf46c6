/** Somebody who has the survey's card: that, and nothing of whether it was answered. */
export interface Invitation {
  readonly organisation: string;
  readonly tertial: string;
  readonly person: string;
  readonly case: string;
  readonly department: string;
}

/** How many got the survey in a tertial: kept when the invitations themselves are gone. */
export interface Invited {
  readonly total: number;
  readonly departments: Readonly<Record<string, number>>;
}

/** Where invitations are kept; provided by storage/. */
export interface InvitationStore {
  /** Once for a person and tertial, however often it is called; one in a tertial beside it, from before the dates moved, is taken back. */
  invite(invitation: Invitation): Promise<void>;
  find(organisation: string, tertial: string, person: string): Promise<Invitation | undefined>;
  /** The survey is closed for the person: the invitation goes, its count stays. Nothing happens when it is gone already. */
  close(organisation: string, tertial: string, person: string): Promise<void>;
  /** It was never meant: the person does not leave. */
  takeBack(organisation: string, tertial: string, person: string): Promise<void>;
  invited(organisation: string, tertial: string): Promise<Invited>;
  /** All that are not closed, of whatever tertial. */
  open(organisation: string): AsyncIterable<Invitation>;
}
