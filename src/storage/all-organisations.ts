/** The organisation of rows that concern all of them and hold no person: they lie in partitions of this name. */
export const ALL_ORGANISATIONS = 'alla organisationer';
