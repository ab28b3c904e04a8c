/** Jest prints nothing of a file whose tests are all skipped, so it is said here, once and loudly. */
export default function announceSkips(): void {
  if (process.env['LLM_ROUTER_CORPUS']) return;
  process.stderr.write(
    '\nSKIPPED: every test that needs recorded provider traffic. Set LLM_ROUTER_CORPUS to its folder to run them.\n\n',
  );
}
