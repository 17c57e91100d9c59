import { describe, expect, test } from "@jest/globals";
import { browserCommand, type Machine } from "../../../tools/server/open-browser.js";

const URL = "https://localhost:3000/";
const desk: Machine = { platform: "linux", env: { DISPLAY: ":0" }, terminal: true };

describe("the browser that npm start opens", () => {
  test.each<[NodeJS.Platform, Machine["env"], readonly string[]]>([
    ["win32", {}, ["cmd", "/c", "start", "", URL]],
    ["darwin", {}, ["open", URL]],
    ["linux", { DISPLAY: ":0" }, ["xdg-open", URL]],
    ["linux", { WAYLAND_DISPLAY: "wayland-0" }, ["xdg-open", URL]],
  ])("on %s is the default one", (platform, env, command) => {
    expect(browserCommand({ ...desk, platform, env }, URL)).toEqual(command);
  });

  test.each<[string, Machine]>([
    ["nobody reads along", { ...desk, terminal: false }],
    ["there is no screen", { ...desk, env: {} }],
    ["a machine builds for others", { ...desk, env: { DISPLAY: ":0", CI: "true" } }],
  ])("is none where %s", (_when, machine) => {
    expect(browserCommand(machine, URL)).toBeNull();
  });
});
