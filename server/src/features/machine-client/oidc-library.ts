/**
 * oidc-provider, loaded without its one remark: it warns on standard error about any Node that was released before its line became
 * a long-term one, as the pinned one was. Lines of the desk's output are JSON, and this one would be read as a fault at every start.
 */
const { warn } = console;
console.warn = () => undefined;
const { Provider, errors } = await import('oidc-provider');
console.warn = warn;

export { errors, Provider };
