/** What the worker's script takes from Pyodide's, to its checker; no part of the page. */

declare const _createPyodideModule: unknown;
declare function loadPyodide(options: Record<string, unknown>): Promise<any>;
interface Uint8ArrayConstructor { fromBase64?(text: string): Uint8Array<ArrayBuffer> }
declare var importScripts: (...addresses: string[]) => void;
type Child = Node | string | number | null | undefined | false;
