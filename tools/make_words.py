"""Make resources/words/*.txt from pypinyin and opencc, which are wanted only here.

Run it in an environment of its own that has both: ``python tools/make_words.py resources/words``.
The readings come from pypinyin (MIT), the one-to-one character pairs from OpenCC (Apache-2.0).
"""

import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

from opencc import OpenCC  # type: ignore[import-not-found]  # only in its own environment
from pypinyin.constants import (  # type: ignore[import-not-found]  # the same
    PINYIN_DICT,
)

BLOCKS = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x2A6E0))

# Readings that names use beside the dictionary's first one. The first group are surnames whose
# reading as a name differs from the word's; the second are letters of given names with two lives.
NAME_READINGS = """
曾 zeng ceng|单 shan dan|仇 qiu chou|解 xie jie|查 zha cha|任 ren|区 ou qu|朴 piao pu
盖 ge gai|翟 zhai di|乐 yue le|缪 miao mou|种 chong zhong|秘 bi mi|冼 xian|洗 xian xi
员 yun yuan|繁 po fan|那 na nuo|折 she zhe|覃 qin tan|隗 wei kui|车 che ju|谌 chen shen
召 shao zhao|费 fei bi|尉 wei yu|万 wan mo|俟 si qi|澹 tan dan|长 zhang chang|应 ying
柏 bai bo|华 hua|宁 ning|燕 yan|纪 ji|过 guo|瞿 qu|逄 pang|佴 nai|祭 zhai ji|能 nai neng
句 gou ju|阚 kan|郇 xun huan|郗 xi chi|宓 mi fu|强 qiang jiang|贾 jia gu|牟 mou mu|薄 bo bao
相 xiang|都 du dou|降 jiang xiang|撒 sa|斗 dou|乜 nie|曲 qu|盛 sheng cheng|訾 zi|令 ling
夏 xia|石 shi|卜 bu|哈 ha|葛 ge|晁 chao|臧 zang|郝 hao|邢 xing|於 yu|游 you|褚 chu zhu|俞 yu
殷 yin|尹 yin|佟 tong|钭 tou|阙 que|适 kuo shi|宿 su|沈 shen|术 shu zhu|行 xing hang
重 zhong chong|茜 qian xi|莎 sha suo|娜 na nuo|晟 sheng cheng|朝 chao zhao|参 shen can
藏 zang cang|和 he|觉 jue|传 chuan|少 shao|好 hao|卓 zhuo|调 diao tiao|兴 xing|中 zhong
为 wei|正 zheng|子 zi|曦 xi|珏 jue|弹 tan dan|奇 qi ji|佳 jia|琪 qi|校 xiao jiao|可 ke
允 yun|大 da dai|大 da|骁 xiao|颉 jie xie|璇 xuan|予 yu|妤 yu|瑾 jin|斐 fei|炅 jiong gui
彧 yu|奕 yi|翀 chong|烨 ye|铭 ming|婧 jing|霏 fei|霭 ai|嫣 yan|媛 yuan|露 lu lou|柔 rou
菲 fei|蔓 man|薇 wei|菡 han
"""


def characters() -> list[str]:
    """List every ideograph of the blocks that names use."""
    return [chr(code) for first, end in BLOCKS for code in range(first, end)]


def plain_pairs() -> dict[str, str]:
    """Pair traditional and Japanese shapes with the simplified one, letter for letter."""
    from_old, from_japanese = OpenCC("t2s"), OpenCC("jp2t")
    pairs = {}
    for letter in characters():
        plain = from_old.convert(letter)
        if plain == letter:
            plain = from_old.convert(from_japanese.convert(letter))
        if len(plain) == 1 and plain != letter and plain >= "\u3400":
            pairs[letter] = plain
    pairs |= {"髙": "高", "﨑": "崎", "𠮷": "吉", "濵": "滨", "邉": "边"}
    return pairs


def spellings(reading: str) -> list[str]:
    """Spell one reading without tones, with both habits for ü.

    >>> spellings("lǚ")
    ['lv', 'lu']
    """
    bare = "".join(
        mark
        for mark in unicodedata.normalize("NFD", reading)
        if not unicodedata.combining(mark) or mark == "\u0308"
    )
    plain = unicodedata.normalize("NFC", bare)
    if "ü" not in plain:
        return [plain]
    return [plain.replace("ü", "v"), plain.replace("ü", "u")]


def readings() -> dict[str, list[str]]:
    """Give every ideograph its readings, the likeliest first."""
    found: dict[str, list[str]] = {}
    for letter in characters():
        known = PINYIN_DICT.get(ord(letter))
        if known:
            found[letter] = spellings(known.split(",")[0])
    for entry in NAME_READINGS.replace("\n", "|").split("|"):
        letter, *names = entry.split() or [""]
        if letter:
            found[letter] = names
    pairs = plain_pairs()
    for letter, plain in pairs.items():
        if plain in found:
            found[letter] = list(dict.fromkeys([*found[plain], *found.get(letter, [])]))[:2]
    return {letter: found[letter] for letter in found if letter not in pairs}


def write_readings(folder: Path) -> None:
    """Write one line per syllable: first choices in the first part, second choices after."""
    by_rank: list[dict[str, list[str]]] = [defaultdict(list), defaultdict(list)]
    for letter, known in sorted(readings().items()):
        for rank, syllable in enumerate(known[:2]):
            by_rank[rank][syllable].append(letter)
    lines = ["# Readings of ideographs in pinyin without tones; made by tools/make_words.py."]
    lines.append("# Source: pypinyin (MIT). A second list gives second readings that names use.")
    for syllables in by_rank:
        lines += [f"{syllable} {''.join(syllables[syllable])}" for syllable in sorted(syllables)]
    (folder / "ideograph_readings.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_pairs(folder: Path) -> None:
    """Write the variant shapes and their plain shapes as two parallel lines."""
    pairs = sorted(plain_pairs().items())
    lines = ["# Traditional and Japanese shapes, then their simplified shapes, letter for letter."]
    lines.append("# Source: OpenCC (Apache-2.0); made by tools/make_words.py.")
    lines += ["".join(old for old, _ in pairs), "".join(new for _, new in pairs)]
    (folder / "ideograph_shapes.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    write_readings(target)
    write_pairs(target)
