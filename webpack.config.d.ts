import type { Configuration } from "webpack";

/** See `webpack.config.js`. */
export default function config(
  env?: { readonly baseUrl?: string; readonly outDir?: string },
  options?: { readonly mode?: "production" | "development" },
): Configuration;

/** The manifest for an address without a final slash. */
export function deployedManifest(xml: string, baseUrl: string): string;

/** The files in which Fluent's components keep their styles. */
export declare const FLUENT_STYLES: RegExp;
