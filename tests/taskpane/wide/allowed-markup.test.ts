/** @jest-environment ./tests/environments/browser.ts */

import { describe, expect, it } from "@jest/globals";
import { reportFrom } from "../../../src/taskpane/wide/allowed-markup.js";

function kept(html: string): string {
  const box = document.createElement("div");
  box.append(reportFrom(html, document));
  return box.innerHTML;
}

describe("the markup of a report that came with an address", () => {
  it("keeps what a report is made of", () => {
    const html =
      '<article class="report"><h2>I. A</h2><p class="dash composed">Có <data value="905" data-sheet="Biểu mẫu 3" data-cell="D22">905</data> hồ sơ</p><table class="wide"><tbody><tr><td rowspan="2">1</td></tr></tbody></table></article>';
    expect(kept(html)).toBe(html);
  });

  it("leaves out all that could load, link, style or run, and keeps the words", () => {
    expect(kept('<p onclick="x()" style="color:red">a<script>x()</script></p>')).toBe("<p>a</p>");
    expect(kept('<a href="https://x.vn">bấm</a><img src="https://x.vn/a" onerror="x()">')).toBe("bấm");
    expect(kept('<svg><a xlink:href="javascript:x()"><text>b</text></a></svg>')).toBe("b");
    expect(kept("<iframe srcdoc='<p>c</p>'></iframe><style>p{}</style><form><input></form>")).toBe("");
  });
});
