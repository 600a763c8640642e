// @ts-check
/**
 * The pieces of the index: scripts that hand their data over by `passerelles.shard(name, data)`,
 * loaded when they are first asked for. Over http and from a folder they take the same way.
 */
const passerelles = (() => {
  "use strict";

  /** @type {Map<string, any>} */
  const held = new Map();
  /** @type {Map<string, Promise<any>>} */
  const awaited = new Map();

  /** Loads a script once. @param {string} address @returns {Promise<void>} */
  function script(address) {
    let loading = awaited.get(address);
    if (!loading) {
      loading = new Promise((resolve, reject) => {
        const element = document.createElement("script");
        element.src = address;
        element.onload = () => resolve(undefined);
        element.onerror = () => {
          awaited.delete(address);
          reject(new Error(address));
        };
        document.head.append(element);
      });
      awaited.set(address, loading);
    }
    return loading;
  }

  return {
    /** The address of a piece, `{}` standing for its name. */
    pattern: "",

    script,

    /** Takes a piece in. @param {string} name @param {any} data */
    shard(name, data) {
      held.set(name, data);
    },

    /** A piece that is there already. @param {string} name @returns {any} */
    get(name) {
      return held.get(name);
    },

    /** Whether all these pieces are there already. @param {string[]} names */
    has(names) {
      return names.every((name) => held.has(name));
    },

    /** Fetches the pieces that are not there yet. @param {string[]} names */
    async load(names) {
      const missing = names.filter((name) => !held.has(name));
      await Promise.all(missing.map((name) => this.script(this.pattern.replace("{}", name))));
    },
  };
})();
