// How steady and how dear a score is.

/** Wrappings that make no request harder. */
const changes = {
  polite: (text) => `Hi, could you please help me with this? ${text} Thank you very much!`,
  'lower case': (text) => text.toLowerCase(),
  blanks: (text) => `\n\n   ${text.replaceAll(' ', '  ')}   \n\n`,
  'a rule': (text) => `${'-'.repeat(60)}\n${text}\n${'-'.repeat(60)}`,
  'three sentences': (text) =>
    `${text}\n\nThe weather is fine today. The office opens at nine. My desk is by the window.`,
};

/** The share of prompts that change sides of the median of all, for each wrapping. */
export function measureFlips(score, prompts) {
  const plain = prompts.map((prompt) => score(prompt));
  const median = [...plain].sort((a, b) => a - b)[Math.floor(plain.length / 2)];
  const shareOf = (change) => {
    const flipped = prompts.filter((prompt, index) => {
      const text = change(prompt.prompt);
      const messages = [{ role: 'user', content: text }];
      return score({ ...prompt, prompt: text, messages }) >= median !== plain[index] >= median;
    });
    return flipped.length / prompts.length;
  };
  return Object.fromEntries(
    Object.entries(changes).map(([name, change]) => [name, shareOf(change)]),
  );
}

/** Microseconds of CPU for each prompt, once the engine has compiled the code. */
export function measureCpu(score, prompts) {
  const rounds = 2;
  for (let round = 0; round < rounds; round++) prompts.map((prompt) => score(prompt));
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round++) prompts.map((prompt) => score(prompt));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / rounds / prompts.length;
}
