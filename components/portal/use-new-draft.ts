'use client';
import { useDraft } from './use-draft';

interface NewDraft {
  subject: string;
  description: string;
}

/** The request that this person is about to write. */
export function useNewDraft(meId: string) {
  const [subject, setSubject] = useDraft(`${meId}:new:subject`);
  const [description, setDescription] = useDraft(`${meId}:new:description`);
  const set = (next: NewDraft) => {
    setSubject(next.subject);
    setDescription(next.description);
  };
  return { subject, description, setSubject, setDescription, set };
}
