'use client';
import { useTranslations } from 'next-intl';
import { parseAsInteger, useQueryState } from 'nuqs';
import { useEffect, useRef } from 'react';
import { AuthHeading } from '@/components/auth/auth-heading';
import type { SetupDto } from '@/lib/schemas/setup';
import { DemoStep } from './demo-step';
import { InviteStep } from './invite-step';
import { ReachStep } from './reach-step';
import { STEPS } from './steps';

const NAMES = { 2: 'reach', 3: 'invite', 4: 'demo' } as const;
type Step = keyof typeof NAMES;

/** What follows the first account. The step stands in the address: one can leave, come back, and go back. */
export function SetupSteps({ setup }: { setup: SetupDto }) {
  const t = useTranslations('setup');
  const [asked, setStep] = useQueryState(
    'step',
    parseAsInteger.withDefault(2).withOptions({ history: 'push' }),
  );
  const step: Step = asked === 3 || asked === 4 ? asked : 2;
  const heading = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    // a new step is a new page for whoever listens to it
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  const go = (to: Step) => void setStep(to);
  return (
    <>
      <div ref={heading} tabIndex={-1} className="outline-none">
        <AuthHeading title={t(`${NAMES[step]}.title`)} step={t('step', { step, of: STEPS })}>
          {t(`${NAMES[step]}.lead`)}
        </AuthHeading>
      </div>
      {step === 2 ? <ReachStep setup={setup} onNext={() => go(3)} /> : null}
      {step === 3 ? <InviteStep onNext={() => go(4)} onBack={() => go(2)} /> : null}
      {step === 4 ? <DemoStep onBack={() => go(3)} /> : null}
    </>
  );
}
