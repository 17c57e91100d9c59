/* A pane as small as can be: it says what it sees, through the real office.js. */
const log = (text) => {
  const line = document.createElement("li");
  line.textContent = text;
  document.getElementById("log").append(line);
};
const attempt = async (work) => {
  try {
    await Excel.run(work);
  } catch (error) {
    log(`refused: ${error.code}`);
  }
};

Office.onReady(async ({ host, platform }) => {
  const newest = ["1.15", "1.9"].find((version) =>
    Office.context.requirements.isSetSupported("ExcelApi", version),
  );
  await attempt(async (context) => {
    context.workbook.worksheets.onChanged.add(async (event) =>
      log(`changed ${event.address} ${event.source}`),
    );
    context.workbook.onSelectionChanged.add(async () => log("selection"));
    await context.sync();
  });
  document.getElementById("state").textContent =
    `${host} ${platform} ${newest} ${Office.context.displayLanguage}`;
  document.getElementById("state").dataset.ready = "";
});

document.getElementById("write").addEventListener("click", () =>
  attempt(async (context) => {
    const sheet = context.workbook.worksheets.add("Biểu mẫu 1");
    sheet.getRange("A1:B3").values = [
      ["STT", "Kết quả"],
      ["1.1", 922],
      ["1.2", "=B2*2"],
    ];
    const choice = sheet.getRange("B4").dataValidation;
    choice.rule = { list: { inCellDropDown: true, source: "Có,Không" } };
    sheet.activate();
    await context.sync();
    log("written");
  }),
);

document.getElementById("read").addEventListener("click", () =>
  attempt(async (context) => {
    const range = context.workbook.worksheets.getItem("Biểu mẫu 1").getUsedRange(true).load("values");
    await context.sync();
    log(JSON.stringify(range.values));
  }),
);

Office.actions.associate("hello", (event) => {
  log("hello from the ribbon");
  event.completed();
});
