"""What `measure` and `faults` share: a store of its own in a temporary folder, notes of a long
meeting, and the desk in a pseudo-terminal. Python 3 standard library only; Linux."""

import codecs
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import termios
import time
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BINARY = ROOT / "target" / "release" / "yishi"
COMMUNITY = "jinyuan"
DAY = "2026-03-02"
SESSION = f"{COMMUNITY}/{DAY}-spring"

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "桂花 小明 强 丽 建国 秀英 敏 伟 玉兰 志强 芳 淑珍 军 晓燕 德胜".split()
TEXTS = """停车位应先给老人和行动不便的住户
先公示再划线，上次就是没有公示，大家回家才看见线已经画好了
费用从公共收益里出，账目每个季度要贴出来
夜间可以和旁边的单位共享车位
一楼住户的采光要有书面方案，不能只是口头答应
三栋门口的下水道每逢下雨就倒灌，已经报了四次
楼道里的旧家具请社区统一清一次，清理前三天贴通知
充电桩装在车棚里，不要拉到楼下来""".splitlines()


class Lab:
    """A store in a folder of its own; nothing of the user's is read or written."""

    def __init__(self, binary, folder=None):
        self.binary = str(Path(binary).resolve())
        # Below target/: the disk the program is built on. /tmp may be memory.
        base = ROOT / "target"
        base.mkdir(exist_ok=True)
        self.folder = Path(folder or tempfile.mkdtemp(prefix="yishi-lab-", dir=base))
        self.store = self.folder / "store"
        self.home = self.folder / "home"
        self.home.mkdir(parents=True, exist_ok=True)
        self.env = {
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "data"),
            "YISHI_STORE": str(self.store),
            "YISHI_LANG": "en",
            "YISHI_BY": "李敏",
            "TERM": "xterm-256color",
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        }

    def copy(self):
        """The same store in another folder."""
        other = Lab(self.binary)
        shutil.rmtree(other.home)
        shutil.copytree(self.home, other.home)
        if self.store.exists():
            shutil.copytree(self.store, other.store)
        return other

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def command(self, *words, prefix=()):
        return subprocess.run(
            [*prefix, self.binary, *words], env=self.env, cwd=self.folder,
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
        )

    def must(self, *words):
        done = self.command(*words)
        if done.returncode != 0:
            raise SystemExit(f"yishi {' '.join(words)} ended with {done.returncode}:\n{done.stderr[:1000]}")
        return done.stdout

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def log(self):
        """The file of the session."""
        return self.store / "communities" / COMMUNITY / "sessions" / f"{SESSION.split('/')[1]}.ron"

    def make_session(self, items=("停车位改造 | 40", "下水道疏通 | 20", "其他事项")):
        self.must("new", "community", "锦苑社区", "--id", COMMUNITY)
        self.new_session(items)

    def new_session(self, items=("停车位改造 | 40",)):
        agenda = self.write("agenda.txt", "\n".join(items) + "\n")
        self.must("new", "session", COMMUNITY, "Spring", "--on", DAY, "--agenda", agenda)


def people(count):
    """Invented names: the first hundreds differ."""
    return [SURNAMES[n % 20] + GIVEN[n // 20 % 15] for n in range(count)]


def people_csv(count):
    rows = [f"{name},居民,{n % 12 + 1}栋{101 + n % 6 * 100}" for n, name in enumerate(people(count))]
    return "姓名,身份,楼栋\n" + "\n".join(rows) + "\n"


def long_notes(lines):
    """Notes of a meeting that make so many lines of record, its last item still on the table."""
    room = people(60)
    notes, clock = [], [18 * 3600 + 30 * 60]

    def note(text):
        clock[0] += 3
        hours, rest = divmod(clock[0], 3600)
        notes.append(f"{hours:02}:{rest // 60:02}:{rest % 60:02} {text}")

    for at in range(0, 60, 4):
        note("/签到 " + "、".join(room[at:at + 4]))
    note("/开会")
    note("/开始")
    opinions, n, ended = 0, 0, 0
    while True:
        n += 1
        speaker, other = room[n * 7 % 60], room[(n * 7 + 9) % 60]
        note(f"/发言 {speaker}")
        note("+-?!*&"[n % 6].replace("?", "") + TEXTS[n % len(TEXTS)])
        opinions += 1
        note(f"/同意 {opinions} {other}")
        if n % 3 == 0:
            note(f"{other}：{TEXTS[(n + 5) % len(TEXTS)]}")
            opinions += 1
        if n % 5 == 0:
            note(f"{other}：？费用谁出")
            opinions += 1
            if n % 25:
                note(f"/答复 {opinions} 从公共收益里出")
        if n % 12 == 0:
            note("/撤销")
            note("/重做")
        if n % 40 == 0:
            note("/决议 先公示方案，七天无异议后施工")
            note("/表决 举手 38 7 5")
        if n % 30 == 0:
            note("/行动 两周内张贴方案 @物业")
        if n % 50 == 0:
            note("/搁置 电动车乱停")
        if ended < 2 and n % 300 == 0:
            note("/结束 已通报 照结")
            note("/开始")
            ended += 1
        if len(notes) >= lines:
            return "\n".join(notes[:lines]) + "\n"


class Screen:
    """What a terminal shows after the bytes it was sent: as much of one as the desk needs."""

    SEQUENCE = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[()][A-Z0-9]|[=>78cM])")

    def __init__(self, cols, rows):
        self.cols, self.rows = cols, rows
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.rest = ""
        self.clear()

    def clear(self):
        self.cells = [[" "] * self.cols for _ in range(self.rows)]
        self.x = self.y = 0

    def feed(self, data):
        text = self.rest + self.decoder.decode(data)
        at = 0
        while at < len(text):
            c = text[at]
            if c == "\x1b":
                found = self.SEQUENCE.match(text, at)
                if not found:
                    break
                self.control(found.group(0))
                at = found.end()
                continue
            at += 1
            if c == "\r":
                self.x = 0
            elif c == "\n":
                self.y = min(self.y + 1, self.rows - 1)
            elif c >= " ":
                self.put(c)
        self.rest = text[at:]

    def put(self, c):
        wide = unicodedata.east_asian_width(c) in "WF"
        if self.y < self.rows and self.x < self.cols:
            row = self.cells[self.y]
            if row[self.x] == "" and self.x > 0:
                row[self.x - 1] = " "
            if not wide and self.x + 1 < self.cols and row[self.x + 1] == "":
                row[self.x + 1] = " "
            row[self.x] = c
            if wide and self.x + 1 < self.cols:
                row[self.x + 1] = ""
        self.x += 2 if wide else 1

    def control(self, sequence):
        if not sequence.startswith("\x1b[") or sequence[2:3] in "?<=>":
            if sequence.startswith("\x1b[?1049"):
                self.clear()
            return
        kind, values = sequence[-1], sequence[2:-1].split(";")
        number = [int(value) if value.isdigit() else 0 for value in values] + [0, 0]
        if kind in "Hf":
            self.y, self.x = max(number[0], 1) - 1, max(number[1], 1) - 1
        elif kind == "G":
            self.x = max(number[0], 1) - 1
        elif kind == "d":
            self.y = max(number[0], 1) - 1
        elif kind in "ABCD":
            step = max(number[0], 1)
            self.y += {"A": -step, "B": step}.get(kind, 0)
            self.x += {"C": step, "D": -step}.get(kind, 0)
        elif kind == "J":
            self.cells = [[" "] * self.cols for _ in range(self.rows)]
        elif kind == "K" and self.y < self.rows:
            self.cells[self.y][self.x:] = [" "] * (self.cols - self.x)

    def text(self, row=None):
        rows = self.cells if row is None else [self.cells[row]]
        return "\n".join("".join(cells).rstrip() for cells in rows)


class Desk:
    """The desk of a session, or another screen, in a pseudo-terminal."""

    def __init__(self, lab, prefix=(), cols=120, rows=40, screen=("run", SESSION, "--by", "李敏")):
        self.screen = Screen(cols, rows)
        self.received = 0
        began, told = os.pipe()
        words = [*prefix, lab.binary, *screen]
        program = shutil.which(words[0])
        # Before the fork, so that nothing but the exec lies between the time and the program.
        size = struct.pack("HHHH", rows, cols, 0, 0)
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, size)
                os.write(told, struct.pack("q", time.monotonic_ns()))
                os.execve(program, words, lab.env)
            finally:
                os._exit(127)
        os.close(told)
        self.began = struct.unpack("q", os.read(began, 8))[0]
        os.close(began)
        self.ended = False
        # When the latest bytes came.
        self.came = self.began

    def read(self, seconds):
        """Takes in what comes within that time; True if anything came. False also at the end."""
        data, wait = b"", max(seconds, 0)
        # All of a frame first, then what it shows: working that out takes Python longer than the
        # program takes to draw it.
        while select.select([self.terminal], [], [], wait)[0]:
            try:
                more = os.read(self.terminal, 1 << 16)
            except OSError:
                more = b""
            if not more:
                self.ended = True
                break
            self.came = time.monotonic_ns()
            data += more
            wait = 0.001
        self.received += len(data)
        self.screen.feed(data)
        return bool(data)

    def until(self, shown, seconds=10):
        """Reads until `shown(screen)` holds; whether it came to that."""
        deadline = time.monotonic() + seconds
        while not shown(self.screen):
            left = deadline - time.monotonic()
            if left <= 0 or self.ended:
                return False
            self.read(left)
        return True

    def settle(self, seconds=0.3):
        while self.read(seconds):
            pass

    def type(self, text):
        os.write(self.terminal, text.encode())

    def wait(self, seconds=10):
        """Reads to the end and gives how the program ended; kills what does not end."""
        deadline = time.monotonic() + seconds
        while not self.ended and time.monotonic() < deadline:
            self.read(deadline - time.monotonic())
        while True:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() > deadline:
                os.kill(self.pid, signal.SIGKILL)
            time.sleep(0.005)
        os.close(self.terminal)
        return os.waitstatus_to_exitcode(status)
