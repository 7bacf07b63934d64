'use client';
import { useStaff } from '../desk-context';
import { useAfterAct } from './after-act';
import { commandContext } from './command-context';

/**
 * Leaves a ticket that was dealt with, as its person chose. Answers whether he is elsewhere now: not when he wants to
 * stay, nor when he has opened another ticket meanwhile.
 */
export function useGoOn(): (number: number) => boolean {
  const { me } = useStaff();
  const [choice] = useAfterAct(me.id);
  return (number) => {
    const { opened, list, desk } = commandContext();
    if (choice === 'stay' || opened?.tickets[0]?.number !== number) return false;
    if (choice === 'next' && list?.leave) list.leave(number);
    else desk?.back?.();
    return true;
  };
}
