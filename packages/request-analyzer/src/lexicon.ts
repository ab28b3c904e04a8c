/** What a word or a short phrase says about the request it stands in. */
export type WordKind =
  /** Politeness: it asks for nothing. */
  | 'courtesy'
  /** Asks for a chain of thought. */
  | 'deduce'
  /** Asks for thought. */
  | 'think'
  /** Narrows what counts as a right answer. */
  | 'constraint'
  /** Begins a case or an assumption. */
  | 'condition'
  /** Speaks of a program. */
  | 'code'
  /** Speaks of mathematics. */
  | 'mathematics'
  /** Wishes an answer of a few words. */
  | 'brief'
  /** Wishes a long answer. */
  | 'long'
  /** Wishes a shorter form of what is given. */
  | 'condense'
  /** Wishes what is given, in other words. */
  | 'rewrite';

/** Whole words in lower case; the common ones of English, German, French, Spanish and more. */
const words: Readonly<Record<WordKind, readonly string[]>> = {
  courtesy: [
    'please pls thanks thank thx hello hi hey dear kindly sorry greetings hope hoping',
    'appreciate appreciated grateful gratefully welcome regards cheers sincerely assistant',
    'could would can you your me i my we us help helping need want like tell know wonder',
    'wondering question questions following below here just really very much so great good',
    'nice wonderful lovely there have lot well doing wanted ask asking answer something',
    'anyway also ok okay sure time rush worries day morning afternoon evening advance today',
    'bitte danke hallo könntest könnten würdest mir ich dank liebe grüße merci bonjour salut',
    'pourriez pourrais vous moi je gracias hola podrías podría favor por obrigado obrigada',
    'olá grazie ciao prego ayuda',
  ],
  deduce: [
    'prove proof proofs step-by-step derive derivation deduce deduction infer theorem lemma',
    'rigorous rigorously optimize optimise architect trade-off trade-offs tradeoff tradeoffs',
    'counterexample beweise beweisen beweis herleiten herleitung widerspruch prouver prouve',
    'démontrer démontre démonstration théorème déduire demuestra demostrar demuestre',
    'demostración teorema deducir provar dimostra dimostrare dimostrazione докажи доказать',
    'докажите доказательство 证明 推导 證明 証明 導出 증명하라 증명',
  ],
  think: [
    'why explain analyze analyse reasoning evaluate assess compare contrast critique justify',
    'argue interpret design refactor debug diagnose investigate implement solve warum erkläre',
    'erklären erläutere analysiere analysieren vergleiche vergleichen bewerte begründe',
    'entwirf pourquoi explique expliquez expliquer analyser comparer justifie concevoir',
    'évalue explica explicar analiza analizar compara comparar evalúa justifica diseña',
    'diseñar resuelve perché spiega analizza confronta analise почему объясни объясните',
    'сравни проанализируй 分析 为什么 為什麼 解释 解釋 比较 比較 設計 设计 なぜ 説明 왜 설명 분석 비교',
  ],
  constraint: [
    'not except only must exactly without least most each every both never always none no nor',
    'neither incorrect false avoid ensure require requires required constraint constraints',
    'nicht nur muss ohne mindestens höchstens genau jede jeder nie immer kein keine sans',
    'seulement doit exactement chaque jamais toujours aucun sin solo debe exactamente cada',
    'nunca siempre ningún senza deve ogni mai sempre не только должен без каждый 不 只 必须 必須',
  ],
  condition: [
    'if suppose assume assuming given unless let when whenever otherwise whereas provided',
    'wenn falls angenommen sei sofern supposons soit étant lorsque supongamos dado cuando',
    'supponiamo se quando если пусть предположим 如果 假设 假設 もし',
  ],
  code: [
    'function python javascript typescript java rust golang kotlin sql regex bash html css',
    'api variable compile compiler exception null undefined async thread mutex pointer',
    'recursion stacktrace program programm funktion fonction función código code',
  ],
  mathematics: [
    'equation equations integral derivative polynomial matrix matrices eigenvalue probability',
    'calculate compute modulo prime integer integers triangle vector logarithm gleichung',
    'wahrscheinlichkeit berechne berechnen équation probabilité calcule calculer ecuación',
    'probabilidad calcula calcular matriz 计算 計算 方程 概率',
  ],
  brief: [
    'briefly brief concise concisely short tersely kurz knapp brièvement bref brevemente',
    'breve conciso',
  ],
  long: [
    'essay story article novel chapter report thesis detailed comprehensive thorough',
    'thoroughly exhaustive extensively in-depth blog tutorial guide speech screenplay aufsatz',
    'geschichte ausführlich bericht dissertation histoire récit détaillé ensayo historia',
    'detallado informe racconto dettagliato',
  ],
  condense: [
    'summarize summarise summary summarizing tldr abstract condense zusammenfassen',
    'zusammenfassung fasse résume résumer résumé resume resumir resumen riassumi classify',
    'classification categorize label extract sentiment 总结 摘要 要約',
  ],
  rewrite: [
    'translate translation rewrite rephrase paraphrase proofread reformulate übersetze',
    'übersetzen übersetzung traduis traduire traduction traduce traducir traducción traduci',
    'umschreiben 翻译 翻譯 翻訳',
  ],
};

/** Words that mean more together; the first two are looked for. */
const phrases: Readonly<Partial<Record<WordKind, readonly string[]>>> = {
  deduce: [
    'step by step|show that|think carefully|schritt für schritt|pas à pas|étape par étape|paso a paso|zeige dass',
    'passo dopo passo',
  ],
  think: ['how would|what if'],
  constraint: ['at least|at most|no more|no fewer|more than|less than|up to'],
  brief: [
    'one word|single word|one sentence|single sentence|or no|or false|one line|few words',
    'one number|single number|only the|just the|einem wort|einem satz|ein wort|un mot',
    'une phrase|una palabra|una frase|una parola|ja oder|oui ou|sí o',
  ],
  long: ['in detail|in depth|im detail|en détail|en detalle|deep dive'],
};

export interface Phrase {
  readonly kind: WordKind;
  readonly text: string;
}

/** What is known of a word: what it says, and what it says together with the next one. */
export interface Entry {
  kind?: WordKind;
  nextWords?: Map<string, Phrase>;
}

/** Every word that says something, alone or as the first of two. */
export const lexicon: ReadonlyMap<string, Entry> = createLexicon();

/** Nouns that measure an answer, and the tokens that one of them takes. */
export const tokensPerUnit: ReadonlyMap<string, number> = new Map([
  ...unit('word words wörter wörtern worten mots palabras parole', 4 / 3),
  ...unit('sentence sentences sätze sätzen phrases oraciones', 25),
  ...unit('bullet bullets bullet-point', 30),
  ...unit('paragraph paragraphs absätze absätzen paragraphes párrafos', 120),
]);

function unit(names: string, tokens: number): [string, number][] {
  return names.split(' ').map((name) => [name, tokens]);
}

function createLexicon(): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const entryOf = (word: string): Entry => {
    const entry = entries.get(word) ?? {};
    entries.set(word, entry);
    return entry;
  };
  for (const [kind, lines] of Object.entries(words) as [WordKind, readonly string[]][]) {
    for (const word of lines.join(' ').split(' ')) entryOf(word).kind = kind;
  }
  for (const [kind, lines] of Object.entries(phrases) as [WordKind, readonly string[]][]) {
    for (const text of lines.join('|').split('|')) {
      const [first = '', second = ''] = text.split(' ');
      const entry = entryOf(first);
      entry.nextWords ??= new Map();
      entry.nextWords.set(second, { kind, text });
    }
  }
  return entries;
}
