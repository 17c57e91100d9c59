import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { request } from "node:https";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { excelSite, withOwnOfficeJs } from "../../../tools/local-excel/site.js";
import { type LocalServer, PortTaken, serve } from "../../../tools/server/serve.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const paneFolder = here("./pane");

let server: LocalServer;

beforeAll(async () => {
  server = await serve(excelSite({ paneFolder, manifest: here("./pane/manifest.xml") }));
});
afterAll(() => server.close());

/** Asks the server as a browser that accepted its certificate. */
function get(path: string, port = server.port): Promise<{ status: number; body: string; type: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "localhost", port, path, rejectUnauthorized: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          type: answer.headers["content-type"] ?? "",
        }),
      );
    });
    asked.on("error", reject);
    asked.end();
  });
}

const digest = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");

describe("the server", () => {
  test("gives the page, the manifest, the pane and office.js", async () => {
    expect((await get("/")).body).toContain('<div id="grid">');
    expect((await get("/manifest.xml")).type).toBe("text/xml; charset=utf-8");
    const script = await get("/taskpane.js");
    expect(digest(script.body)).toBe(digest(readFileSync(here("./pane/taskpane.js"))));
    const officeJs = readFileSync(here("../../../node_modules/@microsoft/office-js/dist/office.js"));
    expect(digest((await get("/office-js/office.js")).body)).toBe(digest(officeJs));
  });

  test("changes nothing in the pane's page but the address of office.js", async () => {
    const original = readFileSync(here("./pane/taskpane.html"), "utf8");
    const { body } = await get("/taskpane.html?step=check");
    expect(body).toBe(
      original.replace("https://appsforoffice.microsoft.com/lib/1/hosted/office.js", "/office-js/office.js"),
    );
    const whole = await serve(excelSite({ paneFolder, ownOfficeJs: false }));
    expect((await get("/taskpane.html", whole.port)).body).toBe(original);
    await whole.close();
  });

  test("gives no file outside its folders, nor the certificate's key", async () => {
    for (const path of [
      "/../package.json",
      "/%2e%2e/page.test.ts",
      "/office-js/../package.json",
      "/local-excel/certificate.json",
      "/none",
    ]) {
      expect((await get(path)).status).toBe(404);
    }
  });

  test("says when its port is taken", async () => {
    await expect(serve(excelSite(), server.port)).rejects.toEqual(new PortTaken(server.port));
  });
});

test.each([
  [
    '<script async src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>',
    '<script async src="/office-js/office.js"></script>',
  ],
  [
    "<script async src=https://appsforoffice.microsoft.com/lib/1/hosted/office.js></script>",
    "<script async src=/office-js/office.js></script>",
  ],
  [
    "script-src 'self' https://appsforoffice.microsoft.com",
    "script-src 'self' https://appsforoffice.microsoft.com",
  ],
  [
    '<script src="https://example.com/office.js"></script>',
    '<script src="https://example.com/office.js"></script>',
  ],
])("%s", (html, expected) => {
  expect(withOwnOfficeJs(html)).toBe(expected);
});
