/** Facts of models, one a line. Made by scripts/build-catalog.mjs: run it again, do not edit. */
export const catalogData: string = `
provider|id|name|family|contextWindow|maxInputTokens|maxOutputTokens|price|capabilities|releasedAt|knowledge|openWeights|deprecatedAt|parameters|asOf
alibaba|qvq-max|QVQ Max|qvq|131072||8192|1.2,4.8|TVaR|2025-03-25|2024-04|o|||2026-07-02
alibaba|qwen-flash|Qwen Flash|qwen|1000000||32768|0.05,0.4|TvaR|2025-07-28|2024-04|o|||2026-07-02
alibaba|qwen-max|Qwen Max|qwen|32768||8192|1.6,6.4|Tvar|2024-04-03|2024-04|o|||2026-07-02
alibaba|qwen-mt-plus|Qwen-MT Plus|qwen|16384||8192|2.46,7.37|tvar|2025-01|2024-04|o|||2026-07-02
alibaba|qwen-mt-turbo|Qwen-MT Turbo|qwen|16384||8192|0.16,0.49|tvar|2025-01|2024-04|o|||2026-07-02
alibaba|qwen-plus|Qwen Plus|qwen|1000000||32768|0.4,1.2,,,4|TvaR|2024-01-25|2024-04|o|||2026-07-02
alibaba|qwen-plus-character-ja|Qwen Plus Character (Japanese)|qwen|8192||512|0.5,1.4|Tvar|2024-01|2024-04|o|||2026-07-02
alibaba|qwen-turbo|Qwen Turbo|qwen|1000000||16384|0.05,0.2,,,0.5|TvaR|2024-11-01|2024-04|o|||2026-07-02
alibaba|qwen-vl-max|Qwen-VL Max|qwen|131072||8192|0.8,3.2|TVar|2024-04-08|2024-04|o|||2026-07-02
alibaba|qwen-vl-plus|Qwen-VL Plus|qwen|131072||8192|0.21,0.63|TVar|2024-01-25|2024-04|o|||2026-07-02
alibaba|qwen2-5-14b-instruct|Qwen2.5 14B Instruct|qwen|131072||8192|0.35,1.4|Tvar|2024-09|2024-04|O||14|2026-07-02
alibaba|qwen2-5-32b-instruct|Qwen2.5 32B Instruct|qwen|131072||8192|0.7,2.8|Tvar|2024-09|2024-04|O||32|2026-07-02
alibaba|qwen2-5-72b-instruct|Qwen2.5 72B Instruct|qwen|131072||8192|1.4,5.6|Tvar|2024-09|2024-04|O||72|2026-07-02
alibaba|qwen2-5-7b-instruct|Qwen2.5 7B Instruct|qwen|131072||8192|0.175,0.7|Tvar|2024-09|2024-04|O||7|2026-07-02
alibaba|qwen2-5-vl-72b-instruct|Qwen2.5-VL 72B Instruct|qwen|131072||8192|2.8,8.4|TVar|2024-09|2024-04|O||72|2026-07-02
alibaba|qwen2-5-vl-7b-instruct|Qwen2.5-VL 7B Instruct|qwen|131072||8192|0.35,1.05|TVar|2024-09|2024-04|O||7|2026-07-02
alibaba|qwen3-14b|Qwen3 14B|qwen|131072||8192|0.35,1.4,,,4.2|TvaR|2025-04|2025-04|O||14|2026-07-02
alibaba|qwen3-235b-a22b|Qwen3 235B-A22B|qwen|131072||16384|0.7,2.8,,,8.4|TvaR|2025-04|2025-04|O||235/22|2026-07-02
alibaba|qwen3-32b|Qwen3 32B|qwen|131072||16384|0.7,2.8,,,8.4|TvaR|2025-04|2025-04|O||32|2026-07-02
alibaba|qwen3-8b|Qwen3 8B|qwen|131072||8192|0.18,0.7,,,2.1|TvaR|2025-04|2025-04|O||8|2026-07-02
alibaba|qwen3-coder-30b-a3b-instruct|Qwen3-Coder 30B-A3B Instruct|qwen|262144||65536|0.45,2.25|Tvar|2025-04|2025-04|O||30/3|2026-07-02
alibaba|qwen3-coder-480b-a35b-instruct|Qwen3-Coder 480B-A35B Instruct|qwen|262144||65536|1.5,7.5|Tvar|2025-04|2025-04|O||480/35|2026-07-02
alibaba|qwen3-coder-flash|Qwen3 Coder Flash|qwen|1000000||65536|0.3,1.5|Tvar|2025-07-28|2025-04|o|||2026-07-02
alibaba|qwen3-coder-plus|Qwen3 Coder Plus|qwen|1048576||65536|1,5|Tvar|2025-07-23|2025-04|O|||2026-07-02
alibaba|qwen3-max|Qwen3 Max|qwen|262144||65536|1.2,6|Tvar|2025-09-23|2025-04|o|||2026-07-02
alibaba|qwen3-next-80b-a3b-instruct|Qwen3-Next 80B-A3B Instruct|qwen|131072||32768|0.5,2|Tvar|2025-09|2025-04|O||80/3|2026-07-02
alibaba|qwen3-next-80b-a3b-thinking|Qwen3-Next 80B-A3B (Thinking)|qwen|131072||32768|0.5,6|TvaR|2025-09|2025-04|O||80/3|2026-07-02
alibaba|qwen3-vl-235b-a22b|Qwen3-VL 235B-A22B|qwen|131072||32768|0.7,2.8,,,8.4|TVaR|2025-04|2025-04|O||235/22|2026-07-02
alibaba|qwen3-vl-30b-a3b|Qwen3-VL 30B-A3B|qwen|131072||32768|0.2,0.8,,,2.4|TVaR|2025-04|2025-04|O||30/3|2026-07-02
alibaba|qwen3-vl-plus|Qwen3-VL Plus|qwen|262144||32768|0.2,1.6,,,4.8|TVaR|2025-09-23|2025-04|o|||2026-07-02
alibaba|qwen3.5-122b-a10b|Qwen3.5 122B-A10B|qwen|262144||65536|0.4,3.2|TVASR|2026-02-23||O||122/10|2026-07-02
alibaba|qwen3.5-27b|Qwen3.5 27B|qwen|262144||65536|0.3,2.4|TVASR|2026-02-23||O||27|2026-07-02
alibaba|qwen3.5-35b-a3b|Qwen3.5 35B-A3B|qwen|262144||65536|0.25,2|TVASR|2026-02-23||O||35/3|2026-07-02
alibaba|qwen3.5-397b-a17b|Qwen3.5 397B-A17B|qwen|262144||65536|0.6,3.6|TVASR|2026-02-15||O||397/17|2026-07-02
alibaba|qwen3.5-plus|Qwen3.5 Plus|qwen|1000000||65536|0.4,2.4,,,2.4|TVaR|2026-02-16|2025-04|o|||2026-07-02
alibaba|qwen3.6-27b|Qwen3.6 27B|qwen|262144||65536|0.6,3.6|TVASR|2026-04-22||O||27|2026-07-02
alibaba|qwen3.6-35b-a3b|Qwen3.6 35B-A3B|qwen|262144||65536|0.248,1.485|TVASR|2026-04-17||O||35/3|2026-07-02
alibaba|qwen3.6-flash|Qwen3.6 Flash|qwen3.6|1000000||65536|0.1875,1.125,,0.234375|TVaSR|2026-04-27||o|||2026-07-02
alibaba|qwen3.6-max-preview|Qwen3.6 Max Preview|qwen|262144||65536|1.3,7.8,0.13,1.625|TvaR|2026-04-20|2025-04|o|||2026-07-02
alibaba|qwen3.6-plus|Qwen3.6 Plus|qwen|1000000||65536|0.5,3,0.05,0.625;256000:2,6,0.2,2.5|TVaR|2026-04-02|2025-04|o|||2026-07-02
alibaba|qwen3.7-max|Qwen3.7 Max|qwen|1000000||65536|2.5,7.5,0.5,3.125|TvaR|2026-05-21||o|||2026-07-02
alibaba|qwen3.7-plus|Qwen3.7 Plus|qwen|1000000||65536|0.5,3,0.05,0.625;256000:2,6,0.2,2.5|TVaR|2026-06-02|2025-04|o|||2026-07-02
alibaba|qwq-plus|QwQ Plus|qwen|131072||8192|0.8,2.4|TvaR|2025-03-05|2024-04|o|||2026-07-02
anthropic|claude-3-5-sonnet-20240620|Claude Sonnet 3.5|claude-sonnet|200000||8192|3,15,0.3,3.75|TVar|2024-06-20|2024-04-30|o|||2026-07-02
anthropic|claude-3-5-sonnet-20241022|Claude Sonnet 3.5 v2|claude-sonnet|200000||8192|3,15,0.3,3.75|TVar|2024-10-22|2024-04-30|o|||2026-07-02
anthropic|claude-3-7-sonnet-20250219|Claude Sonnet 3.7|claude-sonnet|200000||64000|3,15,0.3,3.75|TVaR|2025-02-19|2024-10-31|o|2026-02-19||2026-07-02
anthropic|claude-3-haiku-20240307|Claude Haiku 3|claude-haiku|200000||4096|0.25,1.25,0.03,0.3|TVar|2024-03-13|2023-08-31|o|||2026-07-02
anthropic|claude-3-opus-20240229|Claude Opus 3|claude-opus|200000||4096|15,75,1.5,18.75|TVar|2024-02-29|2023-08-31|o|2026-05-01||2026-07-02
anthropic|claude-3-sonnet-20240229|Claude Sonnet 3|claude-sonnet|200000||4096|3,15,0.3,0.3|TVar|2024-03-04|2023-08-31|o|||2026-07-02
anthropic|claude-fable-5|Claude Fable 5|claude-fable|1000000||128000|10,50,1,12.5|TVaR|2026-06-09||o|||2026-11-10
anthropic|claude-fable-5-1|Claude Fable 5.1|claude|1000000||128000|10,50,0.25,12.5|TVR||||||2026-11-10
anthropic|claude-fable-5-2|Claude Fable 5.2|claude|1000000||128000|8,40,0.2,10|TVR||||||2026-11-10
anthropic|claude-haiku-4-5|Claude Haiku 4.5 (latest)|claude-haiku|200000||64000|1,5,0.1,1.25|TVaR|2025-10-15|2025-02-28|o|||2026-11-10
anthropic|claude-haiku-4-5-20251001|Claude Haiku 4.5|claude-haiku|200000||64000|1,5,0.1,1.25|TVaR|2025-10-15|2025-02-28|o|||2026-11-10
anthropic|claude-haiku-5-5|Claude Haiku 5.5|claude|1000000||128000|0.1,0.5,0.01,0.125;100000:0.5,2.5,0.05,0.625|TVR||||||2026-11-10
anthropic|claude-opus-4-0|Claude Opus 4 (latest)|claude-opus|200000||32000|15,75,1.5,18.75|TVaR|2025-05-22|2025-03-31|o|||2026-07-02
anthropic|claude-opus-4-1|Claude Opus 4.1 (latest)|claude-opus|200000||32000|15,75,1.5,18.75|TVaR|2025-08-05|2025-03-31|o|||2026-07-02
anthropic|claude-opus-4-1-20250805|Claude Opus 4.1|claude-opus|200000||32000|15,75,1.5,18.75|TVaR|2025-08-05|2025-03-31|o|2026-08-05||2026-07-02
anthropic|claude-opus-4-20250514|Claude Opus 4|claude-opus|200000||32000|15,75,1.5,18.75|TVaR|2025-05-22|2025-03-31|o|2026-05-14||2026-07-02
anthropic|claude-opus-4-5|Claude Opus 4.5 (latest)|claude-opus|200000||64000|5,25,0.5,6.25|TVaR|2025-11-24|2025-03-31|o|||2026-11-10
anthropic|claude-opus-4-5-20251101|Claude Opus 4.5|claude-opus|200000||64000|5,25,0.5,6.25|TVaR|2025-11-01|2025-03-31|o|||2026-11-10
anthropic|claude-opus-4-6|Claude Opus 4.6|claude-opus|1000000||128000|5,25,0.5,6.25|TVaR|2026-02-05|2025-05-31|o|||2026-11-10
anthropic|claude-opus-4-7|Claude Opus 4.7|claude-opus|1000000||128000|5,25,0.5,6.25|TVaR|2026-04-16|2026-01-31|o|||2026-11-10
anthropic|claude-opus-4-8|Claude Opus 4.8|claude-opus|1000000||128000|5,25,0.5,6.25|TVaR|2026-05-28||o|||2026-11-10
anthropic|claude-opus-5|Claude Opus 5|claude|1000000||128000|5,25,0.5,6.25|TVR||||||2026-11-10
anthropic|claude-opus-5-5|Claude Opus 5.5|claude|1000000||128000|4,20,0.2,5|TVR||||||2026-11-10
anthropic|claude-sonnet-4-0|Claude Sonnet 4 (latest)|claude-sonnet|200000||64000|3,15,0.3,3.75|TVaR|2025-05-22|2025-03-31|o|||2026-07-02
anthropic|claude-sonnet-4-20250514|Claude Sonnet 4|claude-sonnet|200000||64000|3,15,0.3,3.75|TVaR|2025-05-22|2025-03-31|o|2026-05-14||2026-07-02
anthropic|claude-sonnet-4-5|Claude Sonnet 4.5 (latest)|claude-sonnet|200000||64000|3,15,0.3,3.75|TVaR|2025-09-29|2025-07-31|o|||2026-11-10
anthropic|claude-sonnet-4-5-20250929|Claude Sonnet 4.5|claude-sonnet|200000||64000|3,15,0.3,3.75|TVaR|2025-09-29|2025-07-31|o|||2026-11-10
anthropic|claude-sonnet-4-6|Claude Sonnet 4.6|claude-sonnet|1000000||64000|3,15,0.3,3.75|TVaR|2026-02-17|2025-08-31|o|||2026-11-10
anthropic|claude-sonnet-5|Claude Sonnet 5|claude-sonnet|1000000||128000|2,10,0.2,2.5|TVaR|2026-06-30|2026-01-31|o|||2026-11-10
anthropic|claude-sonnet-5-5|Claude Sonnet 5.5|claude|1000000||128000|2,10,0.1,2.5|TVR||||||2026-11-10
azure|gpt-4.1|GPT-4.1|gpt|1047576||32768|2,8,0.5|TVar|2025-04-14|2024-04|o|||2026-11-10
azure|gpt-4o|GPT-4o|gpt|128000||16384|2.5,10,1.25|TVar|2024-05-13|2023-09|o|||2026-11-10
azure|gpt-4o-mini|GPT-4o mini|gpt-mini|128000||16384|0.15,0.6,0.075|TVar|2024-07-18|2023-09|o|||2026-11-10
azure|gpt-5|GPT-5|gpt|272000||128000|1.25,10,0.125|TVaR|2025-08-07|2024-09-30|o|||2026-11-10
azure|gpt-5-mini|GPT-5 Mini|gpt-mini|272000||128000|0.25,2,0.025|TVaR|2025-08-07|2024-05-30|o|||2026-11-10
bedrock|amazon.nova-lite-v1:0|Nova Lite|nova-lite|300000||8192|0.06,0.24,0.015,0.06|TVar|2024-12-03|2024-10|o|||2026-11-10
bedrock|amazon.nova-micro-v1:0|Nova Micro|nova-micro|128000||8192|0.035,0.14,0.00875,0.035|Tvar|2024-12-03|2024-10|o|||2026-11-10
bedrock|amazon.nova-pro-v1:0|Nova Pro|nova-pro|300000||8192|0.8,3.2,0.2,0.8|TVar|2024-12-03|2024-10|o|||2026-11-10
bedrock|anthropic.claude-haiku-4-5-20251001-v1:0|Claude Haiku 4.5|claude-haiku|200000||64000|1,5,0.1,1.25|TVaSR|2025-10-15|2025-02-28|o|||2026-11-10
bedrock|anthropic.claude-sonnet-4-5-20250929-v1:0|Claude Sonnet 4.5|claude-sonnet|200000||64000|3,15,0.3,3.75|TVaSR|2025-09-29|2025-07-31|o|||2026-11-10
bedrock|meta.llama3-3-70b-instruct-v1:0|Llama 3.3 70B Instruct|llama|128000||4096|0.72,0.72|Tvar|2024-12-06|2023-12|O||70|2026-11-10
cerebras|gpt-oss-120b|GPT OSS 120B|gpt-oss|131072||40960|0.35,0.75,0.35|TvaSR|2025-08-05||O||120|2026-11-10
cerebras|qwen-3.8-27b|Qwen3.8 27B|qwen|131072||40960|0.99,1.49,0.99|TVR|||||27|2026-11-10
cohere|c4ai-aya-expanse-32b|Aya Expanse 32B||128000||4000||tvar|2024-10-24||O||32|2026-07-02
cohere|c4ai-aya-expanse-8b|Aya Expanse 8B||8000||4000||tvar|2024-10-24||O||8|2026-07-02
cohere|c4ai-aya-vision-32b|Aya Vision 32B||16000||4000||tVar|2025-03-04||O||32|2026-07-02
cohere|c4ai-aya-vision-8b|Aya Vision 8B||16000||4000||tVar|2025-03-04||O||8|2026-07-02
cohere|command-a-03-2025|Command A|command-a|256000||8000|2.5,10|Tvar|2025-03-13|2024-06-01|O||111|2026-07-02
cohere|command-a-plus-05-2026|Command A Plus|command-a|128000||64000|2.5,10|TVaSR|2026-05-20|2025-04-01|O|||2026-07-02
cohere|command-a-reasoning-08-2025|Command A Reasoning|command-a|256000||32000|2.5,10|TvaR|2025-08-21|2024-06-01|O|||2026-07-02
cohere|command-a-translate-08-2025|Command A Translate|command-a|8000||8000|2.5,10|Tvar|2025-08-28|2024-06-01|O|||2026-07-02
cohere|command-a-vision-07-2025|Command A Vision|command-a|128000||8000|2.5,10|tVar|2025-07-31|2024-06-01|O|||2026-07-02
cohere|command-r-08-2024|Command R|command-r|128000||4000|0.15,0.6|Tvar|2024-08-30|2024-06-01|O||32|2026-07-02
cohere|command-r-plus-08-2024|Command R+|command-r|128000||4000|2.5,10|Tvar|2024-08-30|2024-06-01|O||104|2026-07-02
cohere|command-r7b-12-2024|Command R7B|command-r|128000||4000|0.0375,0.15|Tvar|2024-12-02|2024-06-01|O||7|2026-07-02
cohere|command-r7b-arabic-02-2025|Command R7B Arabic|command-r|128000||4000|0.0375,0.15|Tvar|2025-02-27|2024-06-01|O||7|2026-07-02
cohere|north-mini-code-1-0|North Mini Code|north|256000||64000|0,0|TvaSR|2026-06-09|2025-09-23|O|||2026-07-02
deepseek|deepseek-chat|DeepSeek Chat|deepseek|1000000||384000|0.14,0.28,0.0028|Tvar|2025-12-01|2025-09|O|||2026-07-02
deepseek|deepseek-flash|DeepSeek V4.1 Flash|deepseek|1000000||384000|0.3,1.2,0.006|TVR||||||2026-11-10
deepseek|deepseek-reasoner|DeepSeek Reasoner|deepseek-thinking|1000000||384000|0.14,0.28,0.0028|TvaR|2025-12-01|2025-09|O|||2026-07-02
deepseek|deepseek-v4-flash|DeepSeek V4 Flash|deepseek-flash|1000000||384000|0.14,0.28,0.0028|TvaSR|2026-04-24|2025-05|O|||2026-07-02
deepseek|deepseek-v4-pro|DeepSeek V4 Pro|deepseek-thinking|1000000||384000|1.32,3.96,0.044|TvaSR|2026-04-24|2025-05|O|||2026-11-10
fireworks|accounts/fireworks/models/glm-5p3|GLM 5.3|glm|1048573||262144|1.4,4.4,0.26|TvR||||||2026-11-10
fireworks|accounts/fireworks/models/kimi-k3|Kimi K3|kimi|1048576||131072|3,15,0.3|TVR||||||2026-11-10
github-models|microsoft/phi-4|Phi-4|phi|16000||4096||TvaR|2024-12-11|2023-10|O||14|2026-07-02
github-models|microsoft/phi-4-mini-instruct|Phi-4-mini-instruct|phi|128000||4096||TvaR|2024-12-11|2023-10|O||3.8|2026-07-02
github-models|microsoft/phi-4-reasoning|Phi-4-Reasoning|phi|128000||4096||TvaR|2024-12-11|2023-10|O||14|2026-07-02
google|deep-research-max-preview-04-2026|Deep Research Max Preview (Apr-21-2026)||1048576||65536|2,12,0.2;200000:4,18,0.4|TVR||||||2026-11-10
google|deep-research-preview-04-2026|Deep Research Preview (Apr-21-2026)||1048576||65536|2,12,0.2;200000:4,18,0.4|TVR||||||2026-11-10
google|gemini-2.0-flash|Gemini 2.0 Flash|gemini-flash|1048576||8192|0.1,0.4,0.025|TVASr|2024-12-11|2024-06|o|||2026-07-02
google|gemini-2.0-flash-lite|Gemini 2.0 Flash-Lite|gemini-flash-lite|1048576||8192|0.075,0.3|TVASr|2024-12-11|2024-06|o|||2026-07-02
google|gemini-2.5-flash|Gemini 2.5 Flash|gemini-flash|1048576||65536|0.3,2.5,0.03|TVASR|2025-06-17|2025-01|o|||2026-11-10
google|gemini-2.5-flash-lite|Gemini 2.5 Flash-Lite|gemini-flash-lite|1048576||65536|0.1,0.4,0.01|TVASR|2025-06-17|2025-01|o|||2026-11-10
google|gemini-2.5-pro|Gemini 2.5 Pro|gemini-pro|1048576||65536|1.25,10,0.125;200000:2.5,15,0.25|TVASR|2025-06-17|2025-01|o|||2026-11-10
google|gemini-3-flash-preview|Gemini 3 Flash Preview|gemini-flash|1048576||65536|0.5,3,0.05|TVASR|2025-12-17|2025-01|o|||2026-11-10
google|gemini-3-pro-preview|Gemini 3 Pro Preview|gemini-pro|1048576||65536|2,12,0.2;200000:4,18,0.4|TVASR|2025-11-18|2025-01|o|||2026-07-02
google|gemini-3.1-flash-lite|Gemini 3.1 Flash Lite|gemini-flash-lite|1048576||65536|0.25,1.5,0.025|TVASR|2026-05-07|2025-01|o|||2026-11-10
google|gemini-3.1-flash-lite-preview|Gemini 3.1 Flash Lite Preview|gemini-flash-lite|1048576||65536|0.25,1.5,0.025|TVASR|2026-03-03|2025-01|o|||2026-11-10
google|gemini-3.1-pro-preview|Gemini 3.1 Pro Preview|gemini-pro|1048576||65536|2,12,0.2;200000:4,18,0.4|TVASR|2026-02-19|2025-01|o|||2026-11-10
google|gemini-3.1-pro-preview-customtools|Gemini 3.1 Pro Preview Custom Tools|gemini-pro|1048576||65536|2,12,0.2;200000:4,18,0.4|TVASR|2026-02-19|2025-01|o|||2026-11-10
google|gemini-3.5-flash|Gemini 3.5 Flash|gemini-flash|1048576||65536|1.5,9,0.15|TVASR|2026-05-19|2025-01|o|||2026-11-10
google|gemini-3.5-flash-lite|Gemini 3.5 Flash Lite|gemini|1048576||65536|0.3,2.5,0.03|TVR||||||2026-11-10
google|gemini-3.6-flash|Gemini 3.6 Flash|gemini|1048576||65536|0.75,3.75,0.075|TVR||||||2026-11-10
google|gemini-3.7-flash|Gemini 3.7 Flash|gemini|1048576||65536|0.75,3.75,0.075|TVR||||||2026-11-10
google|gemini-3.8-flash|Gemini 3.8 Flash|gemini|1048576||65536|0.75,3.75,0.075|TVR||||||2026-11-10
google|gemini-4-argon|Gemini 4 Argon|gemini|1048576||32768|2,10,0.1|TVR||||||2026-11-10
google|gemini-flash-latest|Gemini Flash Latest|gemini-flash|1048576||65536|1.5,9,0.15|TVASR|2025-09-25|2025-01|o|||2026-11-10
google|gemini-flash-lite-latest|Gemini Flash-Lite Latest|gemini-flash-lite|1048576||65536|0.25,1.5,0.025|TVASR|2025-09-25|2025-01|o|||2026-11-10
google|gemini-pro-latest|Gemini Pro Latest|gemini|1048576||65536|2,12,0.2;200000:4,18,0.4|TVR||||||2026-11-10
google|gemma-4-26b-a4b-it|Gemma 4 26B A4B IT|gemma|262144||32768|0,0|TVaSR|2026-04-02||O||26/4|2026-11-10
google|gemma-4-31b-it|Gemma 4 31B IT|gemma|262144||32768|0,0|TVaSR|2026-04-02||O||31|2026-11-10
groq|llama-3.1-8b-instant|Llama 3.1 8B|llama|131072||131072|0.05,0.08|Tvar|2024-07-23|2023-12|O||8|2026-11-10
groq|llama-3.3-70b-versatile|Llama 3.3 70B|llama|131072||32768|0.59,0.79|Tvar|2024-12-06|2023-12|O||70|2026-11-10
groq|openai/gpt-oss-120b|GPT OSS 120B|gpt-oss|131072||65536|0.15,0.6,0.075|TvaSR|2025-08-05||O||120|2026-11-10
groq|openai/gpt-oss-20b|GPT OSS 20B|gpt-oss|131072||65536|0.075,0.3,0.0375|TvaSR|2025-08-05||O||20|2026-11-10
groq|qwen/qwen3-32b|Qwen3-32B|qwen|131072||40960|0.29,0.59|TvaR|2025-06-11||O||32|2026-07-02
groq|qwen/qwen3.6-27b|Qwen3.6 27B|qwen|131072||16384|0.6,3,0.3|TVR|||||27|2026-11-10
groq|qwen/qwen3.8-27b|Qwen3.8 27B|qwen|131072||16384|0.8,4|TVR|||||27|2026-11-10
minimax|MiniMax-M2|MiniMax-M2|minimax|196608||128000|0.3,1.2|TvaR|2025-10-27||O||230/10|2026-07-02
minimax|MiniMax-M2.1|MiniMax-M2.1|minimax|204800||131072|0.3,1.2|TvaR|2025-12-23||O|||2026-07-02
minimax|MiniMax-M2.5|MiniMax-M2.5|minimax|204800||131072|0.3,1.2,0.03,0.375|TvaR|2026-02-12||O|||2026-07-02
minimax|MiniMax-M2.5-highspeed|MiniMax-M2.5-highspeed|minimax|204800||131072|0.6,2.4,0.06,0.375|TvaR|2026-02-13||O|||2026-07-02
minimax|MiniMax-M2.7|MiniMax-M2.7|minimax|204800||131072|0.3,1.2,0.06,0.375|TvaR|2026-03-18||O|||2026-11-10
minimax|MiniMax-M2.7-highspeed|MiniMax-M2.7-highspeed|minimax|204800||131072|0.6,2.4,0.06,0.375|TvaR|2026-03-18||O|||2026-11-10
minimax|MiniMax-M3|MiniMax-M3|minimax|1000000||128000|0.3,1.2,0.06;512000:0.6,2.4,0.12|TVaR|2026-06-01||O|||2026-11-10
minimax|MiniMax-M3.1-Flash|MiniMax-M3.1-Flash|minimax|1000000||524288|0.15,0.6,0.015|TVR||||||2026-11-10
mistral|codestral-2508|Codestral 25.08|codestral|256000||8192|0.3,0.9,0.03|Tvr||||||2026-11-10
mistral|codestral-latest|Codestral (latest)|codestral|256000||4096|0.3,0.9,0.03|Tvar|2024-05-29|2024-10|O|||2026-11-10
mistral|deepseek-v4-1-flash-1017|DeepSeek V4.1 Flash 1017|deepseek|1048576||128000|0.3,1.2,0.007|TvR||||||2026-11-10
mistral|devstral-2512|Devstral 2|devstral|262144||262144|0.4,2,0.04|Tvar|2025-12-09|2025-12|O|||2026-11-10
mistral|devstral-latest|Devstral 2|devstral|262144||262144|0.4,2,0.04|Tvar|2025-12-09|2025-12|O|||2026-11-10
mistral|devstral-medium-2507|Devstral Medium|devstral|128000||128000|0.4,2|Tvar|2025-07-10|2025-05|O|||2026-07-02
mistral|devstral-medium-latest|Devstral 2 (latest)|devstral|262144||262144|0.4,2,0.04|Tvar|2025-12-02|2025-12|O|||2026-11-10
mistral|devstral-small-2505|Devstral Small 2505|devstral|128000||128000|0.1,0.3|Tvar|2025-05-07|2025-05|O||24|2026-07-02
mistral|devstral-small-2507|Devstral Small|devstral|128000||128000|0.1,0.3|Tvar|2025-07-10|2025-05|O||24|2026-07-02
mistral|glm-5-2|GLM-5.2|glm|1048576||131072|1.4,4.4,0.14|TvR||||||2026-11-10
mistral|labs-devstral-small-2512|Devstral Small 2|devstral|256000||256000|0,0|TVar|2025-12-09|2025-12|O||24|2026-11-10
mistral|labs-leanstral-1-5-1|Leanstral 1.5||262144||128000|0,0|TVR||||||2026-11-10
mistral|magistral-medium-latest|Magistral Medium (latest)|magistral-medium|128000||16384|2,5,0.2|TvaR|2025-03-17|2025-06|O|||2026-11-10
mistral|magistral-small|Magistral Small|magistral-small|128000||128000|0.5,1.5|TvaR|2025-03-17|2025-06|O||24|2026-07-02
mistral|ministral-14b-2512|Ministral 3 14B|ministral|262144||262144|0.2,0.2,0.02|TVr|||||14|2026-11-10
mistral|ministral-3b-2512|Ministral 3 3B|ministral|131072||262144|0.1,0.1,0.01|TVr|||||3|2026-11-10
mistral|ministral-3b-latest|Ministral 3B (latest)|ministral|128000||128000|0.1,0.1,0.01|Tvar|2024-10-01|2024-10|O||3|2026-11-10
mistral|ministral-8b-2512|Ministral 3 8B|ministral|262144||262144|0.15,0.15,0.015|TVr|||||8|2026-11-10
mistral|ministral-8b-latest|Ministral 8B (latest)|ministral|128000||128000|0.15,0.15,0.015|Tvar|2024-10-01|2024-10|O||8|2026-11-10
mistral|mistral-large-2411|Mistral Large 2.1|mistral-large|131072||16384|2,6|Tvar|2024-11-18|2024-11|O||123|2026-07-02
mistral|mistral-large-2512|Mistral Large 3|mistral-large|262144||262144|0.5,1.5,0.05|TVar|2024-11-01|2024-11|O|||2026-11-10
mistral|mistral-large-4|Mistral Large 4|mistral|1048576||262144|0.7,2.1,0.07|TVR||||||2026-11-10
mistral|mistral-large-4-0-8|Mistral Large 4.0.8|mistral|1048576||262144|0.7,2.1,0.07|TVR||||||2026-11-10
mistral|mistral-large-latest|Mistral Large (latest)|mistral-large|262144||262144|0.5,1.5,0.05|TVar|2024-11-01|2024-11|O|||2026-11-10
mistral|mistral-medium-2505|Mistral Medium 3|mistral-medium|131072||131072|0.4,2,0.04|TVar|2025-05-07|2025-05|o|||2026-11-10
mistral|mistral-medium-2508|Mistral Medium 3.1|mistral-medium|262144||262144|0.4,2,0.04|TVar|2025-08-12|2025-05|o|||2026-11-10
mistral|mistral-medium-2604|Mistral Medium 3.5|mistral-medium|262144||262144|1.5,7.5,0.15|TVaSR|2026-04-29||O|||2026-11-10
mistral|mistral-medium-3.5|Mistral Medium 3.5|mistral|262144||262144|1.5,7.5|TVR||||||2026-11-10
mistral|mistral-medium-latest|Mistral Medium (latest)|mistral-medium|262144||262144|1.5,7.5,0.15|TVar|2025-08-12|2025-05|o|||2026-11-10
mistral|mistral-nemo|Mistral Nemo|mistral-nemo|128000||128000|0.15,0.15|Tvar|2024-07-01|2024-07|O||12|2026-07-02
mistral|mistral-small-2506|Mistral Small 3.2|mistral-small|128000||16384|0.1,0.3,0.01|TVar|2025-06-20|2025-03|O||24|2026-11-10
mistral|mistral-small-2603|Mistral Small 4|mistral-small|256000||256000|0.15,0.6,0.015|TVaR|2026-03-16|2025-06|O||24|2026-11-10
mistral|mistral-small-latest|Mistral Small (latest)|mistral-small|256000||256000|0.15,0.6,0.015|TVaR|2026-03-16|2025-06|O|||2026-11-10
mistral|open-mistral-7b|Mistral 7B|mistral|8000||8000|0.25,0.25|Tvar|2023-09-27|2023-12|O||7|2026-07-02
mistral|open-mistral-nemo|Open Mistral Nemo|mistral-nemo|128000||128000|0.15,0.15,0.015|Tvar|2024-07-01|2024-07|O||12|2026-11-10
mistral|open-mixtral-8x22b|Mixtral 8x22B|mixtral|64000||64000|2,6|Tvar|2024-04-17|2024-04|O||141/39|2026-07-02
mistral|open-mixtral-8x7b|Mixtral 8x7B|mixtral|32000||32000|0.7,0.7|Tvar|2023-12-11|2024-01|O||46.7/12.9|2026-07-02
mistral|pixtral-12b|Pixtral 12B|pixtral|128000||128000|0.15,0.15,0.015|TVar|2024-09-01|2024-09|O||12|2026-11-10
mistral|pixtral-large-latest|Pixtral Large (latest)|pixtral|128000||128000|2,6|TVar|2024-11-01|2024-11|O||124|2026-07-02
mistral|zai-glm-5-2|GLM-5.2|glm|1048576||131072|1.4,4.4,0.14|TvR||||||2026-11-10
mistral|zai-glm-5-3|GLM-5.3|glm|1048576||131072|1.4,4.4,0.14|TvR||||||2026-11-10
mistral|zai-glm-5-3-flash|GLM-5.3-Flash|glm|1048576||131072|0.15,0.5,0.03|TVR||||||2026-11-10
moonshot|kimi-k2-0711-preview|Kimi K2 0711|kimi-k2|131072||16384|0.6,2.5,0.15|Tvar|2025-07-14|2024-10|O||1000/32|2026-07-02
moonshot|kimi-k2-0905-preview|Kimi K2 0905|kimi-k2|262144||262144|0.6,2.5,0.15|Tvar|2025-09-05|2024-10|O||1000/32|2026-07-02
moonshot|kimi-k2-thinking|Kimi K2 Thinking|kimi-thinking|262144||262144|0.6,2.5,0.15|TvaR|2025-11-06|2024-08|O||1000/32|2026-07-02
moonshot|kimi-k2-thinking-turbo|Kimi K2 Thinking Turbo|kimi-thinking|262144||262144|1.15,8,0.15|TvaR|2025-11-06|2024-08|O||1000/32|2026-07-02
moonshot|kimi-k2-turbo-preview|Kimi K2 Turbo|kimi-k2|262144||262144|2.4,10,0.6|Tvar|2025-09-05|2024-10|O||1000/32|2026-07-02
moonshot|kimi-k2.5|Kimi K2.5|kimi-k2|262144||262144|0.6,3,0.1|TVaSR|2026-01|2025-01|O|||2026-07-02
moonshot|kimi-k2.6|Kimi K2.6|kimi-k2|262144||262144|0.95,4,0.16|TVaSR|2026-04-21|2025-01|O|||2026-11-10
moonshot|kimi-k2.7-code|Kimi K2.7 Code|kimi-k2|262144||262144|0.95,4,0.19|TVaSR|2026-06-12|2025-01|O|||2026-11-10
moonshot|kimi-k2.7-code-highspeed|Kimi K2.7 Code HighSpeed|kimi-k2|262144||262144|1.9,8,0.38|TVaSR|2026-06-12|2025-01|O|||2026-11-10
moonshot|kimi-k3|Kimi K3|kimi|1048576||1048576|3,15,0.3|TVR||||||2026-11-10
moonshot|kimi-k3.1-pro|Kimi K3.1 Pro|kimi|1048576||1048576|2,10,0.2|TVR||||||2026-11-10
moonshot|kimi-k3.1-pro-highspeed|Kimi K3.1 Pro Highspeed|kimi|1048576||1048576|4,20,0.2|TVR||||||2026-11-10
openai|chat-latest|Chat Latest||400000||128000|5,30,0.5|TVR||||||2026-11-10
openai|gpt-3.5-turbo|GPT-3.5-turbo|gpt|16385||4096|0.5,1.5|tvasr|2023-03-01|2021-09-01|o|||2026-07-02
openai|gpt-4|GPT-4|gpt|8192||8192|30,60|Tvasr|2023-11-06|2023-11|o|||2026-11-10
openai|gpt-4-turbo|GPT-4 Turbo|gpt|128000||4096|10,30|TVasr|2023-11-06|2023-12|o|||2026-11-10
openai|gpt-4.1|GPT-4.1|gpt|1047576||32768|2,8,0.5|TVaSr|2025-04-14|2024-04|o|||2026-11-10
openai|gpt-4.1-mini|GPT-4.1 mini|gpt-mini|1047576||32768|0.4,1.6,0.1|TVaSr|2025-04-14|2024-04|o|||2026-11-10
openai|gpt-4.1-nano|GPT-4.1 nano|gpt-nano|1047576||32768|0.1,0.4,0.025|TVaSr|2025-04-14|2024-04|o|||2026-11-10
openai|gpt-4o|GPT-4o|gpt|128000||16384|2.5,10,1.25|TVaSr|2024-05-13|2023-09|o|||2026-11-10
openai|gpt-4o-2024-05-13|GPT-4o (2024-05-13)|gpt|128000||4096|5,15|TVaSr|2024-05-13|2023-09|o|||2026-11-10
openai|gpt-4o-2024-08-06|GPT-4o (2024-08-06)|gpt|128000||16384|2.5,10,1.25|TVaSr|2024-08-06|2023-09|o|||2026-11-10
openai|gpt-4o-2024-11-20|GPT-4o (2024-11-20)|gpt|128000||16384|2.5,10,1.25|TVaSr|2024-11-20|2023-09|o|||2026-11-10
openai|gpt-4o-mini|GPT-4o mini|gpt-mini|128000||16384|0.15,0.6,0.075|TVaSr|2024-07-18|2023-09|o|||2026-11-10
openai|gpt-5|GPT-5|gpt|400000|272000|128000|1.25,10,0.125|TVaSR|2025-08-07|2024-09-30|o|||2026-11-10
openai|gpt-5-chat-latest|GPT-5 Chat (latest)|gpt-codex|400000|272000|128000|1.25,10,0.125|tVaSR|2025-08-07|2024-09-30|o|||2026-11-10
openai|gpt-5-codex|GPT-5-Codex|gpt-codex|400000|272000|128000|1.25,10,0.125|TVaSR|2025-09-15|2024-09-30|o|||2026-07-02
openai|gpt-5-mini|GPT-5 Mini|gpt-mini|400000|272000|128000|0.25,2,0.025|TVaSR|2025-08-07|2024-05-30|o|||2026-11-10
openai|gpt-5-nano|GPT-5 Nano|gpt-nano|400000|272000|128000|0.05,0.4,0.005|TVaSR|2025-08-07|2024-05-30|o|||2026-11-10
openai|gpt-5-pro|GPT-5 Pro|gpt-pro|400000|272000|272000|15,120|TVaSR|2025-10-06|2024-09-30|o|||2026-11-10
openai|gpt-5.1|GPT-5.1|gpt|400000|272000|128000|1.25,10,0.125|TVaSR|2025-11-13|2024-09-30|o|||2026-11-10
openai|gpt-5.1-chat-latest|GPT-5.1 Chat|gpt-codex|128000||16384|1.25,10,0.125|TVaSR|2025-11-13|2024-09-30|o|||2026-07-02
openai|gpt-5.1-codex|GPT-5.1 Codex|gpt-codex|400000|272000|128000|1.25,10,0.125|TVaSR|2025-11-13|2024-09-30|o|||2026-07-02
openai|gpt-5.1-codex-max|GPT-5.1 Codex Max|gpt-codex|400000|272000|128000|1.25,10,0.125|TVaSR|2025-11-13|2024-09-30|o|||2026-07-02
openai|gpt-5.1-codex-mini|GPT-5.1 Codex mini|gpt-codex|400000|272000|128000|0.25,2,0.025|TVaSR|2025-11-13|2024-09-30|o|||2026-07-02
openai|gpt-5.2|GPT-5.2|gpt|400000|272000|128000|1.75,14,0.175|TVaSR|2025-12-11|2025-08-31|o|||2026-11-10
openai|gpt-5.2-chat-latest|GPT-5.2 Chat|gpt-codex|128000||16384|1.75,14,0.175|TVaSR|2025-12-11|2025-08-31|o|||2026-07-02
openai|gpt-5.2-codex|GPT-5.2 Codex|gpt-codex|400000|272000|128000|1.75,14,0.175|TVaSR|2025-12-11|2025-08-31|o|||2026-07-02
openai|gpt-5.2-pro|GPT-5.2 Pro|gpt-pro|400000|272000|128000|21,168|TVasR|2025-12-11|2025-08-31|o|||2026-11-10
openai|gpt-5.3-chat-latest|GPT-5.3 Chat (latest)|gpt|128000||16384|1.75,14,0.175|TVaSr|2026-03-03|2025-08-31|o|||2026-07-02
openai|gpt-5.3-codex|GPT-5.3 Codex|gpt-codex|400000|272000|128000|1.75,14,0.175|TVaSR|2026-02-05|2025-08-31|o|||2026-11-10
openai|gpt-5.3-codex-spark|GPT-5.3 Codex Spark|gpt-codex-spark|128000|100000|32000|1.75,14,0.175|TVaSR|2026-02-05|2025-08-31|o|||2026-11-10
openai|gpt-5.4|GPT-5.4|gpt|1050000|922000|128000|2.5,15,0.25;272000:5,22.5,0.5|TVaSR|2026-03-05|2025-08-31|o|||2026-11-10
openai|gpt-5.4-mini|GPT-5.4 mini|gpt-mini|400000|272000|128000|0.75,4.5,0.075|TVaSR|2026-03-17|2025-08-31|o|||2026-11-10
openai|gpt-5.4-nano|GPT-5.4 nano|gpt-nano|400000|272000|128000|0.2,1.25,0.02|TVaSR|2026-03-17|2025-08-31|o|||2026-11-10
openai|gpt-5.4-pro|GPT-5.4 Pro|gpt-pro|1050000|922000|128000|30,180;272000:60,270|TVasR|2026-03-05|2025-08-31|o|||2026-11-10
openai|gpt-5.5|GPT-5.5|gpt|1050000|922000|128000|5,30,0.5;272000:10,45,1|TVaSR|2026-04-23|2025-12-01|o|||2026-11-10
openai|gpt-5.5-pro|GPT-5.5 Pro|gpt-pro|1050000|922000|128000|30,180;272000:60,270|TVaSR|2026-04-23|2025-12-01|o|||2026-11-10
openai|gpt-5.6-cyber|GPT-5.6 Cyber|gpt|400000||128000|12.5,75,1.25,15.625|TVR||||||2026-11-10
openai|gpt-5.6-luna|GPT-5.6 Luna|gpt|272000||128000|0.2,1.2,0.02,0.25;272000:0.4,1.8,0.04,0.5|TVR||||||2026-11-10
openai|gpt-5.6-sol|GPT-5.6 Sol|gpt|272000||128000|4,20,0.4,5;272000:8,30,0.8,10|TVR||||||2026-11-10
openai|gpt-5.6-terra|GPT-5.6 Terra|gpt|272000||128000|2,12,0.2,2.5;272000:4,18,0.4,5|TVR||||||2026-11-10
openai|gpt-6-astra|GPT-6 Astra|gpt|272000||128000|10,50,1,12.5;272000:20,75,2,25|TVR||||||2026-11-10
openai|gpt-6-luna|GPT-6 Luna|gpt|272000||128000|0.1,0.5,0.01,0.125;272000:0.2,0.75,0.02,0.25|TVR||||||2026-11-10
openai|gpt-6-sol|GPT-6 Sol|gpt|272000||128000|2,10,0.2,2.5;272000:4,15,0.4,5|TVR||||||2026-11-10
openai|gpt-6.1-sol|GPT-6.1 Sol|gpt|272000||128000|2,10,0.1,2.5;272000:4,15,0.2,5|TVR||||||2026-11-10
openai|gpt-6.1-terra|GPT-6.1 Terra|gpt|272000||128000|1,5,0.05,1.25;272000:2,7.5,0.1,2.5|TVR||||||2026-11-10
openai|gpt-daybreak-blue-latest|Daybreak Blue|gpt|1050000||128000|4,20,0.4,5;272000:8,30,0.8,10|TVR||||||2026-11-10
openai|gpt-daybreak-red-latest|Daybreak Red|gpt|400000||128000|12.5,75,1.25,15.625|TVR||||||2026-11-10
openai|o1|o1|o|200000||100000|15,60,7.5|TVaSR|2024-12-05|2023-09|o|||2026-11-10
openai|o1-pro|o1-pro|o-pro|200000||100000|150,600|TVaSR|2025-03-19|2023-09|o|||2026-11-10
openai|o3|o3|o|200000||100000|2,8,0.5|TVaSR|2025-04-16|2024-05|o|||2026-11-10
openai|o3-deep-research|o3-deep-research|o|200000||100000|10,40,2.5|TVaR|2024-06-26|2024-05|o|||2026-07-02
openai|o3-mini|o3-mini|o-mini|200000||100000|1.1,4.4,0.55|TvaSR|2024-12-20|2024-05|o|||2026-11-10
openai|o3-pro|o3-pro|o-pro|200000||100000|20,80|TVaSR|2025-06-10|2024-05|o|||2026-11-10
openai|o4-mini|o4-mini|o-mini|200000||100000|1.1,4.4,0.275|TVaSR|2025-04-16|2024-05|o|||2026-11-10
openai|o4-mini-deep-research|o4-mini-deep-research|o-mini|200000||100000|2,8,0.5|TVaR|2024-06-26|2024-05|o|||2026-07-02
openrouter|anthropic/claude-sonnet-4.5|Claude Sonnet 4.5 (latest)|claude-sonnet|1000000||64000|3,15,0.3,3.75;200000:6,22.5,0.6,7.5|TVaSR|2025-09-29|2025-07-31|o|||2026-11-10
openrouter|cohere/command-a|Command A|command-a|256000||8192|2.5,10|tvaSr|2025-03-13|2024-08-31|O|||2026-11-10
openrouter|cohere/command-a-plus|Cohere: Command A+|command|192000||64000|0.3,1.5,0.15|TVR||||||2026-11-10
openrouter|cohere/command-r-08-2024|Command R|command-r|128000||4000|0.15,0.6|TvaSr|2024-08-30|2024-06-01|O||32|2026-11-10
openrouter|cohere/command-r-plus-08-2024|Command R+|command-r|128000||4000|2.5,10|TvaSr|2024-08-30|2024-06-01|O||104|2026-11-10
openrouter|cohere/command-r7b-12-2024|Command R7B|command-r|128000||4000|0.0375,0.15|tvaSr|2024-12-02|2024-06-01|O||7|2026-11-10
openrouter|deepseek/deepseek-chat|DeepSeek Chat|deepseek|128000||16000|0.32,0.89|TvaSr|2025-12-01|2025-09|O|||2026-11-10
openrouter|deepseek/deepseek-chat-v3-0324|DeepSeek V3 0324|deepseek|163840||16384|0.29,1.14,0.11|TvaSr|2025-03-24|2024-07-31|O||671/37|2026-11-10
openrouter|deepseek/deepseek-chat-v3.1|DeepSeek V3.1|deepseek|163840||32768|0.25,0.95,0.13|TvaSR|2025-08-21|2025-03-31|O||671/37|2026-11-10
openrouter|deepseek/deepseek-r1|DeepSeek-R1|deepseek-thinking|64000||16000|0.7,2.5|TvaSR|2025-01-20|2024-07|O||671/37|2026-07-02
openrouter|deepseek/deepseek-r1-0528|R1 0528|deepseek|163840||32768|0.5,2.15,0.35|TvaSR|2025-05-28|2025-03-31|O||671/37|2026-11-10
openrouter|deepseek/deepseek-r1-distill-llama-70b|R1 Distill Llama 70B|deepseek-thinking|8192||8192|0.8,0.8|tvasR|2025-01-23|2024-07-31|O||70|2026-07-02
openrouter|deepseek/deepseek-v3.1-terminus|DeepSeek V3.1 Terminus|deepseek|163840||32768|0.27,1|TvaSR|2025-09-22|2025-03-31|O||671/37|2026-11-10
openrouter|deepseek/deepseek-v3.2|DeepSeek V3.2|deepseek|128000||64000|0.26,0.38,0.13|TvaSR|2025-12-01|2024-07|O||671/37|2026-11-10
openrouter|deepseek/deepseek-v3.2-exp|DeepSeek V3.2 Exp|deepseek|163840||65536|0.27,0.41|TvaSR|2025-09-29|2025-07-31|O||671/37|2026-11-10
openrouter|deepseek/deepseek-v4-flash|DeepSeek V4 Flash|deepseek-flash|1048575||65536|0.091,0.182,0.0182|TvaSR|2026-04-24|2025-05|O|||2026-11-10
openrouter|deepseek/deepseek-v4-flash-0731|DeepSeek: DeepSeek V4 Flash 0731|deepseek|1048576||943718|0.0434,0.3,0.035|TvR||||||2026-11-10
openrouter|deepseek/deepseek-v4-flash-vision-exp|DeepSeek: DeepSeek V4 Flash Vision Exp|deepseek|1048575||943717|0.44,1.32,0.014|TVR||||||2026-11-10
openrouter|deepseek/deepseek-v4-pro|DeepSeek V4 Pro|deepseek-thinking|1048576||384000|0.95526,1.91052,0.079605|TvaSR|2026-04-24|2025-05|O|||2026-11-10
openrouter|deepseek/deepseek-v4-pro-0813|DeepSeek: DeepSeek V4 Pro 0813|deepseek|1048576||943718|0.111,4.44,0.097|TvR||||||2026-11-10
openrouter|deepseek/deepseek-v4.1-flash|DeepSeek: DeepSeek V4.1 Flash|deepseek|1048576||943718|0.006,0.5,0.005|TVR||||||2026-11-10
openrouter|deepseek/deepseek-v4.1-flash-1017|DeepSeek: DeepSeek V4.1 Flash 1017|deepseek|1048576||943718|0.006,0.5,0.005|TVR||||||2026-11-10
openrouter|google/gemini-2.5-flash|Gemini 2.5 Flash|gemini-flash|1048576||65535|0.3,2.5,0.03,0.083333,2.5|TVASR|2025-06-17|2025-01|o|||2026-11-10
openrouter|google/gemini-2.5-flash-lite|Gemini 2.5 Flash-Lite|gemini-flash-lite|1048576||65535|0.1,0.4,0.01,0.083333,0.4|TVASR|2025-06-17|2025-01|o|||2026-11-10
openrouter|google/gemini-2.5-flash-lite-preview-09-2025|Gemini 2.5 Flash Lite Preview 09-2025|gemini-flash-lite|1048576||65535|0.1,0.4,0.01,0.083333,0.4|TVASR|2025-09-25|2025-01-31|o|||2026-07-02
openrouter|google/gemini-2.5-pro|Gemini 2.5 Pro|gemini-pro|1048576||65536|1.25,10,0.125,0.375,10;200000:2.5,15,0.25,0.375|TVASR|2025-06-17|2025-01|o|||2026-11-10
openrouter|google/gemini-2.5-pro-preview|Gemini 2.5 Pro Preview 06-05|gemini|1048576||65536|1.25,10,0.125,0.375,10;200000:2.5,15,0.25,0.375|TVASR|2025-06-05|2025-01-31|o|||2026-11-10
openrouter|google/gemini-2.5-pro-preview-05-06|Gemini 2.5 Pro Preview 05-06|gemini-pro|1048576||65535|1.25,10,0.125,0.375,10|TVASR|2025-05-07|2025-01-31|o|||2026-07-02
openrouter|google/gemini-3-flash-preview|Gemini 3 Flash Preview|gemini-flash|1048576||65535|0.5,3,0.05,0.083333,3|TVASR|2025-12-17|2025-01|o|||2026-11-10
openrouter|google/gemini-3-pro-image|Google: Nano Banana Pro (Gemini 3 Pro Image)|gemini|65536||32768|2,12,0.2,0.375|TVR||||||2026-11-10
openrouter|google/gemini-3.1-flash-lite|Gemini 3.1 Flash Lite|gemini-flash-lite|1048576||65536|0.25,1.5,0.025,0.083333,1.5|TVASR|2026-05-07|2025-01|o|||2026-11-10
openrouter|google/gemini-3.1-flash-lite-preview|Gemini 3.1 Flash Lite Preview|gemini-flash-lite|1048576||65536|0.25,1.5,0.025,0.083333,1.5|TVASR|2026-03-03|2025-01|o|||2026-11-10
openrouter|google/gemini-3.1-pro-preview|Gemini 3.1 Pro Preview|gemini-pro|1048576||65536|2,12,0.2,0.375,12;200000:4,18,0.4|TVASR|2026-02-19|2025-01|o|||2026-11-10
openrouter|google/gemini-3.1-pro-preview-customtools|Gemini 3.1 Pro Preview Custom Tools|gemini-pro|1048576||65536|2,12,0.2,0.375,12;200000:4,18,0.4|TVASR|2026-02-19|2025-01|o|||2026-11-10
openrouter|google/gemini-3.5-flash|Gemini 3.5 Flash|gemini-flash|1048576||65536|1.5,9,0.15,0.083333,9|TVASR|2026-05-19|2025-01|o|||2026-11-10
openrouter|google/gemini-3.5-flash-lite|Google: Gemini 3.5 Flash Lite|gemini|1048576||65536|0.3,2.5,0.03,0.083333|TVR||||||2026-11-10
openrouter|google/gemini-3.6-flash|Google: Gemini 3.6 Flash|gemini|1048576||65536|0.75,3.75,0.075,0.041667|TVR||||||2026-11-10
openrouter|google/gemini-3.7-flash|Google: Gemini 3.7 Flash|gemini|1048576||65536|0.75,3.75,0.075,0.041667|TVR||||||2026-11-10
openrouter|google/gemini-3.8-flash|Google: Gemini 3.8 Flash|gemini|1048576||65536|0.825,4.125,0.0825,0.041667|TVR||||||2026-11-10
openrouter|google/gemini-4-argon|Google: Gemini 4 Argon|gemini|1048576||943718|2,10,0.1,0.1875|TVR||||||2026-11-10
openrouter|google/gemini-nano-banana-2.1|Google: Nano Banana 2.1|gemini|65536||58982|1.5,7.5|TVR||||||2026-11-10
openrouter|google/gemma-2-27b-it|Gemma 2 27B|gemma|8192||2048|0.65,0.65|tvaSr|2024-07-13|2024-06-30|O||27|2026-07-02
openrouter|google/gemma-3-12b-it|Gemma 3 12B|gemma|131072||16384|0.05,0.15|TVaSr|2025-03-13|2024-08-31|O||12|2026-11-10
openrouter|google/gemma-3-27b-it|Gemma 3 27B|gemma|131072||16384|0.08,0.45,0.04|TVaSr|2025-03-12|2024-08-31|O||27|2026-11-10
openrouter|google/gemma-3-4b-it|Gemma 3 4B|gemma|131072||16384|0.05,0.1|tVaSr|2025-03-13|2024-08-31|O||4|2026-07-02
openrouter|google/gemma-3n-e4b-it|Gemma 3n 4B|gemma|32768||32768|0.06,0.12|tvaSr|2025-05-20|2024-08-31|O||4|2026-07-02
openrouter|google/gemma-4-26b-a4b-it|Gemma 4 26B A4B IT|gemma|262144||262144|0.08,0.1,0.046|TVaSR|2026-04-02||O||26/4|2026-11-10
openrouter|google/gemma-4-31b-it|Gemma 4 31B IT|gemma|262144||262144|0.2,0.4|TVaSR|2026-04-02||O||31|2026-11-10
openrouter|meta-llama/llama-3-8b-instruct|Llama 3 8B Instruct|llama|8192||8192|0.14,0.14|tvaSr|2024-04-18|2023-12-31|O||8|2026-07-02
openrouter|meta-llama/llama-3.1-70b-instruct|Llama 3.1 70B Instruct|llama|131072||16384|0.4,0.4|TvaSr|2024-07-23|2023-12-31|O||70|2026-07-02
openrouter|meta-llama/llama-3.1-8b-instruct|Llama 3.1 8B Instruct|llama|131072||16384|0.02,0.04|TvaSr|2024-07-23|2023-12-31|O||8|2026-11-10
openrouter|meta-llama/llama-3.2-11b-vision-instruct|Llama 3.2 11B Vision Instruct|llama|131072||16384|0.345,0.345|tVasr|2024-09-25|2023-12-31|O||11|2026-07-02
openrouter|meta-llama/llama-3.2-1b-instruct|Llama 3.2 1B Instruct|llama|60000||60000|0.027,0.201|tvasr|2024-09-25|2023-12-31|O||1|2026-07-02
openrouter|meta-llama/llama-3.2-3b-instruct|Llama 3.2 3B Instruct|llama|80000||80000|0.0509,0.335|tvasr|2024-09-25|2023-12-31|O||3|2026-07-02
openrouter|meta-llama/llama-3.3-70b-instruct|Llama-3.3-70B-Instruct|llama|131072||16384|0.71,0.71,0.71|TvaSr|2024-12-06|2023-12|O||70|2026-11-10
openrouter|meta-llama/llama-3.3-70b-instruct:free|Llama 3.3 70B Instruct (free)|llama|65536||131072|0,0|Tvasr|2024-12-06|2023-12|O||70|2026-07-02
openrouter|meta-llama/llama-4-maverick|Llama 4 Maverick|llama|1048576||16384|0.35,1,0.17|TVaSr|2025-04-05|2024-08-31|O||400/17|2026-11-10
openrouter|meta-llama/llama-4-scout|Llama 4 Scout|llama|327680||16384|0.1,0.3|TVaSr|2025-04-05|2024-08-31|O||109/17|2026-11-10
openrouter|minimax/minimax-01|MiniMax-01|minimax|1000192||1000192|0.2,1.1|tVasr|2025-01-15|2024-03-31|O|||2026-07-02
openrouter|minimax/minimax-m1|MiniMax M1|minimax|1000000||40000|0.4,2.2|TvasR|2025-06-17|2024-06-30|o|||2026-07-02
openrouter|minimax/minimax-m2|MiniMax-M2|minimax|196608||196608|0.255,1,0.03|TvaSR|2025-10-27||O||230/10|2026-07-02
openrouter|minimax/minimax-m2-her|MiniMax M2-her|minimax|65536||2048|0.3,1.2,0.03|tvasr|2026-01-23||o||230/10|2026-07-02
openrouter|minimax/minimax-m2.1|MiniMax-M2.1|minimax|196608||196608|0.29,0.95,0.03|TvaSR|2025-12-23||O|||2026-07-02
openrouter|minimax/minimax-m2.5|MiniMax-M2.5|minimax|196608||196608|0.3,1.2,0.06|TvaSR|2026-02-12||O|||2026-11-10
openrouter|minimax/minimax-m2.7|MiniMax-M2.7|minimax|196608||196608|0.21,0.84,0.042|TvaSR|2026-03-18||O|||2026-11-10
openrouter|minimax/minimax-m3|MiniMax-M3|minimax|524288||512000|0.3,1.2,0.06|TVaSR|2026-06-01||O|||2026-11-10
openrouter|minimax/minimax-m3.1-flash|MiniMax: MiniMax M3.1 Flash|minimax|1048576||524288|0.15,0.6,0.015|TVR||||||2026-11-10
openrouter|mistralai/codestral-2508|Codestral 2508|codestral|256000||256000|0.3,0.9,0.03|TvaSr|2025-08-01|2025-03-31|o|||2026-11-10
openrouter|mistralai/devstral-2512|Devstral 2|devstral|262144||262144|0.4,2,0.04|TvaSr|2025-12-09|2025-12|O|||2026-11-10
openrouter|mistralai/ministral-14b-2512|Ministral 3 14B 2512|ministral|262144||262144|0.2,0.2,0.02|TVaSr|2025-12-02||O||14|2026-11-10
openrouter|mistralai/ministral-3b-2512|Ministral 3 3B 2512|ministral|131072||131072|0.1,0.1,0.01|TVaSr|2025-12-02||O||3|2026-11-10
openrouter|mistralai/ministral-8b-2512|Ministral 3 8B 2512|ministral|262144||262144|0.15,0.15,0.015|TVaSr|2025-12-02||O||8|2026-11-10
openrouter|mistralai/mistral-large|Mistral Large|mistral-large|128000||128000|2,6,0.2|TvaSr|2024-02-26|2024-11-30|o|||2026-11-10
openrouter|mistralai/mistral-large-2407|Mistral Large 2407|mistral-large|131072||131072|2,6,0.2|TvaSr|2024-11-19|2024-03-31|o||123|2026-11-10
openrouter|mistralai/mistral-large-2512|Mistral Large 3|mistral-large|262144||262144|0.5,1.5,0.05|TVaSr|2024-11-01|2024-11|O|||2026-11-10
openrouter|mistralai/mistral-large-4-0|Mistral: Mistral Large 4|mistral|1048576||262144|0.7,2.1,0.07|TVR||||||2026-11-10
openrouter|mistralai/mistral-medium-3|Mistral Medium 3|mistral-medium|131072||131072|0.4,2,0.04|TVaSr|2025-05-07|2025-03-31|o|||2026-11-10
openrouter|mistralai/mistral-medium-3-5|Mistral Medium 3.5|mistral-medium|262144||262144|1.5,7.5|TVaSR|2026-04-30||o|||2026-11-10
openrouter|mistralai/mistral-medium-3.1|Mistral Medium 3.1|mistral-medium|131072||262144|0.4,2,0.04|TVaSr|2025-08-13|2025-06-30|o|||2026-11-10
openrouter|mistralai/mistral-nemo|Mistral Nemo|mistral-nemo|131072||131072|0.029,0.03|TvaSr|2024-07-01|2024-07|O||12|2026-11-10
openrouter|mistralai/mistral-saba|Saba|mistral|32768||32768|0.2,0.6,0.02|TvaSr|2025-02-17|2024-09-30|o|||2026-11-10
openrouter|mistralai/mistral-small-24b-instruct-2501|Mistral Small 3|mistral-small|32768||16384|0.05,0.08|tvaSr|2025-01-30|2023-10-31|O||24|2026-07-02
openrouter|mistralai/mistral-small-2603|Mistral Small 4|mistral-small|262144||262144|0.15,0.6,0.015|TVaSR|2026-03-16|2025-06|O||24|2026-11-10
openrouter|mistralai/mistral-small-3.1-24b-instruct|Mistral Small 3.1 24B|mistral-small|128000||128000|0.351,0.555|tVasr|2025-03-17|2023-10-31|O||24|2026-11-10
openrouter|mistralai/mistral-small-3.2-24b-instruct|Mistral Small 3.2 24B|mistral-small|128000||16384|0.1,0.3,0.01|TVaSr|2025-06-20|2023-10-31|O||24|2026-11-10
openrouter|mistralai/mixtral-8x22b-instruct|Mixtral 8x22B Instruct|mistral|65536||65536|2,6,0.2|TvaSr|2024-04-17|2024-01-31|O||141/39|2026-11-10
openrouter|moonshotai/kimi-k2|Kimi K2 0711|kimi-k2|131072||100352|0.57,2.3|Tvasr|2025-07-11|2024-12-31|O||1000/32|2026-11-10
openrouter|moonshotai/kimi-k2-0905|Kimi K2 0905|kimi-k2|262144||100352|0.6,2.5|TvaSr|2025-09-04|2024-12-31|O||1000/32|2026-11-10
openrouter|moonshotai/kimi-k2-thinking|Kimi K2 Thinking|kimi-thinking|262144||262144|0.6,2.5,0.15|TvaSR|2025-11-06|2024-08|O||1000/32|2026-11-10
openrouter|moonshotai/kimi-k2.5|Kimi K2.5|kimi-k2|256000||256000|0.41,2.06,0.07|TVaSR|2026-01|2025-01|O|||2026-11-10
openrouter|moonshotai/kimi-k2.6|Kimi K2.6|kimi-k2|262144||262144|0.65,3.41,0.15|TVaSR|2026-04-21|2025-01|O|||2026-11-10
openrouter|moonshotai/kimi-k2.7-code|Kimi K2.7 Code|kimi-k2|262144||16384|0.6,3.5,0.16|TVaSR|2026-06-12|2025-01|O|||2026-11-10
openrouter|moonshotai/kimi-k3|MoonshotAI: Kimi K3|kimi|1048576||131072|0.192,16,0.182|TVR||||||2026-11-10
openrouter|moonshotai/kimi-k3.1-pro|MoonshotAI: Kimi K3.1 Pro|kimi|1048576||131072|2,10,0.2|TVR||||||2026-11-10
openrouter|nvidia/nemotron-3-nano-30b-a3b|Nemotron 3 Nano 30B A3B|nemotron|262144||228000|0.06,0.24,0.012|TvaSR|2025-12-15||O||30/3|2026-11-10
openrouter|openai/gpt-4o|GPT-4o|gpt|128000||16384|2.5,10,1.25|TVaSr|2024-05-13|2023-09|o|||2026-11-10
openrouter|openai/gpt-oss-120b|GPT OSS 120B|gpt-oss|131072||131072|0.15,0.6,0.075|TvaSR|2025-08-05||O||120|2026-11-10
openrouter|openai/gpt-oss-20b|gpt-oss-20b|gpt-oss|131072||131072|0.03,0.13,0.03|TvaSR|2025-08-05|2024-06-30|O||20|2026-11-10
openrouter|openai/gpt-oss-20b:free|gpt-oss-20b (free)|gpt-oss|131072||32768|0,0|TvaSR|2025-08-05|2024-06-30|O||20|2026-07-02
openrouter|perplexity/sonar|Sonar|sonar|127072||127072|1,1|tVasr|2025-01-27||o|||2026-07-02
openrouter|perplexity/sonar-deep-research|Sonar Deep Research|sonar-deep-research|128000||128000|2,8,,,3|tvasR|2025-03-07||o|||2026-07-02
openrouter|perplexity/sonar-pro|Sonar Pro|sonar-pro|200000||8000|3,15|tVasr|2025-03-07||o|||2026-07-02
openrouter|perplexity/sonar-pro-search|Sonar Pro Search|sonar-pro|200000||8000|3,15|tVaSR|2025-10-30||o|||2026-07-02
openrouter|perplexity/sonar-reasoning-pro|Sonar Reasoning Pro|sonar-reasoning|128000||128000|2,8|tVasR|2025-03-07||o|||2026-07-02
openrouter|qwen/qwen-2.5-72b-instruct|Qwen2.5 72B Instruct|qwen|32768||16384|0.36,0.4|TvaSr|2024-09-19|2024-06-30|O||72|2026-11-10
openrouter|qwen/qwen-2.5-7b-instruct|Qwen2.5 7B Instruct|qwen|32768||32768|0.1,0.2|TvaSr|2024-10-16|2024-06-30|O||7|2026-11-10
openrouter|qwen/qwen-2.5-coder-32b-instruct|Qwen2.5 Coder 32B Instruct|qwen|32768||32768|0.66,1|tvasr|2024-11-11|2024-06-30|O||32|2026-07-02
openrouter|qwen/qwen-plus|Qwen Plus|qwen|1000000||32768|0.26,0.78,0.052,0.325;256000:0.78,2.34,0.156,0.975|TvaSr|2024-01-25|2024-04|o|||2026-11-10
openrouter|qwen/qwen-plus-2025-07-28|Qwen Plus 0728|qwen|1000000||32768|0.26,0.78|TvaSr|2025-09-08|2025-03-31|o|||2026-07-02
openrouter|qwen/qwen2.5-vl-72b-instruct|Qwen2.5 VL 72B Instruct|qwen|128000||128000|0.8,1,0.4|tVaSr|2025-02-01|2024-06-30|O||72|2026-07-02
openrouter|qwen/qwen3-14b|Qwen3 14B|qwen|40960||40960|0.1,0.22|TvaSR|2025-04-28|2025-03-31|O||14|2026-11-10
openrouter|qwen/qwen3-235b-a22b|Qwen3 235B-A22B|qwen|131072||8192|0.455,1.82|TvasR|2025-04|2025-04|O||235/22|2026-07-02
openrouter|qwen/qwen3-235b-a22b-2507|Qwen3 235B A22B Instruct 2507|qwen|262144||16384|0.14,0.8,0.05|TvaSr|2025-07-21|2025-06-30|O||235/22|2026-11-10
openrouter|qwen/qwen3-235b-a22b-thinking-2507|Qwen3 235B A22B Thinking 2507|qwen|131072||262144|0.45,3.5|TvaSR|2025-07-25|2025-06-30|O||235/22|2026-11-10
openrouter|qwen/qwen3-30b-a3b|Qwen3 30B A3B|qwen|40960||16384|0.12,0.5|TvaSR|2025-04-28|2025-03-31|O||30/3|2026-11-10
openrouter|qwen/qwen3-30b-a3b-instruct-2507|Qwen3 30B A3B Instruct 2507|qwen|128000||32000|0.1,0.3,0.1|TvaSr|2025-07-29|2025-06-30|O||30/3|2026-11-10
openrouter|qwen/qwen3-30b-a3b-thinking-2507|Qwen3 30B A3B Thinking 2507|qwen|131072||131072|0.08,0.4,0.08|TvaSR|2025-08-28|2025-06-30|O||30/3|2026-07-02
openrouter|qwen/qwen3-32b|Qwen3 32B|qwen|40960||16384|0.08,0.28|TvaSR|2025-04|2025-04|O||32|2026-11-10
openrouter|qwen/qwen3-8b|Qwen3 8B|qwen|40960||8192|0.05,0.4,0.05|TvaSR|2025-04-28|2025-03-31|O||8|2026-07-02
openrouter|qwen/qwen3-coder|Qwen3 Coder 480B A35B|qwen|262144||65536|0.3,1,0.1|TvaSr|2025-07-23|2025-06-30|O|||2026-11-10
openrouter|qwen/qwen3-coder-30b-a3b-instruct|Qwen3-Coder 30B-A3B Instruct|qwen|160000||32768|0.15,0.6|TvaSr|2025-04|2025-04|O||30/3|2026-11-10
openrouter|qwen/qwen3-coder-flash|Qwen3 Coder Flash|qwen|1000000||65536|0.195,0.975,0.039,0.24375;32000:0.325,1.625,0.065,0.40625;128000:0.52,2.6,0.104,0.65|Tvasr|2025-07-28|2025-04|o|||2026-11-10
openrouter|qwen/qwen3-coder-next|Qwen3 Coder Next|qwen|262144||262144|0.12,0.8,0.07|TvaSr|2026-02-04||O|||2026-11-10
openrouter|qwen/qwen3-coder-plus|Qwen3 Coder Plus|qwen|1000000||65536|0.65,3.25,0.13,0.8125|TvaSr|2025-07-23|2025-04|o|||2026-07-02
openrouter|qwen/qwen3-coder:free|Qwen3 Coder 480B A35B (free)|qwen|262000||262000|0,0|Tvasr|2025-07-23|2025-06-30|O|||2026-07-02
openrouter|qwen/qwen3-max|Qwen3 Max|qwen|262144||32768|0.78,3.9,0.156,0.975|TvaSr|2025-09-23|2025-04|o|||2026-07-02
openrouter|qwen/qwen3-max-thinking|Qwen3 Max Thinking|qwen|262144||32768|0.78,3.9|TvaSR|2026-02-09||o|||2026-07-02
openrouter|qwen/qwen3-next-80b-a3b-instruct|Qwen3-Next 80B-A3B Instruct|qwen|262144||16384|0.09,1.1|TvaSr|2025-09|2025-04|O||80/3|2026-11-10
openrouter|qwen/qwen3-next-80b-a3b-thinking|Qwen3-Next 80B-A3B (Thinking)|qwen|131072||32768|0.0975,0.78|TvaSR|2025-09|2025-04|O||80/3|2026-07-02
openrouter|qwen/qwen3-vl-235b-a22b-instruct|Qwen3 VL 235B A22B Instruct|qwen|262144||16384|0.21,1.9,0.1|TVaSr|2025-09-23|2025-03-31|O||235/22|2026-11-10
openrouter|qwen/qwen3-vl-235b-a22b-thinking|Qwen3 VL 235B A22B Thinking|qwen|131072||32768|0.26,2.6|TVaSR|2025-09-23|2025-03-31|O||235/22|2026-07-02
openrouter|qwen/qwen3-vl-30b-a3b-instruct|Qwen3 VL 30B A3B Instruct|qwen|131072||32768|0.15,0.6|TVaSr|2025-10-06|2025-03-31|O||30/3|2026-11-10
openrouter|qwen/qwen3-vl-30b-a3b-thinking|Qwen3 VL 30B A3B Thinking|qwen|131072||32768|0.29,1|TVaSR|2025-10-06|2025-03-31|O||30/3|2026-11-10
openrouter|qwen/qwen3-vl-32b-instruct|Qwen3 VL 32B Instruct|qwen|131072||32768|0.104,0.416|TVaSr|2025-10-23||O||32|2026-07-02
openrouter|qwen/qwen3-vl-8b-instruct|Qwen3 VL 8B Instruct|qwen|131072||32768|0.25,0.75,0.12|TVaSr|2025-10-14||O||8|2026-11-10
openrouter|qwen/qwen3-vl-8b-thinking|Qwen3 VL 8B Thinking|qwen|131072||32768|0.117,1.365|TVaSR|2025-10-14||O||8|2026-07-02
openrouter|qwen/qwen3.5-122b-a10b|Qwen3.5 122B-A10B|qwen|262144||262144|0.26,2.08|TVaSR|2026-02-23||O||122/10|2026-11-10
openrouter|qwen/qwen3.5-27b|Qwen3.5 27B|qwen|262144||65536|0.26,2.6|TVaSR|2026-02-23||O||27|2026-11-10
openrouter|qwen/qwen3.5-35b-a3b|Qwen3.5 35B-A3B|qwen|262144||81920|0.14,1,0.05|TVaSR|2026-02-23||O||35/3|2026-11-10
openrouter|qwen/qwen3.5-397b-a17b|Qwen3.5 397B-A17B|qwen|131072||64000|0.6,3.6,0.12|TVaSR|2026-02-15||O||397/17|2026-11-10
openrouter|qwen/qwen3.5-9b|Qwen3.5 9B|qwen|262144||262144|0.17,0.25|TVaSR|2026-02-23||O||9|2026-11-10
openrouter|qwen/qwen3.5-flash-02-23|Qwen3.5-Flash|qwen|1000000||65536|0.065,0.26|TVaSR|2026-02-25||o|||2026-11-10
openrouter|qwen/qwen3.5-plus-02-15|Qwen3.5 Plus 2026-02-15|qwen|1000000||65536|0.26,1.56;256000:0.325,1.95|TVaSR|2026-02-16|2025-04|o|||2026-11-10
openrouter|qwen/qwen3.5-plus-20260420|Qwen3.5 Plus 2026-04-20|qwen3.5|1000000||65536|0.3,1.8,,0.375;256000:0.375,2.25,,0.46875|TVaSR|2026-04-27||o|||2026-11-10
openrouter|qwen/qwen3.6-27b|Qwen3.6 27B|qwen|262140||262140|0.32,3.2|TVaSR|2026-04-22||O||27|2026-11-10
openrouter|qwen/qwen3.6-35b-a3b|Qwen3.6 35B-A3B|qwen|262144||262144|0.1,0.9,0.025|TVaSR|2026-04-17||O||35/3|2026-11-10
openrouter|qwen/qwen3.6-flash|Qwen3.6 Flash|qwen3.6|1000000||65536|0.1875,1.125,,0.234375;256000:0.75,3,,0.9375|TVaSR|2026-04-27||o|||2026-11-10
openrouter|qwen/qwen3.6-max-preview|Qwen3.6 Max Preview|qwen|262144||65536|1.04,6.24,,1.3|TvaSR|2026-04-20|2025-04|o|||2026-07-02
openrouter|qwen/qwen3.6-plus|Qwen3.6 Plus|qwen|1000000||65536|0.325,1.95,,0.40625;256000:1.3,3.9,,1.625|TVaSR|2026-04-02|2025-04|o|||2026-11-10
openrouter|qwen/qwen3.7-flash|Qwen: Qwen3.7 Flash|qwen|1000000||65536|0.03,0.13,0.006,0.038;32000:0.1,0.4,0.02,0.125;256000:0.2,0.8,0.04,0.25|TVR||||||2026-11-10
openrouter|qwen/qwen3.7-max|Qwen3.7 Max|qwen|1000000||65536|1.475,4.425,0.295,1.84375|TvaSR|2026-05-21||o|||2026-11-10
openrouter|qwen/qwen3.7-plus|Qwen3.7 Plus|qwen|1000000||65536|0.32,1.28,0.064,0.4;256000:0.96,3.84,0.192,1.2|TVaSR|2026-06-02|2025-04|o|||2026-11-10
openrouter|qwen/qwen3.8-2.4t-a95b|Qwen: Qwen3.8 2.4T A95B|qwen|1048576||131072|2,6,0.25|TvR|||||2400/95|2026-11-10
openrouter|qwen/qwen3.8-27b|Qwen: Qwen3.8 27B|qwen|262144||235929|0.15,1.875,0.0375|TVR|||||27|2026-11-10
openrouter|qwen/qwen3.8-flash|Qwen: Qwen3.8 Flash|qwen|1000000||131072|0.15,0.47,0.016|TVR||||||2026-11-10
openrouter|qwen/qwen3.8-max-0902|Qwen: Qwen3.8 Max (0902)|qwen|1000000||131072|2,6,0.25|TVR||||||2026-11-10
openrouter|qwen/qwen3.8-max-prime|Qwen: Qwen3.8 Max Prime|qwen|1000000||131072|4,12,0.5|TVR||||||2026-11-10
openrouter|qwen/qwen3.8-omni-flash|Qwen: Qwen3.8 Omni Flash|qwen|1000000||131072|0.15,0.47,0.016|TVR||||||2026-11-10
openrouter|x-ai/grok-4.1-fast|Grok 4.1 Fast|grok||||0.2,0.5,0.05|TaR||||||2026-07-02
openrouter|z-ai/glm-4.5|GLM-4.5|glm|131072||98304|0.6,2.2,0.11|TvasR|2025-07-28|2025-04|O||355/32|2026-11-10
openrouter|z-ai/glm-4.5-air|GLM-4.5-Air|glm-air|131072||98304|0.2,1.1,0.03|TvasR|2025-07-28|2025-04|O||106/12|2026-11-10
openrouter|z-ai/glm-4.5v|GLM-4.5V|glm|65536||16384|0.6,1.8,0.11|TVasR|2025-08-11|2025-04|O|||2026-11-10
openrouter|z-ai/glm-4.6|GLM-4.6|glm|202752||131072|0.5,2,0.1|TvaSR|2025-09-30|2025-04|O||355/32|2026-11-10
openrouter|z-ai/glm-4.6v|GLM-4.6V|glm|131072||32768|0.3,0.9,0.055|TVasR|2025-12-08|2025-04|O|||2026-11-10
openrouter|z-ai/glm-4.7|GLM-4.7|glm|202752||131072|0.6,2.2,0.11|TvaSR|2025-12-22|2025-04|O|||2026-11-10
openrouter|z-ai/glm-4.7-flash|GLM-4.7-Flash|glm-flash|202752||16384|0.0605,0.4|TvaSR|2026-01-19|2025-04|O|||2026-11-10
openrouter|z-ai/glm-5|GLM-5|glm|202752||128000|0.6,1.9,0.119|TvaSR|2026-02-12||O|||2026-11-10
openrouter|z-ai/glm-5-turbo|GLM-5-Turbo|glm|262144||131072|1.2,4,0.24|TvasR|2026-03-16||o|||2026-11-10
openrouter|z-ai/glm-5.1|GLM-5.1|glm|65536||128000|1.4,4.4,0.26|TvaSR|2026-04-07||O|||2026-11-10
openrouter|z-ai/glm-5.2|GLM-5.2|glm|1048576||32768|0.0062,6.8,0.0052|TvaSR|2026-06-13||O|||2026-11-10
openrouter|z-ai/glm-5.3|Z.ai: GLM 5.3|glm|1048576||943718|0.0699,1.4,0.0689|TvR||||||2026-11-10
openrouter|z-ai/glm-5.3-flash|Z.ai: GLM 5.3 Flash|glm|1048575||943717|0.15,0.5,0.03|TVR||||||2026-11-10
openrouter|z-ai/glm-5.3-flashx|Z.ai: GLM 5.3 FlashX|glm|1048576||131072|0.37,1.25,0.075|TVR||||||2026-11-10
openrouter|z-ai/glm-5.3-flashx-legal|Z.ai: GLM 5.3 FlashX Legal|glm|1048576||131072|0.37,1.25,0.075|TVR||||||2026-11-10
openrouter|z-ai/glm-5.3-prime|Z.ai: GLM 5.3 Prime|glm|1000000||131072|2.8,8.8,0.56|TvR||||||2026-11-10
openrouter|z-ai/glm-5v-turbo|GLM-5V-Turbo|glm|202752||131072|1.2,4,0.24|TVasR|2026-04-01||o|||2026-11-10
perplexity|sonar|Sonar|sonar|128000||4096|1,1|tvar|2024-01-01|2025-09-01|o|||2026-07-02
perplexity|sonar-deep-research|Perplexity Sonar Deep Research|sonar|128000||32768|2,8,,,3|tvaR|2025-02-01|2025-01|o|||2026-07-02
perplexity|sonar-pro|Sonar Pro|sonar-pro|200000||8192|3,15|tVar|2024-01-01|2025-09-01|o|||2026-07-02
perplexity|sonar-reasoning-pro|Sonar Reasoning Pro|sonar-reasoning|128000||4096|2,8|tVaR|2024-01-01|2025-09-01|o|||2026-07-02
together|moonshotai/Kimi-K3|Kimi K3|kimi|1048576||131072|3,15,0.3|TVR||||||2026-11-10
together|openai/gpt-oss-120b|GPT OSS 120B|gpt-oss|131072||131072|0.15,0.6|TvaR|2025-08-05|2025-08|O||120|2026-11-10
together|zai-org/GLM-5.3|GLM-5.3|glm|1048575||262144|1.4,4.4,0.26|TvR||||||2026-11-10
xai|grok-4.20-0309-non-reasoning|Grok 4.20 (Non-Reasoning)|grok|1000000||30000|1.25,2.5,0.2;200000:2.5,5,0.4|TVaSr|2026-03-09||o|||2026-07-02
xai|grok-4.20-0309-reasoning|Grok 4.20 (Reasoning)|grok|1000000||30000|1.25,2.5,0.2;200000:2.5,5,0.4|TVaSR|2026-03-09||o|||2026-07-02
xai|grok-4.20-multi-agent-0309|Grok 4.20 Multi-Agent|grok|1000000||30000|1.25,2.5,0.2;200000:2.5,5,0.4|tVaSR|2026-03-09||o|||2026-07-02
xai|grok-4.3|Grok 4.3|grok|1000000||30000|1.25,2.5,0.2;200000:2.5,5,0.4|TVaSR|2026-04-17||o|||2026-11-10
xai|grok-4.5|Grok 4.5|grok|500000||500000|2,6,0.3;200000:4,12,0.6|TVR||||||2026-11-10
xai|grok-4.6|Grok 4.6|grok|500000||500000|2,6,0.5;200000:4,12,1|TVR||||||2026-11-10
xai|grok-4.7|Grok 4.7|grok|500000||500000|2,6,0.5;200000:4,12,1|TVR||||||2026-11-10
xai|grok-build-0.1|Grok Build 0.1|grok-build|256000||256000|1,2,0.2;200000:2,4,0.4|TVaSR|2026-04-16||o|||2026-07-02
zhipu|glm-4.5|GLM-4.5|glm|131072||98304|0.6,2.2,0.11|TvaR|2025-07-28|2025-04|O||355/32|2026-07-02
zhipu|glm-4.5-air|GLM-4.5-Air|glm-air|131072||98304|0.2,1.1,0.03|TvaR|2025-07-28|2025-04|O||106/12|2026-07-02
zhipu|glm-4.5-flash|GLM-4.5-Flash|glm-flash|131072||98304|0,0,0,0|TvaR|2025-07-28|2025-04|O|||2026-07-02
zhipu|glm-4.5v|GLM-4.5V|glm|64000||16384|0.6,1.8|TVaR|2025-08-11|2025-04|O|||2026-07-02
zhipu|glm-4.6|GLM-4.6|glm|204800||131072|0.6,2.2,0.11|TvaR|2025-09-30|2025-04|O||355/32|2026-07-02
zhipu|glm-4.6v|GLM-4.6V|glm|128000||32768|0.3,0.9|TVaR|2025-12-08|2025-04|O|||2026-07-02
zhipu|glm-4.7|GLM-4.7|glm|204800||131072|0.6,2.2,0.11|TvaR|2025-12-22|2025-04|O|||2026-11-10
zhipu|glm-4.7-flash|GLM-4.7-Flash|glm-flash|200000||131072|0,0,0,0|TvaR|2026-01-19|2025-04|O|||2026-07-02
zhipu|glm-4.7-flashx|GLM-4.7-FlashX|glm-flash|200000||131072|0.07,0.4,0.01|TvaR|2026-01-19|2025-04|O|||2026-07-02
zhipu|glm-5|GLM-5|glm|204800||131072|1,3.2,0.2|TvaR|2026-02-12||O|||2026-07-02
zhipu|glm-5-turbo|GLM-5-Turbo|glm|200000||131072|1.2,4,0.24|TvaSR|2026-03-16||o|||2026-11-10
zhipu|glm-5.1|GLM-5.1|glm|200000||131072|1.4,4.4,0.26|TvaSR|2026-04-07||O|||2026-07-02
zhipu|glm-5.2|GLM-5.2|glm|1000000||131072|1.4,4.4,0.26|TvaSR|2026-06-13||O|||2026-11-10
zhipu|glm-5.2-highspeed|GLM-5.2 Highspeed|glm|1000000||131072||TvR||||||2026-11-10
zhipu|glm-5.3|GLM-5.3|glm|1000000||131072|1.4,4.4,0.26|TvR||||||2026-11-10
zhipu|glm-5.3-flash|GLM-5.3-Flash|glm|1000000||131072|0.15,0.5,0.03|TVR||||||2026-11-10
zhipu|glm-5.3-highspeed|GLM-5.3 Highspeed|glm|1000000||131072||TvR||||||2026-11-10
zhipu|glm-5v-turbo|GLM-5V-Turbo|glm|200000||131072|1.2,4,0.24|TVaR|2026-04-01||o|||2026-07-02
`;
