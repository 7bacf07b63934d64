/** How a website's server signs who is signed in; docs/widget.md has the same. */
export const SERVER_SAMPLES = {
  Node: `import { createHmac } from 'node:crypto';

const hash = createHmac('sha256', process.env.HELPDESK_SECRET)
  .update(\`\${user.id}\\n\${user.email}\`)
  .digest('hex');`,
  PHP: `$hash = hash_hmac('sha256', $user->id . "\\n" . $user->email,
  getenv('HELPDESK_SECRET'));`,
  Python: `import hashlib, hmac, os

hash = hmac.new(os.environ["HELPDESK_SECRET"].encode(),
  f"{user.id}\\n{user.email}".encode(), hashlib.sha256).hexdigest()`,
} as const;

export const PAGE_SAMPLE = `<script>
  (window.Helpdesk ||= []).push(['identify', {
    id: '…', email: '…', name: '…', hash: '…'
  }]);
</script>`;
