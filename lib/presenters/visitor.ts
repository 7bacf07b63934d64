import type { VisitorDto } from '../schemas/visitor';

/** A browser on a website. Made by `visitorRow`. */
export interface VisitorRow {
  id: string;
  widget_id: string;
  /** As it was made or joined; whom it was merged into is `customer_id`. */
  person_id: string | null;
  customer_id: string | null;
  nonce: string;
  name: string | null;
  email: string | null;
  email_confirmed: boolean;
  identity_id: string | null;
  joined_at: Date | null;
  locale: string;
}

export const presentVisitor = (row: VisitorRow): VisitorDto => ({
  id: row.id,
  name: row.name,
  email: row.email,
  is_identified: row.identity_id !== null,
  email_confirmed: row.email_confirmed,
});
