import { createServer, type Server } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import type { Question } from '#lib/question/question.ts';

/** The limit: one page written by hand, everything in it, nothing else to fetch. */
export async function serveBarePage(title: string, questions: readonly Question[]): Promise<BarePage> {
	const html = pageOf(title, questions);
	const body = brotliCompressSync(html);
	const server = createServer((request, response) => {
		if (request.url !== '/set') return void response.writeHead(404).end();
		response.writeHead(200, {
			'content-type': 'text/html; charset=utf-8',
			'content-encoding': 'br',
			'content-length': body.length,
			'cache-control': 'no-cache'
		});
		response.end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		address: `http://localhost:${portOf(server)}/set`,
		bytes: body.length,
		close: () => void server.close()
	};
}

export interface BarePage {
	address: string;
	/** On the wire. */
	bytes: number;
	close(): void;
}

function portOf(server: Server): number {
	const address = server.address();
	return typeof address === 'object' && address ? address.port : 0;
}

function pageOf(title: string, questions: readonly Question[]): string {
	const asked = questions.map((question) => ({
		stem: question.stem,
		several: question.type === 'multiple-choice',
		options: 'options' in question ? question.options : ['正确', '错误'],
		key: question.key,
		explanation: question.explanation
	}));
	const data = JSON.stringify(asked).replaceAll('<', '\\u003c');
	return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
body{margin:0 auto;max-width:40rem;padding:1rem;background:#faf7f0;color:#1c1a17;font:1rem/1.6 sans-serif}
fieldset{border:0;padding:0}legend{font-size:1.125rem}
label{display:block;margin:.6rem 0;padding:.8rem;border:1px solid #ccc;border-radius:14px;background:#fff}
button{width:100%;min-height:48px;border:0;border-radius:999px;background:#1c1a17;color:#fff;font-size:1rem}
</style>
<h1>${escapeHtml(title)}</h1>
<form><fieldset><legend></legend><div></div></fieldset><button>看看对不对</button><p></p></form>
<script>
const asked = ${data};
const form = document.querySelector('form');
let at = 0, right = 0, isChecked = false;
function show() {
  const question = asked[at];
  isChecked = false;
  form.querySelector('legend').textContent = (at + 1) + ' / ' + asked.length + ' ' + question.stem;
  form.querySelector('div').replaceChildren(...question.options.map((text, value) => {
    const label = document.createElement('label');
    const input = document.createElement('input');
    Object.assign(input, { type: question.several ? 'checkbox' : 'radio', name: 'choice', value });
    label.append(input, ' ', text);
    return label;
  }));
  form.querySelector('button').textContent = '看看对不对';
  form.querySelector('p').textContent = '';
}
form.onsubmit = (event) => {
  event.preventDefault();
  if (isChecked) { at += 1; if (at < asked.length) show(); else form.textContent = right + ' / ' + asked.length; return; }
  const given = new FormData(form).getAll('choice').map(Number);
  const { key, explanation } = asked[at];
  const keys = typeof key === 'boolean' ? [key ? 0 : 1] : [].concat(key);
  const isRight = String(given) === String(keys);
  if (isRight) right += 1;
  isChecked = true;
  form.querySelector('p').textContent = (isRight ? '正确' : '不对') + ' ' + (explanation ?? '');
  form.querySelector('button').textContent = '下一题';
};
show();
</script>
</html>`;
}

function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
