import createNextIntlPlugin from 'next-intl/plugin';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // S2's paths end in a slash; both forms answer, without a redirect
  skipTrailingSlashRedirect: true,
  // `npm test` type-checks everything; a build must not stop on a test's types
  typescript: { ignoreBuildErrors: true },
  // browsers look for a tab's icon again whenever its address changes, which in the desk every J does
  headers: async () => [
    {
      source: '/:name(icon|icon-unread).svg',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=86400' }],
    },
  ],
  serverExternalPackages: [
    'pg',
    'bullmq',
    'pino',
    '@node-rs/argon2',
    'ioredis',
    'socket.io',
    'rate-limiter-flexible',
    'prom-client',
    '@aws-sdk/client-s3',
    'file-type',
    'web-push',
  ],
};

export default createNextIntlPlugin({
  requestConfig: './i18n/request.ts',
  // messages are taken apart while the product is built: browsers get what fills them in, and no parser
  experimental: { messages: { path: './messages', format: 'json', locales: 'infer', precompile: true } },
})(config);
