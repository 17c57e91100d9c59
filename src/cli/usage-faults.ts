import type { CommanderError } from "commander";

/** What is wrong with a command line, as one Vietnamese sentence. */
export function usageFault(error: CommanderError): string {
  const named = /'([^']+)'/.exec(error.message)?.[1] ?? "";
  const what = sentences[error.code];
  return what === undefined ? `Câu lệnh chưa đúng: ${error.message}` : what(named);
}

const HELP = "Gõ cchc --help để xem hướng dẫn.";

const sentences: Readonly<Record<string, (named: string) => string>> = {
  "commander.unknownCommand": (named) => `Không có lệnh "${named}". ${HELP}`,
  "commander.unknownOption": (named) => `Không có tùy chọn "${named}". ${HELP}`,
  "commander.missingArgument": (named) => `Thiếu tham số ${named}. ${HELP}`,
  "commander.missingMandatoryOptionValue": (named) => `Thiếu tùy chọn ${named}. ${HELP}`,
  "commander.optionMissingArgument": (named) => `Tùy chọn ${named} cần một giá trị. ${HELP}`,
  "commander.invalidArgument": (named) => `Giá trị của ${named} không dùng được. ${HELP}`,
  "commander.excessArguments": () => `Thừa tham số. ${HELP}`,
};
