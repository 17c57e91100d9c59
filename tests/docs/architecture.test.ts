import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, it } from "@jest/globals";
import layers from "../../tools/layers/layers.json" with { type: "json" };

const page = readFileSync("docs/architecture.md", "utf8");

/** The rows of the table of rooms. */
const rows = [...page.matchAll(/^\| (\d+) \| `(\w+)` \| [^|]+ \|([^|]*)\|$/gm)].map(
  ([, floor = "", room = "", imports = ""]) => ({
    floor: Number(floor),
    room,
    imports: [...imports.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  }),
);

/** The rooms that the files of a room import, types included. */
function importsOf(room: string): ReadonlySet<string> {
  const folder = join("src", room);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  return new Set(
    files.flatMap((name) => {
      const path = join(folder, name);
      const places = readFileSync(path, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g);
      return [...places].flatMap(([, place = ""]) => {
        const [, other] = posix.join(dirname(path), place).split("/");
        return other === undefined || other === room ? [] : [other];
      });
    }),
  );
}

describe("the page on the architecture", () => {
  it("has the floors of the layer rule", () => {
    const floors = [...new Set(rows.map(({ floor }) => floor))];
    expect(floors).toEqual(layers.floors.map((_, level) => layers.floors.length - level));
    expect(floors.map((floor) => rows.filter((row) => row.floor === floor).map(({ room }) => room))).toEqual(
      layers.floors,
    );
  });

  it.each(rows)("tells every import of $room, and no other", ({ room, imports }) => {
    expect([...imports].sort()).toEqual([...importsOf(room)].sort());
  });

  it("names files and folders that are there", () => {
    const named = [...page.matchAll(/`((?:src|tests|tools)\/[\w./-]+)`/g)].map(([, path = ""]) => path);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });
});
