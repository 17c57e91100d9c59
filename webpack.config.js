import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import webpack from "webpack";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The address that `manifest.xml` names during development; a deployer's address takes its place. */
const DEVELOPMENT_URL = "https://localhost:3000";
/** What the pane's browser engine understands: WebView2 and Safari of the Office versions from 2021 on. */
const TARGET = "es2021";
/** Files of Fluent's in which the styles stand ready made, and what they are given for its tokens. */
export const FLUENT_STYLES = /[\\/]@fluentui[\\/]react-[a-z-]+[\\/]lib[\\/].*\.styles\.js$/;
const TOKENS_BY_NAME =
  'data:text/javascript,export const tokens=new Proxy({},{get:(_,name)=>"var(--"+String(name)+")"});' +
  "export const typographyStyles={};";

/**
 * Builds `dist/`: the pane, its pages and icons. With an address (`--env baseUrl=https://.../addin/`
 * or CCHC_BASE_URL) also the manifest that an organization's catalogue takes.
 *
 * @param {{ baseUrl?: string, outDir?: string }} env
 * @param {{ mode?: "production" | "development" }} options
 */
export default function config(env = {}, options = {}) {
  const production = options.mode !== "development";
  const baseUrl = deployedAt(env.baseUrl ?? process.env.CCHC_BASE_URL);
  return {
    mode: production ? "production" : "development",
    devtool: production ? false : "source-map",
    target: ["web", TARGET],
    context: here("."),
    // What is built anew from the same files is not compiled and shrunk again.
    cache: {
      type: "filesystem",
      cacheDirectory: here("node_modules/.cache/webpack"),
      buildDependencies: { config: [fileURLToPath(import.meta.url)] },
    },
    entry: {
      taskpane: "./src/taskpane/main.tsx",
      commands: "./src/taskpane/commands.ts",
      preview: "./src/taskpane/wide/page.ts",
    },
    output: {
      path: env.outDir ?? here("dist"),
      filename: "js/[name].[contenthash:8].js",
      chunkFilename: "js/[name].[contenthash:8].js",
      clean: true,
      publicPath: "",
    },
    resolve: {
      extensions: [".ts", ".tsx", ".js"],
      extensionAlias: { ".js": [".ts", ".tsx", ".js"] },
    },
    module: {
      rules: [{ test: /\.tsx?$/, loader: "esbuild-loader", options: { target: TARGET, jsx: "automatic" } }],
    },
    optimization: {
      chunkIds: "deterministic",
      moduleIds: "deterministic",
      // The default minimizer, not esbuild's: only it drops what is unused inside a module (30 KB here).
    },
    performance: { hints: false },
    plugins: [
      // Fluent's styles ask for some tokens by name, and bring the list of all along, 30 KB.
      new webpack.NormalModuleReplacementPlugin(/^@fluentui\/react-theme$/, (wanted) => {
        if (FLUENT_STYLES.test(wanted.contextInfo.issuer)) wanted.request = TOKENS_BY_NAME;
      }),
      page("taskpane.html", ["taskpane"]),
      page("commands.html", ["commands"]),
      page("preview.html", ["preview"]),
      page("help.html", []),
      new CopyPlugin({
        patterns: [
          { from: "assets/icon-*.png", to: "assets/[name][ext]" },
          { from: "src/taskpane/pages/*.css", to: "[name][ext]" },
          { from: "NOTICES.txt" },
          ...(baseUrl === null
            ? []
            : [
                {
                  from: "manifest.xml",
                  transform: (xml) => deployedManifest(xml.toString(), baseUrl),
                },
              ]),
        ],
      }),
    ],
    stats: { preset: "errors-warnings", assets: true, groupAssetsByChunk: false },
  };
}

/** One HTML page from `src/taskpane/pages`, with the scripts of the named entries. */
function page(filename, chunks) {
  return new HtmlPlugin({
    filename,
    template: `src/taskpane/pages/${filename}`,
    chunks,
    scriptLoading: "defer",
    inject: "head",
    minify: false,
  });
}

/**
 * The manifest for an address: an AppDomain is an origin, every other address has the path too. Excel
 * tells add-ins apart by their identifier, so each address has its own, always the same.
 *
 * @param {string} xml
 * @param {string} baseUrl without a final slash
 * @returns {string}
 */
export function deployedManifest(xml, baseUrl) {
  return xml
    .replace(/<Id>[^<]*<\/Id>/, `<Id>${identifierOf(baseUrl)}</Id>`)
    .replace(`<AppDomain>${DEVELOPMENT_URL}<`, `<AppDomain>${new URL(baseUrl).origin}<`)
    .replaceAll(DEVELOPMENT_URL, baseUrl);
}

/** The UUID of an address: version 5 of RFC 9562, in its name space for addresses. */
function identifierOf(address) {
  const space = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");
  const hash = createHash("sha1").update(space).update(address).digest().subarray(0, 16);
  hash[6] = (hash[6] & 0x0f) | 0x50;
  hash[8] = (hash[8] & 0x3f) | 0x80;
  return hash.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The deployer's address without a final slash, or null when none is given. */
function deployedAt(address) {
  if (address === undefined || address === "") return null;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== "https:" || url.search !== "" || url.hash !== "") {
    throw new Error(
      `baseUrl phải là một địa chỉ https đầy đủ, ví dụ https://cchc.example.gov.vn/addin/: ${address}`,
    );
  }
  return url.href.replace(/\/+$/, "");
}
