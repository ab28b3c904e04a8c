/** Facts of further models, one a line. Made by scripts/build-catalog.mjs: run it again, do not edit. */
export const furtherData: string = `
provider|id|name|family|contextWindow|maxInputTokens|maxOutputTokens|price|capabilities|releasedAt|knowledge|openWeights|deprecatedAt|parameters|asOf
azure|chat-latest|Chat Latest||400000||128000|5,30,0.5|TVR||||||2026-11-10
azure|claude-fable-5|Claude Fable 5|claude-fable|1000000||128000|10,50,1,12.5|TVaR|2026-06-09|2026-01-31|o|||2026-07-02
azure|claude-haiku-4-5|Claude Haiku 4.5|claude-haiku|200000||64000|1,5,0.1,1.25|TVaSR|2025-11-18|2025-02-31|o|||2026-07-02
azure|claude-opus-4-1|Claude Opus 4.1|claude-opus|200000||32000|15,75,1.5,18.75|TVaSR|2025-11-18|2025-03-31|o|||2026-07-02
azure|claude-opus-4-5|Claude Opus 4.5|claude-opus|200000||64000|5,25,0.5,6.25|TVaR|2025-11-24|2025-03-31|o|||2026-07-02
azure|claude-opus-4-6|Claude Opus 4.6|claude-opus|200000||128000|5,25,0.5,6.25;200000:10,37.5,1,12.5|TVaR|2026-02-05|2025-05-31|o|||2026-07-02
azure|claude-opus-4-8|Claude Opus 4.8|claude-opus|200000||128000|5,25,0.5,6.25;200000:10,37.5,1,12.5|TVaR|2026-05-28|2025-12-31|o|||2026-07-02
azure|claude-sonnet-4-5|Claude Sonnet 4.5|claude-sonnet|200000||64000|3,15,0.3,3.75|TVaSR|2025-11-18|2025-07-31|o|||2026-07-02
azure|claude-sonnet-4-6|Claude Sonnet 4.6|claude-sonnet|1000000||64000|3,15,0.3,3.75|TVaSR|2026-02-17|2025-08-31|o|||2026-07-02
azure|claude-sonnet-5|Claude Sonnet 5|claude-sonnet|1000000||128000|2,10,0.2,2.5|TVaSR|2026-06-30|2026-01-31|o|||2026-07-02
azure|codestral-2501|Codestral 25.01|codestral|256000||256000|0.3,0.9|Tvar|2025-01-01|2024-03|o|||2026-07-02
azure|codex-mini|Codex Mini|gpt-codex-mini|200000||100000|1.5,6,0.375|TvaR|2025-05-16|2024-04|o|||2026-07-02
azure|cohere-command-a|Command A|command-a|256000||8000|2.5,10|TvaR|2025-03-13|2024-06-01|O|||2026-07-02
azure|cohere-command-r-08-2024|Command R|command-r|128000||4000|0.15,0.6|Tvar|2024-08-30|2024-06-01|O||32|2026-07-02
azure|cohere-command-r-plus-08-2024|Command R+|command-r|128000||4000|2.5,10|Tvar|2024-08-30|2024-06-01|O||104|2026-07-02
azure|deepseek-r1|DeepSeek-R1|deepseek-thinking|163840||163840|1.35,5.4|tvaR|2025-01-20|2024-07|O||671/37|2026-07-02
azure|deepseek-r1-0528|DeepSeek-R1-0528|deepseek-thinking|163840||163840|1.35,5.4|TvaR|2025-05-28|2024-07|O||671/37|2026-07-02
azure|deepseek-v3-0324|DeepSeek-V3-0324|deepseek|131072||131072|1.14,4.56|Tvar|2025-03-24|2024-07|O||671/37|2026-07-02
azure|deepseek-v3.1|DeepSeek-V3.1|deepseek|131072||131072|0.56,1.68|TvaR|2025-08-21|2024-07|O||671/37|2026-07-02
azure|deepseek-v3.2|DeepSeek-V3.2|deepseek|128000||128000|0.58,1.68|TvaR|2025-12-01|2024-07|O||671/37|2026-07-02
azure|deepseek-v3.2-speciale|DeepSeek-V3.2-Speciale|deepseek|128000||128000|0.58,1.68|tvaR|2025-12-01|2024-07|O||671/37|2026-07-02
azure|deepseek-v4-flash|DeepSeek-V4-Flash|deepseek-flash|1000000||384000|0.19,0.51|tvaSR|2026-04-24|2025-05|O|||2026-07-02
azure|deepseek-v4-pro|DeepSeek-V4-Pro|deepseek-thinking|1000000||384000|1.925,3.828,0.165|tvaSR|2026-04-24|2025-05|O|||2026-11-10
azure|gpt-3.5-turbo-0125|GPT-3.5 Turbo 0125|gpt|16384||16384|0.5,1.5|tvar|2024-01-25|2021-08|o|||2026-07-02
azure|gpt-3.5-turbo-0301|GPT-3.5 Turbo 0301|gpt|4096||4096|1.5,2|tvar|2023-03-01|2021-08|o|||2026-07-02
azure|gpt-3.5-turbo-0613|GPT-3.5 Turbo 0613|gpt|16384||16384|3,4|tvar|2023-06-13|2021-08|o|||2026-07-02
azure|gpt-3.5-turbo-1106|GPT-3.5 Turbo 1106|gpt|16384||16384|1,2|tvar|2023-11-06|2021-08|o|||2026-07-02
azure|gpt-3.5-turbo-instruct|GPT-3.5 Turbo Instruct|gpt|4096||4096|1.5,2|tvar|2023-09-21|2021-08|o|||2026-07-02
azure|gpt-4|GPT-4|gpt|8192||8192|30,60|Tvar|2023-03-14|2023-11|o|||2026-11-10
azure|gpt-4-32k|GPT-4 32K|gpt|32768||32768|60,120|Tvar|2023-03-14|2023-11|o|||2026-07-02
azure|gpt-4-turbo|GPT-4 Turbo|gpt|128000||4096|10,30|TVar|2023-11-06|2023-12|o|||2026-11-10
azure|gpt-4-turbo-vision|GPT-4 Turbo Vision|gpt|128000||4096|10,30|TVar|2023-11-06|2023-11|o|||2026-07-02
azure|gpt-4.1-mini|GPT-4.1 mini|gpt-mini|1047576||32768|0.4,1.6,0.1|TVar|2025-04-14|2024-04|o|||2026-11-10
azure|gpt-4.1-nano|GPT-4.1 nano|gpt-nano|1047576||32768|0.1,0.4,0.025|TVar|2025-04-14|2024-04|o|||2026-11-10
azure|gpt-4o-2024-05-13|GPT-4o (2024-05-13)|gpt|128000||4096|5,15|TVr||||||2026-11-10
azure|gpt-4o-2024-08-06|GPT-4o (2024-08-06)|gpt|128000||16384|2.5,10,1.25|TVr||||||2026-11-10
azure|gpt-4o-2024-11-20|GPT-4o (2024-11-20)|gpt|128000||16384|2.5,10,1.25|TVr||||||2026-11-10
azure|gpt-5-chat|GPT-5 Chat|gpt-codex|128000||16384|1.25,10,0.13|tVaR|2025-08-07|2024-10-24|o|||2026-07-02
azure|gpt-5-chat-latest|GPT-5 Chat Latest|gpt|128000||16384|1.25,10,0.125|TVr||||||2026-11-10
azure|gpt-5-codex|GPT-5-Codex|gpt-codex|400000||128000|1.25,10,0.13|TVaR|2025-09-15|2024-09-30|o|||2026-07-02
azure|gpt-5-nano|GPT-5 Nano|gpt-nano|272000||128000|0.05,0.4,0.005|TVaR|2025-08-07|2024-05-30|o|||2026-11-10
azure|gpt-5-pro|GPT-5 Pro|gpt-pro|400000|272000|272000|15,120|TVaSR|2025-10-06|2024-09-30|o|||2026-11-10
azure|gpt-5.1|GPT-5.1|gpt|400000||128000|1.25,10,0.125|TVR||||||2026-11-10
azure|gpt-5.1-codex-max|GPT-5.1 Codex Max|gpt-codex|400000|272000|128000|1.25,10,0.125|TVaSR|2025-11-13|2024-09-30|o|||2026-07-02
azure|gpt-5.1-codex-mini|GPT-5.1 Codex Mini|gpt-codex|400000||128000|0.25,2,0.025|TVaSR|2025-11-14|2024-09-30|o|||2026-07-02
azure|gpt-5.2|GPT-5.2|gpt|400000||128000|1.75,14,0.175|TVaSR|2025-12-11|2025-08-31|o|||2026-11-10
azure|gpt-5.2-chat|GPT-5.2 Chat|gpt-codex|128000||16384|1.75,14,0.175|TVaSR|2025-12-11|2025-08-31|o|||2026-07-02
azure|gpt-5.2-codex|GPT-5.2 Codex|gpt-codex|400000||128000|1.75,14,0.175|TVaSR|2026-01-14|2025-08-31|o|||2026-07-02
azure|gpt-5.2-pro|GPT-5.2 Pro|gpt|400000||128000|21,168|TVR||||||2026-11-10
azure|gpt-5.3-chat|GPT-5.3 Chat|gpt-codex|128000||16384|1.75,14,0.175|TVaSR|2026-03-03|2025-08-31|o|||2026-07-02
azure|gpt-5.3-codex|GPT-5.3 Codex|gpt-codex|400000||128000|1.75,14,0.175|TVaSR|2026-02-24|2025-08-31|o|||2026-11-10
azure|gpt-5.3-codex-spark|GPT-5.3 Codex Spark|gpt|128000||32000|1.75,14,0.175|TVR||||||2026-11-10
azure|gpt-5.4|GPT-5.4|gpt|1050000|922000|128000|2.5,15,0.25;272000:5,22.5,0.5|TVaSR|2026-03-05|2025-08-31|o|||2026-11-10
azure|gpt-5.4-mini|GPT-5.4 Mini|gpt-mini|400000|272000|128000|0.75,4.5,0.075|TVaSR|2026-03-17|2025-08-31|o|||2026-11-10
azure|gpt-5.4-nano|GPT-5.4 Nano|gpt-nano|400000|272000|128000|0.2,1.25,0.02|TVaSR|2026-03-17|2025-08-31|o|||2026-11-10
azure|gpt-5.4-pro|GPT-5.4 Pro|gpt-pro|1050000|922000|128000|30,180;272000:60,270|TVasR|2026-03-05|2025-08-31|o|||2026-11-10
azure|gpt-5.5|GPT-5.5|gpt|1050000|922000|128000|5,30,0.5;272000:10,45,1|TVaSR|2026-04-24|2025-12-01|o|||2026-11-10
azure|gpt-5.5-pro|GPT-5.5 Pro|gpt|1050000||128000|30,180;272000:60,270|TVR||||||2026-11-10
azure|gpt-5.6-cyber|GPT-5.6 Cyber|gpt|400000||128000|12.5,75,1.25,15.625|TVR||||||2026-11-10
azure|gpt-5.6-luna|GPT-5.6 Luna|gpt|1050000||128000|0.2,1.2,0.02,0.25;272000:0.4,1.8,0.04,0.5|TVR||||||2026-11-10
azure|gpt-5.6-sol|GPT-5.6 Sol|gpt|1050000||128000|4,20,0.4,5;272000:8,30,0.8,10|TVR||||||2026-11-10
azure|gpt-5.6-terra|GPT-5.6 Terra|gpt|1050000||128000|2,12,0.2,2.5;272000:4,18,0.4,5|TVR||||||2026-11-10
azure|gpt-6-astra|GPT-6 Astra|gpt|1050000||128000|10,50,1,12.5;272000:20,75,2,25|TVR||||||2026-11-10
azure|gpt-6-luna|GPT-6 Luna|gpt|1050000||128000|0.1,0.5,0.01,0.125;272000:0.2,0.75,0.02,0.25|TVR||||||2026-11-10
azure|gpt-6-sol|GPT-6 Sol|gpt|1050000||128000|2,10,0.2,2.5;272000:4,15,0.4,5|TVR||||||2026-11-10
azure|gpt-6.1-sol|GPT-6.1 Sol|gpt|1050000||128000|2,10,0.1,2.5;272000:4,15,0.2,5|TVR||||||2026-11-10
azure|gpt-6.1-terra|GPT-6.1 Terra|gpt|1050000||128000|1,5,0.05,1.25;272000:2,7.5,0.1,2.5|TVR||||||2026-11-10
azure|gpt-daybreak-blue-latest|Daybreak Blue|gpt|1050000||128000|4,20,0.4,5;272000:8,30,0.8,10|TVR||||||2026-11-10
azure|gpt-daybreak-red-latest|Daybreak Red|gpt|400000||128000|12.5,75,1.25,15.625|TVR||||||2026-11-10
azure|grok-4-1-fast-non-reasoning|Grok 4.1 Fast (Non-Reasoning)|grok|128000|128000|8192|0.2,0.5,0.05|TVar|2025-06-27||o|||2026-07-02
azure|grok-4-1-fast-reasoning|Grok 4.1 Fast (Reasoning)|grok|128000|128000|8192|0.2,0.5,0.05|TVaR|2025-06-27||o|||2026-07-02
azure|grok-4-20-non-reasoning|Grok 4.20 (Non-Reasoning)|grok|262000||8192|2,6|Tvar|2026-04-08|2025-09|o|||2026-07-02
azure|grok-4-20-reasoning|Grok 4.20 (Reasoning)|grok|262000||8192|2,6|TvaR|2026-04-08|2025-09|o|||2026-07-02
azure|grok-4-fast-reasoning|Grok 4 Fast (Reasoning)|grok|2000000||30000|0.2,0.5,0.05|TVaR|2025-09-19|2025-07|o|||2026-07-02
azure|kimi-k2-thinking|Kimi K2 Thinking|kimi-thinking|262144||262144|0.6,2.5,0.15|TvaR|2025-11-06|2024-08|O||1000/32|2026-07-02
azure|kimi-k2.5|Kimi K2.5|kimi-k2|262144||262144|0.6,3|TVaSR|2026-02-06|2025-01|O|||2026-07-02
azure|kimi-k2.6|Kimi K2.6|kimi-k2|262144||262144|0.95,4|TVaSR|2026-04-22|2025-01|O|||2026-07-02
azure|llama-3.2-11b-vision-instruct|Llama-3.2-11B-Vision-Instruct|llama|128000||8192|0.37,0.37|TVar|2024-09-25|2023-12|O||11|2026-07-02
azure|llama-3.2-90b-vision-instruct|Llama-3.2-90B-Vision-Instruct|llama|128000||8192|2.04,2.04|TVar|2024-09-25|2023-12|O||90|2026-07-02
azure|llama-3.3-70b-instruct|Llama-3.3-70B-Instruct|llama|128000||32768|0.71,0.71|Tvar|2024-12-06|2023-12|O||70|2026-07-02
azure|llama-4-maverick-17b-128e-instruct-fp8|Llama 4 Maverick 17B 128E Instruct FP8|llama|128000||8192|0.25,1|TVar|2025-04-05|2024-08|O||400/17|2026-07-02
azure|llama-4-scout-17b-16e-instruct|Llama 4 Scout 17B 16E Instruct|llama|128000||8192|0.2,0.78|TVar|2025-04-05|2024-08|O||109/17|2026-07-02
azure|meta-llama-3-70b-instruct|Meta-Llama-3-70B-Instruct|llama|8192||2048|2.68,3.54|tvar|2024-04-18|2023-12|O||70|2026-07-02
azure|meta-llama-3-8b-instruct|Meta-Llama-3-8B-Instruct|llama|8192||2048|0.3,0.61|tvar|2024-04-18|2023-12|O||8|2026-07-02
azure|meta-llama-3.1-405b-instruct|Meta-Llama-3.1-405B-Instruct|llama|128000||32768|5.33,16|Tvar|2024-07-23|2023-12|O||405|2026-07-02
azure|meta-llama-3.1-70b-instruct|Meta-Llama-3.1-70B-Instruct|llama|128000||32768|2.68,3.54|Tvar|2024-07-23|2023-12|O||70|2026-07-02
azure|meta-llama-3.1-8b-instruct|Meta-Llama-3.1-8B-Instruct|llama|128000||32768|0.3,0.61|Tvar|2024-07-23|2023-12|O||8|2026-07-02
azure|ministral-3b|Ministral 3B|ministral|128000||8192|0.04,0.04|Tvar|2024-10-22|2024-03|O||3|2026-07-02
azure|mistral-large-2411|Mistral Large 24.11|mistral-large|128000||32768|2,6|Tvar|2024-11-01|2024-09|o||123|2026-07-02
azure|mistral-medium-2505|Mistral Medium 3|mistral-medium|128000||128000|0.4,2|TVar|2025-05-07|2025-05|o|||2026-07-02
azure|mistral-nemo|Mistral Nemo|mistral-nemo|128000||128000|0.15,0.15|Tvar|2024-07-18|2024-07|O||12|2026-07-02
azure|mistral-small-2503|Mistral Small 3.1|mistral-small|128000||32768|0.1,0.3|TVar|2025-03-01|2024-09|o||24|2026-07-02
azure|model-router|Model Router|model-router|128000||16384|0.14,0|TVar|2025-05-19||o|||2026-07-02
azure|o1|o1|o|200000||100000|15,60,7.5|TVaR|2024-12-05|2023-09|o|||2026-11-10
azure|o1-mini|o1-mini|o-mini|128000||65536|1.1,4.4,0.55|TvaR|2024-09-12|2023-09|o|||2026-07-02
azure|o1-pro|o1-pro|o-series|200000||100000|150,600|TVR||||||2026-11-10
azure|o3|o3|o|200000||100000|2,8,0.5|TVaR|2025-04-16|2024-05|o|||2026-11-10
azure|o3-mini|o3-mini|o-mini|200000||100000|1.1,4.4,0.55|TvaR|2024-12-20|2024-05|o|||2026-11-10
azure|o3-pro|o3-pro|o-series|200000||100000|20,80|TVR||||||2026-11-10
azure|o4-mini|o4-mini|o-mini|200000||100000|1.1,4.4,0.275|TVaR|2025-04-16|2024-05|o|||2026-11-10
azure|phi-3-medium-128k-instruct|Phi-3-medium-instruct (128k)|phi|128000||4096|0.17,0.68|tvar|2024-04-23|2023-10|O|||2026-07-02
azure|phi-3-medium-4k-instruct|Phi-3-medium-instruct (4k)|phi|4096||1024|0.17,0.68|tvar|2024-04-23|2023-10|O|||2026-07-02
azure|phi-3-mini-128k-instruct|Phi-3-mini-instruct (128k)|phi|128000||4096|0.13,0.52|tvar|2024-04-23|2023-10|O|||2026-07-02
azure|phi-3-mini-4k-instruct|Phi-3-mini-instruct (4k)|phi|4096||1024|0.13,0.52|tvar|2024-04-23|2023-10|O|||2026-07-02
azure|phi-3-small-128k-instruct|Phi-3-small-instruct (128k)|phi|128000||4096|0.15,0.6|tvar|2024-04-23|2023-10|O|||2026-07-02
azure|phi-3-small-8k-instruct|Phi-3-small-instruct (8k)|phi|8192||2048|0.15,0.6|tvar|2024-04-23|2023-10|O|||2026-07-02
azure|phi-3.5-mini-instruct|Phi-3.5-mini-instruct|phi|128000||4096|0.13,0.52|tvar|2024-08-20|2023-10|O|||2026-07-02
azure|phi-3.5-moe-instruct|Phi-3.5-MoE-instruct|phi|128000||4096|0.16,0.64|tvar|2024-08-20|2023-10|O|||2026-07-02
azure|phi-4|Phi-4|phi|128000||4096|0.125,0.5|tvar|2024-12-11|2023-10|O||14|2026-07-02
azure|phi-4-mini|Phi-4-mini|phi|128000||4096|0.075,0.3|Tvar|2024-12-11|2023-10|O||3.8|2026-07-02
azure|phi-4-mini-reasoning|Phi-4-mini-reasoning|phi|128000||4096|0.075,0.3|TvaR|2024-12-11|2023-10|O||3.8|2026-07-02
azure|phi-4-multimodal|Phi-4-multimodal|phi|128000||4096|0.08,0.32|tVAr|2024-12-11|2023-10|O||5.6|2026-07-02
azure|phi-4-reasoning|Phi-4-reasoning|phi|32000||4096|0.125,0.5|tvaR|2024-12-11|2023-10|O||14|2026-07-02
azure|phi-4-reasoning-plus|Phi-4-reasoning-plus|phi|32000||4096|0.125,0.5|tvaR|2024-12-11|2023-10|O||14|2026-07-02
baseten|MiniMaxAI/MiniMax-M2.5|MiniMax-M2.5|minimax|204000||204000|0.3,1.2|TvaR|2026-02-12|2026-01|O|||2026-07-02
baseten|deepseek-ai/DeepSeek-V3.1|DeepSeek V3.1|deepseek|164000||131000|0.5,1.5|TvaR|2025-08-25||O||671/37|2026-07-02
baseten|deepseek-ai/DeepSeek-V4-Flash-0731|DeepSeek V4 Flash 0731|deepseek|1048576||384000|0.13,0.26,0.028|TvR||||||2026-11-10
baseten|deepseek-ai/DeepSeek-V4-Pro|Deepseek V4 Pro|deepseek-thinking|262144||262144|1.74,3.48,0.145|TvaSR|2026-04-24|2025-05|O|||2026-07-02
baseten|deepseek-ai/DeepSeek-V4-Pro-0813|DeepSeek V4 Pro 0813|deepseek|1048576||262144|1.32,3.96,0.132|TvR||||||2026-11-10
baseten|deepseek-ai/DeepSeek-V4.1-Flash|DeepSeek V4.1 Flash|deepseek|1048576||32768|0.3,1.2,0.007|TVR||||||2026-11-10
baseten|deepseek-ai/DeepSeek-V4.1-Flash-1017|DeepSeek V4.1 Flash 1017|deepseek|1048576||262144|0.3,1.2,0.007|TVR||||||2026-11-10
baseten|deepseek-ai/DeepSeek-V4.1-Flash-1017-Fast|DeepSeek V4.1 Flash 1017 Fast|deepseek|1048576||262144|0.6,2.4,0.014|TVR||||||2026-11-10
baseten|deepseek-ai/DeepSeek-V4.1-Flash-Fast|DeepSeek V4.1 Flash Fast|deepseek|1048576||32768|0.6,2.4,0.014|TVR||||||2026-11-10
baseten|moonshotai/Kimi-K2.5|Kimi K2.5|kimi-k2|262000||262000|0.6,3,0.12|TVaSR|2026-01-30|2025-12|O|||2026-07-02
baseten|moonshotai/Kimi-K2.6|Kimi K2.6|kimi-k2|262000||262000|0.95,4,0.16|TVaSR|2026-04-21|2025-01|O|||2026-07-02
baseten|moonshotai/Kimi-K2.7-Code|Kimi K2.7 Code|kimi-k2|262000||262000|0.95,4,0.16|TVaSR|2026-06-12|2025-01|O|||2026-07-02
baseten|moonshotai/Kimi-K3|Kimi K3|kimi|1048576||262144|3,15,0.3|TVR||||||2026-11-10
baseten|moonshotai/Kimi-K3.1-Pro|Kimi K3.1 Pro|kimi|1000000||262144|2,10,0.2|TVR||||||2026-11-10
baseten|nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B|Nemotron Ultra|nemotron|202800||202800|0.6,2.4,0.12|TvaSR|2026-06-04||O||550/55|2026-11-10
baseten|nvidia/Nemotron-120B-A12B|Nemotron Super|nemotron|202800||202800|0.3,0.75,0.06|TvaSR|2026-03-11|2026-02|O||120/12|2026-07-02
baseten|openai/gpt-oss-120b|OpenAI GPT 120B|gpt-oss|128072||128072|0.1,0.5,0.1|TvaSR|2025-08-05|2025-08|O||120|2026-11-10
baseten|zai-org/GLM-4.7|GLM 4.7|glm|200000||200000|0.6,2.2,0.12|TvaSR|2025-12-22|2025-04|O|||2026-07-02
baseten|zai-org/GLM-5|GLM 5|glm|202800||202800|0.95,3.15,0.2|TvaSR|2026-02-12|2026-01|O|||2026-07-02
baseten|zai-org/GLM-5.1|GLM 5.1|glm|202800||202800|1.3,4.3,0.26|TvaSR|2026-04-07||O|||2026-07-02
baseten|zai-org/GLM-5.2|GLM 5.2|glm|202720||202720|1.4,4.4,0.14|TvaSR|2026-06-13||O|||2026-11-10
baseten|zai-org/GLM-5.2-Fast|GLM 5.2 Fast|glm|1048576||262144|2.1,6.6,0.21|TvR||||||2026-11-10
baseten|zai-org/GLM-5.3|GLM 5.3|glm|1048576||262144|1.4,4.4,0.14|TVR||||||2026-11-10
baseten|zai-org/GLM-5.3-Fast|GLM 5.3 Fast|glm|1048576||262144|2.1,6.6,0.21|TVR||||||2026-11-10
baseten|zai-org/GLM-5.3-Flash|GLM 5.3 Flash|glm|1048576||131072|0.15,0.5,0.03|TVR||||||2026-11-10
bedrock|amazon.nova-2-lite-v1:0|Nova 2 Lite|nova|128000||4096|0.33,2.75,0.0825,0.33|TVaR|2024-12-01||o|||2026-11-10
bedrock|anthropic.claude-fable-5|Claude Fable 5|claude|1000000||128000|10,50,1,12.5|TVR||||||2026-11-10
bedrock|anthropic.claude-fable-5-1|Claude Fable 5.1|claude|1000000||128000|10,50,0.25,12.5|TVR||||||2026-11-10
bedrock|anthropic.claude-fable-5-2|Claude Fable 5.2|claude|1000000||128000|8,40,0.2,10|TVR||||||2026-11-10
bedrock|anthropic.claude-haiku-5-5|Claude Haiku 5.5|claude|1000000||128000|0.1,0.5,0.01,0.125;100000:0.5,2.5,0.05,0.625|TVR||||||2026-11-10
bedrock|anthropic.claude-opus-4-1-20250805-v1:0|Claude Opus 4.1|claude-opus|200000||32000|15,75,1.5,18.75|TVaR|2025-08-05|2025-03-31|o|||2026-11-10
bedrock|anthropic.claude-opus-4-5-20251101-v1:0|Claude Opus 4.5|claude-opus|200000||64000|5,25,0.5,6.25|TVaSR|2025-11-24|2025-03-31|o|||2026-11-10
bedrock|anthropic.claude-opus-4-6-v1|Claude Opus 4.6|claude-opus|1000000||128000|5.5,27.5,0.55,6.875|TVaSR|2026-02-05|2025-05-31|o|||2026-11-10
bedrock|anthropic.claude-opus-4-7|Claude Opus 4.7|claude-opus|1000000||128000|5,25,0.5,6.25|TVaR|2026-04-16|2026-01-31|o|||2026-11-10
bedrock|anthropic.claude-opus-4-8|Claude Opus 4.8|claude-opus|1000000||128000|5,25,0.5,6.25|TVaR|2026-05-28||o|||2026-11-10
bedrock|anthropic.claude-opus-5-5|Claude Opus 5.5|claude|1000000||128000|4,20,0.2,5|TVR||||||2026-11-10
bedrock|anthropic.claude-sonnet-4-6|Claude Sonnet 4.6|claude-sonnet|1000000||64000|3.3,16.5,0.33,4.125|TVaSR|2026-02-17|2025-08-31|o|||2026-11-10
bedrock|anthropic.claude-sonnet-5|Claude Sonnet 5|claude-sonnet|1000000||128000|2,10,0.2,2.5|TVaSR|2026-06-30|2026-01-31|o|||2026-11-10
bedrock|anthropic.claude-sonnet-5-5|Claude Sonnet 5.5|claude|1000000||128000|2,10,0.1,2.5|TVR||||||2026-11-10
bedrock|apac.amazon.nova-lite-v1:0|Nova Lite (APAC)|nova|300000||10000|0.063,0.252,0.01575,0.063|TVr||||||2026-11-10
bedrock|apac.amazon.nova-micro-v1:0|Nova Micro (APAC)|nova|128000||10000|0.037,0.148,0.00925,0.037|Tvr||||||2026-11-10
bedrock|apac.amazon.nova-pro-v1:0|Nova Pro (APAC)|nova|300000||10000|0.84,3.36,0.21,0.84|TVr||||||2026-11-10
bedrock|apac.anthropic.claude-sonnet-4-20250514-v1:0|Claude Sonnet 4 (APAC)|claude|200000||64000|3,15,0.3,3.75|TVR||||||2026-11-10
bedrock|au.anthropic.claude-haiku-4-5-20251001-v1:0|Claude Haiku 4.5 (AU)|claude-haiku|200000||64000|1.1,5.5,0.11,1.375|TVaSR|2025-10-15|2025-02-28|o|||2026-11-10
bedrock|au.anthropic.claude-haiku-5-5|Claude Haiku 5.5 (AU)|claude|1000000||128000|0.11,0.55,0.011,0.1375;100000:0.55,2.75,0.055,0.6875|TVR||||||2026-11-10
bedrock|au.anthropic.claude-opus-4-6-v1|AU Anthropic Claude Opus 4.6|claude-opus|1000000||128000|5.5,27.5,0.55,6.875|TVaSR|2026-02-05|2025-05|o|||2026-11-10
bedrock|au.anthropic.claude-opus-4-7|Claude Opus 4.7 (AU)|claude|1000000||128000|5.5,27.5,0.55,6.875|TVR||||||2026-11-10
bedrock|au.anthropic.claude-opus-4-8|Claude Opus 4.8 (AU)|claude-opus|1000000||128000|5.5,27.5,0.55,6.875|TVaR|2026-05-28||o|||2026-11-10
bedrock|au.anthropic.claude-opus-5|Claude Opus 5 (AU)|claude|1000000||128000|5.5,27.5,0.55,6.875|TVR||||||2026-11-10
bedrock|au.anthropic.claude-opus-5-5|Claude Opus 5.5 (AU)|claude|1000000||128000|4.4,22,0.22,5.5|TVR||||||2026-11-10
bedrock|au.anthropic.claude-sonnet-4-5-20250929-v1:0|Claude Sonnet 4.5 (AU)|claude-sonnet|200000||64000|3.3,16.5,0.33,4.125|TVaSR|2025-09-29|2025-07-31|o|||2026-11-10
bedrock|au.anthropic.claude-sonnet-4-6|AU Anthropic Claude Sonnet 4.6|claude-sonnet|1000000||128000|3.3,16.5,0.33,4.125|TVaSR|2026-02-17|2025-08|o|||2026-11-10
bedrock|au.anthropic.claude-sonnet-5|Claude Sonnet 5 (AU)|claude-sonnet|1000000||128000|2.2,11,0.22,2.75|TVaSR|2026-06-30|2026-01-31|o|||2026-11-10
bedrock|au.anthropic.claude-sonnet-5-5|Claude Sonnet 5.5 (AU)|claude|1000000||128000|2.2,11,0.11,2.75|TVR||||||2026-11-10
bedrock|ca.amazon.nova-lite-v1:0|Nova Lite (CA)|nova|300000||10000|0.064,0.256,0.016,0.064|TVr||||||2026-11-10
bedrock|deepseek.r1-v1:0|DeepSeek-R1|deepseek-thinking|128000||32768|1.35,5.4|TvaR|2025-01-20|2024-07|o|||2026-07-02
bedrock|deepseek.v3-v1:0|DeepSeek-V3.1|deepseek|163840||81920|0.58,1.68|TvaSR|2025-09-18|2024-07|O|||2026-11-10
bedrock|deepseek.v3.2|DeepSeek-V3.2|deepseek|163840||81920|0.62,1.85|TvaSR|2026-02-06|2024-07|O|||2026-11-10
bedrock|eu.amazon.nova-2-lite-v1:0|Nova 2 Lite (EU)|nova|1000000||65535|0.374,3.157,0.0935,0.374|TVR||||||2026-11-10
bedrock|eu.amazon.nova-lite-v1:0|Nova Lite (EU)|nova|300000||10000|0.069,0.276,0.01725,0.069|TVr||||||2026-11-10
bedrock|eu.amazon.nova-micro-v1:0|Nova Micro (EU)|nova|128000||10000|0.04,0.16,0.01,0.04|Tvr||||||2026-11-10
bedrock|eu.amazon.nova-pro-v1:0|Nova Pro (EU)|nova|300000||10000|0.92,3.68,0.23,0.92|TVr||||||2026-11-10
bedrock|eu.anthropic.claude-fable-5|Claude Fable 5 (EU)|claude-fable|1000000||128000|11,55,1.1,13.75|TVaR|2026-06-09|2026-01-31|o|||2026-11-10
bedrock|eu.anthropic.claude-haiku-4-5-20251001-v1:0|Claude Haiku 4.5 (EU)|claude-haiku|200000||64000|1.1,5.5,0.11,1.375|TVaSR|2025-10-15|2025-02-28|o|||2026-11-10
bedrock|eu.anthropic.claude-haiku-5-5|Claude Haiku 5.5 (EU)|claude|1000000||128000|0.11,0.55,0.011,0.1375;100000:0.55,2.75,0.055,0.6875|TVR||||||2026-11-10
bedrock|eu.anthropic.claude-opus-4-5-20251101-v1:0|Claude Opus 4.5 (EU)|claude-opus|200000||64000|5.5,27.5,0.55,6.875|TVaSR|2025-11-24|2025-03-31|o|||2026-11-10
bedrock|eu.anthropic.claude-opus-4-6-v1|Claude Opus 4.6 (EU)|claude-opus|1000000||128000|5.5,27.5,0.55,6.875|TVaSR|2026-02-05|2025-05-31|o|||2026-11-10
bedrock|eu.anthropic.claude-opus-4-7|Claude Opus 4.7 (EU)|claude-opus|1000000||128000|5.5,27.5,0.55,6.875|TVaR|2026-04-16|2026-01-31|o|||2026-11-10
bedrock|eu.anthropic.claude-opus-4-8|Claude Opus 4.8 (EU)|claude-opus|1000000||128000|5.5,27.5,0.55,6.875|TVaR|2026-05-28||o|||2026-11-10
bedrock|eu.anthropic.claude-opus-5|Claude Opus 5 (EU)|claude|1000000||128000|5.5,27.5,0.55,6.875|TVR||||||2026-11-10
bedrock|eu.anthropic.claude-opus-5-5|Claude Opus 5.5 (EU)|claude|1000000||128000|4.4,22,0.22,5.5|TVR||||||2026-11-10
bedrock|eu.anthropic.claude-sonnet-4-20250514-v1:0|Claude Sonnet 4 (EU)|claude|200000||64000|3,15,0.3,3.75|TVR||||||2026-11-10
bedrock|eu.anthropic.claude-sonnet-4-5-20250929-v1:0|Claude Sonnet 4.5 (EU)|claude-sonnet|200000||64000|3.3,16.5,0.33,4.125|TVaSR|2025-09-29|2025-07-31|o|||2026-11-10
bedrock|eu.anthropic.claude-sonnet-4-6|Claude Sonnet 4.6 (EU)|claude-sonnet|1000000||64000|3.3,16.5,0.33,4.125|TVaSR|2026-02-17|2025-08-31|o|||2026-11-10
bedrock|eu.anthropic.claude-sonnet-5|Claude Sonnet 5 (EU)|claude-sonnet|1000000||128000|2.2,11,0.22,2.75|TVaSR|2026-06-30|2026-01-31|o|||2026-11-10
bedrock|eu.anthropic.claude-sonnet-5-5|Claude Sonnet 5.5 (EU)|claude|1000000||128000|2.2,11,0.11,2.75|TVR||||||2026-11-10
bedrock|eu.mistral.pixtral-large-2502-v1:0|Pixtral Large (25.02) (EU)|pixtral|128000||8192|2,6|TVr|||||124|2026-11-10
bedrock|global.amazon.nova-2-lite-v1:0|Nova 2 Lite (Global)|nova|1000000||65535|0.3,2.5,0.075,0.3|TVR||||||2026-11-10
bedrock|global.anthropic.claude-fable-5|Claude Fable 5 (Global)|claude-fable|1000000||128000|10,50,1,12.5|TVaR|2026-06-09|2026-01-31|o|||2026-11-10
bedrock|global.anthropic.claude-fable-5-1|Claude Fable 5.1 (Global)|claude|1000000||128000|10,50,0.25,12.5|TVR||||||2026-11-10
bedrock|global.anthropic.claude-fable-5-2|Claude Fable 5.2 (Global)|claude|1000000||128000|8,40,0.2,10|TVR||||||2026-11-10
bedrock|global.anthropic.claude-haiku-4-5-20251001-v1:0|Claude Haiku 4.5 (Global)|claude-haiku|200000||64000|1,5,0.1,1.25|TVaSR|2025-10-15|2025-02-28|o|||2026-11-10
bedrock|global.anthropic.claude-haiku-5-5|Claude Haiku 5.5 (Global)|claude|1000000||128000|0.1,0.5,0.01,0.125;100000:0.5,2.5,0.05,0.625|TVR||||||2026-11-10
bedrock|global.anthropic.claude-opus-4-5-20251101-v1:0|Claude Opus 4.5 (Global)|claude-opus|200000||64000|5,25,0.5,6.25|TVaSR|2025-11-24|2025-03-31|o|||2026-11-10
bedrock|global.anthropic.claude-opus-4-6-v1|Claude Opus 4.6 (Global)|claude-opus|1000000||128000|5,25,0.5,6.25|TVaSR|2026-02-05|2025-05-31|o|||2026-11-10
bedrock|global.anthropic.claude-opus-4-7|Claude Opus 4.7 (Global)|claude-opus|1000000||128000|5,25,0.5,6.25|TVaR|2026-04-16|2026-01-31|o|||2026-11-10
bedrock|global.anthropic.claude-opus-4-8|Claude Opus 4.8 (Global)|claude-opus|1000000||128000|5,25,0.5,6.25|TVaR|2026-05-28||o|||2026-11-10
bedrock|global.anthropic.claude-opus-5|Claude Opus 5 (Global)|claude|1000000||128000|5,25,0.5,6.25|TVR||||||2026-11-10
bedrock|global.anthropic.claude-opus-5-5|Claude Opus 5.5 (Global)|claude|1000000||128000|4,20,0.2,5|TVR||||||2026-11-10
bedrock|global.anthropic.claude-sonnet-4-20250514-v1:0|Claude Sonnet 4 (Global)|claude|200000||64000|3,15,0.3,3.75|TVR||||||2026-11-10
bedrock|global.anthropic.claude-sonnet-4-5-20250929-v1:0|Claude Sonnet 4.5 (Global)|claude-sonnet|200000||64000|3,15,0.3,3.75|TVaSR|2025-09-29|2025-07-31|o|||2026-11-10
bedrock|global.anthropic.claude-sonnet-4-6|Claude Sonnet 4.6 (Global)|claude-sonnet|1000000||64000|3,15,0.3,3.75|TVaSR|2026-02-17|2025-08-31|o|||2026-11-10
bedrock|global.anthropic.claude-sonnet-5|Claude Sonnet 5 (Global)|claude-sonnet|1000000||128000|2,10,0.2,2.5|TVaSR|2026-06-30|2026-01-31|o|||2026-11-10
bedrock|global.anthropic.claude-sonnet-5-5|Claude Sonnet 5.5 (Global)|claude|1000000||128000|2,10,0.1,2.5|TVR||||||2026-11-10
bedrock|global.moonshotai.kimi-k3|Kimi K3 (Global)|kimi|1048576||128000|3,15,0.3,3.75|TVR||||||2026-11-10
bedrock|global.moonshotai.kimi-k3.1|Kimi K3.1 Pro Highspeed (Global)|kimi|1048576||1048576|4,20,0.2,5|TVR||||||2026-11-10
bedrock|global.openai.gpt-5.6-luna|GPT-5.6 Luna (Global)|gpt|1050000||128000|0.2,1.2,0.02,0.25;272000:0.4,1.8,0.04,0.5|TVR||||||2026-11-10
bedrock|global.openai.gpt-5.6-sol|GPT-5.6 Sol (Global)|gpt|1050000||128000|4,20,0.4,5;272000:8,30,0.8,10|TVR||||||2026-11-10
bedrock|global.openai.gpt-5.6-terra|GPT-5.6 Terra (Global)|gpt|1050000||128000|2,12,0.2,2.5;272000:4,18,0.4,5|TVR||||||2026-11-10
bedrock|global.openai.gpt-6-astra|GPT-6 Astra (Global)|gpt|1050000||128000|10,50,1,12.5;272000:20,75,2,25|TVR||||||2026-11-10
bedrock|global.openai.gpt-6-luna|GPT-6 Luna (Global)|gpt|1050000||128000|0.1,0.5,0.01,0.125;272000:0.2,0.75,0.02,0.25|TVR||||||2026-11-10
bedrock|global.openai.gpt-6-sol|GPT-6 Sol (Global)|gpt|1050000||128000|2,10,0.2,2.5;272000:4,15,0.4,5|TVR||||||2026-11-10
bedrock|global.openai.gpt-6.1-sol|GPT-6.1 Sol (Global)|gpt|1050000||128000|2,10,0.1,2.5;272000:4,15,0.2,5|TVR||||||2026-11-10
bedrock|global.openai.gpt-6.1-terra|GPT-6.1 Terra (Global)|gpt|1050000||128000|1,5,0.05,1.25;272000:2,7.5,0.1,2.5|TVR||||||2026-11-10
bedrock|global.xai.grok-4.6|Grok 4.6 (Global)|grok|500000||500000|2,6,0.5|TVR||||||2026-11-10
bedrock|global.xai.grok-4.7|Grok 4.7 (Global)|grok|500000||500000|2,6,0.5|TVR||||||2026-11-10
bedrock|global.zai.glm-5.3|GLM-5.3 (Global)|glm|1000000||128000|1.68,5.28,0.312,2.1|TvR||||||2026-11-10
bedrock|google.gemma-3-12b-it|Google Gemma 3 12B|gemma|131072||8192|0.05,0.1|tVaSr|2024-12-01|2024-12|o||12|2026-07-02
bedrock|google.gemma-3-27b-it|Google Gemma 3 27B Instruct|gemma|202752||8192|0.12,0.2|TVaSr|2025-07-27|2025-07|O||27|2026-07-02
bedrock|google.gemma-3-4b-it|Gemma 3 4B IT|gemma|128000||4096|0.04,0.08|TVar|2024-12-01||o||4|2026-07-02
bedrock|google.gemma-4-26b-a4b|Gemma 4 26B A4B IT|gemma|262144||32768|0.13,0.4|TVR|||||26/4|2026-11-10
bedrock|google.gemma-4-31b|Gemma 4 31B IT|gemma|262144||32768|0.14,0.4|TVR|||||31|2026-11-10
bedrock|google.gemma-4-e2b|Gemma 4 E2B IT|gemma|131072||8192|0.04,0.08|TVR|||||2|2026-11-10
bedrock|in.anthropic.claude-haiku-4-5-20251001-v1:0|Claude Haiku 4.5 (India)|claude|200000||64000|1.1,5.5,0.11,1.375|TVR||||||2026-11-10
bedrock|in.anthropic.claude-opus-5|Claude Opus 5 (India)|claude|1000000||128000|5.5,27.5,0.55,6.875|TVR||||||2026-11-10
bedrock|in.anthropic.claude-sonnet-5|Claude Sonnet 5 (India)|claude|1000000||128000|2.2,11,0.22,2.75|TVR||||||2026-11-10
bedrock|in.openai.gpt-5.6-luna|GPT-5.6 Luna (India)|gpt|1050000||128000|0.22,1.32,0.022,0.275;272000:0.44,1.98,0.044,0.55|TVR||||||2026-11-10
bedrock|in.openai.gpt-5.6-terra|GPT-5.6 Terra (India)|gpt|1050000||128000|2.2,13.2,0.22,2.75;272000:4.4,19.8,0.44,5.5|TVR||||||2026-11-10
bedrock|jp.amazon.nova-2-lite-v1:0|Nova 2 Lite (JP)|nova|1000000||65535|0.396,3.311,0.099,0.396|TVR||||||2026-11-10
bedrock|jp.anthropic.claude-haiku-4-5-20251001-v1:0|Claude Haiku 4.5 (JP)|claude|200000||64000|1.1,5.5,0.11,1.375|TVR||||||2026-11-10
bedrock|jp.anthropic.claude-haiku-5-5|Claude Haiku 5.5 (JP)|claude|1000000||128000|0.11,0.55,0.011,0.1375;100000:0.55,2.75,0.055,0.6875|TVR||||||2026-11-10
bedrock|jp.anthropic.claude-opus-4-7|Claude Opus 4.7 (JP)|claude-opus|1000000||128000|5.5,27.5,0.55,6.875|TVaR|2026-04-16|2026-01-31|o|||2026-11-10
bedrock|jp.anthropic.claude-opus-4-8|Claude Opus 4.8 (JP)|claude-opus|1000000||128000|5.5,27.5,0.55,6.875|TVaR|2026-05-28||o|||2026-11-10
bedrock|jp.anthropic.claude-opus-5|Claude Opus 5 (JP)|claude|1000000||128000|5.5,27.5,0.55,6.875|TVR||||||2026-11-10
bedrock|jp.anthropic.claude-opus-5-5|Claude Opus 5.5 (JP)|claude|1000000||128000|4.4,22,0.22,5.5|TVR||||||2026-11-10
bedrock|jp.anthropic.claude-sonnet-4-5-20250929-v1:0|Claude Sonnet 4.5 (JP)|claude-sonnet|200000||64000|3.3,16.5,0.33,4.125|TVaSR|2025-09-29|2025-07-31|o|||2026-11-10
bedrock|jp.anthropic.claude-sonnet-4-6|Claude Sonnet 4.6 (JP)|claude-sonnet|1000000||64000|3.3,16.5,0.33,4.125|TVaSR|2026-02-17|2025-08-31|o|||2026-11-10
bedrock|jp.anthropic.claude-sonnet-5|Claude Sonnet 5 (JP)|claude-sonnet|1000000||128000|2.2,11,0.22,2.75|TVaSR|2026-06-30|2026-01-31|o|||2026-11-10
bedrock|meta.llama3-1-70b-instruct-v1:0|Llama 3.1 70B Instruct|llama|128000||4096|0.72,0.72|Tvar|2024-07-23|2023-12|O||70|2026-11-10
bedrock|meta.llama3-1-8b-instruct-v1:0|Llama 3.1 8B Instruct|llama|128000||4096|0.22,0.22|Tvar|2024-07-23|2023-12|O||8|2026-11-10
bedrock|meta.llama4-maverick-17b-instruct-v1:0|Llama 4 Maverick 17B Instruct|llama|1000000||16384|0.24,0.97|TVar|2025-04-05|2024-08|O||400/17|2026-11-10
bedrock|meta.llama4-scout-17b-instruct-v1:0|Llama 4 Scout 17B Instruct|llama|3500000||16384|0.17,0.66|TVar|2025-04-05|2024-08|O||109/17|2026-11-10
bedrock|minimax.minimax-m2|MiniMax M2|minimax|204608||128000|0.3,1.2|TvasR|2025-10-27||O||230/10|2026-11-10
bedrock|minimax.minimax-m2.1|MiniMax M2.1|minimax|204800||131072|0.3,1.2|TvasR|2025-12-23||O|||2026-11-10
bedrock|minimax.minimax-m2.5|MiniMax M2.5|minimax|196608||98304|0.3,1.2|TvasR|2026-03-18||O|||2026-11-10
bedrock|mistral.devstral-2-123b|Devstral 2 123B|devstral|256000||8192|0.4,2|TvaSr|2026-02-17||O||123|2026-11-10
bedrock|mistral.magistral-small-2509|Magistral Small 1.2|magistral|128000||40000|0.5,1.5|TVaSR|2025-12-02||O||24|2026-11-10
bedrock|mistral.ministral-3-14b-instruct|Ministral 14B 3.0|ministral|128000||4096|0.2,0.2|TvaSr|2024-12-01||o||14|2026-11-10
bedrock|mistral.ministral-3-3b-instruct|Ministral 3 3B|ministral|256000||8192|0.1,0.1|TVaSr|2025-12-02||O||3|2026-11-10
bedrock|mistral.ministral-3-8b-instruct|Ministral 3 8B|ministral|128000||4096|0.15,0.15|TvaSr|2024-12-01||o||8|2026-11-10
bedrock|mistral.mistral-large-3-675b-instruct|Mistral Large 3|mistral|256000||8192|0.5,1.5|TVaSr|2025-12-02||O||675|2026-11-10
bedrock|mistral.pixtral-large-2502-v1:0|Pixtral Large (25.02)|mistral|128000||8192|2,6|TVar|2025-04-08||o||124|2026-11-10
bedrock|moonshot.kimi-k2-thinking|Kimi K2 Thinking|kimi-thinking|262143||16000|0.6,2.5|TvaSR|2025-12-02||O||1000/32|2026-11-10
bedrock|moonshotai.kimi-k2.5|Kimi K2.5|kimi|262143||16000|0.6,3|TVaSR|2026-02-06||O|||2026-11-10
bedrock|nvidia.nemotron-nano-12b-v2|NVIDIA Nemotron Nano 12B v2 VL BF16|nemotron|128000||4096|0.2,0.6|TVaSr|2024-12-01||o||12|2026-11-10
bedrock|nvidia.nemotron-nano-3-30b|NVIDIA Nemotron Nano 3 30B|nemotron|128000||4096|0.06,0.24|TvaSR|2025-12-23||O||30|2026-11-10
bedrock|nvidia.nemotron-nano-9b-v2|NVIDIA Nemotron Nano 9B v2|nemotron|128000||4096|0.06,0.23|TvaSr|2024-12-01||o||9|2026-11-10
bedrock|nvidia.nemotron-super-3-120b|NVIDIA Nemotron 3 Super 120B A12B|nemotron|262144||131072|0.15,0.65|TvaSR|2026-03-11||O||120|2026-11-10
bedrock|openai.gpt-5.4|GPT-5.4|gpt|272000|922000|128000|2.75,16.5,0.275|TVaSR|2026-03-05|2025-08-31|o|||2026-11-10
bedrock|openai.gpt-5.5|GPT-5.5|gpt|272000|922000|128000|5.5,33,0.55|TVaSR|2026-04-23|2025-12-01|o|||2026-11-10
bedrock|openai.gpt-5.6-luna|GPT-5.6 Luna|gpt|1050000||128000|0.22,1.32,0.022,0.275;272000:0.44,1.98,0.044,0.55|TVR||||||2026-11-10
bedrock|openai.gpt-5.6-sol|GPT-5.6 Sol|gpt|1050000||128000|4.4,22,0.44,5.5;272000:8.8,33,0.88,11|TVR||||||2026-11-10
bedrock|openai.gpt-5.6-terra|GPT-5.6 Terra|gpt|1050000||128000|2.2,13.2,0.22,2.75;272000:4.4,19.8,0.44,5.5|TVR||||||2026-11-10
bedrock|openai.gpt-6-astra|GPT-6 Astra|gpt|1050000||128000|11,55,1.1,13.75;272000:22,82.5,2.2,27.5|TVR||||||2026-11-10
bedrock|openai.gpt-6-luna|GPT-6 Luna|gpt|1050000||128000|0.11,0.55,0.011,0.1375;272000:0.22,0.825,0.022,0.275|TVR||||||2026-11-10
bedrock|openai.gpt-6-sol|GPT-6 Sol|gpt|1050000||128000|2.2,11,0.22,2.75;272000:4.4,16.5,0.44,5.5|TVR||||||2026-11-10
bedrock|openai.gpt-6.1-sol|GPT-6.1 Sol|gpt|1050000||128000|2.2,11,0.11,2.75;272000:4.4,16.5,0.22,5.5|TVR||||||2026-11-10
bedrock|openai.gpt-6.1-terra|GPT-6.1 Terra|gpt|1050000||128000|1.1,5.5,0.055,1.375;272000:2.2,8.25,0.11,2.75|TVR||||||2026-11-10
bedrock|openai.gpt-oss-120b|gpt-oss-120b|gpt-oss|128000||16384|0.15,0.6|TvaSR|2025-08-05||o||120|2026-11-10
bedrock|openai.gpt-oss-120b-1:0|gpt-oss-120b|gpt-oss|128000||16384|0.15,0.6|TvaSR|2025-08-05||o||120|2026-11-10
bedrock|openai.gpt-oss-20b|gpt-oss-20b|gpt-oss|128000||16384|0.07,0.3|TvaSR|2025-08-05||o||20|2026-11-10
bedrock|openai.gpt-oss-20b-1:0|gpt-oss-20b|gpt-oss|128000||16384|0.07,0.3|TvaSR|2025-08-05||o||20|2026-11-10
bedrock|qwen.qwen3-235b-a22b-2507-v1:0|Qwen3 235B A22B 2507|qwen|262144||131072|0.22,0.88|TvaSr|2025-09-18|2024-04|O||235/22|2026-11-10
bedrock|qwen.qwen3-32b-v1:0|Qwen3 32B (dense)|qwen|16384||16384|0.15,0.6|TvaSR|2025-09-18|2024-04|O||32|2026-11-10
bedrock|qwen.qwen3-coder-30b-a3b-v1:0|Qwen3 Coder 30B A3B Instruct|qwen|262144||131072|0.15,0.6|TvaSr|2025-09-18|2024-04|o||30/3|2026-11-10
bedrock|qwen.qwen3-coder-480b-a35b-v1:0|Qwen3 Coder 480B A35B Instruct|qwen|131072||65536|0.45,1.8|TvaSr|2025-09-18|2024-04|O||480/35|2026-11-10
bedrock|qwen.qwen3-coder-next|Qwen3 Coder Next|qwen|131072||65536|0.5,1.2|TvaSR|2026-02-06||O|||2026-11-10
bedrock|qwen.qwen3-next-80b-a3b|Qwen/Qwen3-Next-80B-A3B-Instruct|qwen|262000||262000|0.15,1.2|TvaSr|2025-09-18||o||80/3|2026-11-10
bedrock|qwen.qwen3-vl-235b-a22b|Qwen/Qwen3-VL-235B-A22B-Instruct|qwen|262000||262000|0.53,2.66|TVaSr|2025-10-04||o||235/22|2026-11-10
bedrock|us-gov.openai.gpt-oss-120b-1:0|gpt-oss-120b (GovCloud)|gpt-oss|128000||16384|0.18,0.72|TvR|||||120|2026-11-10
bedrock|us-gov.openai.gpt-oss-20b-1:0|gpt-oss-20b (GovCloud)|gpt-oss|128000||16384|0.084,0.36|TvR|||||20|2026-11-10
bedrock|us.amazon.nova-2-lite-v1:0|Nova 2 Lite (US)|nova|1000000||65535|0.33,2.75,0.0825,0.33|TVR||||||2026-11-10
bedrock|us.amazon.nova-lite-v1:0|Nova Lite (US)|nova|300000||10000|0.06,0.24,0.015,0.06|TVr||||||2026-11-10
bedrock|us.amazon.nova-micro-v1:0|Nova Micro (US)|nova|128000||10000|0.035,0.14,0.00875,0.035|Tvr||||||2026-11-10
bedrock|us.amazon.nova-premier-v1:0|Nova Premier (US)|nova|1000000||10000|2.5,12.5,0.625,2.5|TVr||||||2026-11-10
bedrock|us.amazon.nova-pro-v1:0|Nova Pro (US)|nova|300000||10000|0.8,3.2,0.2,0.8|TVr||||||2026-11-10
bedrock|us.anthropic.claude-fable-5|Claude Fable 5 (US)|claude-fable|1000000||128000|11,55,1.1,13.75|TVaR|2026-06-09|2026-01-31|o|||2026-11-10
bedrock|us.anthropic.claude-fable-5-1|Claude Fable 5.1 (US)|claude|1000000||128000|11,55,0.275,13.75|TVR||||||2026-11-10
bedrock|us.anthropic.claude-fable-5-2|Claude Fable 5.2 (US)|claude|1000000||128000|8.8,44,0.22,11|TVR||||||2026-11-10
bedrock|us.anthropic.claude-haiku-4-5-20251001-v1:0|Claude Haiku 4.5 (US)|claude-haiku|200000||64000|1.1,5.5,0.11,1.375|TVaSR|2025-10-15|2025-02-28|o|||2026-11-10
bedrock|us.anthropic.claude-haiku-5-5|Claude Haiku 5.5 (US)|claude|1000000||128000|0.11,0.55,0.011,0.1375;100000:0.55,2.75,0.055,0.6875|TVR||||||2026-11-10
bedrock|us.anthropic.claude-opus-4-1-20250805-v1:0|Claude Opus 4.1 (US)|claude-opus|200000||32000|15,75,1.5,18.75|TVaR|2025-08-05|2025-03-31|o|||2026-11-10
bedrock|us.anthropic.claude-opus-4-5-20251101-v1:0|Claude Opus 4.5 (US)|claude-opus|200000||64000|5.5,27.5,0.55,6.875|TVaSR|2025-11-24|2025-03-31|o|||2026-11-10
bedrock|us.anthropic.claude-opus-4-6-v1|Claude Opus 4.6 (US)|claude-opus|1000000||128000|5.5,27.5,0.55,6.875|TVaSR|2026-02-05|2025-05-31|o|||2026-11-10
bedrock|us.anthropic.claude-opus-4-7|Claude Opus 4.7 (US)|claude-opus|1000000||128000|5.5,27.5,0.55,6.875|TVaR|2026-04-16|2026-01-31|o|||2026-11-10
bedrock|us.anthropic.claude-opus-4-8|Claude Opus 4.8 (US)|claude-opus|1000000||128000|5.5,27.5,0.55,6.875|TVaR|2026-05-28||o|||2026-11-10
bedrock|us.anthropic.claude-opus-5|Claude Opus 5 (US)|claude|1000000||128000|5.5,27.5,0.55,6.875|TVR||||||2026-11-10
bedrock|us.anthropic.claude-opus-5-5|Claude Opus 5.5 (US)|claude|1000000||128000|4.4,22,0.22,5.5|TVR||||||2026-11-10
bedrock|us.anthropic.claude-sonnet-4-20250514-v1:0|Claude Sonnet 4 (US)|claude|200000||64000|3,15,0.3,3.75|TVR||||||2026-11-10
bedrock|us.anthropic.claude-sonnet-4-5-20250929-v1:0|Claude Sonnet 4.5 (US)|claude-sonnet|200000||64000|3.3,16.5,0.33,4.125|TVaSR|2025-09-29|2025-07-31|o|||2026-11-10
bedrock|us.anthropic.claude-sonnet-4-6|Claude Sonnet 4.6 (US)|claude-sonnet|1000000||64000|3.3,16.5,0.33,4.125|TVaSR|2026-02-17|2025-08-31|o|||2026-11-10
bedrock|us.anthropic.claude-sonnet-5|Claude Sonnet 5 (US)|claude-sonnet|1000000||128000|2.2,11,0.22,2.75|TVaSR|2026-06-30|2026-01-31|o|||2026-11-10
bedrock|us.anthropic.claude-sonnet-5-5|Claude Sonnet 5.5 (US)|claude|1000000||128000|2.2,11,0.11,2.75|TVR||||||2026-11-10
bedrock|us.deepseek.r1-v1:0|DeepSeek-R1 (US)|deepseek-thinking|128000||32768|1.35,5.4|TvaR|2025-01-20|2024-07|O|||2026-07-02
bedrock|us.meta.llama3-1-70b-instruct-v1:0|Llama 3.1 70B Instruct (US)|llama|128000||4096|0.72,0.72|Tvr|||||70|2026-11-10
bedrock|us.meta.llama3-1-8b-instruct-v1:0|Llama 3.1 8B Instruct (US)|llama|128000||4096|0.22,0.22|Tvr|||||8|2026-11-10
bedrock|us.meta.llama3-3-70b-instruct-v1:0|Llama 3.3 70B Instruct (US)|llama|128000||4096|0.72,0.72|Tvr|||||70|2026-11-10
bedrock|us.meta.llama4-maverick-17b-instruct-v1:0|Llama 4 Maverick 17B Instruct (US)|llama|1000000||16384|0.24,0.97|TVar|2025-04-05|2024-08|O||400/17|2026-11-10
bedrock|us.meta.llama4-scout-17b-instruct-v1:0|Llama 4 Scout 17B Instruct (US)|llama|3500000||16384|0.17,0.66|TVar|2025-04-05|2024-08|O||109/17|2026-11-10
bedrock|us.mistral.pixtral-large-2502-v1:0|Pixtral Large (25.02) (US)|pixtral|128000||8192|2,6|TVr|||||124|2026-11-10
bedrock|us.moonshotai.kimi-k3|Kimi K3 (US)|kimi|1048576||128000|3.3,16.5,0.33,4.125|TVR||||||2026-11-10
bedrock|us.moonshotai.kimi-k3.1|Kimi K3.1 Pro Highspeed (US)|kimi|1048576||1048576|4.4,22,0.22,5.5|TVR||||||2026-11-10
bedrock|us.openai.gpt-5.6-luna|GPT-5.6 Luna (US)|gpt|1050000||128000|0.22,1.32,0.022,0.275;272000:0.44,1.98,0.044,0.55|TVR||||||2026-11-10
bedrock|us.openai.gpt-5.6-sol|GPT-5.6 Sol (US)|gpt|1050000||128000|4.4,22,0.44,5.5;272000:8.8,33,0.88,11|TVR||||||2026-11-10
bedrock|us.openai.gpt-5.6-terra|GPT-5.6 Terra (US)|gpt|1050000||128000|2.2,13.2,0.22,2.75;272000:4.4,19.8,0.44,5.5|TVR||||||2026-11-10
bedrock|us.openai.gpt-6-astra|GPT-6 Astra (US)|gpt|1050000||128000|11,55,1.1,13.75;272000:22,82.5,2.2,27.5|TVR||||||2026-11-10
bedrock|us.openai.gpt-6-luna|GPT-6 Luna (US)|gpt|1050000||128000|0.11,0.55,0.011,0.1375;272000:0.22,0.825,0.022,0.275|TVR||||||2026-11-10
bedrock|us.openai.gpt-6-sol|GPT-6 Sol (US)|gpt|1050000||128000|2.2,11,0.22,2.75;272000:4.4,16.5,0.44,5.5|TVR||||||2026-11-10
bedrock|us.openai.gpt-6.1-sol|GPT-6.1 Sol (US)|gpt|1050000||128000|2.2,11,0.11,2.75;272000:4.4,16.5,0.22,5.5|TVR||||||2026-11-10
bedrock|us.openai.gpt-6.1-terra|GPT-6.1 Terra (US)|gpt|1050000||128000|1.1,5.5,0.055,1.375;272000:2.2,8.25,0.11,2.75|TVR||||||2026-11-10
bedrock|us.writer.palmyra-x4-v1:0|Palmyra X4 (US)||122880||8192|2.5,10|TvR||||||2026-11-10
bedrock|us.writer.palmyra-x5-v1:0|Palmyra X5 (US)||1040000||8192|0.6,6|TvR||||||2026-11-10
bedrock|us.xai.grok-4.6|Grok 4.6 (US)|grok|500000||500000|2.2,6.6,0.55|TVR||||||2026-11-10
bedrock|us.xai.grok-4.7|Grok 4.7 (US)|grok|500000||500000|2.2,6.6,0.55|TVR||||||2026-11-10
bedrock|us.zai.glm-5.3|GLM-5.3 (US)|glm|1000000||128000|1.848,5.808,0.3432,2.31|TvR||||||2026-11-10
bedrock|writer.palmyra-x4-v1:0|Palmyra X4|palmyra|122880||8192|2.5,10|TvaR|2025-04-28||o|||2026-11-10
bedrock|writer.palmyra-x5-v1:0|Palmyra X5|palmyra|1040000||8192|0.6,6|TvaR|2025-04-28||o|||2026-11-10
bedrock|xai.grok-4.3|Grok 4.3|grok|1000000||131072|1.25,2.5,0.2|TVaSR|2026-04-17||o|||2026-11-10
bedrock|xai.grok-4.6|Grok 4.6|grok|500000||500000|2.2,6.6,0.55|TVR||||||2026-11-10
bedrock|zai.glm-4.7|GLM-4.7|glm|204800||131072|0.6,2.2|TvaSR|2025-12-22|2025-04|O|||2026-11-10
bedrock|zai.glm-4.7-flash|GLM-4.7-Flash|glm-flash|200000||131072|0.07,0.4|TvaSR|2026-01-19|2025-04|O|||2026-11-10
bedrock|zai.glm-5|GLM-5|glm|202752||101376|1,3.2|TvaSR|2026-03-18||O|||2026-11-10
cerebras|zai-glm-4.7|Z.AI GLM-4.7|glm|131072||40960|2.25,2.75|TvaSR|2026-01-07||O|||2026-07-02
chutes|MiniMaxAI/MiniMax-M2.5-TEE|MiniMax M2.5 TEE|minimax|196608||65536|0.15,1.2,0.075|TvaSR|2026-02-12||O|||2026-07-02
chutes|Qwen/Qwen3-235B-A22B-Thinking-2507-TEE|Qwen3 235B A22B Thinking 2507 TEE|qwen|262144||262144|0.2989,1.1957,0.14945|TvaSR|2025-07|2025-04|O||235/22|2026-07-02
chutes|Qwen/Qwen3-32B-TEE|Qwen3 32B TEE|qwen|40960||40960|0.104,0.416,0.052|TvaSR|2025-04|2025-04|O||32|2026-07-02
chutes|Qwen/Qwen3.5-397B-A17B-TEE|Qwen3.5 397B A17B TEE|qwen|262144||65536|0.45,3,0.225|TVaSR|2026-02-15||O||397/17|2026-07-02
chutes|Qwen/Qwen3.6-27B-TEE|Qwen3.6 27B TEE|qwen|262144||65536|0.3,2,0.15|TVaSR|2026-04-22||O||27|2026-07-02
chutes|deepseek-ai/DeepSeek-V3.2-TEE|DeepSeek V3.2 TEE|deepseek|131072||65536|1,1,0.5|TvaSR|2025-12||O||671/37|2026-07-02
chutes|google/gemma-4-31B-turbo-TEE|gemma 4 31B turbo TEE|gemma|131072||65536|0.12,0.37,0.06|TVaSR|2026-04-02||O||31|2026-07-02
chutes|moonshotai/Kimi-K2.5-TEE|Kimi K2.5 TEE|kimi-k2|262144||65535|0.44,2,0.22|TVaSR|2026-01|2024-10|O|||2026-07-02
chutes|moonshotai/Kimi-K2.6-TEE|Kimi K2.6 TEE|kimi-k2|262144||65535|0.66,3.5,0.33|TVaSR|2026-04-21|2025-12|O|||2026-07-02
chutes|unsloth/Mistral-Nemo-Instruct-2407-TEE|Mistral Nemo Instruct 2407 TEE|mistral-nemo|131072||131072|0.0245,0.0978,0.01225|tvar|2024-07-01|2024-07|O||12|2026-07-02
chutes|zai-org/GLM-5-TEE|GLM 5 TEE|glm|202752||65535|0.95,2.55,0.475|TvaSR|2026-02-12||O|||2026-07-02
chutes|zai-org/GLM-5.1-TEE|GLM 5.1 TEE|glm|202752||65535|0.98,3.08,0.49|TvaSR|2026-04-07||O|||2026-07-02
chutes|zai-org/GLM-5.2-TEE|GLM 5.2 TEE|glm|1048576||65535|1.4,4.4,0.7|TvaSR|2026-06-13||O|||2026-07-02
cloudflare-workers-ai|@cf/aisingapore/gemma-sea-lion-v4-27b-it|Gemma Sea Lion V4 27B It|gemma|128000||128000|0.351,0.555|tvasr|2025-09-23||O||27|2026-07-02
cloudflare-workers-ai|@cf/deepseek-ai/deepseek-r1-distill-qwen-32b|Deepseek R1 Distill Qwen 32B|deepseek-thinking|80000||80000|0.497,4.881|tvasR|2025-01-20|2024-07|O||32|2026-07-02
cloudflare-workers-ai|@cf/deepseek-ai/deepseek-v4-flash-0731|DeepSeek V4 Flash 0731|deepseek|1048576||1048576|0.44,1.32,0.014|TvR||||||2026-11-10
cloudflare-workers-ai|@cf/deepseek-ai/deepseek-v4-pro-0813|DeepSeek V4 Pro 0813|deepseek|1048576||1048576|1.32,3.96,0.044|TvR||||||2026-11-10
cloudflare-workers-ai|@cf/deepseek-ai/deepseek-v4.1-flash-1017|DeepSeek V4.1 Flash 1017|deepseek|1048576||1048576|0.3,1.2,0.006|TVR||||||2026-11-10
cloudflare-workers-ai|@cf/google/gemma-4-26b-a4b-it|Gemma 4 26B A4B IT|gemma|256000||16384|0.1,0.3,0.05|TVaSR|2026-04-02||O||26/4|2026-11-10
cloudflare-workers-ai|@cf/ibm-granite/granite-4.0-h-micro|Granite 4.0 H Micro|granite|131000||131000|0.017,0.112|Tvasr|2025-10-07||O|||2026-11-10
cloudflare-workers-ai|@cf/meta/llama-3.1-8b-instruct-fp8|Llama 3.1 8B Instruct fp8|llama|32000||32000|0.152,0.287|tvasr|2024-07-25||O||8|2026-07-02
cloudflare-workers-ai|@cf/meta/llama-3.2-11b-vision-instruct|Llama 3.2 11B Vision Instruct|llama|128000||128000|0.0485,0.676|tVasr|2024-09-25||O||11|2026-07-02
cloudflare-workers-ai|@cf/meta/llama-3.2-1b-instruct|Llama 3.2 1B Instruct|llama|60000||60000|0.027,0.201|tvasr|2024-09-25||O||1|2026-07-02
cloudflare-workers-ai|@cf/meta/llama-3.2-3b-instruct|Llama 3.2 3B Instruct|llama|80000||80000|0.0509,0.335|tvasr|2024-09-25||O||3|2026-07-02
cloudflare-workers-ai|@cf/meta/llama-3.3-70b-instruct-fp8-fast|Llama 3.3 70B Instruct fp8 Fast|llama|24000||24000|0.293,2.253|Tvasr|2024-12-06|2023-12|O||70|2026-11-10
cloudflare-workers-ai|@cf/meta/llama-4-scout-17b-16e-instruct|Llama 4 Scout 17B 16E Instruct|llama|131000||16384|0.27,0.85|TVasr|2025-04-05|2024-08|O||109/17|2026-11-10
cloudflare-workers-ai|@cf/mistralai/mistral-small-3.1-24b-instruct|Mistral Small 3.1 24B Instruct|mistral-small|128000||128000|0.351,0.555|Tvasr|2025-03-18||O||24|2026-11-10
cloudflare-workers-ai|@cf/moonshotai/kimi-k2.6|Kimi K2.6|kimi-k2|262144||256000|0.95,4,0.16|TVaSR|2026-04-21|2025-01|O|||2026-11-10
cloudflare-workers-ai|@cf/moonshotai/kimi-k2.7-code|Kimi K2.7 Code|kimi-k2|262144||262144|0.95,4,0.19|TVaSR|2026-06-12|2025-01|O|||2026-11-10
cloudflare-workers-ai|@cf/nvidia/nemotron-3-120b-a12b|Nemotron 3 Super 120B|nemotron|256000||256000|0.5,1.5|TvaSR|2026-03-11||O||120/12|2026-11-10
cloudflare-workers-ai|@cf/openai/gpt-oss-120b|GPT OSS 120B|gpt-oss|128000||16384|0.35,0.75|TvaSR|2025-08-05||O||120|2026-11-10
cloudflare-workers-ai|@cf/openai/gpt-oss-20b|GPT OSS 20B|gpt-oss|128000||16384|0.2,0.3|TvaSR|2025-08-05||O||20|2026-11-10
cloudflare-workers-ai|@cf/qwen/qwen2.5-coder-32b-instruct|Qwen2.5 Coder 32B Instruct|qwen|32768||32768|0.66,1|tvasr|2025-02-27||O||32|2026-07-02
cloudflare-workers-ai|@cf/qwen/qwen3-30b-a3b-fp8|Qwen3 30B A3b fp8|qwen|32768||32768|0.0509,0.335|TvasR|2025-04-30||O||30/3|2026-11-10
cloudflare-workers-ai|@cf/qwen/qwen3.8-27b|Qwen3.8 27B|qwen|262144||262144|0.45,3.2,0.05|TVR|||||27|2026-11-10
cloudflare-workers-ai|@cf/qwen/qwq-32b|Qwq 32B|qwen|24000||24000|0.66,1|tvasR|2025-03-05||O||32|2026-07-02
cloudflare-workers-ai|@cf/zai-org/glm-4.7-flash|GLM-4.7-Flash|glm-flash|131072||131072|0.0605,0.4|TvaSR|2026-01-19|2025-04|O|||2026-11-10
cloudflare-workers-ai|@cf/zai-org/glm-5.2|Glm 5.2|glm|262144||262144|1.4,4.4,0.26|TvaSR|2026-06-13||O|||2026-11-10
cloudflare-workers-ai|@cf/zai-org/glm-5.3|Glm 5.3|glm|1048576||1048576|1.4,4.4,0.26|TvR||||||2026-11-10
cloudflare-workers-ai|@cf/zai-org/glm-5.3-flash|Glm 5.3 Flash|glm|1048576||1048576|0.15,0.5,0.03|TVR||||||2026-11-10
deepinfra|MiniMaxAI/MiniMax-M2.5|MiniMax M2.5|minimax|196608||131072|0.15,1.15,0.03,0.375|TvaR|2026-02-12|2025-06|O|||2026-07-02
deepinfra|Qwen/Qwen3-Coder-480B-A35B-Instruct-Turbo|Qwen3 Coder 480B A35B Instruct Turbo|qwen|262144||66536|0.3,1|Tvar|2025-07-23|2025-04|O||480/35|2026-07-02
deepinfra|Qwen/Qwen3.5-35B-A3B|Qwen 3.5 35B A3B|qwen|262144||81920|0.14,1,0.05|TVaR|2026-02-01|2025-01|O||35/3|2026-07-02
deepinfra|Qwen/Qwen3.5-397B-A17B|Qwen 3.5 397B A17B|qwen|262144||81920|0.45,3,0.22|TVaR|2026-02-01|2025-01|O||397/17|2026-07-02
deepinfra|Qwen/Qwen3.6-35B-A3B|Qwen3.6 35B A3B|qwen|262144||81920|0.15,0.95|TVaR|2026-04-01||O||35/3|2026-07-02
deepinfra|XiaomiMiMo/MiMo-V2.5|MiMo-V2.5|mimo|262144||16384|0.4,2,0.08;256000:0.8,4,0.16|TVAR|2026-04-22|2024-12|O|||2026-07-02
deepinfra|XiaomiMiMo/MiMo-V2.5-Pro|MiMo-V2.5-Pro|mimo|1048576||16384|1,3,0.2;256000:2,6,0.4|TvaR|2026-04-22|2024-12|O|||2026-07-02
deepinfra|deepseek-ai/DeepSeek-R1-0528|DeepSeek-R1-0528|deepseek|163840||64000|0.5,2.15,0.35|TvaR|2025-05-28|2024-07|o||671/37|2026-07-02
deepinfra|deepseek-ai/DeepSeek-V3.2|DeepSeek-V3.2|deepseek|163840||64000|0.26,0.38,0.13|TvaR|2025-12-02|2024-12|o||671/37|2026-07-02
deepinfra|deepseek-ai/DeepSeek-V4-Flash|DeepSeek V4 Flash|deepseek-flash|1048576||16384|0.1,0.2,0.02|TvaSR|2026-04-24|2025-05|O|||2026-07-02
deepinfra|deepseek-ai/DeepSeek-V4-Pro|DeepSeek V4 Pro|deepseek-thinking|1048576||16384|1.3,2.6,0.1|TvaSR|2026-04-24|2025-05|O|||2026-07-02
deepinfra|google/gemma-4-26B-A4B-it|Gemma 4 26B A4B IT|gemma|262144||32768|0.07,0.34|TVaSR|2026-04-02||O||26/4|2026-07-02
deepinfra|google/gemma-4-31B-it|Gemma 4 31B IT|gemma|262144||32768|0.13,0.38|TVaSR|2026-04-02||O||31|2026-07-02
deepinfra|meta-llama/Llama-3.3-70B-Instruct-Turbo|Llama 3.3 70B Turbo|llama|131072||16384|0.1,0.32|Tvar|2024-12-06||O||70|2026-07-02
deepinfra|meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8|Llama 4 Maverick 17B FP8|llama|1048576||16384|0.15,0.6|tVar|2025-04-05||O||400/17|2026-07-02
deepinfra|meta-llama/Llama-4-Scout-17B-16E-Instruct|Llama 4 Scout 17B|llama|327680||16384|0.1,0.3|TVar|2025-04-05||O||109/17|2026-07-02
deepinfra|moonshotai/Kimi-K2.5|Kimi K2.5|kimi-k2|262144||32768|0.45,2.25,0.07|TVaSR|2026-01-27|2025-01|O|||2026-07-02
deepinfra|moonshotai/Kimi-K2.6|Kimi K2.6|kimi-k2|262144||16384|0.75,3.5,0.15|TVaSR|2026-04-21|2024-04|O|||2026-07-02
deepinfra|moonshotai/Kimi-K2.7-Code|Kimi K2.7 Code|kimi-k2|262144||262144|0.74,3.5,0.15|TVaSR|2026-06-12|2025-01|O|||2026-07-02
deepinfra|openai/gpt-oss-120b|GPT OSS 120B|gpt-oss|131072||16384|0.039,0.19|TvaR|2025-08-05||O||120|2026-07-02
deepinfra|openai/gpt-oss-20b|GPT OSS 20B|gpt-oss|131072||16384|0.03,0.14|TvaR|2025-08-05||O||20|2026-07-02
deepinfra|zai-org/GLM-4.6|GLM-4.6|glm|202752||131072|0.43,1.74,0.08|TvaR|2025-09-30|2025-04|O||355/32|2026-07-02
deepinfra|zai-org/GLM-4.7|GLM-4.7|glm|202752||16384|0.4,1.75,0.08|TvaR|2025-12-22|2025-04|O|||2026-07-02
deepinfra|zai-org/GLM-4.7-Flash|GLM-4.7-Flash|glm-flash|202752||16384|0.06,0.4|TvaR|2026-01-19|2025-04|O|||2026-07-02
deepinfra|zai-org/GLM-5|GLM-5|glm|202752||16384|0.6,2.08,0.12|TvaR|2026-02-12|2025-12|O|||2026-07-02
deepinfra|zai-org/GLM-5.1|GLM-5.1|glm|202752||16384|1.05,3.5,0.205|TvaSR|2026-04-07|2025-04|O|||2026-07-02
deepinfra|zai-org/GLM-5.2|GLM-5.2|glm|1048576||32768|0.95,3,0.18|TvaSR|2026-06-13||O|||2026-07-02
fireworks|accounts/fireworks/models/deepseek-v4-flash|DeepSeek V4 Flash|deepseek-flash|1000000||384000|0.14,0.28,0.028|TvaSR|2026-04-24|2025-05|O|||2026-07-02
fireworks|accounts/fireworks/models/deepseek-v4-pro|DeepSeek V4 Pro|deepseek-thinking|1000000||384000|1.74,3.48,0.145|TvaSR|2026-04-24|2025-05|O|||2026-07-02
fireworks|accounts/fireworks/models/deepseek-v4p1-flash|DeepSeek V4.1 Flash|deepseek|1000000||384000|0.3,1.2,0.006|TVR||||||2026-11-10
fireworks|accounts/fireworks/models/deepseek-v4p1-flash-1017|DeepSeek V4.1 Flash 1017|deepseek|1000000||384000|0.3,1.2,0.006|TVR||||||2026-11-10
fireworks|accounts/fireworks/models/ember-1|Ember-1||1048576||131072|3,15,0.3|TVR||||||2026-11-10
fireworks|accounts/fireworks/models/glm-5p1|GLM 5.1|glm|202800||131072|1.4,4.4,0.26|TvaR|2026-04-01||O|||2026-07-02
fireworks|accounts/fireworks/models/glm-5p2|GLM 5.2|glm|1048575||131072|1.4,4.4,0.26|TvaR|2026-06-16||O|||2026-07-02
fireworks|accounts/fireworks/models/glm-5p3-flash|GLM 5.3 Flash|glm|1048573||131072|0.15,0.5,0.03|TVR||||||2026-11-10
fireworks|accounts/fireworks/models/gpt-oss-120b|GPT OSS 120B|gpt-oss|131072||32768|0.15,0.6,0.015|TvaR|2025-08-05||O||120|2026-07-02
fireworks|accounts/fireworks/models/gpt-oss-20b|GPT OSS 20B|gpt-oss|131072||32768|0.07,0.3,0.035|TvaR|2025-08-05||O||20|2026-07-02
fireworks|accounts/fireworks/models/kimi-k2p6|Kimi K2.6|kimi-thinking|262000||262000|0.95,4,0.16|TVaR|2026-04-17||O|||2026-07-02
fireworks|accounts/fireworks/models/kimi-k2p7-code|Kimi K2.7 Code|kimi-k2|262000||262000|0.95,4,0.19|TVaR|2026-06-12||O|||2026-07-02
fireworks|accounts/fireworks/models/kimi-k3p1-pro|Kimi K3.1 Pro|kimi|1048576||131072|2,10,0.2|TVR||||||2026-11-10
fireworks|accounts/fireworks/models/minimax-m2p7|MiniMax-M2.7|minimax|196608||196608|0.3,1.2,0.06|TvaR|2026-04-12||O||230/10|2026-07-02
fireworks|accounts/fireworks/models/minimax-m3|MiniMax-M3|minimax|512000||512000|0.3,1.2,0.06|TvaR|2026-06-12||O|||2026-11-10
fireworks|accounts/fireworks/models/minimax-m3p1-flash|MiniMax-M3.1-Flash|minimax|1000000||512000|0.15,0.6,0.015|TVR||||||2026-11-10
fireworks|accounts/fireworks/models/muse-spark-open|Muse Spark Open|muse|1048576||131072|1.25,4.25,0.15|TVR||||||2026-11-10
fireworks|accounts/fireworks/models/qwen3p7-plus|Qwen 3.7 Plus|qwen|262144||65536|0.4,1.6,0.08|TVaR|2026-06-12||o|||2026-07-02
fireworks|accounts/fireworks/models/qwen3p8-2p4t-a95b|Qwen3.8 2.4T A95B|qwen|262144||131072|2,6,0.25|TvR|||||2400/95|2026-11-10
fireworks|accounts/fireworks/models/qwen3p8-max|Qwen3.8 Max|qwen|262144||131072|2,6,0.25|TVR||||||2026-11-10
fireworks|accounts/fireworks/routers/deepseek-flash-latest|DeepSeek Flash Latest|deepseek|1000000||384000|0.3,1.2,0.006|TVR||||||2026-11-10
fireworks|accounts/fireworks/routers/deepseek-v4p1-flash-1017-spot|DeepSeek V4.1 Flash 1017 Spot|deepseek|1000000||384000|0.21,0.84,0.0042|TVR||||||2026-11-10
fireworks|accounts/fireworks/routers/deepseek-v4p1-flash-1017-ultrafast|DeepSeek V4.1 Flash 1017 Ultra-fast|deepseek|1000000||384000|2.4,9.6,0.048|TVR||||||2026-11-10
fireworks|accounts/fireworks/routers/deepseek-v4p1-flash-spot|DeepSeek V4.1 Flash Spot|deepseek|1000000||384000|0.21,0.84,0.0042|TVR||||||2026-11-10
fireworks|accounts/fireworks/routers/glm-5p1-fast|GLM 5.1 Fast|glm|202800||131072|2.8,8.8,0.52|TvaR|2026-04-01||O|||2026-07-02
fireworks|accounts/fireworks/routers/glm-5p2-fast|GLM 5.2 Fast|glm|1048575||131072|2.1,6.6,0.21|TvaR|2026-06-26||O|||2026-07-02
fireworks|accounts/fireworks/routers/glm-5p3-fast|GLM 5.3 Fast|glm|1048572||262144|2.1,6.6,0.39|TvR||||||2026-11-10
fireworks|accounts/fireworks/routers/glm-5p3-spot|GLM 5.3 Spot|glm|1048573||262144|0.98,3.08,0.182|TvR||||||2026-11-10
fireworks|accounts/fireworks/routers/glm-fast-latest|GLM 5.3 Fast (Latest)|glm|1048572||262144|2.1,6.6,0.39|TvR||||||2026-11-10
fireworks|accounts/fireworks/routers/glm-flash-latest|GLM Flash Latest (GLM 5.3 Flash)|glm|1048573||131072|0.15,0.5,0.03|TVR||||||2026-11-10
fireworks|accounts/fireworks/routers/glm-latest|GLM Latest|glm|1048573||262144|1.4,4.4,0.26|TvR||||||2026-11-10
fireworks|accounts/fireworks/routers/kimi-fast-latest|Kimi Fast Latest|kimi|1048576||131072|4.5,22.5,0.45|TVR||||||2026-11-10
fireworks|accounts/fireworks/routers/kimi-k2p6-fast|Kimi K2.6 Fast|kimi-thinking|262000||262000|2,8,0.3|TVaR|2026-04-17||O|||2026-07-02
fireworks|accounts/fireworks/routers/kimi-k2p6-turbo|Kimi K2.6 Turbo|kimi-thinking|262000||262000|2,8,0.3|TVaR|2026-04-17||O|||2026-07-02
fireworks|accounts/fireworks/routers/kimi-k2p7-code-fast|Kimi K2.7 Code Fast|kimi-k2|262000||262000|1.9,8,0.38|TVaR|2026-06-12||O|||2026-07-02
fireworks|accounts/fireworks/routers/kimi-k3-fast|Kimi K3 Fast|kimi|1048576||131072|4.5,22.5,0.45|TVR||||||2026-11-10
fireworks|accounts/fireworks/routers/kimi-k3-spot|Kimi K3 Spot|kimi|1048576||131072|2.1,10.5,0.21|TVR||||||2026-11-10
fireworks|accounts/fireworks/routers/kimi-latest|Kimi Latest|kimi|1048576||131072|3,15,0.3|TVR||||||2026-11-10
fireworks|accounts/fireworks/routers/minimax-latest|MiniMax Latest|minimax|512000||512000|0.3,1.2,0.06|TvR||||||2026-11-10
fireworks|accounts/fireworks/routers/qwen-max-latest|Qwen Max Latest (Qwen3.8 Max)|qwen|262144||131072|2,6,0.25|TVR||||||2026-11-10
friendli|MiniMaxAI/MiniMax-M2.5|MiniMax-M2.5|minimax|196608||196608|0.3,1.2,0.06|TvaSR|2026-02-12||O|||2026-07-02
friendli|Qwen/Qwen3-235B-A22B-Instruct-2507|Qwen3 235B A22B Instruct 2507|qwen|262144||262144|0.2,0.8|TvaSR|2025-07-29|2025-04|O||235/22|2026-07-02
friendli|deepseek-ai/DeepSeek-V3.2|DeepSeek-V3.2|deepseek|163840||163840|0.5,1.5,0.25|TvaSR|2025-12-01||O||671/37|2026-07-02
friendli|google/gemma-4-31B-it|Gemma 4 31B IT|gemma|262144||32768|0.14,0.4|TVaSR|2026-04-02||O||31|2026-07-02
friendli|zai-org/GLM-5|GLM-5|glm|202752||202752|1,3.2,0.5|TvaSR|2026-02-12||O|||2026-07-02
friendli|zai-org/GLM-5.1|GLM-5.1|glm|202752||202752|1.4,4.4,0.26|TvaSR|2026-04-07||O|||2026-07-02
friendli|zai-org/GLM-5.2|GLM-5.2|glm|1000000||131072|1.4,4.4,0.26|TvaSR|2026-06-13||O|||2026-07-02
github-models|ai21-labs/ai21-jamba-1.5-large|AI21 Jamba 1.5 Large|jamba|256000||4096||TvaR|2024-08-29|2024-03|o|||2026-07-02
github-models|ai21-labs/ai21-jamba-1.5-mini|AI21 Jamba 1.5 Mini|jamba|256000||4096||TvaR|2024-08-29|2024-03|o|||2026-07-02
github-models|cohere/cohere-command-a|Cohere Command A|command-a|128000||4096||TvaR|2024-11-01|2024-03|o|||2026-07-02
github-models|cohere/cohere-command-r|Cohere Command R|command-r|128000||4096||TvaR|2024-03-11|2024-03|o|||2026-07-02
github-models|cohere/cohere-command-r-08-2024|Cohere Command R 08-2024|command-r|128000||4096||Tvar|2024-08-01|2024-03|o||32|2026-07-02
github-models|cohere/cohere-command-r-plus|Cohere Command R+|command-r|128000||4096||Tvar|2024-04-04|2024-03|o||104|2026-07-02
github-models|cohere/cohere-command-r-plus-08-2024|Cohere Command R+ 08-2024|command-r|128000||4096||Tvar|2024-08-01|2024-03|o||104|2026-07-02
github-models|core42/jais-30b-chat|JAIS 30b Chat|jais|8192||2048||TvaR|2023-08-30|2023-03|O||30|2026-07-02
github-models|deepseek/deepseek-r1|DeepSeek-R1|deepseek-thinking|65536||8192||TvaR|2025-01-20|2024-06|O||671/37|2026-07-02
github-models|deepseek/deepseek-r1-0528|DeepSeek-R1-0528|deepseek-thinking|65536||8192||TvaR|2025-05-28|2024-06|O||671/37|2026-07-02
github-models|deepseek/deepseek-v3-0324|DeepSeek-V3-0324|deepseek|128000||8192||TvaR|2025-03-24|2024-06|O||671/37|2026-07-02
github-models|meta/llama-3.2-11b-vision-instruct|Llama-3.2-11B-Vision-Instruct|llama|128000||8192||TVAR|2024-09-25|2023-12|O||11|2026-07-02
github-models|meta/llama-3.2-90b-vision-instruct|Llama-3.2-90B-Vision-Instruct|llama|128000||8192||TVAR|2024-09-25|2023-12|O||90|2026-07-02
github-models|meta/llama-3.3-70b-instruct|Llama-3.3-70B-Instruct|llama|128000||32768||TvaR|2024-12-06|2023-12|O||70|2026-07-02
github-models|meta/llama-4-maverick-17b-128e-instruct-fp8|Llama 4 Maverick 17B 128E Instruct FP8|llama|128000||8192||TVaR|2025-01-31|2024-12|O||400/17|2026-07-02
github-models|meta/llama-4-scout-17b-16e-instruct|Llama 4 Scout 17B 16E Instruct|llama|128000||8192||TVaR|2025-01-31|2024-12|O||109/17|2026-07-02
github-models|meta/meta-llama-3-70b-instruct|Meta-Llama-3-70B-Instruct|llama|8192||2048||TvaR|2024-04-18|2023-12|O||70|2026-07-02
github-models|meta/meta-llama-3-8b-instruct|Meta-Llama-3-8B-Instruct|llama|8192||2048||TvaR|2024-04-18|2023-12|O||8|2026-07-02
github-models|meta/meta-llama-3.1-405b-instruct|Meta-Llama-3.1-405B-Instruct|llama|128000||32768||TvaR|2024-07-23|2023-12|O||405|2026-07-02
github-models|meta/meta-llama-3.1-70b-instruct|Meta-Llama-3.1-70B-Instruct|llama|128000||32768||TvaR|2024-07-23|2023-12|O||70|2026-07-02
github-models|meta/meta-llama-3.1-8b-instruct|Meta-Llama-3.1-8B-Instruct|llama|128000||32768||TvaR|2024-07-23|2023-12|O||8|2026-07-02
github-models|microsoft/mai-ds-r1|MAI-DS-R1|mai|65536||8192||TvaR|2025-01-20|2024-06|o|||2026-07-02
github-models|microsoft/phi-3-medium-128k-instruct|Phi-3-medium instruct (128k)|phi|128000||4096||TvaR|2024-04-23|2023-10|O|||2026-07-02
github-models|microsoft/phi-3-medium-4k-instruct|Phi-3-medium instruct (4k)|phi|4096||1024||TvaR|2024-04-23|2023-10|O|||2026-07-02
github-models|microsoft/phi-3-mini-128k-instruct|Phi-3-mini instruct (128k)|phi|128000||4096||TvaR|2024-04-23|2023-10|O|||2026-07-02
github-models|microsoft/phi-3-mini-4k-instruct|Phi-3-mini instruct (4k)|phi|4096||1024||TvaR|2024-04-23|2023-10|O|||2026-07-02
github-models|microsoft/phi-3-small-128k-instruct|Phi-3-small instruct (128k)|phi|128000||4096||TvaR|2024-04-23|2023-10|O|||2026-07-02
github-models|microsoft/phi-3-small-8k-instruct|Phi-3-small instruct (8k)|phi|8192||2048||TvaR|2024-04-23|2023-10|O|||2026-07-02
github-models|microsoft/phi-3.5-mini-instruct|Phi-3.5-mini instruct (128k)|phi|128000||4096||TvaR|2024-08-20|2023-10|O|||2026-07-02
github-models|microsoft/phi-3.5-moe-instruct|Phi-3.5-MoE instruct (128k)|phi|128000||4096||TvaR|2024-08-20|2023-10|O|||2026-07-02
github-models|microsoft/phi-3.5-vision-instruct|Phi-3.5-vision instruct (128k)|phi|128000||4096||TVaR|2024-08-20|2023-10|O|||2026-07-02
github-models|microsoft/phi-4-mini-reasoning|Phi-4-mini-reasoning|phi|128000||4096||TvaR|2024-12-11|2023-10|O||3.8|2026-07-02
github-models|microsoft/phi-4-multimodal-instruct|Phi-4-multimodal-instruct|phi|128000||4096||TVAR|2024-12-11|2023-10|O||5.6|2026-07-02
github-models|mistral-ai/codestral-2501|Codestral 25.01|codestral|32000||8192||TvaR|2025-01-01|2024-03|o|||2026-07-02
github-models|mistral-ai/ministral-3b|Ministral 3B|ministral|128000||8192||TvaR|2024-10-22|2024-03|O||3|2026-07-02
github-models|mistral-ai/mistral-large-2411|Mistral Large 24.11|mistral-large|128000||32768||TvaR|2024-11-01|2024-09|o||123|2026-07-02
github-models|mistral-ai/mistral-medium-2505|Mistral Medium 3 (25.05)|mistral-medium|128000||32768||TVaR|2025-05-01|2024-09|o|||2026-07-02
github-models|mistral-ai/mistral-nemo|Mistral Nemo|mistral-nemo|128000||8192||TvaR|2024-07-18|2024-03|O||12|2026-07-02
github-models|mistral-ai/mistral-small-2503|Mistral Small 3.1|mistral-small|128000||32768||TVaR|2025-03-01|2024-09|o||24|2026-07-02
github-models|openai/gpt-4.1|GPT-4.1|gpt|128000||16384||TVar|2025-04-14|2024-04|o|||2026-07-02
github-models|openai/gpt-4.1-mini|GPT-4.1-mini|gpt-mini|128000||16384||TVar|2025-04-14|2024-04|o|||2026-07-02
github-models|openai/gpt-4.1-nano|GPT-4.1-nano|gpt-nano|128000||16384||TVar|2025-04-14|2024-04|o|||2026-07-02
github-models|openai/gpt-4o|GPT-4o|gpt|128000||16384||TVAr|2024-05-13|2023-10|o|||2026-07-02
github-models|openai/gpt-4o-mini|GPT-4o mini|gpt-mini|128000||16384||TVAr|2024-07-18|2023-10|o|||2026-07-02
github-models|openai/o1|OpenAI o1|o|200000||100000||tVaR|2024-09-12|2023-10|o|||2026-07-02
github-models|openai/o1-mini|OpenAI o1-mini|o-mini|128000||65536||tvaR|2024-09-12|2023-10|o|||2026-07-02
github-models|openai/o1-preview|OpenAI o1-preview|o|128000||32768||tvaR|2024-09-12|2023-10|o|||2026-07-02
github-models|openai/o3|OpenAI o3|o|200000||100000||tVaR|2025-01-31|2024-04|o|||2026-07-02
github-models|openai/o3-mini|OpenAI o3-mini|o-mini|200000||100000||tvaR|2025-01-31|2024-04|o|||2026-07-02
github-models|openai/o4-mini|OpenAI o4-mini|o-mini|200000||100000||tVaR|2025-01-31|2024-04|o|||2026-07-02
github-models|xai/grok-3|Grok 3|grok|128000||8192||TvaR|2024-12-09|2024-10|o|||2026-07-02
github-models|xai/grok-3-mini|Grok 3 Mini|grok|128000||8192||TvaR|2024-12-09|2024-10|o|||2026-07-02
groq|groq/compound|Compound|groq|131072||8192||tvar|2025-09-04||o|||2026-07-02
groq|groq/compound-mini|Compound Mini|groq|131072||8192||tvar|2025-09-04||o|||2026-07-02
groq|meta-llama/llama-4-scout-17b-16e-instruct|Llama 4 Scout 17B 16E|llama|131072||8192|0.11,0.34|TVaSr|2025-04-05|2024-08|O||109/17|2026-07-02
huggingface|MiniMaxAI/MiniMax-M1-80k|MiniMax M1 80K|minimax|1000000||80000|0.55,2.2|TvR||||||2026-11-10
huggingface|MiniMaxAI/MiniMax-M2|MiniMax-M2|minimax|204800||128000|0.3,1.2|TvaR|2025-10-27||O||230/10|2026-11-10
huggingface|MiniMaxAI/MiniMax-M2.1|MiniMax-M2.1|minimax|204800||131072|0.3,1.2|TvaR|2025-12-23|2025-10|O|||2026-11-10
huggingface|MiniMaxAI/MiniMax-M2.5|MiniMax-M2.5|minimax|204800||131072|0.3,1.2,0.03|TvaR|2026-02-12||O|||2026-11-10
huggingface|MiniMaxAI/MiniMax-M2.7|MiniMax-M2.7|minimax|204800||131072|0.3,1.2,0.06|TvaSR|2026-03-18||O|||2026-11-10
huggingface|MiniMaxAI/MiniMax-M3|MiniMax-M3|minimax|524288||128000|0.3,1.2|TVaSR|2026-06-01||O|||2026-11-10
huggingface|MiniMaxAI/MiniMax-M3.1-Flash|MiniMax-M3.1-Flash|minimax|1000000||512000|0.15,0.6|TVR||||||2026-11-10
huggingface|Qwen/Qwen2.5-Coder-32B-Instruct|Qwen2.5-Coder-32B-Instruct|qwen|131072||8192|0.06,0.2|Tvr|||||32|2026-11-10
huggingface|Qwen/Qwen3-235B-A22B|Qwen3 235B-A22B|qwen|40960||16384|0.2,0.8|TvaSR|2025-04|2025-04|O||235/22|2026-11-10
huggingface|Qwen/Qwen3-235B-A22B-Instruct-2507|Qwen3 235B-A22B Instruct 2507|qwen|262144||16384|0.855,2.565|Tvr|||||235/22|2026-11-10
huggingface|Qwen/Qwen3-235B-A22B-Thinking-2507|Qwen3-235B-A22B-Thinking-2507|qwen|262144||131072|0.3,3|TvaR|2025-07-25|2025-04|O||235/22|2026-11-10
huggingface|Qwen/Qwen3-30B-A3B|Qwen3 30B A3B|qwen|40960||16384|0.12,0.5|TvR|||||30/3|2026-11-10
huggingface|Qwen/Qwen3-32B|Qwen3 32B|qwen|131072||16384|0.29,0.59|TvaSR|2025-04|2025-04|O||32|2026-11-10
huggingface|Qwen/Qwen3-8B|Qwen3 8B|qwen|40960||32768|0.07,0.18|TvR|||||8|2026-11-10
huggingface|Qwen/Qwen3-Coder-30B-A3B-Instruct|Qwen3-Coder 30B-A3B Instruct|qwen|262144||65536|0.07,0.26|TvaSr|2025-04|2025-04|O||30/3|2026-11-10
huggingface|Qwen/Qwen3-Coder-480B-A35B-Instruct|Qwen3-Coder-480B-A35B-Instruct|qwen|262144||66536|2,2|Tvar|2025-07-23|2025-04|O||480/35|2026-11-10
huggingface|Qwen/Qwen3-Coder-Next|Qwen3-Coder-Next|qwen|262144||65536|0.2,1.5|Tvar|2026-02-03|2025-04|O|||2026-11-10
huggingface|Qwen/Qwen3-Next-80B-A3B-Instruct|Qwen3-Next-80B-A3B-Instruct|qwen|262144||66536|0.25,1|Tvar|2025-09-11|2025-04|O||80/3|2026-11-10
huggingface|Qwen/Qwen3-Next-80B-A3B-Thinking|Qwen3-Next-80B-A3B-Thinking|qwen|262144||131072|0.3,2|Tvar|2025-09-11|2025-04|O||80/3|2026-07-02
huggingface|Qwen/Qwen3-VL-235B-A22B-Instruct|Qwen3 VL 235B A22B Instruct|qwen|131072||32768|0.3,1.5|TVr|||||235/22|2026-11-10
huggingface|Qwen/Qwen3-VL-235B-A22B-Thinking|Qwen3 VL 235B A22B Thinking|qwen|131072||32768|0.98,3.95|TVR|||||235/22|2026-11-10
huggingface|Qwen/Qwen3-VL-30B-A3B-Instruct|Qwen3 VL 30B A3B Instruct|qwen|131072||32768|0.2,0.7|TVr|||||30/3|2026-11-10
huggingface|Qwen/Qwen3.5-122B-A10B|Qwen3.5 122B-A10B|qwen|262144||65536|0.4,3.2|TVaSR|2026-02-23||O||122/10|2026-11-10
huggingface|Qwen/Qwen3.5-27B|Qwen3.5 27B|qwen|262144||65536|0.3,2.4|TVaSR|2026-02-23||O||27|2026-11-10
huggingface|Qwen/Qwen3.5-35B-A3B|Qwen3.5 35B-A3B|qwen|262144||65536|0.25,2|TVaSR|2026-02-23||O||35/3|2026-11-10
huggingface|Qwen/Qwen3.5-397B-A17B|Qwen3.5-397B-A17B|qwen|262144||32768|0.6,3.6|TVaR|2026-02-01|2025-04|O||397/17|2026-11-10
huggingface|Qwen/Qwen3.5-9B|Qwen3.5 9B|qwen|262144||65536|0.17,0.25|TVaSR|2026-02-23||O||9|2026-11-10
huggingface|Qwen/Qwen3.6-27B|Qwen3.6 27B|qwen|262144||65536|0.47,3.19|TVaSR|2026-04-22||O||27|2026-11-10
huggingface|Qwen/Qwen3.6-35B-A3B|Qwen3.6 35B-A3B|qwen|262144||65536|0.15,0.95|TVaSR|2026-04-17||O||35/3|2026-11-10
huggingface|Qwen/Qwen3.8-2.4T-A95B|Qwen3.8 2.4T A95B|qwen|262144||131072|2.5,6.25|TvR|||||2400/95|2026-11-10
huggingface|Qwen/Qwen3.8-27B|Qwen3.8 27B|qwen|262144||32768|0.4,3|TVR|||||27|2026-11-10
huggingface|XiaomiMiMo/MiMo-V2-Flash|MiMo-V2-Flash|mimo|262144||4096|0.1,0.3|TvaR|2025-12-16|2024-12|O|||2026-07-02
huggingface|XiaomiMiMo/MiMo-V2.5|MiMo-V2.5|mimo|262144||131072|0.4,2|TvR||||||2026-11-10
huggingface|XiaomiMiMo/MiMo-V2.5-Pro|MiMo-V2.5-Pro|mimo|1048576||131072|1,3|TvaSR|2026-04-22|2024-12|O|||2026-11-10
huggingface|deepseek-ai/DeepSeek-R1|DeepSeek-R1|deepseek-thinking|64000||32768|0.7,2.5|TvaSR|2025-01-20|2024-07|O||671/37|2026-11-10
huggingface|deepseek-ai/DeepSeek-R1-0528|DeepSeek-R1-0528|deepseek-thinking|163840||163840|3,5|TvaR|2025-05-28|2025-05|O||671/37|2026-11-10
huggingface|deepseek-ai/DeepSeek-V3|DeepSeek-V3|deepseek|64000||8192|0.4,1.3|Tvr|||||671/37|2026-11-10
huggingface|deepseek-ai/DeepSeek-V3-0324|DeepSeek V3 0324|deepseek|163840||163840|0.27,1.12|Tvr|||||671/37|2026-11-10
huggingface|deepseek-ai/DeepSeek-V3.1|DeepSeek-V3.1|deepseek|131072||8192|0.27,1|TvR|||||671/37|2026-11-10
huggingface|deepseek-ai/DeepSeek-V3.2|DeepSeek-V3.2|deepseek|163840||65536|0.28,0.4|TvaR|2025-12-01|2024-07|O||671/37|2026-11-10
huggingface|deepseek-ai/DeepSeek-V4-Flash|DeepSeek V4 Flash|deepseek-flash|1048576||384000|0.14,0.28|TvaSR|2026-04-24|2025-05|O|||2026-11-10
huggingface|deepseek-ai/DeepSeek-V4-Flash-0731|DeepSeek V4 Flash 0731|deepseek|1048576||384000|0.14,0.28|TvR||||||2026-11-10
huggingface|deepseek-ai/DeepSeek-V4-Flash-Vision-Exp|DeepSeek V4 Flash Vision Exp|deepseek|1048576||384000|0.44,1.32|TVR||||||2026-11-10
huggingface|deepseek-ai/DeepSeek-V4-Pro|DeepSeek V4 Pro|deepseek-thinking|1048576||393216|0.435,0.87,0.003625|TvaSR|2026-04-24|2025-05|O|||2026-11-10
huggingface|deepseek-ai/DeepSeek-V4-Pro-0813|DeepSeek V4 Pro 0813|deepseek|1000000||384000|1.32,3.96|TvR||||||2026-11-10
huggingface|deepseek-ai/DeepSeek-V4.1-Flash|DeepSeek V4.1 Flash|deepseek|1048576||384000|0.3,1.2|TVR||||||2026-11-10
huggingface|deepseek-ai/DeepSeek-V4.1-Flash-1017|DeepSeek V4.1 Flash 1017|deepseek|1048576||384000|0.3,1.2|TVR||||||2026-11-10
huggingface|google/gemma-3-12b-it|Gemma 3 12B IT|gemma|131072||131072|0.05,0.15|TVr|||||12|2026-11-10
huggingface|google/gemma-3-27b-it|Gemma 3 27B IT|gemma|131072||131072|0.08,0.16|TVr|||||27|2026-11-10
huggingface|google/gemma-3-4b-it|Gemma 3 4B IT|gemma|131072||131072|0.05,0.1|TVr|||||4|2026-11-10
huggingface|google/gemma-4-26B-A4B-it|Gemma 4 26B A4B IT|gemma|262144||32768|0.13,0.4|TVaSR|2026-04-02||O||26/4|2026-11-10
huggingface|google/gemma-4-31B-it|Gemma 4 31B IT|gemma|262144||32768|0.14,0.4|TVaSR|2026-04-02||O||31|2026-11-10
huggingface|meta-llama/Llama-3.1-8B-Instruct|Llama-3.1-8B-Instruct|llama|131072||4096|0.06,0.06|Tvr|||||8|2026-11-10
huggingface|meta-llama/Llama-3.3-70B-Instruct|Llama-3.3-70B-Instruct|llama|131072||4096|0.59,0.79|TvaSr|2024-12-06|2023-12|O||70|2026-11-10
huggingface|moonshotai/Kimi-K2-Instruct|Kimi-K2-Instruct|kimi-k2|131072||16384|1,3|Tvar|2025-07-14|2024-10|O||1000/32|2026-11-10
huggingface|moonshotai/Kimi-K2-Instruct-0905|Kimi-K2-Instruct-0905|kimi-k2|262144||16384|1,3|Tvar|2025-09-04|2024-10|O||1000/32|2026-11-10
huggingface|moonshotai/Kimi-K2-Thinking|Kimi-K2-Thinking|kimi-thinking|262144||262144|0.6,2.5,0.15|TvaR|2025-11-06|2024-08|O||1000/32|2026-11-10
huggingface|moonshotai/Kimi-K2.5|Kimi-K2.5|kimi-k2|262144||262144|0.6,3,0.1|TVaR|2026-01-01|2025-01|O|||2026-11-10
huggingface|moonshotai/Kimi-K2.6|Kimi-K2.6|kimi-k2|262144||262144|0.95,4,0.16|TVaR|2026-04-20|2025-01|O|||2026-11-10
huggingface|moonshotai/Kimi-K2.7-Code|Kimi K2.7 Code|kimi-k2|262144||262144|0.95,4|TVaSR|2026-06-12|2025-01|O|||2026-11-10
huggingface|moonshotai/Kimi-K3|Kimi K3|kimi|1000000||131072|3,15|TVR||||||2026-11-10
huggingface|openai/gpt-oss-120b|GPT OSS 120B|gpt-oss|131072||32768|0.25,0.69|TvaSR|2025-08-05||O||120|2026-11-10
huggingface|openai/gpt-oss-20b|GPT OSS 20B|gpt-oss|131072||32768|0.1,0.5|TvR|||||20|2026-11-10
huggingface|stepfun-ai/Step-3.5-Flash|Step 3.5 Flash||262144|256000|256000|0.1,0.3|TvaR|2026-01-29|2025-01|O|||2026-11-10
huggingface|stepfun-ai/Step-3.7-Flash|Step 3.7 Flash||262144|256000|256000|0.2,1.15|TVaR|2026-05-29|2026-01-01|O|||2026-11-10
huggingface|tencent/Hy3|Hy3||262144||128000|0.14,0.58|TvR||||||2026-11-10
huggingface|tencent/Hy4-preview|Hy4 preview||1000000||64000|0.834,2.501|TvR||||||2026-11-10
huggingface|thinkingmachines/Inkling|Inkling||1048576||1048576|1,4.05|TVR||||||2026-11-10
huggingface|thinkingmachines/Inkling-Small|Inkling Small||524288||1048576|0.5,1.2|TVR||||||2026-11-10
huggingface|zai-org/GLM-4.5|GLM-4.5|glm|131072||98304|0.6,2.2|TvaR|2025-07-28|2025-04|O||355/32|2026-07-02
huggingface|zai-org/GLM-4.5-Air|GLM-4.5-Air|glm-air|131072||98304|0.13,0.85|TvaR|2025-07-28|2025-04|O||106/12|2026-11-10
huggingface|zai-org/GLM-4.5V|GLM-4.5V|glm|65536||16384|0.6,1.8|TVaR|2025-08-11|2025-04|O|||2026-11-10
huggingface|zai-org/GLM-4.6|GLM-4.6|glm|204800||131072|0.55,2.2|TvaR|2025-09-30|2025-04|O||355/32|2026-11-10
huggingface|zai-org/GLM-4.6V-Flash|GLM-4.6V-Flash|glm|131072||32768|0.3,0.9|TVR||||||2026-11-10
huggingface|zai-org/GLM-4.7|GLM-4.7|glm|204800||131072|0.6,2.2,0.11|TvaR|2025-12-22|2025-04|O|||2026-11-10
huggingface|zai-org/GLM-4.7-Flash|GLM-4.7-Flash|glm|200000||128000|0,0|TvaR|2025-08-08|2025-04|O|||2026-11-10
huggingface|zai-org/GLM-5|GLM-5|glm|202752||131072|1,3.2,0.2|TvaR|2026-02-11||O|||2026-11-10
huggingface|zai-org/GLM-5.1|GLM-5.1|glm|202752||131072|1,3.2,0.2|TvaR|2026-04-03||O|||2026-11-10
huggingface|zai-org/GLM-5.2|GLM-5.2|glm|262144||131072|1.4,4.4|TvaSR|2026-06-13||O|||2026-11-10
huggingface|zai-org/GLM-5.3|GLM-5.3|glm|1048576||131072|1.4,4.4|TvR||||||2026-11-10
huggingface|zai-org/GLM-5.3-Flash|GLM-5.3-Flash|glm|1048576||131072|0.15,0.5|TVR||||||2026-11-10
inception|mercury-2|Mercury 2|mercury|128000||50000|0.25,0.75,0.025|TvaSR|2026-02-24|2025-01-01|o|||2026-07-02
inception|mercury-edit-2|Mercury Edit 2||128000||8192|0.25,0.75,0.025|tvaR|2026-03-30||o|||2026-07-02
kimi-for-coding|k2p5|Kimi K2.5|kimi-thinking|262144||32768||TVaSR|2026-01|2025-01|O|||2026-07-02
kimi-for-coding|k2p6|Kimi K2.6|kimi-thinking|262144||32768||TVaSR|2026-04|2025-01|O|||2026-07-02
kimi-for-coding|k2p7|Kimi K2.7 Code|kimi-k2|262144||32768||TVaSR|2026-06-12|2025-01|O|||2026-07-02
kimi-for-coding|k3|Kimi K3||1048576||131072|3,15,0.3|TVR||||||2026-11-10
kimi-for-coding|k3-256k|Kimi K3-256K||262144||131072|3,15,0.3|TVR||||||2026-11-10
kimi-for-coding|k3.1-pro|Kimi K3.1 Pro||1048576||131072|2,10,0.2|TVR||||||2026-11-10
kimi-for-coding|k3.1-pro-highspeed|Kimi K3.1 Pro Highspeed||1048576||131072|4,20,0.2|TVR||||||2026-11-10
kimi-for-coding|kimi-for-coding|kimi-for-coding|kimi|1048576||32768|0.95,4,0.19|TVR||||||2026-11-10
kimi-for-coding|kimi-for-coding-highspeed|Kimi For Coding HighSpeed|kimi|262144||32768|1.9,8,0.38|TVR||||||2026-11-10
kimi-for-coding|kimi-k2-thinking|Kimi K2 Thinking|kimi-thinking|262144||32768||TvaSR|2025-11|2025-07|O||1000/32|2026-07-02
lmstudio|openai/gpt-oss-20b|GPT OSS 20B|gpt-oss|131072||32768||TvaR|2025-08-05||O||20|2026-07-02
lmstudio|qwen/qwen3-30b-a3b-2507|Qwen3 30B A3B 2507|qwen|262144||16384||Tvar|2025-07-30|2025-04|O||30/3|2026-07-02
lmstudio|qwen/qwen3-coder-30b|Qwen3 Coder 30B|qwen|262144||65536||Tvar|2025-07-23|2025-04|O||30|2026-07-02
meta|muse-ember-1.0|Muse Ember|muse|1048576||524288|0.1,0.5,0.004;200000:0.3,1.5,0.012|TVR||||||2026-11-10
meta|muse-spark-1.1|Muse Spark 1.1|muse|1048576||131072|1.25,4.25,0.15|TVR||||||2026-11-10
meta|muse-spark-1.2|Muse Spark 1.2|muse|1048576||131072|1.25,4.25,0.15|TVR||||||2026-11-10
meta|muse-spark-1.2-contributor|Muse Spark 1.2 Contributor|muse|1048576||131072|0.1,0.2,0.002|TVR||||||2026-11-10
meta|muse-spark-1.3|Muse Spark 1.3|muse|1048576||131072|1.25,4.25,0.15|TVR||||||2026-11-10
meta|muse-spark-1.3-contributor|Muse Spark 1.3 Contributor|muse|1048576||131072|0.1,0.2,0.002|TVR||||||2026-11-10
meta|muse-wonder-1.0|Muse Wonder|muse|1048576||131072|4,20,0.2|TVR||||||2026-11-10
meta-llama-api|cerebras-llama-4-maverick-17b-128e-instruct|Cerebras-Llama-4-Maverick-17B-128E-Instruct|llama|128000||4096||Tvar|2025-04-05|2025-01|O||400/17|2026-07-02
meta-llama-api|cerebras-llama-4-scout-17b-16e-instruct|Cerebras-Llama-4-Scout-17B-16E-Instruct|llama|128000||4096||Tvar|2025-04-05|2025-01|O||109/17|2026-07-02
meta-llama-api|groq-llama-4-maverick-17b-128e-instruct|Groq-Llama-4-Maverick-17B-128E-Instruct|llama|128000||4096||Tvar|2025-04-05|2025-01|O||400/17|2026-07-02
meta-llama-api|llama-3.3-70b-instruct|Llama-3.3-70B-Instruct|llama|128000||4096||Tvar|2024-12-06|2023-12|O||70|2026-07-02
meta-llama-api|llama-3.3-8b-instruct|Llama-3.3-8B-Instruct|llama|128000||4096||Tvar|2024-12-06|2023-12|O||8|2026-07-02
meta-llama-api|llama-4-maverick-17b-128e-instruct-fp8|Llama-4-Maverick-17B-128E-Instruct-FP8|llama|128000||4096||TVar|2025-04-05|2024-08|O||400/17|2026-07-02
meta-llama-api|llama-4-scout-17b-16e-instruct-fp8|Llama-4-Scout-17B-16E-Instruct-FP8|llama|128000||4096||TVar|2025-04-05|2024-08|O||109/17|2026-07-02
nebius|MiniMaxAI/MiniMax-M2.5|MiniMax-M2.5|minimax|196608|190000|8192|0.3,1.2,0.03,0.375|TvaSR|2025-01-20|2025-01|O|||2026-07-02
nebius|MiniMaxAI/MiniMax-M2.5-fast|MiniMax-M2.5-fast|minimax|8000|7000|8192|0.3,1.2,0.03,0.375|TvaSR|2025-01-20|2025-01|O|||2026-07-02
nebius|NousResearch/Hermes-4-405B|Hermes-4-405B|hermes|128000|120000|8192|1,3,0.1,1.25,3|TvaSR|2026-01-30|2025-11|O||405|2026-07-02
nebius|NousResearch/Hermes-4-70B|Hermes-4-70B|hermes|128000|120000|8192|0.13,0.4,0.013,0.16,0.4|TvaSR|2026-01-30|2025-11|O||70|2026-07-02
nebius|PrimeIntellect/INTELLECT-3|INTELLECT-3||128000|120000|8192|0.2,1.1,0.02,0.25|TvaSr|2026-01-25|2025-10|O|||2026-07-02
nebius|Qwen/Qwen2.5-VL-72B-Instruct|Qwen2.5-VL-72B-Instruct|qwen|128000|120000|8192|0.25,0.75,0.025,0.31|TVaSr|2025-01-20|2024-12|O||72|2026-07-02
nebius|Qwen/Qwen3-235B-A22B-Instruct-2507|Qwen3 235B A22B Instruct 2507|qwen|262144||8192|0.2,0.6|Tvar|2025-07-25|2025-07|o||235/22|2026-07-02
nebius|Qwen/Qwen3-235B-A22B-Thinking-2507-fast|Qwen3-235B-A22B-Thinking-2507-fast|qwen|8000|7000|8192|0.5,2,0.05,0.625|TvaSR|2025-07-25|2025-07|O||235/22|2026-07-02
nebius|Qwen/Qwen3-30B-A3B-Instruct-2507|Qwen3-30B-A3B-Instruct-2507|qwen|128000|120000|8192|0.1,0.3,0.01,0.125|TvaSr|2026-01-28|2025-12|O||30/3|2026-07-02
nebius|Qwen/Qwen3-32B|Qwen3-32B|qwen|128000|120000|8192|0.1,0.3,0.01,0.125|TvaSr|2026-01-28|2025-12|O||32|2026-07-02
nebius|Qwen/Qwen3-Next-80B-A3B-Thinking|Qwen3-Next-80B-A3B-Thinking|qwen|128000|120000|16384|0.15,1.2,0.015,0.18,1.2|TvaSR|2026-01-28|2025-12|O||80/3|2026-07-02
nebius|Qwen/Qwen3-Next-80B-A3B-Thinking-fast|Qwen3-Next-80B-A3B-Thinking-fast|qwen|8000|7000|8192|0.15,1.2,0.015,0.1875|TvaSR|2025-07-25|2025-07|O||80/3|2026-07-02
nebius|Qwen/Qwen3.5-397B-A17B|Qwen3.5-397B-A17B|qwen|262144|250000|8192|0.6,3.6,0.06,0.75|TvaSR|2025-07-15|2025-07|O||397/17|2026-07-02
nebius|Qwen/Qwen3.5-397B-A17B-fast|Qwen3.5-397B-A17B-fast|qwen|8000|7000|8192|0.6,3.6,0.06,0.75|TvaSR|2025-07-15|2025-07|O||397/17|2026-07-02
nebius|deepseek-ai/DeepSeek-V3.2|DeepSeek-V3.2|deepseek|163000|160000|16384|0.3,0.45,0.03,0.375,0.45|TvaSR|2026-01-20|2025-11|O||671/37|2026-07-02
nebius|deepseek-ai/DeepSeek-V3.2-fast|DeepSeek-V3.2-fast|deepseek|8000|7000|8192|0.4,2,0.04,0.5|TvaSR|2025-01-27|2025-01|O||671/37|2026-07-02
nebius|deepseek-ai/DeepSeek-V4-Pro|DeepSeek V4 Pro|deepseek-thinking|1000000||384000|1.75,3.5,0.15|TvaSR|2026-04-24|2025-05|O|||2026-07-02
nebius|google/gemma-3-27b-it|Gemma-3-27b-it|gemma|110000|100000|8192|0.1,0.3,0.01,0.125|TVaSr|2026-01-20|2025-10|O||27|2026-07-02
nebius|meta-llama/Llama-3.3-70B-Instruct|Llama-3.3-70B-Instruct|llama|128000|120000|8192|0.13,0.4,0.013,0.16|TvaSr|2025-12-05|2025-08|O||70|2026-07-02
nebius|moonshotai/Kimi-K2.5|Kimi-K2.5|kimi-k2|256000|256000|8192|0.5,2.5,0.05,0.625,2.5|TVaSR|2025-12-15|2025-06|O|||2026-07-02
nebius|moonshotai/Kimi-K2.5-fast|Kimi-K2.5-fast|kimi-k2|256000|256000|8192|0.5,2.5,0.05,0.625|TVaSR|2025-12-15|2025-06|O|||2026-07-02
nebius|nvidia/Llama-3_1-Nemotron-Ultra-253B-v1|Llama-3.1-Nemotron-Ultra-253B-v1|nemotron|128000|120000|4096|0.6,1.8,0.06,0.75|TvaSr|2025-01-15|2024-12|O||253|2026-07-02
nebius|nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B|Nemotron-3-Nano-30B-A3B|nemotron|32000|30000|4096|0.06,0.24,0.006,0.075|TvaSr|2025-08-10|2025-05|O||30/3|2026-07-02
nebius|nvidia/Nemotron-3-Nano-Omni|Nemotron-3-Nano-Omni|nemotron|65536|60000|8192|0.06,0.24,0.006,0.075|TvaSR|2025-01-20|2025-01|O|||2026-07-02
nebius|nvidia/nemotron-3-super-120b-a12b|Nemotron-3-Super-120B-A12B|nemotron|256000|256000|32768|0.3,0.9|TvaSR|2026-03-11|2026-02|O||120/12|2026-07-02
nebius|openai/gpt-oss-120b|gpt-oss-120b|gpt-oss|128000|124000|8192|0.15,0.6,0.015,0.18,0.6|TvaSR|2026-01-10|2025-09|O||120|2026-07-02
nebius|openai/gpt-oss-120b-fast|gpt-oss-120b-fast|gpt-oss|8000|7000|8192|0.1,0.5,0.01,0.125|TvaSR|2025-06-10|2025-06|O||120|2026-07-02
nebius|zai-org/GLM-5|GLM-5|glm|200000|200000|16384|1,3.2,0.1,1|TvaSR|2026-03-01|2026-01|o|||2026-07-02
nebius|zai-org/GLM-5.2|GLM-5.2|glm|432000||432000|1.4,4.4|TvaSR|2026-06-13||O|||2026-07-02
novita|baichuan/baichuan-m2-32b|baichuan-m2-32b|baichuan|131072||131072|0.07,0.07|tvasr|2025-08-13|2024-12|O||32|2026-07-02
novita|baidu/ernie-4.5-21B-a3b|ERNIE 4.5 21B A3B|ernie|120000||8000|0.07,0.28|Tvar|2025-06-30|2025-03|O||21/3|2026-07-02
novita|baidu/ernie-4.5-21B-a3b-thinking|ERNIE-4.5-21B-A3B-Thinking|ernie|131072||65536|0.07,0.28|tvaR|2025-09-19|2025-03|O||21/3|2026-07-02
novita|baidu/ernie-4.5-300b-a47b-paddle|ERNIE 4.5 300B A47B||123000||12000|0.28,1.1|tvaSr|2025-06-30||O||300/47|2026-07-02
novita|baidu/ernie-4.5-vl-28b-a3b|ERNIE 4.5 VL 28B A3B||30000||8000|0.14,0.56|TVaR|2025-06-30||O||28/3|2026-07-02
novita|baidu/ernie-4.5-vl-28b-a3b-thinking|ERNIE-4.5-VL-28B-A3B-Thinking||131072||65536|0.39,0.39|TVaSR|2025-11-26||O||28/3|2026-07-02
novita|baidu/ernie-4.5-vl-424b-a47b|ERNIE 4.5 VL 424B A47B||123000||16000|0.42,1.25|tVaR|2025-06-30||O||424/47|2026-07-02
novita|deepseek/deepseek-prover-v2-671b|Deepseek Prover V2 671B|deepseek|160000||160000|0.7,2.5|tvar|2025-04-30||O||671|2026-07-02
novita|deepseek/deepseek-r1-0528|DeepSeek R1 0528|deepseek-thinking|163840||32768|0.7,2.5,0.35|TvaSR|2025-05-28|2024-07|O||671/37|2026-07-02
novita|deepseek/deepseek-r1-0528-qwen3-8b|DeepSeek R1 0528 Qwen3 8B|qwen|128000||32000|0.06,0.09|tvaR|2025-05-29||O||671/37|2026-07-02
novita|deepseek/deepseek-r1-distill-llama-70b|DeepSeek R1 Distill LLama 70B|deepseek-thinking|8192||8192|0.8,0.8|tvaSR|2025-01-27||O||70|2026-07-02
novita|deepseek/deepseek-r1-distill-qwen-14b|DeepSeek R1 Distill Qwen 14B|deepseek-thinking|32768||16384|0.15,0.15|tvar|2025-01-20||O||14|2026-07-02
novita|deepseek/deepseek-r1-distill-qwen-32b|DeepSeek R1 Distill Qwen 32B|deepseek-thinking|64000||32000|0.3,0.3|tvar|2025-01-20||O||32|2026-07-02
novita|deepseek/deepseek-r1-turbo|DeepSeek R1 (Turbo)	|deepseek|64000||16000|0.7,2.5|TvaR|2025-03-05||O||671/37|2026-07-02
novita|deepseek/deepseek-v3-0324|DeepSeek V3 0324|deepseek|163840||163840|0.27,1.12,0.135|TvaSr|2025-03-25|2024-07|O||671/37|2026-07-02
novita|deepseek/deepseek-v3-turbo|DeepSeek V3 (Turbo)	|deepseek|64000||16000|0.4,1.3|Tvar|2025-03-05||O||671/37|2026-07-02
novita|deepseek/deepseek-v3.1|DeepSeek V3.1|deepseek|131072||32768|0.27,1,0.135|TvaSR|2025-08-21||O||671/37|2026-07-02
novita|deepseek/deepseek-v3.1-terminus|Deepseek V3.1 Terminus|deepseek|131072||32768|0.27,1,0.135|TvaSR|2025-09-22||O||671/37|2026-07-02
novita|deepseek/deepseek-v3.2|Deepseek V3.2|deepseek|163840||65536|0.269,0.4,0.1345|TvaSR|2025-12-01||O||671/37|2026-07-02
novita|deepseek/deepseek-v3.2-exp|Deepseek V3.2 Exp|deepseek|163840||65536|0.27,0.41|TvaSR|2025-09-29||O||671/37|2026-07-02
novita|deepseek/deepseek-v4-flash|DeepSeek V4 Flash|deepseek-flash|1048576||393216|0.14,0.28,0.028|TvaSR|2026-04-24|2025-05|O|||2026-07-02
novita|deepseek/deepseek-v4-pro|DeepSeek V4 Pro|deepseek-thinking|1048576||393216|1.69,3.38,0.13|TvaSR|2026-04-24|2025-05|O|||2026-07-02
novita|google/gemma-3-12b-it|Gemma 3 12B|gemma|131072||8192|0.05,0.1|tVar|2025-03-13||O||12|2026-07-02
novita|google/gemma-3-27b-it|Gemma 3 27B|gemma|98304||16384|0.119,0.2|tVar|2025-03-25||O||27|2026-07-02
novita|google/gemma-4-26b-a4b-it|Gemma 4 26B A4B|gemma|262144||131072|0.13,0.4|TVaSR|2026-04-02||O||26/4|2026-07-02
novita|google/gemma-4-31b-it|Gemma 4 31B|gemma|262144||131072|0.14,0.4|TVaSR|2026-04-02||O||31|2026-07-02
novita|gryphe/mythomax-l2-13b|Mythomax L2 13B||4096||3200|0.09,0.09|tvar|2024-04-25||O||13|2026-07-02
novita|inclusionai/ling-2.6-1t|Ling-2.6-1T|ling|262144||32768|0.3,2.5,0.06|TvaSr|2026-04-23||O||1000|2026-07-02
novita|inclusionai/ling-2.6-flash|Ling-2.6-flash|ling|262144||32768|0.1,0.3,0.02|TvaSr|2026-04-24||O|||2026-07-02
novita|inclusionai/ring-2.6-1t|Ring-2.6-1T|ring|262144||65536|0.3,2.5,0.06|TvaSR|2026-05-08||o||1000|2026-07-02
novita|kwaipilot/kat-coder-pro|Kat Coder Pro||256000||128000|0.3,1.2,0.06|TvaSr|2026-01-05||O|||2026-07-02
novita|meta-llama/llama-3-70b-instruct|Llama3 70B Instruct|llama|8192||8000|0.51,0.74|tvaSr|2024-04-25||O||70|2026-07-02
novita|meta-llama/llama-3-8b-instruct|Llama 3 8B Instruct|llama|8192||8192|0.04,0.04|tvar|2024-04-25||O||8|2026-07-02
novita|meta-llama/llama-3.1-8b-instruct|Llama 3.1 8B Instruct|llama|16384||16384|0.02,0.05|tvar|2024-07-24||O||8|2026-07-02
novita|meta-llama/llama-3.2-3b-instruct|Llama 3.2 3B Instruct|llama|32768||32000|0.03,0.05|tvar|2024-09-18||O||3|2026-07-02
novita|meta-llama/llama-3.3-70b-instruct|Llama 3.3 70B Instruct|llama|131072||120000|0.135,0.4|Tvar|2024-12-07|2023-12|O||70|2026-07-02
novita|meta-llama/llama-4-maverick-17b-128e-instruct-fp8|Llama 4 Maverick Instruct|llama|1048576||8192|0.27,0.85|tVar|2025-04-06||O||400/17|2026-07-02
novita|meta-llama/llama-4-scout-17b-16e-instruct|Llama 4 Scout Instruct|llama|131072||131072|0.18,0.59|tVar|2025-04-06||O||109/17|2026-07-02
novita|microsoft/wizardlm-2-8x22b|Wizardlm 2 8x22B||65535||8000|0.62,0.62|tvar|2024-04-24||O|||2026-07-02
novita|minimax/minimax-m2|MiniMax-M2|minimax|204800||131072|0.3,1.2,0.03|TvaR|2025-10-27||O||230/10|2026-07-02
novita|minimax/minimax-m2.1|Minimax M2.1|minimax|204800||131072|0.3,1.2,0.03|TvaSr|2025-12-23||O|||2026-07-02
novita|minimax/minimax-m2.5|MiniMax M2.5|minimax|204800||131100|0.3,1.2,0.03|TvaSR|2026-02-12||o|||2026-07-02
novita|minimax/minimax-m2.5-highspeed|MiniMax M2.5 Highspeed|minimax-m2.5|204800||131100|0.6,2.4,0.03|TvaSR|2026-02-12||o|||2026-07-02
novita|minimax/minimax-m2.7|MiniMax M2.7|minimax-m2.7|204800||131072|0.3,1.2,0.06|TvaSR|2026-03-18||O|||2026-07-02
novita|minimax/minimax-m2.7-highspeed|MiniMax-M2.7-highspeed|minimax|204800||131072|0.6,2.4,0.06,0.375|TvaSR|2026-03-18||O|||2026-07-02
novita|minimaxai/minimax-m1-80k|MiniMax M1|minimax|1000000||40000|0.55,2.2|TvaR|2025-06-17||O|||2026-07-02
novita|mistralai/mistral-nemo|Mistral Nemo|mistral-nemo|60288||16000|0.04,0.17|tvaSr|2024-07-30||O||12|2026-07-02
novita|moonshotai/kimi-k2-0905|Kimi K2 0905|kimi-k2|262144||262144|0.6,2.5|TvaSr|2025-09-05|2024-10|O||1000/32|2026-07-02
novita|moonshotai/kimi-k2-instruct|Kimi K2 Instruct|kimi|131072||32768|0.57,2.3|Tvar|2025-07-11||O||1000/32|2026-07-02
novita|moonshotai/kimi-k2-thinking|Kimi K2 Thinking|kimi-thinking|262144||262144|0.6,2.5,0.15|TvaSR|2025-11-07||O||1000/32|2026-07-02
novita|moonshotai/kimi-k2.5|Kimi K2.5|kimi-k2|262144||262144|0.6,3,0.1|TVaSR|2026-01-27|2025-01|O|||2026-07-02
novita|moonshotai/kimi-k2.6|Kimi K2.6|kimi-k2|262144||262144|0.95,4,0.16|TVaSR|2026-04-21|2025-01|O|||2026-07-02
novita|nousresearch/hermes-2-pro-llama-3-8b|Hermes 2 Pro Llama 3 8B|llama|8192||8192|0.14,0.14|tvaSr|2024-06-27||O||8|2026-07-02
novita|openai/gpt-oss-120b|OpenAI GPT OSS 120B|gpt-oss|131072||32768|0.05,0.25|TVaSR|2025-08-06||O||120|2026-07-02
novita|openai/gpt-oss-20b|OpenAI: GPT OSS 20B|gpt-oss|131072||32768|0.04,0.15|tVaSR|2025-08-06||O||20|2026-07-02
novita|qwen/qwen-2.5-72b-instruct|Qwen 2.5 72B Instruct|qwen|32000||8192|0.38,0.4|TvaSr|2024-10-15|2024-04|O||72|2026-07-02
novita|qwen/qwen-mt-plus|Qwen MT Plus|qwen|16384||8192|0.25,0.75|tvar|2025-09-03||O|||2026-07-02
novita|qwen/qwen2.5-7b-instruct|Qwen2.5 7B Instruct|qwen|32000||32000|0.07,0.07|TvaSr|2025-04-16||O||7|2026-07-02
novita|qwen/qwen2.5-vl-72b-instruct|Qwen2.5 VL 72B Instruct|qwen|32768||32768|0.8,0.8|tVar|2025-03-25||O||72|2026-07-02
novita|qwen/qwen3-235b-a22b-fp8|Qwen3 235B A22B|qwen|40960||20000|0.2,0.8|tvaR|2025-04-29||O||235/22|2026-07-02
novita|qwen/qwen3-235b-a22b-instruct-2507|Qwen3 235B A22B Instruct 2507|qwen|131072||16384|0.09,0.58|TvaSr|2025-07-22|2025-04|O||235/22|2026-07-02
novita|qwen/qwen3-235b-a22b-thinking-2507|Qwen3 235B A22b Thinking 2507|qwen|131072||32768|0.3,3|TvaR|2025-07-25|2025-04|O||235/22|2026-07-02
novita|qwen/qwen3-30b-a3b-fp8|Qwen3 30B A3B|qwen|40960||20000|0.09,0.45|tvaR|2025-04-29||O||30/3|2026-07-02
novita|qwen/qwen3-32b-fp8|Qwen3 32B|qwen|40960||20000|0.1,0.45|tvaR|2025-04-29||O||32|2026-07-02
novita|qwen/qwen3-4b-fp8|Qwen3 4B|qwen|128000||20000|0.03,0.03|tvaR|2025-04-29||O||4|2026-07-02
novita|qwen/qwen3-8b-fp8|Qwen3 8B|qwen|128000||20000|0.035,0.138|tvaR|2025-04-29||O||8|2026-07-02
novita|qwen/qwen3-coder-30b-a3b-instruct|Qwen3 Coder 30b A3B Instruct|qwen|160000||32768|0.07,0.27|TvaSr|2025-10-09||O||30/3|2026-07-02
novita|qwen/qwen3-coder-480b-a35b-instruct|Qwen3 Coder 480B A35B Instruct|qwen|262144||65536|0.3,1.3|TvaSr|2025-07-23|2025-04|O||480/35|2026-07-02
novita|qwen/qwen3-coder-next|Qwen3 Coder Next|qwen|262144||65536|0.2,1.5|TvaSr|2026-02-03||O|||2026-07-02
novita|qwen/qwen3-max|Qwen3 Max|qwen|262144||65536|2.11,8.45|TvaSr|2025-09-24|2025-04|o|||2026-07-02
novita|qwen/qwen3-next-80b-a3b-instruct|Qwen3 Next 80B A3B Instruct|qwen|131072||32768|0.15,1.5|TvaSr|2025-09-10||O||80/3|2026-07-02
novita|qwen/qwen3-next-80b-a3b-thinking|Qwen3 Next 80B A3B Thinking|qwen|131072||32768|0.15,1.5|TvaSR|2025-09-10||O||80/3|2026-07-02
novita|qwen/qwen3-omni-30b-a3b-thinking|Qwen3 Omni 30B A3B Thinking|qwen|65536||16384|0.25,0.97|TVASR|2025-09-24||O||30/3|2026-07-02
novita|qwen/qwen3-vl-235b-a22b-instruct|Qwen3 VL 235B A22B Instruct|qwen|131072||32768|0.3,1.5|TVaSr|2025-09-24||O||235/22|2026-07-02
novita|qwen/qwen3-vl-235b-a22b-thinking|Qwen3 VL 235B A22B Thinking|qwen|131072||32768|0.98,3.95|tVaR|2025-09-24||O||235/22|2026-07-02
novita|qwen/qwen3-vl-30b-a3b-instruct|qwen/qwen3-vl-30b-a3b-instruct|qwen|131072||32768|0.2,0.7|TVaSr|2025-10-11||O||30/3|2026-07-02
novita|qwen/qwen3-vl-30b-a3b-thinking|qwen/qwen3-vl-30b-a3b-thinking|qwen|131072||32768|0.2,1|TVaSr|2025-10-11||O||30/3|2026-07-02
novita|qwen/qwen3-vl-8b-instruct|qwen/qwen3-vl-8b-instruct|qwen|131072||32768|0.08,0.5|TVaSr|2025-10-17||O||8|2026-07-02
novita|qwen/qwen3.5-122b-a10b|Qwen3.5-122B-A10B|qwen|262144||65536|0.4,3.2|TVaSR|2026-02-26||O||122/10|2026-07-02
novita|qwen/qwen3.5-27b|Qwen3.5-27B|qwen|262144||65536|0.3,2.4|TVaSR|2026-02-26||O||27|2026-07-02
novita|qwen/qwen3.5-35b-a3b|Qwen3.5-35B-A3B|qwen|262144||65536|0.25,2|TVaSR|2026-02-26||O||35/3|2026-07-02
novita|qwen/qwen3.5-397b-a17b|Qwen3.5-397B-A17B|qwen|262144||64000|0.6,3.6|TVaSR|2026-02-17||O||397/17|2026-07-02
novita|qwen/qwen3.7-max|Qwen3.7-Max|qwen|1000000||65536|1.25,3.75,0.125,1.5625|TvaSR|2026-05-21||o|||2026-07-02
novita|sao10K/L3-8B-stheno-v3.2|L3 8B Stheno V3.2|llama|8192||32000|0.05,0.05|Tvar|2024-11-29||O||8|2026-07-02
novita|sao10K/l3-70b-euryale-v2.1|L3 70B Euryale V2.1	||8192||8192|1.48,1.48|Tvar|2024-06-18||O||70|2026-07-02
novita|sao10K/l3-8b-lunaris|Sao10k L3 8B Lunaris	||8192||8192|0.05,0.05|tvaSr|2024-11-28||O||8|2026-07-02
novita|sao10K/l31-70b-euryale-v2.2|L31 70B Euryale V2.2||8192||8192|1.48,1.48|Tvar|2024-09-19||O||70|2026-07-02
novita|xiaomimimo/mimo-v2-flash|XiaomiMiMo/MiMo-V2-Flash|mimo|262144||32000|0.1,0.3,0.3|TvaSR|2025-12-19|2024-12|O|||2026-07-02
novita|xiaomimimo/mimo-v2-pro|MiMo-V2-Pro|mimo|1048576||131072|2,6,0.4;256000:2,6,0.4|TvaSR|2026-03-18|2024-12|o|||2026-07-02
novita|xiaomimimo/mimo-v2.5-pro|MiMo-V2.5-Pro|mimo|1048576||131072|2,6,0.4;256000:2,6,0.4|TvaSR|2026-04-22|2024-12|O|||2026-07-02
novita|zai-org/autoglm-phone-9b-multilingual|AutoGLM-Phone-9B-Multilingual|glm|65536||65536|0.035,0.138|tVar|2025-12-10||O||9|2026-07-02
novita|zai-org/glm-4.5|GLM-4.5|glm|131072||98304|0.6,2.2,0.11|TvaR|2025-07-28||O||355/32|2026-07-02
novita|zai-org/glm-4.5-air|GLM 4.5 Air|glm-air|131072||98304|0.13,0.85|TvaR|2025-10-13|2025-04|O||106/12|2026-07-02
novita|zai-org/glm-4.5v|GLM 4.5V|glmv|65536||16384|0.6,1.8,0.11|TVaSR|2025-08-11|2025-04|O|||2026-07-02
novita|zai-org/glm-4.6|GLM 4.6|glm|204800||131072|0.55,2.2,0.11|TvaSR|2025-09-30||O||355/32|2026-07-02
novita|zai-org/glm-4.6v|GLM 4.6V|glmv|131072||32768|0.3,0.9,0.055|TVaSR|2025-12-08|2025-04|O|||2026-07-02
novita|zai-org/glm-4.7|GLM-4.7|glm|204800||131072|0.6,2.2,0.11|TvaSR|2025-12-22||O|||2026-07-02
novita|zai-org/glm-4.7-flash|GLM-4.7-Flash|glm|200000||128000|0.07,0.4,0.01|TvaSR|2026-01-19|2025-04|O|||2026-07-02
novita|zai-org/glm-5|GLM-5|glm|202800||131072|1,3.2,0.2|TvaSR|2026-02-11||O|||2026-07-02
novita|zai-org/glm-5.1|GLM-5.1|glm|204800||131072|1.4,4.4,0.26|TvaSR|2026-03-27||O|||2026-07-02
novita|zai-org/glm-5.2|GLM-5.2|glm|1048576||131072|1.4,4.4,0.26|TvaSR|2026-06-13||O|||2026-07-02
nvidia|abacusai/dracarys-llama-3_1-70b-instruct|dracarys-llama-3.1-70b-instruct|llama|128000||8192||Tvar|2024-09-11||O||70|2026-07-02
nvidia|bytedance/seed-oss-36b-instruct|ByteDance-Seed/Seed-OSS-36B-Instruct|seed|262000||262000||TvaSr|2025-09-04||o||36|2026-07-02
nvidia|deepseek-ai/deepseek-v4-flash|DeepSeek V4 Flash|deepseek-flash|1048576||393216|0.14,0.28,0.0028|TvaSR|2026-04-24|2025-05|O|||2026-07-02
nvidia|deepseek-ai/deepseek-v4-pro|DeepSeek V4 Pro|deepseek-thinking|1048576||393216|0.435,0.87,0.003625|TvaSR|2026-04-24|2025-05|O|||2026-07-02
nvidia|deepseek-ai/deepseek-v4.1-flash|DeepSeek V4.1 Flash|deepseek|1000000||384000||TVR||||||2026-11-10
nvidia|google/diffusiongemma-26b-a4b-it|DiffusionGemma 26B A4B IT|gemma|250000||32768||TVR|||||26/4|2026-11-10
nvidia|google/gemma-2-2b-it|Gemma 2 2b It|gemma|128000||4096||TvaSr|2024-07-16||O||2|2026-07-02
nvidia|google/gemma-3-12b-it|Gemma 3 12B IT|gemma|131072||16384||TVr|||||12|2026-11-10
nvidia|google/gemma-3-4b-it|Gemma 3 4B IT|gemma|131072||16384||TVr|||||4|2026-11-10
nvidia|google/gemma-3n-e2b-it|Gemma 3n E2b It|gemma|128000||4096||TVaSr|2025-06-12|2024-06|O||2|2026-07-02
nvidia|google/gemma-3n-e4b-it|Gemma 3n E4b It|gemma|128000||4096||TVaSr|2025-06-03|2024-06|O||4|2026-07-02
nvidia|google/gemma-4-31b-it|Gemma-4-31B-IT|gemma|256000||16384||TVaR|2026-04-02|2025-01|O||31|2026-07-02
nvidia|google/google-paligemma|paligemma|gemma|128000||8192||tVar|2024-05-14||O|||2026-07-02
nvidia|meta/esm2-650m|esm2-650m||128000||8192||tvar|2024-08-29||O|||2026-07-02
nvidia|meta/esmfold|esmfold||128000||8192||tvar|2024-03-15||O|||2026-07-02
nvidia|meta/llama-3.1-70b-instruct|Llama 3.1 70b Instruct|llama|128000||4096||TvaSr|2024-07-16||O||70|2026-07-02
nvidia|meta/llama-3.1-8b-instruct|Llama 3.1 8B Instruct|llama|16000||4096||Tvar|2025-01-01|2023-12|O||8|2026-07-02
nvidia|meta/llama-3.2-11b-vision-instruct|Llama 3.2 11b Vision Instruct|llama|128000||4096||TVaSr|2024-09-18|2023-12|O||11|2026-07-02
nvidia|meta/llama-3.2-1b-instruct|Llama 3.2 1b Instruct|llama|128000||4096||TvaSr|2024-09-18|2023-12|O||1|2026-07-02
nvidia|meta/llama-3.2-3b-instruct|Llama 3.2 3B Instruct|llama|32768||32000||tvaSr|2024-09-18||O||3|2026-07-02
nvidia|meta/llama-3.2-90b-vision-instruct|Llama-3.2-90B-Vision-Instruct|llama|128000||8192||TVar|2024-09-25|2023-12|O||90|2026-11-10
nvidia|meta/llama-3.3-70b-instruct|Llama 3.3 70b Instruct|llama|128000||4096||TvaSr|2024-11-26||O||70|2026-07-02
nvidia|meta/llama-4-maverick-17b-128e-instruct|Llama 4 Maverick 17b 128e Instruct|llama|128000||4096||TVaSr|2025-04-01|2024-02|O||400/17|2026-07-02
nvidia|meta/muse-glimmer-30b|Muse Glimmer 30B|muse|131072||131072||TVR|||||30|2026-11-10
nvidia|microsoft/phi-4-mini-instruct|Phi-4-Mini|phi|131072||8192||Tvar|2024-12-01|2024-12|O||3.8|2026-07-02
nvidia|microsoft/phi-4-multimodal-instruct|Phi 4 Multimodal|phi|128000|128000|16384||tvasr|2025-07-26||o||5.6|2026-07-02
nvidia|minimaxai/minimax-m2.7|MiniMax-M2.7|minimax|204800||131072||TvaR|2026-03-18||O|||2026-07-02
nvidia|minimaxai/minimax-m3|MiniMax-M3|minimax|1000000||16384||TVaR|2026-06-01||O|||2026-07-02
nvidia|minimaxai/minimax-m3.1-flash|MiniMax-M3.1-Flash|minimax|262144||262144||TVR||||||2026-11-10
nvidia|mistralai/magistral-small-2506|Magistral Small 2506|magistral|32768|32768|32768||tvasr|2025-09-25||o||24|2026-07-02
nvidia|mistralai/mistral-7b-instruct-v0.3|Mistral-7B-Instruct-v0.3|mistral|65536||65536||Tvr|||||7|2026-11-10
nvidia|mistralai/mistral-7b-instruct-v03|Mistral-7B-Instruct-v0.3|mistral|65536||65536||TvaSr|2025-04-01||O||7|2026-07-02
nvidia|mistralai/mistral-large-3-675b-instruct-2512|Mistral Large 3 675B Instruct 2512|mistral-large|262144||262144||TVaSr|2025-12-02|2025-01|O||675|2026-07-02
nvidia|mistralai/mistral-medium-3-instruct|Mistral Medium 3|mistral-medium|131072|131072|32768||tVasr|2025-09-25||o|||2026-07-02
nvidia|mistralai/mistral-nemotron|mistral-nemotron|nemotron|128000||8192||Tvar|2025-06-11||O||12|2026-07-02
nvidia|mistralai/mistral-small-4-119b-2603|mistral-small-4-119b-2603|mistral|128000||8192||TVaSR|2026-03-16||O||119|2026-07-02
nvidia|mistralai/mixtral-8x22b-instruct|Mistral: Mixtral 8x22B Instruct|mistral|65536||13108||Tvar|2024-04-17||O||141/39|2026-07-02
nvidia|mistralai/mixtral-8x7b-instruct|Mistral: Mixtral 8x7B Instruct|mistral|32768||16384||Tvar|2023-12-10||O||46.7/12.9|2026-07-02
nvidia|moonshotai/kimi-k2-instruct-0905|Kimi K2 0905|kimi-k2|262144||262144||Tvar|2025-09-05|2024-10|O||1000/32|2026-07-02
nvidia|moonshotai/kimi-k2.6|Kimi K2.6|kimi-k2|262144||262144||TVaSR|2026-04-21|2025-01|O|||2026-11-10
nvidia|nvidia/cosmos-reason2-8b|Cosmos Reason2 8B||131072||16384||TVR|||||8|2026-11-10
nvidia|nvidia/gliner-pii|gliner-pii||128000||4096||tvar|2026-03-03||O|||2026-07-02
nvidia|nvidia/llama-3.1-nemotron-70b-instruct|Llama 3.1 Nemotron 70B Instruct|llama|128000||8192||Tvr|||||70|2026-11-10
nvidia|nvidia/llama-3.1-nemotron-ultra-253b-v1|Llama 3.1 Nemotron Ultra 253B|llama|128000||16384||TvR|||||253|2026-11-10
nvidia|nvidia/nemotron-3-nano-30b-a3b|nemotron-3-nano-30b-a3b|nemotron|131072||131072||TvaR|2024-12|2024-09|O||30/3|2026-07-02
nvidia|nvidia/nemotron-3-nano-omni-30b-a3b-reasoning|Nemotron 3 Nano Omni|nemotron|256000||65536||TVASR|2026-04-28||O||30/3|2026-11-10
nvidia|nvidia/nemotron-3-super-120b-a12b|Nemotron 3 Super|nemotron|262144||262144|0.2,0.8|TvaR|2026-03-11|2024-04|O||120/12|2026-07-02
nvidia|nvidia/nemotron-3-ultra-550b-a55b|Nemotron 3 Ultra 550B A55B|nemotron|1000000||65536||TvaSR|2026-06-04||O||550/55|2026-11-10
nvidia|nvidia/nemotron-3.5-lightning-30b-a3b|Nemotron 3.5 Lightning 30B A3B|nemotron|262144||262144||TvR|||||30/3|2026-11-10
nvidia|nvidia/nemotron-3.5-super-vl-120b-a12b|Nemotron 3.5 Super VL 120B A12B|nemotron|1048576||8192||TVR|||||120/12|2026-11-10
nvidia|nvidia/nemotron-mini-4b-instruct|nemotron-mini-4b-instruct|nemotron|128000||8192||Tvar|2024-08-21||O||4|2026-07-02
nvidia|nvidia/nemotron-voicechat|nemotron-voicechat|nemotron|128000||8192||TvAr|2026-03-16||O|||2026-07-02
nvidia|nvidia/nvidia-nemotron-nano-9b-v2|nvidia-nemotron-nano-9b-v2|nemotron|131072||131072||TvaR|2025-08-18|2024-09|O||9|2026-07-02
nvidia|nvidia/riva-translate-4b-instruct-v1_1|riva-translate-4b-instruct-v1_1||128000||4096||tvar|2025-12-12||O||4|2026-07-02
nvidia|nvidia/studiovoice|studiovoice||128000||8192||tvar|2024-10-03||O|||2026-07-02
nvidia|nvidia/usdcode|usdcode||128000||4096||tvar|2026-01-01||o|||2026-07-02
nvidia|nvidia/usdvalidate|usdvalidate||||4096||tvar|2024-07-24||O|||2026-07-02
nvidia|openai/gpt-oss-120b|GPT-OSS-120B|gpt-oss|128000||8192||TvaSR|2025-08-04|2025-08|O||120|2026-07-02
nvidia|openai/gpt-oss-20b|GPT OSS 20B|gpt-oss|131072||32768||TvaSR|2025-08-05||O||20|2026-11-10
nvidia|poolside/laguna-xs-2.1|Laguna XS 2.1||262144||16384||TvR||||||2026-11-10
nvidia|qwen/qwen2.5-coder-32b-instruct|Qwen2.5 Coder 32b Instruct|qwen|128000||4096||TvaSr|2024-11-06||O||32|2026-07-02
nvidia|qwen/qwen3-coder-480b-a35b-instruct|Qwen3 Coder 480B A35B Instruct|qwen|262144||66536||Tvar|2025-07-23|2025-04|o||480/35|2026-07-02
nvidia|qwen/qwen3-next-80b-a3b-instruct|Qwen3-Next-80B-A3B-Instruct|qwen|262144||16384||Tvar|2024-12-01|2024-12|o||80/3|2026-07-02
nvidia|qwen/qwen3.5-122b-a10b|Qwen3.5 122B-A10B|qwen|262144||65536||TVASR|2026-02-23||O||122/10|2026-07-02
nvidia|qwen/qwen3.5-397b-a17b|Qwen3.5-397B-A17B|qwen|262144||8192||TVaSR|2026-02-16|2026-01|O||397/17|2026-07-02
nvidia|sarvamai/sarvam-m|sarvam-m||128000||8192||Tvar|2025-07-25||O|||2026-07-02
nvidia|stepfun-ai/step-3.5-flash|Step 3.5 Flash||256000||16384||TvaR|2026-02-02||O|||2026-07-02
nvidia|stepfun-ai/step-3.7-flash|Step 3.7 Flash||256000||16384||TVaR|2026-05-28||O|||2026-07-02
nvidia|stepfun-ai/step-5-preview|Step 5 Preview||1048576||1048576||TVR||||||2026-11-10
nvidia|upstage/solar-10_7b-instruct|solar-10.7b-instruct||128000||8192||Tvar|2024-06-05||O||7|2026-07-02
nvidia|z-ai/glm-5.1|GLM-5.1|glm|131072||131072||TvaSR|2026-03-27||O|||2026-07-02
nvidia|z-ai/glm-5.3-flash|GLM-5.3-Flash|glm|1000000||131072||TVR||||||2026-11-10
ollama-cloud|cogito-2.1:671b|cogito-2.1:671b|cogito|163840||32000||TvaR|2025-11-19||O||671|2026-07-02
ollama-cloud|deepseek-v3.1:671b|deepseek-v3.1:671b|deepseek|163840||163840||TvaR|2025-08-21||O||671/37|2026-07-02
ollama-cloud|deepseek-v3.2|deepseek-v3.2|deepseek|163840||65536||TvaR|2025-06-15||O||671/37|2026-07-02
ollama-cloud|deepseek-v4-flash|deepseek-v4-flash|deepseek-flash|1048576||1048576||TvaR|2026-04-24||O|||2026-07-02
ollama-cloud|deepseek-v4-pro|deepseek-v4-pro|deepseek-thinking|1048576||1048576||TvaR|2026-04-24||O|||2026-07-02
ollama-cloud|devstral-2:123b|devstral-2:123b|devstral|262144||262144||Tvar|2025-12-09||O||123|2026-07-02
ollama-cloud|devstral-small-2:24b|devstral-small-2:24b|devstral|262144||262144||TVar|2025-12-09||O||24|2026-07-02
ollama-cloud|gemini-3-flash-preview|gemini-3-flash-preview|gemini-flash|1048576||65536||TVaR|2025-12-17|2025-01|O|||2026-07-02
ollama-cloud|gemma3:12b|gemma3:12b|gemma|131072||131072||tVar|2024-12-01||O||12|2026-07-02
ollama-cloud|gemma3:27b|gemma3:27b|gemma|131072||131072||tVar|2025-07-27||O||27|2026-07-02
ollama-cloud|gemma3:4b|gemma3:4b|gemma|131072||131072||tVar|2024-12-01||O||4|2026-07-02
ollama-cloud|gemma4:31b|gemma4:31b|gemma|262144||262144||TVaR|2026-04-02|2025-01|O||31|2026-07-02
ollama-cloud|glm-4.6|glm-4.6|glm|202752||131072||TvaR|2025-09-29||O||355/32|2026-07-02
ollama-cloud|glm-4.7|glm-4.7|glm|202752||131072||TvaR|2025-12-22||O|||2026-07-02
ollama-cloud|glm-5|glm-5|glm|202752||131072||TvaR|2026-02-11||O|||2026-07-02
ollama-cloud|glm-5.1|glm-5.1|glm|202752||131072||TvaR|2026-03-27||O|||2026-07-02
ollama-cloud|glm-5.2|GLM-5.2|glm|976000||131072||TvaSR|2026-06-13||O|||2026-07-02
ollama-cloud|gpt-oss:120b|gpt-oss:120b|gpt-oss|131072||32768||TvaR|2025-08-05||O||120|2026-07-02
ollama-cloud|gpt-oss:20b|gpt-oss:20b|gpt-oss|131072||32768||TvaR|2025-08-05||O||20|2026-07-02
ollama-cloud|kimi-k2-thinking|kimi-k2-thinking|kimi-thinking|262144||262144||TvaR|2025-11-06|2024-08|O||1000/32|2026-07-02
ollama-cloud|kimi-k2.5|kimi-k2.5|kimi-k2|262144||262144||TVaR|2026-01-27||O|||2026-07-02
ollama-cloud|kimi-k2.6|kimi-k2.6|kimi-k2|262144||262144||TVaR|2026-04-20||O|||2026-07-02
ollama-cloud|kimi-k2.7-code|kimi-k2.7-code|kimi-k2|262144||262144||TVaSR|2026-06-12|2025-01|O|||2026-07-02
ollama-cloud|kimi-k2:1t|kimi-k2:1t|kimi-k2|262144||262144||Tvar|2025-07-11|2024-10|O||1000/32|2026-07-02
ollama-cloud|minimax-m2|minimax-m2|minimax|204800||128000||TvaR|2025-10-23||O||230/10|2026-07-02
ollama-cloud|minimax-m2.1|minimax-m2.1|minimax|204800||131072||TvaR|2025-12-23||O|||2026-07-02
ollama-cloud|minimax-m2.5|minimax-m2.5|minimax|204800||131072||TvaR|2026-02-12|2025-01|O|||2026-07-02
ollama-cloud|minimax-m2.7|minimax-m2.7|minimax|196608||196608||TvaR|2026-03-18||O|||2026-07-02
ollama-cloud|minimax-m3|minimax-m3|minimax-m3|512000||131072||TVaR|2026-05-31|2025-01|O|||2026-07-02
ollama-cloud|ministral-3:14b|ministral-3:14b|ministral|262144||128000||TVar|2024-12-01||O||14|2026-07-02
ollama-cloud|ministral-3:3b|ministral-3:3b|ministral|262144||128000||TVar|2024-10-22||O||3|2026-07-02
ollama-cloud|ministral-3:8b|ministral-3:8b|ministral|262144||128000||TVar|2024-12-01||O||8|2026-07-02
ollama-cloud|mistral-large-3:675b|mistral-large-3:675b|mistral-large|262144||262144||TVar|2025-12-02||O||675|2026-07-02
ollama-cloud|nemotron-3-nano:30b|nemotron-3-nano:30b|nemotron|1048576||131072||TvaR|2025-12-15||O||30|2026-07-02
ollama-cloud|nemotron-3-super|nemotron-3-super|nemotron|262144||65536||TvaR|2026-03-11||O|||2026-07-02
ollama-cloud|nemotron-3-ultra|nemotron-3-ultra|nemotron|262144||128000||TvaR|2026-06-04||O|||2026-07-02
ollama-cloud|qwen3-coder-next|qwen3-coder-next|qwen|262144||65536||Tvar|2026-02-02||O|||2026-07-02
ollama-cloud|qwen3-coder:480b|qwen3-coder:480b|qwen|262144||65536||Tvar|2025-07-22||O||480|2026-07-02
ollama-cloud|qwen3-next:80b|qwen3-next:80b|qwen|262144||32768||TvaR|2025-09-15||O||80|2026-07-02
ollama-cloud|qwen3-vl:235b|qwen3-vl:235b|qwen|262144||32768||TVaR|2025-09-22||O||235|2026-07-02
ollama-cloud|qwen3-vl:235b-instruct|qwen3-vl:235b-instruct|qwen|262144||131072||TVar|2025-09-22||O||235|2026-07-02
ollama-cloud|qwen3.5:397b|qwen3.5:397b|qwen|262144||65536||TVaR|2026-02-15||O||397|2026-07-02
ollama-cloud|rnj-1:8b|rnj-1:8b|rnj|32768||4096||Tvar|2025-12-06||O||8|2026-07-02
openrouter|ai21/jamba-large-1.7|Jamba Large 1.7|jamba|256000||4096|2,8|Tvasr|2025-08-08|2024-08-31|O|||2026-07-02
openrouter|aion-labs/aion-1.0|Aion-1.0||131072||32768|4,8|tvasR|2025-02-04||o|||2026-07-02
openrouter|aion-labs/aion-1.0-mini|Aion-1.0-Mini||131072||32768|0.7,1.4|tvasR|2025-02-04||O|||2026-07-02
openrouter|aion-labs/aion-2.0|Aion-2.0||131072||32768|0.8,1.6,0.2|tvasR|2026-02-23||o|||2026-11-10
openrouter|aion-labs/aion-3.0|AionLabs: Aion-3.0||131072||32768|3,6,0.75|TvR||||||2026-11-10
openrouter|aion-labs/aion-3.0-mini|AionLabs: Aion-3.0-Mini||131072||32768|0.7,1.4,0.18|TvR||||||2026-11-10
openrouter|aion-labs/aion-3.5|AionLabs: Aion 3.5||262144||32768|3,6,0.75|TvR||||||2026-11-10
openrouter|aion-labs/aion-3.5-mini|AionLabs: Aion 3.5 Mini||262144||32768|0.7,1.4,0.18|TvR||||||2026-11-10
openrouter|aion-labs/aion-rp-llama-3.1-8b|Aion-RP 1.0 (8B)|llama|32768||32768|0.8,1.6|tvasr|2025-02-04|2023-12-31|o||8|2026-07-02
openrouter|allenai/olmo-3-32b-think|Olmo 3 32B Think|allenai|65536||65536|0.15,0.5|tvaSR|2025-11-21||O||32|2026-07-02
openrouter|amazon/nova-2-lite-v1|Nova 2 Lite|nova|1000000||65535|0.3,2.5|TVasR|2025-12-02||o|||2026-11-10
openrouter|amazon/nova-lite-v1|Nova Lite 1.0|nova-lite|300000||5120|0.06,0.24|TVasr|2024-12-05|2024-10-31|o|||2026-11-10
openrouter|amazon/nova-micro-v1|Nova Micro 1.0|nova-micro|128000||5120|0.035,0.14|Tvasr|2024-12-05|2024-10-31|o|||2026-11-10
openrouter|amazon/nova-premier-v1|Nova Premier 1.0|nova|1000000||32000|2.5,12.5,0.625|TVasr|2025-10-31||o|||2026-11-10
openrouter|amazon/nova-pro-v1|Nova Pro 1.0|nova-pro|300000||5120|0.8,3.2|TVasr|2024-12-05|2024-10-31|o|||2026-11-10
openrouter|anthracite-org/magnum-v4-72b|Magnum v4 72B||16384||2048|3,5|tvaSr|2024-10-22|2024-06-30|O||72|2026-07-02
openrouter|anthropic/claude-3-haiku|Claude 3 Haiku|claude|200000||4096|0.25,1.25,0.03,0.3|TVasr|2024-03-13|2023-08-31|o|||2026-07-02
openrouter|anthropic/claude-fable-5|Anthropic: Claude Fable 5|claude|1000000||128000|10,50,1,12.5|TVR||||||2026-11-10
openrouter|anthropic/claude-fable-5.1|Anthropic: Claude Fable 5.1|claude|1000000||128000|10,50,0.25,12.5|TVR||||||2026-11-10
openrouter|anthropic/claude-fable-5.1:batch|Anthropic: Claude Fable 5.1 (batch)|claude|1000000||128000|5,25,0.125,6.25|TVR||||||2026-11-10
openrouter|anthropic/claude-fable-5.2|Anthropic: Claude Fable 5.2|claude|1000000||128000|8,40,0.2,10|TVR||||||2026-11-10
openrouter|anthropic/claude-fable-5.2:batch|Anthropic: Claude Fable 5.2 (batch)|claude|1000000||128000|4,20,0.1,5|TVR||||||2026-11-10
openrouter|anthropic/claude-fable-5:batch|Anthropic: Claude Fable 5 (batch)|claude|1000000||128000|5,25,0.5,6.25|TVR||||||2026-11-10
openrouter|anthropic/claude-haiku-4.5|Claude Haiku 4.5 (latest)|claude-haiku|200000||64000|1,5,0.1,1.25|TVaSR|2025-10-15|2025-02-28|o|||2026-11-10
openrouter|anthropic/claude-haiku-4.5:batch|Anthropic: Claude Haiku 4.5 (batch)|claude|200000||64000|0.5,2.5,0.05,0.625|TVR||||||2026-11-10
openrouter|anthropic/claude-haiku-5.5|Anthropic: Claude Haiku 5.5|claude|1000000||128000|0.1,0.5,0.01,0.125;100000:0.5,2.5,0.05,0.625|TVR||||||2026-11-10
openrouter|anthropic/claude-haiku-5.5:batch|Anthropic: Claude Haiku 5.5 (batch)|claude|1000000||128000|0.05,0.25,0.005,0.0625;100000:0.25,1.25,0.025,0.3125|TVR||||||2026-11-10
openrouter|anthropic/claude-opus-4|Claude Opus 4|claude-opus|200000||32000|15,75,1.5,18.75|TVasR|2025-05-22|2025-01-31|o|||2026-07-02
openrouter|anthropic/claude-opus-4.1|Claude Opus 4.1 (latest)|claude-opus|200000||32000|15,75,1.5,18.75|TVaSR|2025-08-05|2025-03-31|o|||2026-11-10
openrouter|anthropic/claude-opus-4.1:batch|Anthropic: Claude Opus 4.1 (batch)|claude|200000||32000|7.5,37.5,0.75,9.375|TVR||||||2026-11-10
openrouter|anthropic/claude-opus-4.5|Claude Opus 4.5 (latest)|claude-opus|200000||64000|5,25,0.5,6.25|TVaSR|2025-11-24|2025-03-31|o|||2026-11-10
openrouter|anthropic/claude-opus-4.5:batch|Anthropic: Claude Opus 4.5 (batch)|claude|200000||64000|2.5,12.5,0.25,3.125|TVR||||||2026-11-10
openrouter|anthropic/claude-opus-4.6|Claude Opus 4.6|claude-opus|1000000||128000|5,25,0.5,6.25;200000:10,37.5,1,12.5|TVaSR|2026-02-05|2025-05-31|o|||2026-11-10
openrouter|anthropic/claude-opus-4.6:batch|Anthropic: Claude Opus 4.6 (batch)|claude|1000000||128000|2.5,12.5,0.25,3.125|TVR||||||2026-11-10
openrouter|anthropic/claude-opus-4.7|Claude Opus 4.7|claude-opus|1000000||128000|5,25,0.5,6.25;200000:10,37.5,1,12.5|TVaSR|2026-04-16|2026-01-31|o|||2026-11-10
openrouter|anthropic/claude-opus-4.7-fast|Claude Opus 4.7 (Fast)|claude-opus|1000000||128000|30,150,3,37.5|TVaSR|2026-05-12||o|||2026-07-02
openrouter|anthropic/claude-opus-4.7:batch|Anthropic: Claude Opus 4.7 (batch)|claude|1000000||128000|2.5,12.5,0.25,3.125|TVR||||||2026-11-10
openrouter|anthropic/claude-opus-4.8|Claude Opus 4.8|claude-opus|1000000||128000|5,25,0.5,6.25|TVaSR|2026-05-28||o|||2026-11-10
openrouter|anthropic/claude-opus-4.8-fast|Claude Opus 4.8 (Fast)|claude-opus|1000000||128000|10,50,1,12.5|TVaSR|2026-05-27||o|||2026-07-02
openrouter|anthropic/claude-opus-4.8:batch|Anthropic: Claude Opus 4.8 (batch)|claude|1000000||128000|2.5,12.5,0.25,3.125|TVR||||||2026-11-10
openrouter|anthropic/claude-opus-5|Anthropic: Claude Opus 5|claude|1000000||128000|5,25,0.5,6.25|TVR||||||2026-11-10
openrouter|anthropic/claude-opus-5.5|Anthropic: Claude Opus 5.5|claude|1000000||128000|4,20,0.2,5|TVR||||||2026-11-10
openrouter|anthropic/claude-opus-5.5:batch|Anthropic: Claude Opus 5.5 (batch)|claude|1000000||128000|2,10,0.1,2.5|TVR||||||2026-11-10
openrouter|anthropic/claude-opus-5:batch|Anthropic: Claude Opus 5 (batch)|claude|1000000||128000|2.5,12.5,0.25,3.125|TVR||||||2026-11-10
openrouter|anthropic/claude-sonnet-4|Claude Sonnet 4|claude-sonnet|1000000||64000|3,15,0.3,3.75;200000:6,22.5,0.6,7.5|TVasR|2025-05-22|2025-01-31|o|||2026-07-02
openrouter|anthropic/claude-sonnet-4.5:batch|Anthropic: Claude Sonnet 4.5 (batch)|claude|1000000||64000|1.5,7.5,0.15,1.875;200000:3,11.25,0.3,3.75|TVR||||||2026-11-10
openrouter|anthropic/claude-sonnet-4.6|Claude Sonnet 4.6|claude-sonnet|1000000||128000|3,15,0.3,3.75;200000:6,22.5,0.6,7.5|TVaSR|2026-02-17|2025-08-31|o|||2026-11-10
openrouter|anthropic/claude-sonnet-4.6:batch|Anthropic: Claude Sonnet 4.6 (batch)|claude|1000000||128000|1.5,7.5,0.15,1.875|TVR||||||2026-11-10
openrouter|anthropic/claude-sonnet-5|Claude Sonnet 5|claude-sonnet|1000000||128000|2,10,0.2,2.5|TVaSR|2026-06-30|2026-01-31|o|||2026-11-10
openrouter|anthropic/claude-sonnet-5.5|Anthropic: Claude Sonnet 5.5|claude|1000000||128000|2,10,0.1,2.5|TVR||||||2026-11-10
openrouter|anthropic/claude-sonnet-5.5:batch|Anthropic: Claude Sonnet 5.5 (batch)|claude|1000000||128000|1,5,0.05,1.25|TVR||||||2026-11-10
openrouter|anthropic/claude-sonnet-5:batch|Anthropic: Claude Sonnet 5 (batch)|claude|1000000||128000|1,5,0.1,1.25|TVR||||||2026-11-10
openrouter|arcee-ai/coder-large|Coder Large||32768||32768|0.5,0.8|tvasr|2025-05-05|2025-03-31|o|||2026-07-02
openrouter|arcee-ai/trinity-large-thinking|Trinity Large Thinking|trinity|262144||80000|0.25,0.8,0.06|TvasR|2026-04-01||O|||2026-07-02
openrouter|arcee-ai/trinity-mini|Trinity Mini|trinity-mini|131072||131072|0.045,0.15|TvaSR|2025-12-01||O|||2026-07-02
openrouter|arcee-ai/virtuoso-large|Virtuoso Large||131072||64000|0.75,1.2|Tvasr|2025-05-05|2025-03-31|o|||2026-07-02
openrouter|auto|Auto||2000000||30000||TVR||||||2026-11-10
openrouter|baidu/ernie-4.5-vl-424b-a47b|ERNIE 4.5 VL 424B A47B |ernie|123000||16000|0.42,1.25|tVasR|2025-06-30|2025-03-31|O||424/47|2026-07-02
openrouter|bytedance-seed/seed-1.6|Seed 1.6|seed|262144||32768|0.25,2;128000:0.5,4|TVaSR|2025-12-23||o|||2026-11-10
openrouter|bytedance-seed/seed-1.6-flash|Seed 1.6 Flash|seed|262144||32768|0.075,0.3;128000:0.1,0.8|TVaSR|2025-12-23||o|||2026-11-10
openrouter|bytedance-seed/seed-2-1-turbo|ByteDance Seed: Seed 2.1 Turbo||262144||235929|0.5,2.5|TVR||||||2026-11-10
openrouter|bytedance-seed/seed-2.0-code|ByteDance Seed: Seed-2.0-Code||262144||131072|0.5,3;128000:1,6|TVR||||||2026-11-10
openrouter|bytedance-seed/seed-2.0-lite|Seed-2.0-Lite|seed|262144||131072|0.25,2;128000:0.5,4|TVaSR|2026-03-10||o|||2026-11-10
openrouter|bytedance-seed/seed-2.0-mini|Seed-2.0-Mini|seed|262144||131072|0.1,0.4;128000:0.2,0.8|TVaSR|2026-02-26||o|||2026-11-10
openrouter|bytedance/ui-tars-1.5-7b|UI-TARS 7B ||128000||2048|0.1,0.2,0.1|tVaSr|2025-07-22|2025-01-31|O||7|2026-07-02
openrouter|cognitivecomputations/dolphin-mistral-24b-venice-edition:free|Uncensored (free)|mistral|32768||32768|0,0|tvaSr|2025-07-09|2024-04-30|O||24|2026-07-02
openrouter|cohere/north-mini-code:free|North Mini Code (free)|north|256000||64000|0,0|TvasR|2026-06-17||O|||2026-11-10
openrouter|deepcogito/cogito-v2.1-671b|Cogito v2.1 671B|cogito|128000||128000|1.25,1.25|tvaSR|2025-11-13||o||671|2026-07-02
openrouter|deepseek/deepseek-v4-flash-0731:batch|DeepSeek: DeepSeek V4 Flash 0731 (batch)|deepseek|1048576||384000|0.048,0.144,0.012|TvR||||||2026-11-10
openrouter|deepseek/deepseek-v4.1-flash-1017:batch|DeepSeek: DeepSeek V4.1 Flash 1017 (batch)|deepseek|1048576||943718|0.011,0.2,0.002|TVR||||||2026-11-10
openrouter|deepseek/deepseek-v4.1-flash:batch|DeepSeek: DeepSeek V4.1 Flash (batch)|deepseek|1048576||131072|0.112,0.336,0.00336|TVR||||||2026-11-10
openrouter|dots-studio/dots-3-note-preview:free|Dots Studio: Dots3-Note Preview (free)||512000||460800|0,0|TVR||||||2026-11-10
openrouter|elorian/glimpse|Elorian: Glimpse||262144||256000|0.6,3,0.06|TVR||||||2026-11-10
openrouter|fireworks/ember-1|Fireworks: Ember-1||1048576||943718|3,15,0.3|TVR||||||2026-11-10
openrouter|google/gemini-3-flash-preview:batch|Google: Gemini 3 Flash Preview (batch)|gemini|1048576||65536|0.25,1.5|TVR||||||2026-11-10
openrouter|google/gemini-3.1-flash-lite:batch|Google: Gemini 3.1 Flash Lite (batch)|gemini|1048576||65536|0.125,0.75,0.0125|TVR||||||2026-11-10
openrouter|google/gemini-3.1-pro-preview:batch|Google: Gemini 3.1 Pro Preview (batch)|gemini|1048576||65536|1,6;200000:2,9|TVR||||||2026-11-10
openrouter|google/gemini-3.5-flash-lite:batch|Google: Gemini 3.5 Flash Lite (batch)|gemini|1048576||65536|0.15,1.25,0.015|TVR||||||2026-11-10
openrouter|google/gemini-3.5-flash:batch|Google: Gemini 3.5 Flash (batch)|gemini|1048576||65536|0.75,4.5,0.075|TVR||||||2026-11-10
openrouter|google/gemini-3.6-flash:batch|Google: Gemini 3.6 Flash (batch)|gemini|1048576||65536|0.375,1.875,0.0375,0.041667|TVR||||||2026-11-10
openrouter|google/gemini-3.7-flash:batch|Google: Gemini 3.7 Flash (batch)|gemini|1048576||65536|0.375,1.875,0.0375,0.041667|TVR||||||2026-11-10
openrouter|google/gemini-3.8-flash:batch|Google: Gemini 3.8 Flash (batch)|gemini|1048576||65536|0.375,1.875,0.0375,0.041667|TVR||||||2026-11-10
openrouter|google/gemini-4-argon:batch|Google: Gemini 4 Argon (batch)|gemini|1048576||943718|1,5,0.05,0.1875|TVR||||||2026-11-10
openrouter|google/gemma-4-26b-a4b-it:free|Gemma 4 26B A4B  (free)|gemma|131072||32768|0,0|TVaSR|2026-04-02||O||26/4|2026-11-10
openrouter|google/gemma-4-31b-it:free|Gemma 4 31B (free)|gemma|262144||8192|0,0|TVasR|2026-04-02||O||31|2026-11-10
openrouter|gryphe/mythomax-l2-13b|MythoMax 13B||4096||4096|0.06,0.06|tvaSr|2023-07-02|2023-06-30|O||13|2026-07-02
openrouter|ibm-granite/granite-4.0-h-micro|Granite 4.0 Micro|granite|131000||131000|0.017,0.112|tvasr|2025-10-20||O|||2026-07-02
openrouter|ibm-granite/granite-4.1-8b|Granite 4.1 8B|granite|131072||131072|0.05,0.1,0.05|TvaSr|2026-04-30||O||8|2026-07-02
openrouter|ibm-granite/granite-4.2-8b|IBM: Granite 4.2 8B|granite|131072||117964|0.06,0.25,0.015|TvR|||||8|2026-11-10
openrouter|inception/mercury-2|Mercury 2|mercury|128000||50000|0.25,0.75,0.025|TvaSR|2026-03-04||o|||2026-07-02
openrouter|inclusionai/ling-2.6-1t|Ling-2.6-1T|ling|262144||32768|0.075,0.625,0.015|TvaSr|2026-04-23||o||1000|2026-07-02
openrouter|inclusionai/ling-2.6-flash|Ling-2.6-flash|ling|262144||32768|0.01,0.03,0.002|TvaSr|2026-04-21||o|||2026-07-02
openrouter|inclusionai/ling-3.0-flash|inclusionAI: Ling 3.0 Flash||262144||32768|0.021,0.063,0.0042|TvR||||||2026-11-10
openrouter|inclusionai/ling-3.0-flash-vl|inclusionAI: Ling 3.0 Flash VL||131072||32768|0.06,0.18,0.012|TVR||||||2026-11-10
openrouter|inclusionai/ling-3.0-tiny|inclusionAI: Ling 3.0 Tiny||262144||250000|0.015,0.045,0.003|TvR||||||2026-11-10
openrouter|inclusionai/ling-3.1-flash|inclusionAI: Ling 3.1 Flash||1000000||262144|0.045,0.135,0.009|TvR||||||2026-11-10
openrouter|inclusionai/ring-2.6-1t|Ring-2.6-1T|ring|262144||65536|0.075,0.625,0.015|TvasR|2026-05-08||o||1000|2026-07-02
openrouter|inflection/inflection-3-pi|Inflection 3 Pi||8000||1024|2.5,10|tvasr|2024-10-11|2024-10-31|o|||2026-07-02
openrouter|inflection/inflection-3-productivity|Inflection 3 Productivity||8000||1024|2.5,10|tvasr|2024-10-11|2024-10-31|o|||2026-07-02
openrouter|kwaipilot/kat-coder-pro-v2|KAT-Coder-Pro V2|kat-coder|256000||80000|0.3,1.2,0.06|TvaSr|2026-03-27||o|||2026-07-02
openrouter|liquid/lfm-2-24b-a2b|LFM2-24B-A2B|liquid|32768||32768|0.03,0.12|tvasr|2026-02-25||O||24/2|2026-07-02
openrouter|liquid/lfm-2.5-1.2b-instruct:free|LFM2.5-1.2B-Instruct (free)|liquid|32768||32768|0,0|tvaSr|2026-01-20|2025-06|O||1.2|2026-07-02
openrouter|liquid/lfm-2.5-1.2b-thinking:free|LFM2.5-1.2B-Thinking (free)|liquid|32768||32768|0,0|TvaSR|2026-01-20|2025-06|O||1.2|2026-07-02
openrouter|liquid/lfm-2.5-2.6b|LiquidAI: LFM2.5-2.6B||128000||8192|0.35,0.5,0.04|TvR|||||2.6|2026-11-10
openrouter|liquid/lfm-2.5-2.6b:free|LiquidAI: LFM2.5-2.6B (free)||65536||8192|0,0|TvR|||||2.6|2026-11-10
openrouter|liquid/lfm-2.5-24b-a2b|LiquidAI: LFM2.5-24B-A2B||128000||8192|0.05,0.7,0.025|TvR|||||24/2|2026-11-10
openrouter|liquid/lfm-3-1.7b|LiquidAI: LFM3-1.7B||262144||8192|0.08,0.2,0.02|TvR|||||1.7|2026-11-10
openrouter|liquid/lfm-3-1.7b:free|LiquidAI: LFM3-1.7B (free)||262144||8192|0,0|TvR|||||1.7|2026-11-10
openrouter|mancer/weaver|Weaver (alpha)|alpha|8000||2000|0.75,1|tvaSr|2023-08-02|2023-06-30|o|||2026-07-02
openrouter|meituan/longcat-2.0|Meituan: LongCat 2.0||1048756||262144|0.3,1.2,0.006|TvR||||||2026-11-10
openrouter|meta-llama/llama-3.2-3b-instruct:free|Llama 3.2 3B Instruct (free)|llama|131072||131072|0,0|tvasr|2024-09-25|2023-12-31|O||3|2026-07-02
openrouter|meta/muse-ember|Meta: Muse Ember|muse|1048576||943718|0.1,0.5,0.004,0.125|TVR||||||2026-11-10
openrouter|meta/muse-glimmer-30b|Meta: Muse Glimmer 30B|muse|131072||16384|0.3,1.2,0.04|TVR|||||30|2026-11-10
openrouter|meta/muse-glimmer-30b:batch|Meta: Muse Glimmer 30B (batch)|muse|131072||16384|0.24,0.96,0.032|TVR|||||30|2026-11-10
openrouter|meta/muse-spark-1.1|Meta: Muse Spark 1.1|muse|1048576||943718|1.25,4.25,0.15|TVR||||||2026-11-10
openrouter|meta/muse-spark-1.2|Meta: Muse Spark 1.2|muse|1048576||943718|1.25,4.25,0.15|TVR||||||2026-11-10
openrouter|meta/muse-spark-1.2-contributor|Meta: Muse Spark 1.2 Contributor|muse|1048576||943718|0.1,0.2,0.002|TVR||||||2026-11-10
openrouter|meta/muse-spark-1.3|Meta: Muse Spark 1.3|muse|1048576||943718|1.25,4.25,0.15|TVR||||||2026-11-10
openrouter|meta/muse-spark-1.3-contributor|Meta: Muse Spark 1.3 Contributor|muse|1048576||943718|0.1,0.2,0.002|TVR||||||2026-11-10
openrouter|meta/muse-spark-open|Meta: Muse Spark Open|muse|1048576||131072|1.25,4.25,0.15|TVR||||||2026-11-10
openrouter|meta/muse-wonder|Meta: Muse Wonder|muse|1048576||943718|4,20,0.2|TVR||||||2026-11-10
openrouter|microsoft/phi-4|Phi 4|phi|16384||16384|0.07,0.14|tvaSr|2025-01-10|2024-06-30|O||14|2026-07-02
openrouter|microsoft/wizardlm-2-8x22b|WizardLM-2 8x22B||65535||8000|0.62,0.62|tvasr|2024-04-16|2024-04-30|O|||2026-07-02
openrouter|minimax/minimax-m3:batch|MiniMax: MiniMax M3 (batch)|minimax|524288||512000|0.224,0.88,0.0448|TVR||||||2026-11-10
openrouter|mistralai/mistral-medium-3-5:batch|Mistral: Mistral Medium 3.5 (batch)|mistral|262144||209715|0.75,3.75|TVR||||||2026-11-10
openrouter|moonshotai/kimi-k3:batch|MoonshotAI: Kimi K3 (batch)|kimi|1048576||16384|2.28,11.4,0.228|TVR||||||2026-11-10
openrouter|morph/morph-v3-fast|Morph V3 Fast|morph|81920||38000|0.8,1.2|tvasr|2025-07-07||o|||2026-07-02
openrouter|morph/morph-v3-large|Morph V3 Large|morph|262144||131072|0.9,1.9|tvaSr|2025-07-07||o|||2026-07-02
openrouter|nex-agi/nex-n2-pro|Nex-N2-Pro|agi|262144||262144|0.25,1,0.025|tVasR|2026-06-08||O|||2026-07-02
openrouter|nex-agi/nex-n2.5-pro|Nex AGI: Nex-N2.5-Pro||262144||235929|0.075,0.25,0.015|TVR||||||2026-11-10
openrouter|nex-agi/nex-n2.6|Nex AGI: Nex-N2.6||262144||235929|0.12,0.4,0.024|TVR||||||2026-11-10
openrouter|nousresearch/hermes-3-llama-3.1-405b|Hermes 3 405B Instruct|nousresearch|131072||16384|1,1|tvaSr|2024-08-16|2023-12-31|O||405|2026-07-02
openrouter|nousresearch/hermes-3-llama-3.1-405b:free|Hermes 3 405B Instruct (free)|hermes|131072||131072|0,0|tvasr|2024-08-16|2023-12-31|O||405|2026-07-02
openrouter|nousresearch/hermes-3-llama-3.1-70b|Hermes 3 70B Instruct|nousresearch|131072||16384|0.7,0.7|tvaSr|2024-08-18|2023-12-31|O||70|2026-07-02
openrouter|nousresearch/hermes-4-405b|Hermes 4 405B|hermes|131072||131072|1,3|tvasR|2025-08-26|2024-08-31|O||405|2026-07-02
openrouter|nousresearch/hermes-4-70b|Hermes 4 70B|hermes|131072||131072|0.13,0.4|tvasR|2025-08-26|2024-08-31|O||70|2026-07-02
openrouter|nvidia/llama-3.3-nemotron-super-49b-v1.5|Llama 3.3 Nemotron Super 49B v1.5|nemotron|131072||16384|0.4,0.4|TvasR|2025-07-25||O||49|2026-07-02
openrouter|nvidia/nemotron-3-nano-30b-a3b:free|Nemotron 3 Nano 30B A3B (free)|nemotron|256000||256000|0,0|TvasR|2025-12-15||O||30/3|2026-07-02
openrouter|nvidia/nemotron-3-nano-omni-30b-a3b-reasoning:free|Nemotron 3 Nano Omni (free)|nemotron|256000||65536|0,0|TVAsR|2026-04-28||O||30/3|2026-11-10
openrouter|nvidia/nemotron-3-super-120b-a12b|Nemotron 3 Super 120B A12B|nemotron|262144||16384|0.075,0.4|TvaSR|2026-03-11||O||120/12|2026-11-10
openrouter|nvidia/nemotron-3-super-120b-a12b:free|Nemotron 3 Super (free)|nemotron|262144||262144|0,0|TvaSR|2026-03-11||O||120/12|2026-07-02
openrouter|nvidia/nemotron-3-ultra-550b-a55b|Nemotron 3 Ultra 550B A55B|nemotron|262144||16384|0.6,2.4,0.12|TvaSR|2026-06-04||O||550/55|2026-11-10
openrouter|nvidia/nemotron-3-ultra-550b-a55b:free|Nemotron 3 Ultra (free)|nemotron|1000000||65536|0,0|TvasR|2026-06-04||O||550/55|2026-11-10
openrouter|nvidia/nemotron-3.5-lightning|NVIDIA: Nemotron 3.5 Lightning|nemotron|262144||235929|0.07,0.2,0.04|TvR||||||2026-11-10
openrouter|nvidia/nemotron-3.5-lightning:free|NVIDIA: Nemotron 3.5 Lightning (free)|nemotron|1000000||65536|0,0|TvR||||||2026-11-10
openrouter|nvidia/nemotron-3.5-super-vl|NVIDIA: Nemotron 3.5 Super VL|nemotron|1048576||943718|0.15,0.47,0.02|TVR||||||2026-11-10
openrouter|nvidia/nemotron-3.5-super-vl:free|NVIDIA: Nemotron 3.5 Super VL (free)|nemotron|1000000||131072|0,0|TVR||||||2026-11-10
openrouter|nvidia/nemotron-nano-12b-v2-vl:free|Nemotron Nano 12B 2 VL (free)|nemotron|128000||128000|0,0|TVasR|2025-10-28||O||12|2026-07-02
openrouter|nvidia/nemotron-nano-9b-v2:free|Nemotron Nano 9B V2 (free)|nemotron|128000||128000|0,0|TvaSR|2025-08-18||O||9|2026-07-02
openrouter|openai/gpt-3.5-turbo|GPT-3.5-turbo|gpt|16385||4096|0.5,1.5|TvaSr|2023-03-01|2021-09-01|o|||2026-07-02
openrouter|openai/gpt-3.5-turbo-0613|GPT-3.5 Turbo (older v0613)|gpt|4095||4096|1,2|TvaSr|2024-01-25|2021-09-30|o|||2026-11-10
openrouter|openai/gpt-3.5-turbo-16k|GPT-3.5 Turbo 16k|gpt|16385||4096|3,4|TvaSr|2023-08-28|2021-09-30|o|||2026-11-10
openrouter|openai/gpt-3.5-turbo-instruct|GPT-3.5 Turbo Instruct|gpt|4095||4096|1.5,2|tvaSr|2023-09-28|2021-09-30|o|||2026-07-02
openrouter|openai/gpt-4|GPT-4|gpt|8191||4096|30,60|TvaSr|2023-11-06|2023-11|o|||2026-11-10
openrouter|openai/gpt-4-turbo|GPT-4 Turbo|gpt|128000||4096|10,30|TVaSr|2023-11-06|2023-12|o|||2026-07-02
openrouter|openai/gpt-4-turbo-preview|GPT-4 Turbo Preview|gpt|128000||4096|10,30|TvaSr|2024-01-25|2023-12-31|o|||2026-07-02
openrouter|openai/gpt-4-turbo:batch|OpenAI: GPT-4 Turbo (batch)|gpt|128000||4096|5,15|TVr||||||2026-11-10
openrouter|openai/gpt-4.1|GPT-4.1|gpt|1047576||32768|2,8,0.5|TVaSr|2025-04-14|2024-04|o|||2026-11-10
openrouter|openai/gpt-4.1-mini|GPT-4.1 mini|gpt-mini|1047576||32768|0.4,1.6,0.1|TVaSr|2025-04-14|2024-04|o|||2026-11-10
openrouter|openai/gpt-4.1-mini:batch|OpenAI: GPT-4.1 Mini (batch)|gpt|1047576||32768|0.2,0.8,0.05|TVr||||||2026-11-10
openrouter|openai/gpt-4.1-nano|GPT-4.1 nano|gpt-nano|1047576||32768|0.1,0.4,0.03|TVaSr|2025-04-14|2024-04|o|||2026-11-10
openrouter|openai/gpt-4.1-nano:batch|OpenAI: GPT-4.1 Nano (batch)|gpt|1047576||32768|0.05,0.2,0.0125|TVr||||||2026-11-10
openrouter|openai/gpt-4.1:batch|OpenAI: GPT-4.1 (batch)|gpt|1047576||32768|1,4,0.25|TVr||||||2026-11-10
openrouter|openai/gpt-4o-2024-05-13|GPT-4o (2024-05-13)|gpt|128000||4096|5,15|TVaSr|2024-05-13|2023-09|o|||2026-11-10
openrouter|openai/gpt-4o-2024-08-06|GPT-4o (2024-08-06)|gpt|128000||16384|2.5,10,1.25|TVaSr|2024-08-06|2023-09|o|||2026-11-10
openrouter|openai/gpt-4o-2024-11-20|GPT-4o (2024-11-20)|gpt|128000||16384|2.5,10,1.25|TVaSr|2024-11-20|2023-09|o|||2026-11-10
openrouter|openai/gpt-4o-mini|GPT-4o mini|gpt-mini|128000||16384|0.15,0.6,0.075|TVaSr|2024-07-18|2023-09|o|||2026-11-10
openrouter|openai/gpt-4o-mini-2024-07-18|GPT-4o-mini (2024-07-18)|o-mini|128000||16384|0.15,0.6,0.075|TVaSr|2024-07-18|2023-10-31|o|||2026-11-10
openrouter|openai/gpt-4o-mini-search-preview|GPT-4o-mini Search Preview|o-mini|128000||16384|0.15,0.6|tvaSr|2025-03-12|2023-10-31|o|||2026-07-02
openrouter|openai/gpt-4o-mini:batch|OpenAI: GPT-4o-mini (batch)|gpt|128000||16384|0.075,0.3,0.0375|TVr||||||2026-11-10
openrouter|openai/gpt-4o-search-preview|GPT-4o Search Preview|gpt|128000||16384|2.5,10|tvaSr|2025-03-12|2023-10-31|o|||2026-07-02
openrouter|openai/gpt-4o:batch|OpenAI: GPT-4o (batch)|gpt|128000||16384|1.25,5,0.625|TVr||||||2026-11-10
openrouter|openai/gpt-5|GPT-5|gpt|400000|272000|128000|1.25,10,0.125|TVaSR|2025-08-07|2024-09-30|o|||2026-11-10
openrouter|openai/gpt-5-chat|GPT-5 Chat|gpt-codex|128000||16384|1.25,10,0.125|tVaSr|2025-08-07|2024-09-30|o|||2026-07-02
openrouter|openai/gpt-5-codex|GPT-5-Codex|gpt-codex|400000|272000|128000|1.25,10,0.125|TVaSR|2025-09-15|2024-09-30|o|||2026-07-02
openrouter|openai/gpt-5-mini|GPT-5 Mini|gpt-mini|400000|272000|128000|0.25,2,0.025|TVaSR|2025-08-07|2024-05-30|o|||2026-11-10
openrouter|openai/gpt-5-mini:batch|OpenAI: GPT-5 Mini (batch)|gpt|400000||128000|0.125,1,0.0125|TVR||||||2026-11-10
openrouter|openai/gpt-5-nano|GPT-5 Nano|gpt-nano|400000|272000|128000|0.05,0.4,0.005|TVaSR|2025-08-07|2024-05-30|o|||2026-11-10
openrouter|openai/gpt-5-nano:batch|OpenAI: GPT-5 Nano (batch)|gpt|400000||128000|0.025,0.2,0.0025|TVR||||||2026-11-10
openrouter|openai/gpt-5-pro|GPT-5 Pro|gpt-pro|400000|272000|128000|15,120|TVaSR|2025-10-06|2024-09-30|o|||2026-11-10
openrouter|openai/gpt-5-pro:batch|OpenAI: GPT-5 Pro (batch)|gpt|400000||128000|7.5,60|TVR||||||2026-11-10
openrouter|openai/gpt-5.1|GPT-5.1|gpt|400000|272000|128000|1.25,10,0.125|TVaSR|2025-11-13|2024-09-30|o|||2026-11-10
openrouter|openai/gpt-5.1-chat|GPT-5.1 Chat|gpt-codex|128000||32000|1.25,10,0.13|TVaSr|2025-11-13|2024-09-30|o|||2026-07-02
openrouter|openai/gpt-5.1-codex|GPT-5.1 Codex|gpt-codex|400000|272000|128000|1.25,10,0.13|TVaSR|2025-11-13|2024-09-30|o|||2026-11-10
openrouter|openai/gpt-5.1-codex-max|GPT-5.1 Codex Max|gpt-codex|400000|272000|128000|1.25,10,0.125|TVaSR|2025-11-13|2024-09-30|o|||2026-11-10
openrouter|openai/gpt-5.1-codex-mini|GPT-5.1 Codex mini|gpt-codex|400000|272000|100000|0.25,2,0.03|TVaSR|2025-11-13|2024-09-30|o|||2026-11-10
openrouter|openai/gpt-5.1:batch|OpenAI: GPT-5.1 (batch)|gpt|400000||128000|0.625,5,0.0625|TVR||||||2026-11-10
openrouter|openai/gpt-5.2|GPT-5.2|gpt|400000|272000|128000|1.75,14,0.175|TVaSR|2025-12-11|2025-08-31|o|||2026-11-10
openrouter|openai/gpt-5.2-chat|GPT-5.2 Chat|gpt-codex|128000||16384|1.75,14,0.175|TVaSr|2025-12-10|2025-08-31|o|||2026-11-10
openrouter|openai/gpt-5.2-codex|GPT-5.2 Codex|gpt-codex|400000|272000|128000|1.75,14,0.175|TVaSR|2025-12-11|2025-08-31|o|||2026-11-10
openrouter|openai/gpt-5.2-pro|GPT-5.2 Pro|gpt-pro|400000|272000|128000|21,168|TVaSR|2025-12-11|2025-08-31|o|||2026-11-10
openrouter|openai/gpt-5.2-pro:batch|OpenAI: GPT-5.2 Pro (batch)|gpt|400000||128000|10.5,84|TVR||||||2026-11-10
openrouter|openai/gpt-5.2:batch|OpenAI: GPT-5.2 (batch)|gpt|400000||128000|0.875,7,0.0875|TVR||||||2026-11-10
openrouter|openai/gpt-5.3-chat|GPT-5.3 Chat|gpt|128000||16384|1.75,14,0.175|TVaSr|2026-03-03||o|||2026-07-02
openrouter|openai/gpt-5.3-codex|GPT-5.3 Codex|gpt-codex|400000|272000|128000|1.75,14,0.175|TVaSR|2026-02-05|2025-08-31|o|||2026-11-10
openrouter|openai/gpt-5.4|GPT-5.4|gpt|1050000|922000|128000|2.5,15,0.25;272000:5,22.5,0.5|TVaSR|2026-03-05|2025-08-31|o|||2026-11-10
openrouter|openai/gpt-5.4-mini|GPT-5.4 mini|gpt-mini|400000|272000|128000|0.75,4.5,0.075|TVaSR|2026-03-17|2025-08-31|o|||2026-11-10
openrouter|openai/gpt-5.4-mini:batch|OpenAI: GPT-5.4 Mini (batch)|gpt|400000||128000|0.375,2.25,0.0375|TVR||||||2026-11-10
openrouter|openai/gpt-5.4-nano|GPT-5.4 nano|gpt-nano|400000|272000|128000|0.2,1.25,0.02|TVaSR|2026-03-17|2025-08-31|o|||2026-11-10
openrouter|openai/gpt-5.4-nano:batch|OpenAI: GPT-5.4 Nano (batch)|gpt|400000||128000|0.1,0.625,0.01|TVR||||||2026-11-10
openrouter|openai/gpt-5.4-pro|GPT-5.4 Pro|gpt-pro|1050000|922000|128000|30,180;272000:60,270|TVaSR|2026-03-05|2025-08-31|o|||2026-11-10
openrouter|openai/gpt-5.4-pro:batch|OpenAI: GPT-5.4 Pro (batch)|gpt|1050000||128000|15,90;272000:30,135|TVR||||||2026-11-10
openrouter|openai/gpt-5.4:batch|OpenAI: GPT-5.4 (batch)|gpt|1050000||128000|1.25,7.5,0.125;272000:2.5,11.25,0.25|TVR||||||2026-11-10
openrouter|openai/gpt-5.5|GPT-5.5|gpt|1050000|922000|128000|5,30,0.5;272000:10,45,1|TVaSR|2026-04-23|2025-12-01|o|||2026-11-10
openrouter|openai/gpt-5.5-pro|GPT-5.5 Pro|gpt-pro|1050000|922000|128000|30,180;272000:60,270|TVaSR|2026-04-23|2025-12-01|o|||2026-11-10
openrouter|openai/gpt-5.5-pro:batch|OpenAI: GPT-5.5 Pro (batch)|gpt|1050000||128000|15,90;272000:30,135|TVR||||||2026-11-10
openrouter|openai/gpt-5.5:batch|OpenAI: GPT-5.5 (batch)|gpt|1050000||128000|2.5,15,0.25;272000:5,22.5,0.5|TVR||||||2026-11-10
openrouter|openai/gpt-5.6-luna|OpenAI: GPT-5.6 Luna|gpt|1050000||128000|0.2,1.2,0.02,0.25;272000:0.4,1.8,0.04,0.5|TVR||||||2026-11-10
openrouter|openai/gpt-5.6-luna-pro|OpenAI: GPT-5.6 Luna Pro|gpt|1050000||128000|0.2,1.2,0.02,0.25;272000:0.4,1.8,0.04,0.5|TVR||||||2026-11-10
openrouter|openai/gpt-5.6-luna-pro:batch|OpenAI: GPT-5.6 Luna Pro (batch)|gpt|1050000||128000|0.1,0.6,0.01;272000:0.2,0.9,0.02|TVR||||||2026-11-10
openrouter|openai/gpt-5.6-luna:batch|OpenAI: GPT-5.6 Luna (batch)|gpt|1050000||128000|0.1,0.6,0.01;272000:0.2,0.9,0.02|TVR||||||2026-11-10
openrouter|openai/gpt-5.6-sol|OpenAI: GPT-5.6 Sol|gpt|1050000||128000|4,20,0.4,5;272000:8,30,0.8,10|TVR||||||2026-11-10
openrouter|openai/gpt-5.6-sol-pro|OpenAI: GPT-5.6 Sol Pro|gpt|1050000||128000|4,20,0.4,5;272000:8,30,0.8,10|TVR||||||2026-11-10
openrouter|openai/gpt-5.6-sol-pro:batch|OpenAI: GPT-5.6 Sol Pro (batch)|gpt|1050000||128000|2,10,0.2,2.5;272000:4,15,0.4,5|TVR||||||2026-11-10
openrouter|openai/gpt-5.6-sol:batch|OpenAI: GPT-5.6 Sol (batch)|gpt|1050000||128000|2,10,0.2,2.5;272000:4,15,0.4,5|TVR||||||2026-11-10
openrouter|openai/gpt-5.6-terra|OpenAI: GPT-5.6 Terra|gpt|1050000||128000|2,12,0.2,2.5;272000:4,18,0.4,5|TVR||||||2026-11-10
openrouter|openai/gpt-5.6-terra-pro|OpenAI: GPT-5.6 Terra Pro|gpt|1050000||128000|2,12,0.2,2.5;272000:4,18,0.4,5|TVR||||||2026-11-10
openrouter|openai/gpt-5.6-terra-pro:batch|OpenAI: GPT-5.6 Terra Pro (batch)|gpt|1050000||128000|1,6,0.1;272000:2,9,0.2|TVR||||||2026-11-10
openrouter|openai/gpt-5.6-terra:batch|OpenAI: GPT-5.6 Terra (batch)|gpt|1050000||128000|1,6,0.1;272000:2,9,0.2|TVR||||||2026-11-10
openrouter|openai/gpt-5:batch|OpenAI: GPT-5 (batch)|gpt|400000||128000|0.625,5,0.0625|TVR||||||2026-11-10
openrouter|openai/gpt-6-astra|OpenAI: GPT-6 Astra|gpt|1050000||128000|10,50,1,12.5;272000:20,75,2,25|TVR||||||2026-11-10
openrouter|openai/gpt-6-astra-pro|OpenAI: GPT-6 Astra Pro|gpt|1050000||128000|10,50,1,12.5;272000:20,75,2,25|TVR||||||2026-11-10
openrouter|openai/gpt-6-astra-pro:batch|OpenAI: GPT-6 Astra Pro (batch)|gpt|1050000||128000|5,25,0.5,6.25;272000:10,37.5,1,12.5|TVR||||||2026-11-10
openrouter|openai/gpt-6-astra:batch|OpenAI: GPT-6 Astra (batch)|gpt|1050000||128000|5,25,0.5,6.25;272000:10,37.5,1,12.5|TVR||||||2026-11-10
openrouter|openai/gpt-6-luna|OpenAI: GPT-6 Luna|gpt|1050000||128000|0.1,0.5,0.01,0.125;272000:0.2,0.75,0.02,0.25|TVR||||||2026-11-10
openrouter|openai/gpt-6-luna-pro|OpenAI: GPT-6 Luna Pro|gpt|1050000||128000|0.1,0.5,0.01,0.125;272000:0.2,0.75,0.02,0.25|TVR||||||2026-11-10
openrouter|openai/gpt-6-luna-pro:batch|OpenAI: GPT-6 Luna Pro (batch)|gpt|1050000||128000|0.05,0.25,0.005,0.0625;272000:0.1,0.375,0.01,0.125|TVR||||||2026-11-10
openrouter|openai/gpt-6-luna:batch|OpenAI: GPT-6 Luna (batch)|gpt|1050000||128000|0.05,0.25,0.005,0.0625;272000:0.1,0.375,0.01,0.125|TVR||||||2026-11-10
openrouter|openai/gpt-6-sol|OpenAI: GPT-6 Sol|gpt|1050000||128000|2,10,0.2,2.5;272000:4,15,0.4,5|TVR||||||2026-11-10
openrouter|openai/gpt-6-sol-pro|OpenAI: GPT-6 Sol Pro|gpt|1050000||128000|2,10,0.2,2.5;272000:4,15,0.4,5|TVR||||||2026-11-10
openrouter|openai/gpt-6-sol-pro:batch|OpenAI: GPT-6 Sol Pro (batch)|gpt|1050000||128000|1,5,0.1,1.25;272000:2,7.5,0.2,2.5|TVR||||||2026-11-10
openrouter|openai/gpt-6-sol:batch|OpenAI: GPT-6 Sol (batch)|gpt|1050000||128000|1,5,0.1,1.25;272000:2,7.5,0.2,2.5|TVR||||||2026-11-10
openrouter|openai/gpt-6.1-sol|OpenAI: GPT-6.1 Sol|gpt|1050000||128000|2,10,0.1,2.5;272000:4,15,0.2,5|TVR||||||2026-11-10
openrouter|openai/gpt-6.1-sol-pro|OpenAI: GPT-6.1 Sol Pro|gpt|1050000||128000|2,10,0.1,2.5;272000:4,15,0.2,5|TVR||||||2026-11-10
openrouter|openai/gpt-6.1-sol-pro:batch|OpenAI: GPT-6.1 Sol Pro (batch)|gpt|1050000||128000|1,5,0.05,1.25;272000:2,7.5,0.1,2.5|TVR||||||2026-11-10
openrouter|openai/gpt-6.1-sol:batch|OpenAI: GPT-6.1 Sol (batch)|gpt|1050000||128000|1,5,0.05,1.25;272000:2,7.5,0.1,2.5|TVR||||||2026-11-10
openrouter|openai/gpt-6.1-terra|OpenAI: GPT-6.1 Terra|gpt|1050000||128000|1,5,0.05,1.25;272000:2,7.5,0.1,2.5|TVR||||||2026-11-10
openrouter|openai/gpt-6.1-terra-pro|OpenAI: GPT-6.1 Terra Pro|gpt|1050000||128000|1,5,0.05,1.25;272000:2,7.5,0.1,2.5|TVR||||||2026-11-10
openrouter|openai/gpt-6.1-terra-pro:batch|OpenAI: GPT-6.1 Terra Pro (batch)|gpt|1050000||128000|0.5,2.5,0.025,0.625;272000:1,3.75,0.05,1.25|TVR||||||2026-11-10
openrouter|openai/gpt-6.1-terra:batch|OpenAI: GPT-6.1 Terra (batch)|gpt|1050000||128000|0.5,2.5,0.025,0.625;272000:1,3.75,0.05,1.25|TVR||||||2026-11-10
openrouter|openai/gpt-audio|OpenAI: GPT Audio|gpt|128000||16384|2.5,10|Tvr||||||2026-11-10
openrouter|openai/gpt-audio-mini|OpenAI: GPT Audio Mini|gpt|128000||16384|0.6,2.4|Tvr||||||2026-11-10
openrouter|openai/gpt-chat-latest|GPT Chat Latest|gpt|400000||128000|5,30,0.5|TVaSr|2026-05-05||o|||2026-11-10
openrouter|openai/gpt-oss-120b:batch|OpenAI: gpt-oss-120b (batch)|gpt-oss|131072||117964|0.0296,0.136|TvR|||||120|2026-11-10
openrouter|openai/gpt-oss-120b:free|gpt-oss-120b (free)|gpt-oss|131072||131072|0,0|TvasR|2025-08-05||O||120|2026-07-02
openrouter|openai/gpt-oss-20b:batch|OpenAI: gpt-oss-20b (batch)|gpt-oss|131072||117964|0.024,0.112|TvR|||||20|2026-11-10
openrouter|openai/o1|o1|o|200000||100000|15,60,7.5|TVaSR|2024-12-05|2023-09|o|||2026-07-02
openrouter|openai/o1-pro|o1-pro|o-pro|200000||100000|150,600|tVaSR|2025-03-19|2023-09|o|||2026-07-02
openrouter|openai/o3|o3|o|200000||100000|2,8,0.5|TVaSR|2025-04-16|2024-05|o|||2026-11-10
openrouter|openai/o3-deep-research|o3-deep-research|o|200000||100000|10,40,2.5|TVaSR|2024-06-26|2024-05|o|||2026-07-02
openrouter|openai/o3-mini|o3-mini|o-mini|200000||100000|1.1,4.4,0.55|TvaSR|2024-12-20|2024-05|o|||2026-07-02
openrouter|openai/o3-mini-high|o3 Mini High|o|200000||100000|1.1,4.4,0.55|TvaSR|2025-02-12|2023-10-31|o|||2026-07-02
openrouter|openai/o3-mini:batch|OpenAI: o3 Mini (batch)|o-series|200000||100000|0.55,2.2,0.275|TvR||||||2026-11-10
openrouter|openai/o3-pro|o3-pro|o-pro|200000||100000|20,80|TVaSR|2025-06-10|2024-05|o|||2026-11-10
openrouter|openai/o3:batch|OpenAI: o3 (batch)|o-series|200000||100000|1,4,0.25|TVR||||||2026-11-10
openrouter|openai/o4-mini|o4-mini|o-mini|200000||100000|1.1,4.4,0.275|TVaSR|2025-04-16|2024-05|o|||2026-07-02
openrouter|openai/o4-mini-deep-research|o4-mini-deep-research|o-mini|200000||100000|2,8,0.5|TVaSR|2024-06-26|2024-05|o|||2026-07-02
openrouter|openai/o4-mini-high|o4 Mini High|o|200000||100000|1.1,4.4,0.275|TVaSR|2025-04-16|2024-06-30|o|||2026-07-02
openrouter|openai/o4-mini:batch|OpenAI: o4 Mini (batch)|o-series|200000||100000|0.55,2.2,0.1375|TVR||||||2026-11-10
openrouter|openrouter/auto|Auto Router||2000000||4096||TVR||||||2026-11-10
openrouter|openrouter/auto-beta|Auto Router (Beta)||2000000||64000||TVR||||||2026-11-10
openrouter|openrouter/auto-code|Auto Code||2000000||64000||TVR||||||2026-11-10
openrouter|openrouter/bodybuilder|Body Builder (beta)||128000||128000||tvasr|2025-12-05||o|||2026-07-02
openrouter|openrouter/free|Free Models Router||200000|200000|8000||TVaSR|2026-02-01||o|||2026-11-10
openrouter|openrouter/fusion|Fusion||1000000||128000||tvasr|2026-06-13||o|||2026-11-10
openrouter|openrouter/pareto-code|Pareto Code Router||2000000||200000||tvasr|2026-04-21||o|||2026-11-10
openrouter|particle-ai/particle-1|Particle AI: Particle-1||1048576||131072|0.05,0.5,0.003|TVR||||||2026-11-10
openrouter|perceptron/perceptron-mk1|Perceptron Mk1||32768||8192|0.15,1.5|tVaSR|2026-05-12||o|||2026-07-02
openrouter|perceptron/perceptron-mk1.5|Perceptron: Perceptron Mk1.5||36864||8192|0.15,1.5|TVR||||||2026-11-10
openrouter|poolside/laguna-m.1|Laguna M.1||262144||32768|0.2,0.4,0.1|TvasR|2026-04-28||O|||2026-07-02
openrouter|poolside/laguna-m.1:free|Laguna M.1 (free)||262144||32768|0,0|TvasR|2026-04-28||O|||2026-07-02
openrouter|poolside/laguna-xs.2|Laguna XS.2||262144||32768|0.1,0.2,0.05|TvasR|2026-04-28||O|||2026-07-02
openrouter|poolside/laguna-xs.2:free|Laguna XS.2 (free)||262144||32768|0,0|TvasR|2026-04-28||O|||2026-07-02
openrouter|prism-ml/ternary-bonsai-2-27b|PrismML: Ternary Bonsai 2 27B||262144||32768|0.075,0.5,0.0375|TVR|||||27|2026-11-10
openrouter|prism-ml/ternary-bonsai-2-9b|PrismML: Ternary Bonsai 2 9B||262144||65536|0.08,0.13,0.04|TVR|||||9|2026-11-10
openrouter|qwen/qwen-plus-2025-07-28:thinking|Qwen Plus 0728 (thinking)|qwen|1000000||32768|0.26,0.78,,0.325|TvaSR|2025-09-08|2025-03-31|o|||2026-07-02
openrouter|qwen/qwen3-next-80b-a3b-instruct:free|Qwen3 Next 80B A3B Instruct (free)|qwen|262144||262144|0,0|TvaSr|2025-09|2025-04|O||80/3|2026-07-02
openrouter|qwen/qwen3.7-plus:batch|Qwen: Qwen3.7 Plus (batch)|qwen|262144||131072|0.23,0.92|TVR||||||2026-11-10
openrouter|qwen/qwen3.8-27b:batch|Qwen: Qwen3.8 27B (batch)|qwen|262144||235929|0.16,2,0.04|TVR|||||27|2026-11-10
openrouter|qwen/qwen3.8-max-0902:batch|Qwen: Qwen3.8 Max (0902) (batch)|qwen|262144||131072|1.15,3.45|TVR||||||2026-11-10
openrouter|recursive/flint-v1.0:free|Recursive: Flint (free)||262144||235929|0,0|TvR||||||2026-11-10
openrouter|reflection/beam-1.0-501b-a23b|Reflection: Beam 1.0 501B A23B||1048576||943718|0.3,1,0.04|TvR|||||501/23|2026-11-10
openrouter|rekaai/reka-edge|Reka Edge|reka|16384||16384|0.1,0.1|TVaSr|2026-03-20||O|||2026-11-10
openrouter|rekaai/reka-flash-3|Reka Flash 3|reka|65536||65536|0.1,0.2|tvaSR|2025-03-12|2025-01-31|O|||2026-07-02
openrouter|relace/relace-apply-3|Relace Apply 3||256000||128000|0.85,1.25|tvasr|2025-09-26||o|||2026-07-02
openrouter|relace/relace-search|Relace Search||256000||128000|1,3|Tvasr|2025-12-08||o|||2026-11-10
openrouter|ricursiveai/ripple-65b-preview|Ricursive: Ripple 65B Preview||1048576||131072|0.2,0.6,0.05|TvR|||||65|2026-11-10
openrouter|sakana/fugu-max|Sakana: Fugu Max||1000000||128000|2,6,0.25|TVR||||||2026-11-10
openrouter|sakana/fugu-ultra|Fugu Ultra|fugu|1000000||128000|5,30,0.5;272000:10,45,1|TVaSR|2026-06-24||o|||2026-11-10
openrouter|sakana/fugu-ultra-v2|Sakana: Fugu Ultra v2||1000000||128000|5,30,0.5;272000:10,45,1|TVR||||||2026-11-10
openrouter|sakana/sakana-namazu|Sakana: Sakana Namazu||262144||65536|0.95,4,0.15|TVR||||||2026-11-10
openrouter|sao10k/l3-lunaris-8b|Llama 3 8B Lunaris|llama|8192||16384|0.04,0.05|tvaSr|2024-08-13|2023-12-31|O||8|2026-07-02
openrouter|sao10k/l3.1-70b-hanami-x1|Llama 3.1 70B Hanami x1|llama|16000||16000|3,3|tvaSr|2025-01-08|2023-12-31|O||70|2026-07-02
openrouter|sao10k/l3.1-euryale-70b|Llama 3.1 Euryale 70B v2.2|llama|131072||16384|0.85,0.85|TvaSr|2024-08-28|2023-12-31|O||70|2026-07-02
openrouter|sao10k/l3.3-euryale-70b|Llama 3.3 Euryale 70B|llama|131072||16384|0.65,0.75|tvaSr|2024-12-18|2023-12-31|O||70|2026-07-02
openrouter|stepfun/step-3.5-flash|Step 3.5 Flash||262144|256000|65536|0.1,0.3|TvasR|2026-01-29|2025-01|O|||2026-11-10
openrouter|stepfun/step-3.7-flash|Step 3.7 Flash||256000|256000|256000|0.2,1.15,0.04|TVaSR|2026-05-29|2026-01-01|O|||2026-11-10
openrouter|stepfun/step-5-preview|StepFun: Step 5 Preview||1000000||64000|1,2.7,0.1|TVR||||||2026-11-10
openrouter|switchpoint/router|Switchpoint Router||131072||131072|0.85,3.4|tvasR|2025-07-11||o|||2026-07-02
openrouter|tencent/hunyuan-a13b-instruct|Hunyuan A13B Instruct|hunyuan|131072||131072|0.14,0.57|tvaSR|2025-07-08|2025-03-31|O||13|2026-07-02
openrouter|tencent/hy3|Tencent: Hy3||262144||128000|0.132,0.528,0.033|TvR||||||2026-11-10
openrouter|tencent/hy3-preview|Hy3 preview|Hy|262144||262144|0.18,0.6,0.06|TvasR|2026-04-20||O|||2026-11-10
openrouter|tencent/hy4|Tencent: Hy4||1048576||65536|0.417,1.2505,0.021|TVR||||||2026-11-10
openrouter|tencent/hy4-preview|Tencent: Hy4 preview||1048576||64000|0.834,2.501,0.042|TvR||||||2026-11-10
openrouter|thedrummer/cydonia-24b-v4.1|Cydonia 24B V4.1||131072||131072|0.3,0.5,0.15|tvaSr|2025-09-27|2024-04-30|O||24|2026-07-02
openrouter|thedrummer/rocinante-12b|Rocinante 12B||32768||32768|0.25,0.5|tvasr|2024-09-30|2024-04-30|O||12|2026-07-02
openrouter|thedrummer/skyfall-36b-v2|Skyfall 36B V2||32768||32768|0.55,0.8,0.25|tvaSr|2025-03-10|2024-06-30|O||36|2026-07-02
openrouter|thedrummer/unslopnemo-12b|UnslopNemo 12B||32768||32768|0.4,0.4|TvaSr|2024-11-08|2024-04-30|O||12|2026-07-02
openrouter|thinkingmachines/inkling|Thinking Machines: Inkling||524288||471859|1,4.05,0.17|TVR||||||2026-11-10
openrouter|thinkingmachines/inkling-2-small:free|Thinking Machines: Inkling 2 Small (free)||1048576||131072|0,0|TVR||||||2026-11-10
openrouter|thinkingmachines/inkling-small|Thinking Machines: Inkling Small||524288||262144|0.45,1.2,0.1|TVR||||||2026-11-10
openrouter|thinkingmachines/inkling-small:batch|Thinking Machines: Inkling Small (batch)||524288||262144|0.36,0.96,0.08|TVR||||||2026-11-10
openrouter|typesafe/jev-router|TypeSafe: Jev Router||1000000||64000||TVR||||||2026-11-10
openrouter|unbiased/pareto-26.10|Pareto 26.10||1048576||131072|0.8,3.2,0.03|TVr||||||2026-11-10
openrouter|unbiased/pareto-26.9|Pareto 26.9||262144||131072|2.5,7.5,0.25|TVr||||||2026-11-10
openrouter|undi95/remm-slerp-l2-13b|ReMM SLERP 13B||6144||4096|0.45,0.65|tvaSr|2023-07-22|2023-06-30|O||13|2026-07-02
openrouter|upstage/solar-mini4|Upstage: Solar Mini 4||524288||131072|0.05,0.2,0.005|TvR||||||2026-11-10
openrouter|upstage/solar-pro-3|Solar Pro 3|solar-pro|128000||128000|0.15,0.6,0.015|TvaSR|2026-01-27||o|||2026-07-02
openrouter|upstage/solar-pro4|Upstage: Solar Pro 4||524288||131072|0.15,0.6,0.03|TvR||||||2026-11-10
openrouter|writer/palmyra-x5|Palmyra X5|palmyra|1040000||8192|0.6,6|tvasr|2026-01-21||o|||2026-07-02
openrouter|x-ai/grok-4.20|Grok 4.20|grok|2000000||2000000|1.25,2.5,0.2;200000:2.5,5,0.4|TVaSR|2026-03-31|2025-09-01|o|||2026-11-10
openrouter|x-ai/grok-4.20-multi-agent|Grok 4.20 Multi-Agent|grok|2000000||2000000|1.25,2.5,0.2|tVaSR|2026-03-31|2025-09-01|o|||2026-07-02
openrouter|x-ai/grok-4.3|Grok 4.3|grok|1000000||1000000|1.25,2.5,0.2;200000:2.5,5,0.4|TVaSR|2026-04-17||o|||2026-11-10
openrouter|x-ai/grok-4.3:batch|SpaceXAI: Grok 4.3 (batch)|grok|1000000||900000|1,2,0.16;200000:2,4,0.32|TVR||||||2026-11-10
openrouter|x-ai/grok-4.5|SpaceXAI: Grok 4.5|grok|500000||450000|2,6,0.3;200000:4,12,0.6|TVR||||||2026-11-10
openrouter|x-ai/grok-4.6|SpaceXAI: Grok 4.6|grok|500000||450000|2,6,0.5;200000:4,12,1|TVR||||||2026-11-10
openrouter|x-ai/grok-4.6:batch|SpaceXAI: Grok 4.6 (batch)|grok|500000||450000|1.6,4.8,0.4;200000:3.2,9.6,0.8|TVR||||||2026-11-10
openrouter|x-ai/grok-4.7|SpaceXAI: Grok 4.7|grok|500000||450000|2,6,0.5;200000:4,12,1|TVR||||||2026-11-10
openrouter|x-ai/grok-4.7:batch|SpaceXAI: Grok 4.7 (batch)|grok|500000||450000|1.6,4.8,0.4;200000:3.2,9.6,0.8|TVR||||||2026-11-10
openrouter|x-ai/grok-build-0.1|Grok Build 0.1|grok-build|256000||256000|1,2,0.2;200000:2,4,0.4|TVaSR|2026-04-16||o|||2026-11-10
openrouter|xiaomi/mimo-v2.5|MiMo-V2.5|mimo|32000||131072|0.4,2,0.08|TVASR|2026-04-22|2024-12|O|||2026-11-10
openrouter|xiaomi/mimo-v2.5-pro|MiMo-V2.5-Pro|mimo|1048576||131072|0.48,1.8,0.096|TvaSR|2026-04-22|2024-12|O|||2026-11-10
openrouter|xiaomi/mimo-v2.6-flash|Xiaomi: MiMo-V2.6-Flash|mimo|1048576||131072|0.14,0.28,0.0028|TVR||||||2026-11-10
openrouter|xiaomi/mimo-v2.6-pro|Xiaomi: MiMo-V2.6-Pro|mimo|1048576||131072|0.435,0.87,0.0036|TVR||||||2026-11-10
openrouter|xiaomi/mimo-v2.6-pro-ultraspeed|Xiaomi: MiMo-V2.6-Pro-UltraSpeed|mimo|1048576||131072|4.35,8.7,0.036|TVR||||||2026-11-10
openrouter|xingchen-agi/xing4.0-29b-a4b:free|XingChen: Xing4.0 29B A4B (free)||262144||235929|0,0|TvR|||||29/4|2026-11-10
openrouter|z-ai/glm-5.2:batch|Z.ai: GLM 5.2 (batch)|glm|1048576||943718|0.527,1.075,0.178|TvR||||||2026-11-10
openrouter|z-ai/glm-5.3-flash:batch|Z.ai: GLM 5.3 Flash (batch)|glm|1048576||943718|0.03,0.061,0.013|TVR||||||2026-11-10
openrouter|z-ai/glm-5.3:batch|Z.ai: GLM 5.3 (batch)|glm|1048576||131072|0.45,2,0.1|TvR||||||2026-11-10
openrouter|~anthropic/claude-fable-latest|Claude Fable Latest|claude-fable|1000000||128000|8,40,0.2,10|TVaSR|2026-06-09||o|||2026-11-10
openrouter|~anthropic/claude-haiku-latest|Anthropic Claude Haiku Latest|claude-haiku|200000||64000|0.1,0.5,0.01,0.125;100000:0.5,2.5,0.05,0.625|TVaSR|2026-04-27||o|||2026-11-10
openrouter|~anthropic/claude-opus-latest|Claude Opus Latest|claude-opus|1000000||128000|4,20,0.2,5|TVaSR|2026-04-21||o|||2026-11-10
openrouter|~anthropic/claude-sonnet-latest|Anthropic Claude Sonnet Latest|claude-sonnet|1000000||128000|2,10,0.1,2.5|TVaSR|2026-04-27||o|||2026-11-10
openrouter|~deepseek/deepseek-flash-latest|DeepSeek: DeepSeek Flash Latest|deepseek|1048576||943718|0.006,0.5,0.005|TVR||||||2026-11-10
openrouter|~deepseek/deepseek-pro-latest|DeepSeek: DeepSeek Pro Latest|deepseek|1048576||393216|0.0999,8,0.0999|TvR||||||2026-11-10
openrouter|~deepseek/deepseek-v4-flash-latest|DeepSeek: DeepSeek V4 Flash Latest|deepseek|1048576||943718|0.0434,0.3,0.035|TvR||||||2026-11-10
openrouter|~google/gemini-flash-latest|Google Gemini Flash Latest|gemini-flash|1048576||65536|0.75,3.75,0.075,0.041667|TVASR|2026-04-27|2025-01-01|o|||2026-11-10
openrouter|~google/gemini-pro-latest|Google Gemini Pro Latest|gemini-pro|1048576||65536|2,10,0.1,0.1875|TVASR|2026-04-27||o|||2026-11-10
openrouter|~moonshotai/kimi-latest|MoonshotAI Kimi Latest|kimi|262144||262144|0.1824,9.3388,0.18|TVaSR|2026-04-27||o|||2026-11-10
openrouter|~openai/gpt-astra-latest|OpenAI: GPT Astra Latest|gpt|1050000||128000|10,50,1,12.5;272000:20,75,2,25|TVR||||||2026-11-10
openrouter|~openai/gpt-latest|OpenAI GPT Latest|gpt|1050000||128000|5,30,0.5|TVaSR|2026-04-27|2025-12-01|o|||2026-07-02
openrouter|~openai/gpt-luna-latest|OpenAI: GPT Luna Latest|gpt|1050000||128000|0.1,0.5,0.01,0.125;272000:0.2,0.75,0.02,0.25|TVR||||||2026-11-10
openrouter|~openai/gpt-mini-latest|OpenAI GPT Mini Latest|gpt-mini|400000||128000|0.75,4.5,0.075|TVaSR|2026-04-27|2025-08-31|o|||2026-11-10
openrouter|~openai/gpt-sol-latest|OpenAI: GPT Sol Latest|gpt|1050000||128000|2,10,0.1,2.5;272000:4,15,0.2,5|TVR||||||2026-11-10
openrouter|~openai/gpt-terra-latest|OpenAI: GPT Terra Latest|gpt|1050000||128000|1,5,0.05,1.25;272000:2,7.5,0.1,2.5|TVR||||||2026-11-10
openrouter|~unbiased/pareto-latest|Pareto Latest||1048576||131072|0.8,3.2,0.03|TVr||||||2026-11-10
openrouter|~x-ai/grok-latest|xAI: Grok Latest|grok|500000||450000|2,6,0.5;200000:4,12,1|TVR||||||2026-11-10
openrouter|~z-ai/glm-flash-latest|Z.ai: GLM Flash Latest|glm|1048576||131072|0.0399,0.0784,0.03|TVR||||||2026-11-10
openrouter|~z-ai/glm-latest|Z.ai: GLM Latest|glm|1048576||943718|0.0699,1.4,0.0689|TvR||||||2026-11-10
poolside|poolside/laguna-m.1|Laguna M.1||262144||32768|0,0,0,0|TvaR|2026-04-28||o|||2026-07-02
poolside|poolside/laguna-xs.2|Laguna XS.2||262144||32768|0,0,0,0|TvaR|2026-04-28||O|||2026-07-02
scaleway|devstral-2-123b-instruct-2512|Devstral 2 123B Instruct (2512)|devstral|256000||16384|0.4,2|Tvar|2026-01-07|2025-12|O||123|2026-07-02
scaleway|gemma-3-27b-it|Gemma-3-27B-IT|gemma|40000||8192|0.25,0.5|TVaR|2024-12-01|2024-12|o||27|2026-07-02
scaleway|gemma-4-26b-a4b-it|Gemma 4 26B A4B IT|gemma|256000||16384|0.25,0.5|TVaSR|2026-04-01|2025-04|O||26/4|2026-07-02
scaleway|glm-5.2|GLM-5.2|glm|256000||16384|1.8,5.5|TvaSR|2026-06-13||O|||2026-07-02
scaleway|gpt-oss-120b|GPT-OSS 120B|gpt-oss|128000||32768|0.15,0.6|TvaR|2024-01-01||O||120|2026-07-02
scaleway|llama-3.3-70b-instruct|Llama-3.3-70B-Instruct|llama|100000||16384|0.9,0.9|Tvar|2024-12-06|2023-12|O||70|2026-07-02
scaleway|mistral-medium-3.5-128b|Mistral Medium 3.5 128B|mistral-medium|256000||16384|1.5,7.5|TVaSR|2026-04-29||O||128|2026-07-02
scaleway|mistral-small-3.2-24b-instruct-2506|Mistral Small 3.2 24B Instruct (2506)|mistral-small|128000||32768|0.15,0.35|TVar|2025-06-20|2025-03|O||24|2026-07-02
scaleway|pixtral-12b-2409|Pixtral 12B 2409|pixtral|128000||4096|0.2,0.2|TVar|2024-09-25|2024-09|O||12|2026-07-02
scaleway|qwen3-235b-a22b-instruct-2507|Qwen3 235B A22B Instruct 2507|qwen|260000||16384|0.75,2.25,,,8.4|TvaR|2025-07-01|2025-04|O||235/22|2026-07-02
scaleway|qwen3-coder-30b-a3b-instruct|Qwen3-Coder 30B-A3B Instruct|qwen|128000||32768|0.2,0.8|Tvar|2025-04|2025-04|O||30/3|2026-07-02
scaleway|qwen3.5-397b-a17b|Qwen3.5 397B A17B|qwen|256000||16384|0.6,3.6|TVaSR|2026-03-17|2025-04|O||397/17|2026-07-02
scaleway|qwen3.6-35b-a3b|Qwen3.6 35B A3B|qwen|128000||16384|0.25,1.5|TVaSR|2026-05-01|2025-04|O||35/3|2026-07-02
siliconflow|ByteDance-Seed/Seed-OSS-36B-Instruct|ByteDance-Seed/Seed-OSS-36B-Instruct|seed|262000||262000|0.21,0.57|TvaSr|2025-09-04||o||36|2026-07-02
siliconflow|MiniMaxAI/MiniMax-M2.5|MiniMaxAI/MiniMax-M2.5|minimax|197000||131000|0.3,1.2|Tvasr|2026-02-15||o|||2026-07-02
siliconflow|Qwen/Qwen2.5-72B-Instruct|Qwen/Qwen2.5-72B-Instruct|qwen|33000||4000|0.59,0.59|TvaSr|2024-09-18||o||72|2026-07-02
siliconflow|Qwen/Qwen2.5-7B-Instruct|Qwen/Qwen2.5-7B-Instruct|qwen|33000||4000|0.05,0.05|TvaSr|2024-09-18||o||7|2026-07-02
siliconflow|Qwen/Qwen3-14B|Qwen/Qwen3-14B|qwen|131000||131000|0.07,0.28|TvaSR|2025-04-30||o||14|2026-07-02
siliconflow|Qwen/Qwen3-235B-A22B-Thinking-2507|Qwen/Qwen3-235B-A22B-Thinking-2507|qwen|262000||262000|0.13,0.6|TvaSR|2025-07-28||o||235/22|2026-07-02
siliconflow|Qwen/Qwen3-30B-A3B-Instruct-2507|Qwen/Qwen3-30B-A3B-Instruct-2507|qwen|262000||262000|0.09,0.3|TvaSr|2025-07-30||o||30/3|2026-07-02
siliconflow|Qwen/Qwen3-32B|Qwen/Qwen3-32B|qwen|131000||131000|0.14,0.57|TvaSR|2025-04-30||o||32|2026-07-02
siliconflow|Qwen/Qwen3-8B|Qwen/Qwen3-8B|qwen|131000||131000|0.06,0.06|TvaSR|2025-04-30||o||8|2026-07-02
siliconflow|Qwen/Qwen3-Coder-30B-A3B-Instruct|Qwen/Qwen3-Coder-30B-A3B-Instruct|qwen|262000||262000|0.07,0.28|TvaSr|2025-08-01||o||30/3|2026-07-02
siliconflow|Qwen/Qwen3-Coder-480B-A35B-Instruct|Qwen/Qwen3-Coder-480B-A35B-Instruct|qwen|262000||262000|0.25,1|TvaSr|2025-07-31||o||480/35|2026-07-02
siliconflow|Qwen/Qwen3-VL-235B-A22B-Instruct|Qwen/Qwen3-VL-235B-A22B-Instruct|qwen|262000||262000|0.3,1.5|TVaSr|2025-10-04||o||235/22|2026-07-02
siliconflow|Qwen/Qwen3-VL-235B-A22B-Thinking|Qwen/Qwen3-VL-235B-A22B-Thinking|qwen|262000||262000|0.45,3.5|TVaSR|2025-10-04||o||235/22|2026-07-02
siliconflow|Qwen/Qwen3-VL-30B-A3B-Instruct|Qwen/Qwen3-VL-30B-A3B-Instruct|qwen|262000||262000|0.29,1|TVaSr|2025-10-05||o||30/3|2026-07-02
siliconflow|Qwen/Qwen3-VL-30B-A3B-Thinking|Qwen/Qwen3-VL-30B-A3B-Thinking|qwen|262000||262000|0.29,1|TVaSR|2025-10-11||o||30/3|2026-07-02
siliconflow|Qwen/Qwen3-VL-32B-Instruct|Qwen/Qwen3-VL-32B-Instruct|qwen|262000||262000|0.2,0.6|TVaSr|2025-10-21||o||32|2026-07-02
siliconflow|Qwen/Qwen3-VL-32B-Thinking|Qwen/Qwen3-VL-32B-Thinking|qwen|262000||262000|0.2,1.5|TVaSR|2025-10-21||o||32|2026-07-02
siliconflow|Qwen/Qwen3-VL-8B-Instruct|Qwen/Qwen3-VL-8B-Instruct|qwen|262000||262000|0.18,0.68|TVaSr|2025-10-15||o||8|2026-07-02
siliconflow|Qwen/Qwen3.5-122B-A10B|Qwen3.5 122B-A10B|qwen|262144||262144|0.26,2.08|TvaSr|2026-02-23||o||122/10|2026-07-02
siliconflow|Qwen/Qwen3.5-27B|Qwen3.5 27B|qwen|262144||262144|0.25,2|TvaSr|2026-02-23||o||27|2026-07-02
siliconflow|Qwen/Qwen3.5-35B-A3B|Qwen3.5 35B-A3B|qwen|262144||262144|0.24,1.8|TvaSr|2026-02-23||o||35/3|2026-07-02
siliconflow|Qwen/Qwen3.5-397B-A17B|Qwen3.5 397B-A17B|qwen|262144||262144|0.39,2.34|TvaSr|2026-02-15||o||397/17|2026-07-02
siliconflow|Qwen/Qwen3.5-9B|Qwen/Qwen3.5-9B|qwen|262144||262144|0.1,0.15|TvaSr|2026-03-03||o||9|2026-07-02
siliconflow|Qwen/Qwen3.6-27B|Qwen3.6 27B|qwen|262144||262144|0.3,3.2|TvaSr|2026-04-22||o||27|2026-07-02
siliconflow|Qwen/Qwen3.6-35B-A3B|Qwen3.6 35B-A3B|qwen|262144||262144|0.2,1.6|TvaSr|2026-04-17||o||35/3|2026-07-02
siliconflow|baidu/ERNIE-4.5-300B-A47B|baidu/ERNIE-4.5-300B-A47B|ernie|131000||131000|0.28,1.1|TvaSr|2025-07-02||o||300/47|2026-07-02
siliconflow|deepseek-ai/DeepSeek-R1|deepseek-ai/DeepSeek-R1|deepseek-thinking|164000||164000|0.5,2.18|TvaSR|2025-05-28||o||671/37|2026-07-02
siliconflow|deepseek-ai/DeepSeek-V3|deepseek-ai/DeepSeek-V3|deepseek|164000||164000|0.25,1|TvaSr|2024-12-26||o||671/37|2026-07-02
siliconflow|deepseek-ai/DeepSeek-V3.1|deepseek-ai/DeepSeek-V3.1|deepseek|164000||164000|0.27,1|TvaSR|2025-08-25||o||671/37|2026-07-02
siliconflow|deepseek-ai/DeepSeek-V3.1-Terminus|deepseek-ai/DeepSeek-V3.1-Terminus|deepseek|164000||164000|0.27,1|TvaSR|2025-09-29||o||671/37|2026-07-02
siliconflow|deepseek-ai/DeepSeek-V3.2|deepseek-ai/DeepSeek-V3.2|deepseek|164000||164000|0.27,0.42|TvaSR|2025-12-03||o||671/37|2026-07-02
siliconflow|deepseek-ai/DeepSeek-V3.2-Exp|deepseek-ai/DeepSeek-V3.2-Exp|deepseek|164000||164000|0.27,0.41|TvaSR|2025-10-10||o||671/37|2026-07-02
siliconflow|deepseek-ai/DeepSeek-V4-Flash|DeepSeek V4 Flash|deepseek-flash|1000000||384000|0.14,0.28,0.028|TvaSR|2026-04-24|2025-05|O|||2026-07-02
siliconflow|deepseek-ai/DeepSeek-V4-Pro|DeepSeek V4 Pro|deepseek-thinking|1000000||384000|1.74,3.48,0.145|TvaSR|2026-04-24|2025-05|O|||2026-07-02
siliconflow|google/gemma-4-26B-A4B-it|Gemma 4 26B A4B IT|gemma|262144||262144|0.12,0.4|TvaSr|2026-04-02||o||26/4|2026-07-02
siliconflow|google/gemma-4-31B-it|Gemma 4 31B IT|gemma|262144||262144|0.13,0.4|TvaSr|2026-04-02||o||31|2026-07-02
siliconflow|inclusionAI/Ling-flash-2.0|inclusionAI/Ling-flash-2.0|ling|131000||131000|0.14,0.57|TvaSr|2025-09-18||o|||2026-07-02
siliconflow|moonshotai/Kimi-K2.5|moonshotai/Kimi-K2.5|kimi|262000||262000|0.45,2.25|TVaSR|2026-01-27||O|||2026-07-02
siliconflow|moonshotai/Kimi-K2.6|moonshotai/Kimi-K2.6|kimi|262000||262000|0.77,4,0.2|TVaSR|2026-04-21||O|||2026-07-02
siliconflow|openai/gpt-oss-120b|openai/gpt-oss-120b|gpt-oss|131000||8000|0.05,0.45|TvaSR|2025-08-13||o||120|2026-07-02
siliconflow|openai/gpt-oss-20b|openai/gpt-oss-20b|gpt-oss|131000||8000|0.04,0.18|TvaSr|2025-08-13||o||20|2026-07-02
siliconflow|stepfun-ai/Step-3.5-Flash|stepfun-ai/Step-3.5-Flash|step|262000||262000|0.1,0.3|TvaSR|2026-02-11||o|||2026-07-02
siliconflow|tencent/Hunyuan-A13B-Instruct|tencent/Hunyuan-A13B-Instruct|hunyuan|131000||131000|0.14,0.57|TvaSR|2025-06-30||o||13|2026-07-02
siliconflow|tencent/Hy3-preview|Hy3 preview|Hy|262144||262144|0.066,0.26,0.029|TvaR|2026-04-20||o|||2026-07-02
siliconflow|zai-org/GLM-4.5-Air|zai-org/GLM-4.5-Air|glm-air|131000||131000|0.14,0.86|TvaSr|2025-07-28||o||106/12|2026-07-02
siliconflow|zai-org/GLM-5|zai-org/GLM-5|glm|205000||205000|0.95,2.55|TvaSR|2026-02-12||O|||2026-07-02
siliconflow|zai-org/GLM-5.1|zai-org/GLM-5.1|glm|205000||205000|1.4,4.4|TvaSR|2026-04-08||O|||2026-07-02
siliconflow|zai-org/GLM-5.2|GLM-5.2|glm|1049000||262000|1.4,4.4|TvaSR|2026-06-13||O|||2026-07-02
siliconflow|zai-org/GLM-5V-Turbo|zai-org/GLM-5V-Turbo|glm|200000||131072|1.2,4|TVaR|2026-04-01||o|||2026-07-02
stepfun|step-1-32k|Step 1 (32K)||32768|32768|32768|2.05,9.59,0.41|TvaR|2025-01-01|2024-06|o|||2026-07-02
stepfun|step-2-16k|Step 2 (16K)||16384|16384|8192|5.21,16.44,1.04|TvaR|2025-01-01|2024-06|o|||2026-07-02
stepfun|step-3.5-flash|Step 3.5 Flash||256000|256000|256000|0.1,0.3,0.02|TvaR|2026-01-29|2025-01|O|||2026-07-02
stepfun|step-3.5-flash-2603|Step 3.5 Flash 2603||256000|256000|256000|0.1,0.3,0.02|TvaR|2026-04-02|2025-01|O|||2026-07-02
stepfun|step-3.7-flash|Step 3.7 Flash||256000|256000|256000|0.2,1.15,0.04|TVaR|2026-05-29|2026-01-01|O|||2026-07-02
together|LiquidAI/LFM2-24B-A2B|LFM2-24B-A2B|liquid|32768||32768|0.03,0.12|tvar|2026-02-25||O||24/2|2026-07-02
together|MiniMaxAI/MiniMax-M2.5|MiniMax-M2.5|minimax|204800||131072|0.3,1.2,0.06|TvaR|2026-02-12||O|||2026-07-02
together|MiniMaxAI/MiniMax-M2.7|MiniMax-M2.7|minimax|202752||131072|0.3,1.2,0.06|TvaSR|2026-03-18||O|||2026-07-02
together|MiniMaxAI/MiniMax-M3|MiniMax-M3|minimax|524288||250000|0.3,1.2,0.06|TVaSR|2026-06-12||O|||2026-11-10
together|Qwen/Qwen2.5-7B-Instruct-Turbo|Qwen 2.5 7B Instruct Turbo|qwen|32768||32768|0.3,0.3|TvaSr|2024-09-19||O||7|2026-07-02
together|Qwen/Qwen3-235B-A22B-Instruct-2507-tput|Qwen3 235B A22B Instruct 2507 FP8|qwen|262144||262144|0.2,0.6|Tvar|2025-07-25|2025-07|O||235/22|2026-07-02
together|Qwen/Qwen3-Coder-480B-A35B-Instruct-FP8|Qwen3 Coder 480B A35B Instruct|qwen|262144||262144|2,2|Tvar|2025-07-23|2025-04|O||480/35|2026-07-02
together|Qwen/Qwen3-Coder-Next-FP8|Qwen3 Coder Next FP8|qwen|262144||262144|0.5,1.2|Tvar|2026-02-03|2026-02-03|O|||2026-07-02
together|Qwen/Qwen3.5-397B-A17B|Qwen3.5 397B A17B|qwen|262144||130000|0.6,3.6|TVaR|2026-02-16||O||397/17|2026-07-02
together|Qwen/Qwen3.5-9B|Qwen3.5 9B|qwen|262144||65536|0.17,0.25|TVaSR|2026-03-03||O||9|2026-11-10
together|Qwen/Qwen3.6-Plus|Qwen3.6 Plus|qwen|1000000||500000|0.5,3|TvaR|2026-04-30||O|||2026-11-10
together|Qwen/Qwen3.7-Max|Qwen3.7 Max|qwen|1000000||500000|2.5,7.5,0.5|Tvar|2026-05-21||o|||2026-11-10
together|deepcogito/cogito-v2-1-671b|Cogito v2.1 671B|cogito|163840||163840|1.25,1.25|tvaR|2025-11-13||o||671|2026-07-02
together|deepseek-ai/DeepSeek-R1|DeepSeek-R1|deepseek-thinking|163839||163839|3,7|tvaR|2025-01-20|2024-07|O||671/37|2026-07-02
together|deepseek-ai/DeepSeek-V3|DeepSeek-V3|deepseek|131072||131072|1.25,1.25|Tvar|2024-12-26|2024-07|O||671/37|2026-07-02
together|deepseek-ai/DeepSeek-V3-1|DeepSeek V3.1|deepseek|131072||131072|0.6,1.7|TvaR|2025-08-21|2025-08|O||671/37|2026-07-02
together|deepseek-ai/DeepSeek-V4-Pro|DeepSeek V4 Pro|deepseek|512000||384000|1.74,3.48,0.2|TvaSR|2026-04-24||O|||2026-07-02
together|deepseek-ai/DeepSeek-V4-Pro-0813|DeepSeek V4 Pro 0813|deepseek|1048576||384000|1.32,3.96,0.13|TvR||||||2026-11-10
together|deepseek-ai/DeepSeek-V4.1-Flash|DeepSeek V4.1 Flash|deepseek|1048576||384000|0.3,1.2,0.006|TVR||||||2026-11-10
together|essentialai/Rnj-1-Instruct|Rnj-1 Instruct|rnj|32768||32768|0.15,0.15|Tvar|2025-12-05|2024-10|O|||2026-07-02
together|google/gemma-3n-E4B-it|Gemma 3N E4B Instruct|gemma|32768||32768|0.06,0.12|tvaSr|2025-05-20||O||4|2026-07-02
together|google/gemma-4-31B-it|Gemma 4 31B Instruct|gemma|262144||131072|0.39,0.97|TVaSR|2026-04-07|2025-01|O||31|2026-07-02
together|meta-llama/Llama-3.3-70B-Instruct-Turbo|Llama 3.3 70B|llama|131072||131072|0.88,0.88|Tvar|2024-12-06|2023-12|O||70|2026-07-02
together|meta-llama/Meta-Llama-3-8B-Instruct-Lite|Meta Llama 3 8B Instruct Lite|llama|8192||8192|0.14,0.14|tvar|2024-04-18||O||8|2026-07-02
together|meta-models/Muse-Spark-Open-816B-A42B|Muse Spark Open|muse|1048576||131072|1.25,4.25,0.15|TVR|||||816/42|2026-11-10
together|moonshotai/Kimi-K2.5|Kimi K2.5|kimi-k2|262144||262144|0.5,2.8|TVaR|2026-01-27|2026-01|O|||2026-07-02
together|moonshotai/Kimi-K2.6|Kimi K2.6|kimi-k2|262144||131000|1.2,4.5,0.2|TVaSR|2026-04-21|2025-01|O|||2026-07-02
together|moonshotai/Kimi-K2.7-Code|Kimi K2.7 Code|kimi-k2|262144||131072|0.95,4,0.19|TvaSR|2026-06-14||O|||2026-07-02
together|moonshotai/Kimi-K3.1-Pro|Kimi K3.1 Pro|kimi|1048576||131072|2,10,0.2|TVR||||||2026-11-10
together|nvidia/NVIDIA-Nemotron-3.5-Super-VL|Nemotron 3.5 Super VL 120B A12B|nemotron|262144||262144|0.15,0.5,0.02|TVR||||||2026-11-10
together|nvidia/nemotron-3-ultra-550b-a55b|Nemotron 3 Ultra 550B A55B|nemotron|512300||512300|0.6,3.6,0.2|TvaSR|2026-06-04||O||550/55|2026-07-02
together|openai/gpt-oss-20b|GPT OSS 20B|gpt-oss|131072||131072|0.05,0.2|TvaSR|2025-08-05||O||20|2026-07-02
together|pearl-ai/gemma-4-31b-it|Pearl AI Gemma 4 31B Instruct|gemma|32000||32000|0.28,0.86|tvaR|2026-04-07||o||31|2026-07-02
together|reflection/Beam-1.0-501B-A23B|Beam 1.0 501B A23B||1048576||131072|0.4,1.2,0.04|TvR|||||501/23|2026-11-10
together|thinkingmachines/Inkling|Inkling||524288||131072|1,4.05,0.17|TVR||||||2026-11-10
together|zai-org/GLM-5|GLM-5|glm|202752||131072|1,3.2|TvaSR|2026-02-11||O|||2026-07-02
together|zai-org/GLM-5.1|GLM-5.1|glm|202752||131072|1.4,4.4|TvaSR|2026-04-07|2025-11|O|||2026-07-02
together|zai-org/GLM-5.2|GLM-5.2|glm|262144||164000|1.4,4.4,0.26|TvaSR|2026-06-16||O|||2026-11-10
together|zai-org/GLM-5.3-Flash|GLM-5.3-Flash|glm|1048575||400000|0.15,0.5,0.03|TVR||||||2026-11-10
upstage|solar-mini|solar-mini|solar-mini|32768||4096|0.15,0.15|Tvar|2024-06-12|2024-09|o|||2026-07-02
upstage|solar-pro2|solar-pro2|solar-pro|65536||8192|0.25,0.25|TvaR|2025-05-20|2025-03|o|||2026-07-02
upstage|solar-pro3|solar-pro3|solar-pro|131072||8192|0.25,0.25|TvaR|2026-01|2025-03|o|||2026-07-02
vertex|claude-3-5-haiku@20241022|Claude Haiku 3.5|claude-haiku|200000||8192|0.8,4,0.08,1|TVar|2024-10-22|2024-07-31|o|||2026-07-02
vertex|claude-haiku-4-5@20251001|Claude Haiku 4.5|claude-haiku|200000||64000|1,5,0.1,1.25|TVaR|2025-10-15|2025-02-28|o|||2026-07-02
vertex|claude-opus-4-1@20250805|Claude Opus 4.1|claude-opus|200000||32000|15,75,1.5,18.75|TVaR|2025-08-05|2025-03-31|o|||2026-07-02
vertex|claude-opus-4-5@20251101|Claude Opus 4.5|claude-opus|200000||64000|5,25,0.5,6.25|TVaR|2025-11-01|2025-03-31|o|||2026-07-02
vertex|claude-opus-4-6@default|Claude Opus 4.6|claude-opus|1000000||128000|5,25,0.5,6.25;200000:10,37.5,1,12.5|TVaR|2026-02-05|2025-05-31|o|||2026-07-02
vertex|claude-opus-4-7@default|Claude Opus 4.7|claude-opus|1000000||128000|5,25,0.5,6.25;200000:10,37.5,1,12.5|TVaR|2026-04-16|2026-01-31|o|||2026-07-02
vertex|claude-opus-4-8@default|Claude Opus 4.8|claude-opus|1000000||128000|5,25,0.5,6.25;200000:10,37.5,1,12.5|TVaR|2026-05-28||o|||2026-07-02
vertex|claude-opus-4@20250514|Claude Opus 4|claude-opus|200000||32000|15,75,1.5,18.75|TVaR|2025-05-22|2025-03-31|o|||2026-07-02
vertex|claude-sonnet-4-5@20250929|Claude Sonnet 4.5|claude-sonnet|200000||64000|3,15,0.3,3.75|TVaR|2025-09-29|2025-07-31|o|||2026-07-02
vertex|claude-sonnet-4-6@default|Claude Sonnet 4.6|claude-sonnet|1000000||128000|3,15,0.3,3.75;200000:6,22.5,0.6,7.5|TVaR|2026-02-17|2025-08-31|o|||2026-07-02
vertex|claude-sonnet-4@20250514|Claude Sonnet 4|claude-sonnet|200000||64000|3,15,0.3,3.75|TVaR|2025-05-22|2025-03-31|o|||2026-07-02
vertex|claude-sonnet-5@default|Claude Sonnet 5|claude-sonnet|1000000||128000|2,10,0.2,2.5|TVaR|2026-06-30|2026-01-31|o|||2026-07-02
vertex|deepseek-ai/deepseek-v3.1-maas|DeepSeek V3.1|deepseek|163840||32768|0.6,1.7|TvaSR|2025-08-28||O||671/37|2026-07-02
vertex|deepseek-ai/deepseek-v3.2-maas|DeepSeek V3.2|deepseek|163840||65536|0.56,1.68,0.056|TvaSR|2025-12-17||O||671/37|2026-07-02
vertex|gemini-2.5-flash|Gemini 2.5 Flash|gemini-flash|1048576||65536|0.3,2.5,0.03,0.383|TVAR|2025-06-17|2025-01|o|||2026-11-10
vertex|gemini-2.5-flash-lite|Gemini 2.5 Flash-Lite|gemini-flash-lite|1048576||65536|0.1,0.4,0.01|TVAR|2025-06-17|2025-01|o|||2026-11-10
vertex|gemini-2.5-pro|Gemini 2.5 Pro|gemini-pro|1048576||65536|1.25,10,0.125;200000:2.5,15,0.25|TVAR|2025-06-17|2025-01|o|||2026-11-10
vertex|gemini-3-flash-preview|Gemini 3 Flash Preview|gemini-flash|1048576||65536|0.5,3,0.05|TVASR|2025-12-17|2025-01|o|||2026-11-10
vertex|gemini-3.1-flash-lite|Gemini 3.1 Flash Lite|gemini-flash-lite|1048576||65536|0.25,1.5,0.025|TVASR|2026-05-07|2025-01|o|||2026-11-10
vertex|gemini-3.1-flash-lite-preview|Gemini 3.1 Flash Lite Preview|gemini-flash-lite|1048576||65536|0.25,1.5,0.025|TVASR|2026-03-03|2025-01|o|||2026-07-02
vertex|gemini-3.1-pro-preview|Gemini 3.1 Pro Preview|gemini-pro|1048576||65536|2,12,0.2;200000:4,18,0.4|TVASR|2026-02-19|2025-01|o|||2026-11-10
vertex|gemini-3.1-pro-preview-customtools|Gemini 3.1 Pro Preview Custom Tools|gemini-pro|1048576||65536|2,12,0.2;200000:4,18,0.4|TVASR|2026-02-19|2025-01|o|||2026-11-10
vertex|gemini-3.5-flash|Gemini 3.5 Flash|gemini-flash|1048576||65536|1.5,9,0.15|TVASR|2026-05-19|2025-01|o|||2026-11-10
vertex|gemini-3.5-flash-lite|Gemini 3.5 Flash Lite|gemini|1048576||65536|0.3,2.5,0.03|TVR||||||2026-11-10
vertex|gemini-3.6-flash|Gemini 3.6 Flash|gemini|1048576||65536|0.75,3.75,0.075|TVR||||||2026-11-10
vertex|gemini-3.7-flash|Gemini 3.7 Flash|gemini|1048576||65536|0.75,3.75,0.075|TVR||||||2026-11-10
vertex|gemini-3.8-flash|Gemini 3.8 Flash|gemini|1048576||65536|0.75,3.75,0.075|TVR||||||2026-11-10
vertex|gemini-4-argon|Gemini 4 Argon|gemini|1048576||65536|2,10,0.1|TVR||||||2026-11-10
vertex|gemini-flash-latest|Gemini Flash Latest|gemini-flash|1048576||65536|0.3,2.5,0.075,0.383|TVAR|2025-09-25|2025-01|o|||2026-07-02
vertex|gemini-flash-lite-latest|Gemini Flash-Lite Latest|gemini-flash-lite|1048576||65536|0.1,0.4,0.025|TVAR|2025-09-25|2025-01|o|||2026-07-02
vertex|meta/llama-3.3-70b-instruct-maas|Llama 3.3 70B Instruct|llama|128000||8192|0.72,0.72|TvaSr|2025-04-29|2023-12|O||70|2026-07-02
vertex|meta/llama-4-maverick-17b-128e-instruct-maas|Llama 4 Maverick 17B 128E Instruct|llama|524288||8192|0.35,1.15|TVaSr|2025-04-29|2024-08|O||400/17|2026-07-02
vertex|moonshotai/kimi-k2-thinking-maas|Kimi K2 Thinking|kimi-thinking|262144||262144|0.6,2.5|TvaSR|2025-11-13|2024-08|O||1000/32|2026-07-02
vertex|openai/gpt-oss-120b-maas|GPT OSS 120B|gpt-oss|131072||32768|0.09,0.36|TvaR|2025-08-05||O||120|2026-07-02
vertex|openai/gpt-oss-20b-maas|GPT OSS 20B|gpt-oss|131072||32768|0.07,0.25|TvaR|2025-08-05||O||20|2026-07-02
vertex|qwen/qwen3-235b-a22b-instruct-2507-maas|Qwen3 235B A22B Instruct|qwen|262144||16384|0.22,0.88|TvaSR|2025-08-13||O||235/22|2026-07-02
vertex|zai-org/glm-4.7-maas|GLM-4.7|glm|200000||128000|0.6,2.2|TvaSR|2026-01-06|2025-04|O|||2026-07-02
vertex|zai-org/glm-5-maas|GLM-5|glm|202752||131072|1,3.2,0.1|TvaR|2026-02-11||O|||2026-07-02
xiaomi|mimo-v2-flash|MiMo-V2-Flash|mimo|262144||65536|0.14,0.28,0.0028|TvaR|2025-12-16|2024-12-01|O|||2026-07-02
xiaomi|mimo-v2-omni|MiMo-V2-Omni|mimo|262144||131072|0.14,0.28,0.0028|TVAR|2026-03-18|2024-12|o|||2026-07-02
xiaomi|mimo-v2-pro|MiMo-V2-Pro|mimo|1048576||131072|0.435,0.87,0.0036|TvaR|2026-03-18|2024-12|o|||2026-07-02
xiaomi|mimo-v2.5|MiMo-V2.5|mimo|1048576||131072|0.14,0.28,0.0028|TVAR|2026-04-22|2024-12|O|||2026-07-02
xiaomi|mimo-v2.5-pro|MiMo-V2.5-Pro|mimo|1048576||131072|0.435,0.87,0.0036|TvaR|2026-04-22|2024-12|O|||2026-07-02
xiaomi|mimo-v2.5-pro-ultraspeed|MiMo-V2.5-Pro-UltraSpeed|mimo|1048576||131072|1.305,2.61,0.0108|TvaR|2026-06-08|2024-12|O|||2026-07-02
xiaomi|mimo-v2.6-flash|MiMo-V2.6-Flash|mimo|1048576||131072|0.14,0.28,0.0028|TVR||||||2026-11-10
xiaomi|mimo-v2.6-pro|MiMo-V2.6-Pro|mimo|1048576||131072|0.435,0.87,0.0036|TVR||||||2026-11-10
xiaomi|mimo-v2.6-pro-ultraspeed|MiMo-V2.6-Pro-UltraSpeed|mimo|1048576||131072|4.35,8.7,0.036|TVR||||||2026-11-10
zai-coding-plan|glm-4.5-air|GLM-4.5-Air|glm-air|131072||98304||TvaR|2025-07-28|2025-04|O||106/12|2026-07-02
zai-coding-plan|glm-4.7|GLM-4.7|glm|204800||131072||TvaR|2025-12-22|2025-04|O|||2026-07-02
zai-coding-plan|glm-5-turbo|GLM-5-Turbo|glm|200000||131072||TvaSR|2026-03-16||o|||2026-07-02
zai-coding-plan|glm-5.1|GLM-5.1|glm|200000||131072||TvaSR|2026-03-27||o|||2026-07-02
zai-coding-plan|glm-5.2|GLM-5.2|glm|1000000||131072||TvaSR|2026-06-13||O|||2026-07-02
zai-coding-plan|glm-5v-turbo|GLM-5V-Turbo|glm|200000||131072||TVaR|2026-04-01||o|||2026-07-02
`;
