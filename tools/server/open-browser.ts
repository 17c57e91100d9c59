import { spawn } from "node:child_process";

/** The machine as far as it decides whether and how a browser is opened. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Somebody reads what this program prints. */
  readonly terminal: boolean;
}

/**
 * The command that opens an address in the default browser, or null where there is none to open: no
 * terminal, no screen, or a machine that builds for others.
 */
export function browserCommand(
  { platform, env, terminal }: Machine,
  url: string,
): readonly [string, ...string[]] | null {
  if (!terminal || env.CI) return null;
  if (platform === "win32") return ["cmd", "/c", "start", "", url];
  if (platform === "darwin") return ["open", url];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ["xdg-open", url] : null;
}

/** Opens an address in the default browser. False where that cannot be done. */
export function openBrowser(url: string): Promise<boolean> {
  const command = browserCommand(
    { platform: process.platform, env: process.env, terminal: process.stdout.isTTY },
    url,
  );
  if (command === null) return Promise.resolve(false);
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const run = spawn(program, args, { stdio: "ignore", detached: true });
    run.on("error", () => resolve(false));
    run.on("spawn", () => {
      run.unref();
      resolve(true);
    });
  });
}
