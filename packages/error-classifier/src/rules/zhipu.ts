import { type PreparedRule, prepareRules } from '../rule.ts';

/** Z.AI and Zhipu: numbers in `code`, most of them under HTTP 429. */
export const zhipuRules: readonly PreparedRule[] = prepareRules([
  { words: ['1000', '1001', '1002', '1003', '1004', '1005'], category: 'auth' },
  { words: ['1110', '1111', '1112', '1120'], category: 'permission' },
  { words: ['1113'], category: 'quota_exhausted', limit: 'spend' },
  { words: ['1211', '1222'], category: 'not_found' },
  { words: ['1212'], category: 'invalid_request', failover: true },
  { words: ['1210', '1213', '1214', '1215', '1231'], category: 'invalid_request' },
  { words: ['1220'], category: 'permission' },
  { words: ['1221'], category: 'not_found' },
  { words: ['1230', '1234'], category: 'server_error' },
  { words: ['1261'], category: 'context_length' },
  { words: ['1301'], category: 'content_policy' },
  { words: ['1302'], category: 'rate_limit', limit: 'concurrency' },
  { words: ['1303'], category: 'rate_limit', limit: 'requests' },
  { words: ['1304'], category: 'quota_exhausted', limit: 'day' },
  { words: ['1305'], category: 'overloaded' },
  { words: ['1308', '1309', '1310'], category: 'quota_exhausted' },
  { words: ['1311', '1313', '1314', '1315'], category: 'permission' },
  { words: ['1316', '1317', '1318', '1319', '1320', '1321'], category: 'quota_exhausted' },
]);
