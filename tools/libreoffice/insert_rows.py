"""Opens workbooks in LibreOffice, inserts rows where that is asked for, and saves them as .xlsx.

Reads a JSON list from standard input: {"from": path, "to": path, "sheet": name, "before": row from 1, "count": n};
without "sheet" a workbook is only opened and saved. Where LibreOffice refuses to insert, no file is written. Needs python3-uno and libreoffice-calc (Debian 12).
"""

import json
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.uno import RuntimeException
from com.sun.star.beans import PropertyValue

PIPE = f"cchc-insert-{os.getpid()}"


def value(name, what):
    return PropertyValue(name, 0, what, 0)


def connect():
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        try:
            context = resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


with tempfile.TemporaryDirectory() as profile:
    program = subprocess.Popen(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}", f"--accept=pipe,name={PIPE};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        desktop = connect()
        for job in json.load(sys.stdin):
            book = desktop.loadComponentFromURL(
                uno.systemPathToFileUrl(job["from"]), "_blank", 0, (value("Hidden", True),)
            )
            if book is None:
                print(f"LibreOffice does not open {job['from']}", file=sys.stderr)
                continue
            if "sheet" in job:
                sheet = book.Sheets.getByName(job["sheet"])
                try:
                    sheet.Rows.insertByIndex(job["before"] - 1, job["count"])
                except RuntimeException:
                    # It does not insert here; no file says so.
                    book.close(True)
                    continue
            book.storeToURL(
                uno.systemPathToFileUrl(job["to"]), (value("FilterName", "Calc MS Excel 2007 XML"),)
            )
            book.close(True)
        desktop.terminate()
        program.wait(timeout=60)
    finally:
        program.kill()
