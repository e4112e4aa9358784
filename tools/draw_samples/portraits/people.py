"""List the people who are drawn, one to a line; all are invented."""

# ruff: noqa: E501 - a table, one person to a line
# fmt: off

from typing import Final

from tools.draw_samples.portraits.person import Person

PEOPLE: Final = (
    Person("p01", "soft", "middle", "southern Europe", "#DFBD9F", "#332723", "bun", "jacket", "#8E3434", "#E3DCCF", "#A8403F", extra=("studs",)),
    Person("p02", "soft", "young", "east Asia", "#E6C7AA", "#211E1F", "bob", "jacket", "#2E3A38", "#DEDAD2", "#B04A48", backdrop="cool"),
    Person("p03", "round", "young", "east Asia", "#E8CBB0", "#252021", "long", "roll_neck", "#BFA27A", lips="#B25E58", backdrop="cool"),
    Person("p04", "square", "middle", "west Africa", "#6B4430", "#17130F", "fade", "suit", "#2B3244", "#EFEAE1", tie="#5A1F2C", beard="short"),
    Person("p05", "soft", "elder", "western Europe", "#E9CDB7", "#C9C5BF", "silver_wave", "jacket", "#2C3447", "#EEE8DD", "#A34A48", extra=("pearls", "necklace"), backdrop="rose"),
    Person("p06", "soft", "middle", "gulf", "#D2A57F", "#3D4A45", "hijab", "crew", "#3D4A45", lips="#A1504A", backdrop="sage"),
    Person("p07", "square", "elder", "western Europe", "#E3BFA4", "#A9A5A0", "side_part", "open_shirt", "#5C5146", "#EEE9E0", extra=("glasses",)),
    Person("p08", "round", "young", "west Africa", "#7C4F38", "#1B1614", "afro", "v_neck", "#A9743A", lips="#8A3A3A", extra=("hoops",), backdrop="rose"),
    Person("p09", "soft", "young", "northern Europe", "#EFD3BE", "#B08A55", "long_side", "boat", "#31363D", lips="#B7615C", backdrop="cool"),
    Person("p10", "long", "young", "east Asia", "#E2C0A0", "#221F20", "swept", "crew", "#3B4654", backdrop="cool"),
    Person("p11", "square", "middle", "southern Europe", "#D5AC88", "#2B211C", "swept", "suit", "#3A3C41", "#E9EDF1", tie="#27364E", beard="stubble"),
    Person("p12", "soft", "middle", "south Asia", "#B98460", "#1E1817", "long", "shawl", "#7A2E45", "#C9A66B", "#8E3B3E", extra=("pearls",), backdrop="rose"),
    Person("p13", "round", "middle", "west Africa", "#5E3A29", "#8A4A2E", "turban", "boat", "#8A4A2E", lips="#6E2F33", extra=("hoops",)),
    Person("p14", "long", "elder", "west Africa", "#5A382A", "#8F8B86", "fade", "stand_collar", "#4A4038", beard="short", backdrop="sage"),
    Person("p15", "soft", "young", "southern Europe", "#E3BE9E", "#4A2F22", "wavy_bob", "open_shirt", "#C9BBA6", "#F1ECE4", "#B2504C"),
    Person("p16", "square", "young", "south Asia", "#A8744F", "#1A1614", "dastar", "suit", "#3B3431", "#ECE6DC", tie="#6C4A2C", beard="full"),
    Person("p17", "long", "middle", "gulf", "#C4946C", "#F0ECE4", "ghutra", "thobe", "#F0ECE4", beard="none", backdrop="sage"),
    Person("p18", "soft", "elder", "east Asia", "#E4C4A6", "#8D8A88", "bob", "stand_collar", "#4B2E3A", lips="#A2524E", extra=("studs",), backdrop="rose"),
    Person("p19", "round", "middle", "northern Europe", "#F0D2BC", "#9A4F2C", "chignon", "v_neck", "#2F4A42", lips="#B0514A", extra=("studs",), backdrop="sage"),
    Person("p20", "square", "middle", "northern Europe", "#E9C6AC", "#A77C4A", "side_part", "roll_neck", "#3F4A45", beard="short", backdrop="cool"),
    Person("p21", "soft", "young", "Latin America", "#C99A74", "#2C1E18", "long_curly", "crew", "#EAE1D2", lips="#A84D48", backdrop="rose"),
    Person("p22", "long", "young", "western Europe", "#E6C3A6", "#5A3B26", "crop_curl", "open_shirt", "#39465A", "#F0ECE5", backdrop="warm"),
    Person("p23", "round", "elder", "southern Europe", "#DDB798", "#E0DBD3", "pixie", "shawl", "#4C5A6B", "#E9E2D6", "#A5504B", extra=("pearls", "glasses")),
    Person("p24", "soft", "middle", "east Asia", "#E7C8AC", "#2A2423", "chignon", "v_neck", "#6F6A86", lips="#A9504F", extra=("pearls",), backdrop="cool"),
    Person("p25", "square", "elder", "east Asia", "#DDBB9A", "#8B8885", "receding", "suit", "#2E3138", "#F0EDE7", tie="#7A6A4A", extra=("glasses",), backdrop="cool"),
    Person("p26", "long", "middle", "west Africa", "#70482F", "#15110F", "bald", "roll_neck", "#7A5A3C", beard="full"),
    Person("p27", "soft", "young", "east Africa", "#6A4331", "#1A1513", "braids", "jacket", "#C2B39B", "#2B2A2C", "#7C3236", extra=("hoops",), backdrop="sage"),
    Person("p28", "round", "young", "southeast Asia", "#D3A881", "#B9A08C", "hijab", "jacket", "#8B6F66", "#B9A08C", "#AD5C55", backdrop="rose"),
    Person("p29", "soft", "middle", "western Europe", "#EBCDB6", "#6B4A30", "tied_back", "jacket", "#1F2125", "#F0ECE6", "#9E3A3D", extra=("glasses",)),
    Person("p30", "square", "middle", "Latin America", "#C4936C", "#241B17", "side_part", "open_shirt", "#8B7457", "#F2EEE6", beard="moustache"),
    Person("p31", "long", "elder", "northern Europe", "#EACBB4", "#DAD6CF", "swept", "suit", "#4B4F57", "#E4E9EE", tie="#4A1F2A", beard="full", backdrop="cool"),
    Person("p32", "soft", "middle", "west Asia", "#D8AE8A", "#2A1F1B", "wavy_bob", "boat", "#5B2230", lips="#983B3C", extra=("necklace",), backdrop="rose"),
    Person("p33", "round", "elder", "south Asia", "#B07F5C", "#9D9893", "chignon", "shawl", "#B58A4A", "#6B2E3A", "#8A4444", extra=("studs",)),
    Person("p34", "square", "young", "west Asia", "#D6AC86", "#1F1917", "swept", "crew", "#5B6B56", beard="short", backdrop="sage"),
    Person("p35", "soft", "elder", "west Africa", "#6F4733", "#B9B4AE", "afro", "jacket", "#3B2A4A", "#E8DFD0", "#7E3438", extra=("pearls",)),
    Person("p36", "long", "middle", "east Asia", "#E4C3A5", "#1F1C1D", "side_part", "stand_collar", "#26344A", extra=("glasses",), backdrop="warm"),
    Person("p37", "soft", "young", "western Europe", "#EDCFB9", "#7A3F22", "pixie", "roll_neck", "#23262B", lips="#B5544E", extra=("hoops",), backdrop="cool"),
    Person("p38", "round", "middle", "northern Europe", "#F1D6C3", "#D2BB8C", "bob", "crew", "#A8B0B5", lips="#B96A62", extra=("studs",), backdrop="cool"),
    Person("p39", "square", "middle", "southern Europe", "#DAB08C", "#6E6560", "receding", "roll_neck", "#6B2E36", beard="stubble", backdrop="rose"),
    Person("p40", "soft", "middle", "gulf", "#CFA27C", "#22201F", "hijab", "boat", "#22201F", lips="#9C4A48", extra=(), backdrop="warm"),
)
