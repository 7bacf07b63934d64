'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ApiError } from '@/components/data/api-error';
import { useUnmergeCustomer } from '@/components/data/use-customer-merge';
import { useProblemText } from '@/components/data/use-problem-text';
import { toast } from '@/components/ui/toast';

/** Why two customers were not merged or parted, in the reader's words. */
export function useCustomerMergeProblem(): (error: unknown) => string {
  const t = useTranslations('customers.merge.problem');
  const { problem } = useProblemText();
  return (error) => {
    const key = (error instanceof ApiError ? error.code : '') as Parameters<typeof t>[0];
    return key && t.has(key) ? t(key) : problem(error);
  };
}

/** Parts a customer from the one whom he was merged into, says so, and shows him. */
export function usePartCustomers() {
  const t = useTranslations('customers.merge');
  const router = useRouter();
  const problem = useCustomerMergeProblem();
  const unmerge = useUnmergeCustomer();
  // a promise: the screen that asked may be gone by then
  const part = (id: string) =>
    unmerge.mutateAsync(id).then(
      (customer) => {
        toast.success(t('parted', { name: customer.name }));
        router.push(`/customers/${customer.id}`);
      },
      (error) => toast.error(t('partFailed'), { description: problem(error) }),
    );
  return { part, isPending: unmerge.isPending };
}
