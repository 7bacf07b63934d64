import { expect, test } from 'vitest';
import { withMentions } from './with-mentions';

test.each([
  ['<p>ask @Bo Li now</p>', ['Bo Li'], '<p>ask <strong class="mention">@Bo Li</strong> now</p>'],
  [
    '<a href="https://x.test/@Bo">@Bo</a>',
    ['Bo'],
    '<a href="https://x.test/@Bo"><strong class="mention">@Bo</strong></a>',
  ],
  ['<p>@R&amp;D &lt;b&gt;</p>', ['R&D'], '<p><strong class="mention">@R&amp;D</strong> &lt;b&gt;</p>'],
  ['<p>@Bob</p>', ['Bo'], '<p>@Bob</p>'],
  ['<p>@Bo</p>', [], '<p>@Bo</p>'],
])('%s', (html, names, told) => expect(withMentions(html, names)).toBe(told));
