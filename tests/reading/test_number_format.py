from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
import xlsxwriter

from linter.reading import office, read
from linter.reading.number_format import BUILTIN, formatter, general


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.1 + 0.2, "0.3"),
        (1 / 3, "0.333333333"),
        (200 / 3, "66.66666667"),
        (12345.678901234, "12345.6789"),
        (97.45, "97.45"),
        (-0.5, "-0.5"),
        (10.0, "10"),
        (410000230000, "410000230000"),
        (0.00012, "0.00012"),
        (1.5e-7, "1.5E-07"),
        (1.5e20, "1.5E+20"),
        (0.0, "0"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
    ],
)
def test_general(value: float, shown: str) -> None:
    assert general(value) == shown


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("General", 1.50, "1.5"),
        ("@", 12.0, "12"),
        ("0", 2.5, "3"),
        ("0.00", 2.675, "2.68"),
        ("0.00", 10.0, "10.00"),
        ("0.00%", 0.974059, "97.41%"),
        ("0%", 1.0, "100%"),
        ("#,##0.00", 1234567.891, "1,234,567.89"),
        ("#,##0", 999.4, "999"),
        ("#,##0", 0.0, "0"),
        ("0.##", 3.10, "3.1"),
        ("0.##", 3.0, "3"),
        ("#.00", 0.5, ".50"),
        ("000", 7.0, "007"),
        ('0.00"万元"', 12.3, "12.30万元"),
        ("0.00_ ", 12.3, "12.30"),
        ("0.00_);[Red]\\(0.00\\)", -5.1, "(5.10)"),
        ("0.00;-0.00;\\-", 0.0, "-"),
        ("0.00;[Red]-0.00", -0.001, "-0.00"),
        ("0.0", -0.001, "0.0"),
        ("0.0", -1.25, "-1.3"),
        ("≥0", 95.0, "≥95"),
        ('"≥"0%', 0.95, "≥95%"),
        ('0!.0,"万"', 123456.0, "12.3万"),
        ("0.0,", 123456.0, "123.5"),
        ("0,,", 12345678.0, "12"),
        ("[>=1000]#,##0;0.0", 1234.0, "1,234"),
        ("[>=1000]#,##0;0.0", 12.34, "12.3"),
        ("[$¥-804]#,##0.00", 12.0, "¥12.00"),
        ('_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 1234.5, "1,234.50"),
        ('_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', -1234.5, "-1,234.50"),
        ("0.00E+00", 12345.0, "1.23E+04"),
        ("# ?/?", 0.5, "0.5"),
        (";;;", 5.0, ""),
        ('G/通用格式"分"', 98.5, "98.5分"),
        ('General"分"', 98.5, "98.5分"),
        ('yyyy"年"m"月"d"日"', 45064.0, "2023年5月18日"),
        ("yyyy/m/d", 45064.0, "2023/5/18"),
        ("yyyy-mm-dd;@", 45064.0, "2023-05-18"),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 45064.0, "2023年5月18日"),
        ("[$-804]yyyy\\年m\\月", 45064.0, "2023年5月"),
        ("yyyy/m/d h:mm", 45064.75, "2023/5/18 18:00"),
        ("h:mm AM/PM", 0.75, "6:00 PM"),
        ("mm:ss", 0.0007, "01:00"),
        ("[h]:mm", 1.5, "36:00"),
        ("aaaa", 45064.0, "星期四"),
        ("yyyy/m/d", 1.0, "1900/1/1"),
        ("yyyy/m/d", -3.0, "-3"),
        ("yyyy/m/d", 1e9, "1000000000"),
        ("0.00", 1e305, "1e+305"),
        ("", 1.5, "1.5"),
        ('"', 1.5, ""),
        ("[", 1.5, ""),
    ],
)
def test_formats(code: str, value: float, shown: str) -> None:
    assert formatter(code)(value) == shown


def test_days_may_count_from_1904() -> None:
    assert formatter(BUILTIN[14], from_1904=True)(43602.0) == "2023/5/18"


@pytest.mark.parametrize("code", ["0", "0.00", "#,##0", "#,##0.000", "0%", "0.00%"])
@pytest.mark.parametrize("value", [0.0, 1.0, -1.005, 2.675, 1234567.8915, -0.0001, 0.974059])
def test_the_quick_way_is_the_same(code: str, value: float) -> None:
    assert formatter(code)(value) == formatter(f'{code}""')(value)


CODES = ("0", "0.00", "#,##0", "#,##0.00", "0%", "0.00%", "0.0_ ", "0.00_);[Red]\\(0.00\\)", '0.00"万元"',
         '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "0.##", "#.00", "000", "0.00;-0.00;\\-",
         '"≥"0', "0.0,", "#,##0,,", "#,##0.00_);(#,##0.00)", "[$¥-804]#,##0.00", "00-00", "0.000%",
         "0.00E+00")  # fmt: skip
NUMBERS = (0, 1, 0.5, 2.675, -1.25, 97.4058608, 1234567.891, 0.974059, 45064.75, 12345, 0.1 + 0.2, -0.001,
           1 / 3, 100000000000, 98.765)  # fmt: skip


@pytest.mark.slow
@pytest.mark.skipif(office.found() is None, reason="no LibreOffice")
def test_what_libreoffice_shows(tmp_path: Path) -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("s")
    for row, code in enumerate(CODES):
        style = book.add_format({"num_format": code})
        for column, number in enumerate(NUMBERS):
            sheet.write_number(row, column, number, style)
    book.close()
    (tmp_path / "a.xlsx").write_bytes(stream.getvalue())
    command = [str(office.found()), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
               "--headless", "--convert-to", "html", "--outdir", str(tmp_path), str(tmp_path / "a.xlsx")]  # fmt: skip
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    document = read("a.html", (tmp_path / "a.html").read_bytes())
    (table,) = document.tables
    theirs = [[document.text[c.start : c.end] for c in row] for row in table.rows]
    assert theirs == [[formatter(code)(number) for number in NUMBERS] for code in CODES]
