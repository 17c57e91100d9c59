import { Command, CommanderError, Option } from "commander";
import { type Language, languages } from "../jobs/wording.js";
import type { ReportFormat } from "./commands/write-report.js";
import { DEFAULT_EDITION } from "./editions.js";
import { type ExitCode, exitCodes, type Io, Unusable } from "./io.js";
import { usageFault } from "./usage-faults.js";

/**
 * Runs one command line.
 *
 * @param args what follows the program's name
 * @returns the exit code of DESIGN section 8; nothing is thrown but programming errors with `--debug`
 */
export async function runCommandLine(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCodes.fine;
  const program = commands(io, (outcome) => {
    code = outcome;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (cause) {
    io.draw("");
    if (cause instanceof CommanderError) return afterUsage(cause, io);
    tell(cause, args.includes("--debug"), io);
    return exitCodes.unusable;
  }
}

/** Help asked for is no fault; help shown because no command was given is. */
function afterUsage(error: CommanderError, io: Io): ExitCode {
  if (error.exitCode === 0) return exitCodes.fine;
  if (error.code !== "commander.help") io.tell(usageFault(error));
  return exitCodes.unusable;
}

function tell(cause: unknown, debug: boolean, io: Io): void {
  if (debug) io.tell(cause instanceof Error ? describeChain(cause) : String(cause));
  else if (cause instanceof Unusable) io.tell(cause.message);
  else io.tell("Chương trình gặp lỗi ngoài dự kiến. Chạy lại với --debug và gửi kết quả cho người hỗ trợ.");
}

function describeChain(error: Error): string {
  const below = error.cause instanceof Error ? `\n${describeChain(error.cause)}` : "";
  return `${error.stack ?? error.message}${below}`;
}

/** Each command is loaded when it is called: listing editions should not wait for the Word library. */
function commands(io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command("cchc")
    .description("Báo cáo cải cách hành chính: tạo tệp, điền, kiểm tra, xuất báo cáo")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.tell(text.trimEnd()),
      outputError: () => undefined,
    })
    .option("--debug", "in cả vết lỗi kỹ thuật")
    .helpOption("-h, --help", "xem hướng dẫn")
    .helpCommand("help [lệnh]", "xem hướng dẫn của một lệnh");

  program
    .command("editions")
    .description("liệt kê các bộ biểu mẫu")
    .option("--json", "in JSON", false)
    .action(async (options) => {
      const { listEditions } = await import("./commands/list-editions.js");
      done(listEditions(options, io));
    });
  program
    .command("rules")
    .description("liệt kê các quy tắc kiểm tra của một bộ biểu mẫu")
    .requiredOption("--edition <ID>", "mã bộ biểu mẫu, hoặc tệp .json mô tả bộ biểu mẫu")
    .option("--json", "in JSON", false)
    .addOption(languageOption())
    .action(async (options) => {
      const { listRules } = await import("./commands/list-rules.js");
      done(await listRules(options, io));
    });
  program
    .command("new")
    .description("tạo tệp báo cáo mới")
    .option("--edition <ID>", "mã bộ biểu mẫu, hoặc tệp .json mô tả bộ biểu mẫu", DEFAULT_EDITION)
    .requiredOption("--out <BOOK.xlsx>", "tệp sẽ tạo")
    .option("--info <INFO.json>", "thông tin chung")
    .option("--tables <IDS>", "các phụ biểu, cách nhau bằng dấu phẩy; all: tất cả; none: không có")
    .action(async (options) => {
      const { newBook } = await import("./commands/new-book.js");
      done(await newBook(options, io));
    });
  program
    .command("fill")
    .description("điền số liệu từ tệp JSON vào bản sao của tệp báo cáo")
    .argument("<BOOK.xlsx>", "tệp báo cáo")
    .requiredOption("--data <DATA.json>", "số liệu")
    .requiredOption("--out <BOOK2.xlsx>", "tệp sẽ tạo")
    .action(async (book: string, options) => {
      const { fillBook } = await import("./commands/fill-book.js");
      done(await fillBook(book, options, io));
    });
  program
    .command("next")
    .description("tạo tệp của kỳ tiếp theo từ tệp này")
    .argument("<BOOK.xlsx>", "tệp báo cáo của kỳ trước")
    .option("--period <KỲ>", "kỳ cần lập, ví dụ 2023-year; không ghi thì là kỳ liền sau")
    .requiredOption("--out <NEXT.xlsx>", "tệp sẽ tạo")
    .action(async (book: string, options) => {
      const { nextBook } = await import("./commands/next-book.js");
      done(await nextBook(book, options, io));
    });
  program
    .command("check")
    .description("kiểm tra số liệu của một hoặc nhiều tệp báo cáo")
    .argument("<BOOK.xlsx...>", "các tệp báo cáo")
    .option("--previous <EARLIER.xlsx>", "tệp của kỳ trước, để so sánh thay cho trang tính Kỳ trước")
    .option("--last-year <BOOK.xlsx>", "tệp cùng kỳ năm trước, để so sánh thêm")
    .option("--json", "in JSON", false)
    .addOption(languageOption())
    .option(
      "--sheet <OUT.xlsx>",
      "ghi bản sao của tệp có thêm phiếu kiểm tra để in, ký; lần sau so với phiếu này",
    )
    .option("--date <NGÀY>", "ngày ghi trên phiếu kiểm tra; không ghi thì là hôm nay")
    .action(async (books: string[], options) => {
      if (options.sheet !== undefined) {
        const { checkWithSheet } = await import("./commands/check-sheet.js");
        done(await checkWithSheet(books, options, io));
        return;
      }
      const { checkBooks } = await import("./commands/check-books.js");
      done(await checkBooks(books, options, io));
    });
  program
    .command("report")
    .description("viết báo cáo từ tệp Excel")
    .argument("<BOOK.xlsx>", "tệp báo cáo")
    .option("--out <FILE>", "tệp sẽ tạo; tệp Word nếu không chọn --format")
    .addOption(
      new Option("--format <FORMAT>", "dạng kết quả")
        .choices(["docx", "text", "html", "json"])
        .default("docx"),
    )
    .option("--outline <ID|FILE>", "đề cương: mã có sẵn, hoặc tệp .json của đơn vị")
    .option("--previous <EARLIER.xlsx>", "tệp của kỳ trước, để so sánh")
    .option(
      "--refresh <OLD.docx>",
      "cập nhật số liệu trong tệp Word đã sửa, giữ nguyên lời đã sửa; ghi ra --out",
    )
    .option("--clean", "bỏ các câu dựa trên số liệu có lỗi thay vì đánh dấu")
    .option("--suggestions", "đưa mọi câu gợi ý về đánh giá, phương hướng vào báo cáo")
    .option("--last-year <BOOK.xlsx>", "tệp cùng kỳ năm trước, để so sánh thêm")
    .option("--sources", "in thêm bảng nguồn của từng số liệu ở cuối báo cáo")
    .action(async (book: string, options: ReportOptions) => {
      const { reportOnBook } = await import("./commands/write-report.js");
      done(await reportOnBook(book, options, io));
    });
  program
    .command("texts")
    .description("xem số, kỳ, ngày trong lời văn của đơn vị và gắn chúng với ô số liệu")
    .argument("<BOOK.xlsx>", "tệp báo cáo")
    .option(
      "--answer <N=CÁCH...>",
      "trả lời cho số thứ N: 1, 2, 3 (gắn với ô được gợi ý), text (sửa lời văn), cell (sửa ô), none (số riêng), history (giữ nguyên), open (bỏ gắn)",
    )
    .option("--update", "ghi lại vào ô lời văn những số đã gắn mà tệp đã đổi")
    .option("--out <BOOK2.xlsx>", "tệp sẽ tạo")
    .option("--json", "in JSON", false)
    .action(async (book: string, options) => {
      const { ownTexts } = await import("./commands/own-texts.js");
      done(await ownTexts(book, options, io));
    });
  program
    .command("outline")
    .description("cất đề cương riêng của đơn vị vào tệp báo cáo")
    .argument("<BOOK.xlsx>", "tệp báo cáo")
    .requiredOption("--outline <FILE.json>", "tệp đề cương")
    .requiredOption("--out <BOOK2.xlsx>", "tệp sẽ tạo")
    .action(async (book: string, options) => {
      const { keepOutlineInBook } = await import("./commands/keep-outline.js");
      done(await keepOutlineInBook(book, options, io));
    });
  program
    .command("confirm")
    .description("xác nhận một điều được nêu là đúng thực tế, kèm lý do; số liệu đổi thì được nêu lại")
    .argument("<BOOK.xlsx>", "tệp báo cáo")
    .requiredOption("--cell <Ô>", 'ô được nêu, ví dụ "Biểu mẫu 3!D10"')
    .option("--rule <MÃ>", "mã quy tắc, khi ô có nhiều điều được nêu")
    .option("--reason <LÝ DO>", "lý do giữ nguyên")
    .option("--take-back", "bỏ xác nhận đã ghi")
    .requiredOption("--out <BOOK2.xlsx>", "tệp sẽ tạo")
    .action(async (book: string, options) => {
      const { confirmInBook } = await import("./commands/confirm-finding.js");
      done(await confirmInBook(book, options, io));
    });
  program
    .command("sign")
    .description("ghi nhận báo cáo đã ký: số liệu đổi sau đó sẽ được nêu")
    .argument("<BOOK.xlsx>", "tệp báo cáo")
    .requiredOption("--out <BOOK2.xlsx>", "tệp sẽ tạo")
    .action(async (book: string, options) => {
      const { signBook } = await import("./commands/sign-book.js");
      done(await signBook(book, options, io));
    });
  program
    .command("adopt")
    .description("nhận diện biểu mẫu trong một tệp có sẵn và ghi nhớ vị trí các ô, không đổi ô nào nhìn thấy")
    .argument("<BOOK.xlsx>", "tệp có các biểu mẫu")
    .requiredOption("--out <BOOK2.xlsx>", "tệp sẽ tạo")
    .option("--edition <ID>", "mã bộ biểu mẫu, nếu đã biết")
    .option(
      "--confirm <DÒNG...>",
      'xác nhận dòng chưa chắc: "1/5", "1/5=BM1!D9" khi có nhiều ô, "all" cho mọi dòng chỉ có một ô',
    )
    .option("--info [INFO.json]", "thêm trang tính Thông tin chung theo tiêu đề các biểu mẫu (và theo tệp)")
    .option("--json", "in JSON", false)
    .action(async (book: string, options) => {
      const { adoptBook } = await import("./commands/adopt-book.js");
      done(await adoptBook(book, options, io));
    });
  program
    .command("infer")
    .description("suy ra bản nháp bộ biểu mẫu từ các bảng trong tệp")
    .argument("<BOOK.xlsx>", "tệp có các bảng")
    .requiredOption("--out <EDITION.json>", "tệp bộ biểu mẫu sẽ tạo")
    .option("--json", "in JSON", false)
    .action(async (book: string, options) => {
      const { inferEditionFile } = await import("./commands/infer-edition.js");
      done(await inferEditionFile(book, options, io));
    });
  return program;
}

/** The language in which findings and rules are told. */
function languageOption(): Option {
  return new Option("--lang <NGÔN NGỮ>", "ngôn ngữ của kết quả kiểm tra và quy tắc")
    .choices([...languages])
    .default("vi" satisfies Language);
}

interface ReportOptions {
  readonly out?: string;
  readonly format: ReportFormat;
  readonly outline?: string;
  readonly previous?: string;
  readonly refresh?: string;
  readonly clean?: boolean;
  readonly suggestions?: boolean;
  readonly sources?: boolean;
  readonly lastYear?: string;
}
