// Who may do what: reading, deciding in review, and administering (adding documents).
export const ROLES = ['read', 'review', 'administer'] as const;
export type Role = (typeof ROLES)[number];

/** Each role may do what those before it may. */
export const may = (has: Role, needs: Role): boolean => ROLES.indexOf(has) >= ROLES.indexOf(needs);

export interface User {
  /** Stands in the review journal. */
  readonly name: string;
  readonly role: Role;
}
