import { describe, expect, it } from 'vitest';
import { isTwilioSigned, twilioSignature } from './twilio-signature';

// the example of Twilio's documentation (Security, "Validating signatures from Twilio")
const URL = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const FORM = new URLSearchParams({
  ...{ Digits: '1234', To: '+18005551212', From: '+14158675310' },
  ...{ Caller: '+14158675310', CallSid: 'CA1234567890ABCDE' },
});

describe('the signature of a webhook', () => {
  it('is the one that the documentation shows', () => {
    expect(twilioSignature('12345', URL, FORM)).toBe('GvWf1cFY/Q7PnoempGyD5oXAezc=');
  });

  it.each([
    ['nothing', undefined],
    ['nothing at all', ''],
    ['another length', 'x'],
    ['another one', 'GvWf1cFY/Q7PnoempGyD5oXAezd='],
  ])('does not hold when it is %s', (_, sent) => {
    expect(isTwilioSigned('12345', [URL], FORM, sent)).toBe(false);
  });

  it('holds for one of the addresses that a door has', () => {
    expect(
      isTwilioSigned('12345', ['https://mycompany.com/', URL], FORM, 'GvWf1cFY/Q7PnoempGyD5oXAezc='),
    ).toBe(true);
  });
});
