/** Loaded before a process's own code: the names of Azure's services lead to this machine, where tests play them. */
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";

const { lookup } = dns;
const IS_AZURE = /\.(vault\.azure\.net|table\.core\.windows\.net)$/;

dns.lookup = (name, ...rest) => lookup(IS_AZURE.test(name) ? "127.0.0.1" : name, ...rest);
syncBuiltinESMExports();
