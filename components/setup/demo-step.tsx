'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { ExampleData } from './example-data';
import { StepFoot } from './step-foot';

export function DemoStep({ onBack }: { onBack: () => void }) {
  const t = useTranslations('setup');
  return (
    <>
      <ExampleData />
      <StepFoot>
        <Link href="/desk" className={buttonStyle({ variant: 'primary', size: 'large' })}>
          {t('demo.finish')}
        </Link>
        <Button variant="quiet" size="large" className="ms-auto" onClick={onBack}>
          {t('back')}
        </Button>
      </StepFoot>
    </>
  );
}
