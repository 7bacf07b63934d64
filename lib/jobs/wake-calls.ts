import { newId } from '../clock';
import { addJobs } from './queue';

/** Somebody is on the line: what is to be told to a provider is told at once. Without the job, a sweep does it within seconds. */
export const wakeCalls = (): void =>
  void addJobs([{ name: 'work-calls', payload: {}, id: `${newId()}-calls` }]).catch(() => {});
