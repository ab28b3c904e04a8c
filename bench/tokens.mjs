// Counting tokens, beside the tokenizers themselves, in one process; each is loaded before it is measured.
//
//   npm run tokens -- [rounds]
import { setImmediate as nextTurn } from 'node:timers/promises';
import { countTokens as countWithGptTokenizer } from 'gpt-tokenizer/encoding/o200k_base';
import { getEncoding } from 'js-tiktoken';
import { get_encoding } from 'tiktoken';
import {
  createTokenCalculator,
  estimateTokens,
  preloadTokenizers,
} from '../packages/token-calculator/dist/index.js';

const rounds = Number(process.argv[2] ?? 3);
const model = 'gpt-4o';
/** Characters in one run: the time of the bare tokenizers grows with the square. */
const patience = 5_000;

await preloadTokenizers([model]);
const tiktoken = get_encoding('o200k_base');
const jsTiktoken = getEncoding('o200k_base');

const contenders = {
  async countTokens(text) {
    const { countTokens } = createTokenCalculator({ memoCharacters: 0 });
    return (await countTokens(text, { model })).tokens;
  },
  estimateTokens: (text) => estimateTokens(text),
  tiktoken: (text) => tiktoken.encode_ordinary(text).length,
  'js-tiktoken': (text) => jsTiktoken.encode(text, [], []).length,
  'gpt-tokenizer': (text) => countWithGptTokenizer(text),
};

const sentence =
  'The committee approved the revised budget after a long discussion about staffing. ';
const megabyte = 1_000_000;
const fill = (part, length) => part.repeat(Math.ceil(length / part.length)).slice(0, length);
const chinese = Array.from({ length: 5000 }, (_, index) =>
  String.fromCharCode(0x4e00 + ((index * 7919) % 3000)),
).join('');

await measureTexts();
await measureConversation();

/** CPU in milliseconds, the best of some rounds; `held` is the longest time between two turns of the loop. */
async function measure(work) {
  let best = { cpuMs: Number.POSITIVE_INFINITY, heldMs: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round++) {
    const watch = watchLoop();
    const before = process.cpuUsage();
    const result = await work();
    const cpuMs = cpuSince(before);
    const heldMs = await watch.end();
    best = { result, cpuMs: Math.min(best.cpuMs, cpuMs), heldMs: Math.min(best.heldMs, heldMs) };
  }
  return best;
}

function cpuSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** In CPU time: what other programs take from a shared machine is not the loop's fault. */
function watchLoop() {
  let longest = 0;
  let last = process.cpuUsage();
  let watching = true;
  const note = () => {
    longest = Math.max(longest, cpuSince(last));
    last = process.cpuUsage();
  };
  const turns = (async () => {
    while (watching) {
      await nextTurn();
      note();
    }
  })();
  return {
    async end() {
      watching = false;
      await turns;
      return longest;
    },
  };
}

async function measureTexts() {
  const texts = {
    '1 MB of English': fill(sentence, megabyte),
    '2 MB of English': fill(sentence, 2 * megabyte),
    '1 MB of one letter': fill('a', megabyte),
    '1 MB of blanks': fill(' ', megabyte),
    '1 MB of Chinese without a stop (333,000 characters)': fill(chinese, megabyte / 3),
    '5 KB of one letter': fill('a', patience),
  };
  for (const [name, text] of Object.entries(texts)) {
    console.log(name);
    const isRun = text.length > patience && !text.startsWith('The ');
    for (const [contender, count] of Object.entries(contenders)) {
      if (isRun && !contender.endsWith('Tokens')) continue;
      const { result, cpuMs, heldMs } = await measure(() => count(text));
      const times = `${cpuMs.toFixed(0)} ms, loop held ${heldMs.toFixed(0)} ms`;
      console.log(`  ${contender.padEnd(16)}${String(result).padStart(9)} tokens  ${times}`);
    }
  }
}

/** The tenth turn of a conversation, whose other nine were counted with the turns before. */
async function measureConversation() {
  const turn = (index) => ({
    role: index % 2 === 0 ? 'user' : 'assistant',
    content: `Turn ${index}. ${fill(sentence, 20_000)}`,
  });
  const messages = Array.from({ length: 10 }, (_, index) => turn(index));
  console.log('a conversation of ten messages of 20 KB');
  const fresh = () => createTokenCalculator();
  const calculators = await Promise.all(
    Array.from({ length: rounds }, async () => {
      const calculator = fresh();
      await calculator.countTokens(messages.slice(0, 9), { model });
      return calculator;
    }),
  );
  const steps = {
    'all ten, never seen': () => fresh().countTokens(messages, { model }),
    'the tenth turn': () => calculators.pop().countTokens(messages, { model }),
    'its new message alone': () => fresh().countTokens(messages.slice(9), { model }),
    'all ten by tiktoken': () => messages.map(({ content }) => contenders.tiktoken(content)),
  };
  for (const [name, work] of Object.entries(steps)) {
    const { cpuMs } = await measure(work);
    console.log(`  ${name.padEnd(24)}${cpuMs.toFixed(1).padStart(7)} ms`);
  }
}
