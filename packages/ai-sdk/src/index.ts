export { createRouterProvider, createRouterProviderV3 } from './create-router-provider.ts';
