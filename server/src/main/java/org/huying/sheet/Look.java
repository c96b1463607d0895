package org.huying.sheet;

import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/// What one sees of a workbook, event by event, and when it is enough. Elements are known by their names in whatever part
/// they stand: a part may have any name.
final class Look {

    private static final int LONGEST_REFERENCE = 3;
    private static final int LONGEST_ATTRIBUTE = 32_768;
    private static final int MOST_CELLS = 4_096;
    private static final int MOST_ARRAYS = 1_000;

    /// What an object costs besides its characters.
    private static final int OBJECT = 64;

    /// The reader keeps these in memory until the end, with their attributes.
    private static final Set<String> KEPT =
            Set.of("si", "xf", "numFmt", "sheet", "Relationship", "Override");

    private final Limits limits;
    private long kept;
    private int depth;
    private int rows;
    private int cells;
    private int arrays;
    private int text;

    /// How deep the element lies whose texts are put together, and the one whose texts are kept; 0 outside of such.
    private int gathering;

    private int keeping;

    Look(Limits limits) {
        this.limits = limits;
    }

    /// Another part begins.
    void begin() {
        depth = 0;
        rows = 0;
        cells = 0;
        arrays = 0;
        text = 0;
        gathering = 0;
        keeping = 0;
    }

    void at(int event, XMLStreamReader reader) throws Unfit {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unfit(
                            "文件里有不允许的 XML 声明",
                            "The file has XML declarations that are not allowed");
            case XMLStreamConstants.START_ELEMENT -> begun(reader);
            case XMLStreamConstants.END_ELEMENT -> ended(reader.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    said(reader.getTextLength());
            default -> {}
        }
    }

    private void begun(XMLStreamReader reader) throws Unfit {
        var name = reader.getLocalName();
        depth++;
        if (name.equals("row")) {
            rows++;
        }
        if (name.equals("c") && rows > 0) {
            counted(++cells, MOST_CELLS);
        }
        if (gathering == 0) {
            text = 0;
            gathering = name.equals("c") || name.equals("si") ? depth : 0;
        }
        kept(reader, name, attributes(reader, name.equals("c")));
    }

    private void kept(XMLStreamReader reader, String name, int length) throws Unfit {
        var formula = name.equals("f") ? reader.getAttributeValue(null, "t") : null;
        if ("array".equals(formula)) {
            counted(++arrays, MOST_ARRAYS);
        }
        if (formula != null || KEPT.contains(name)) {
            keep(OBJECT + 2L * length);
        }
        if (keeping == 0 && (formula != null || name.equals("si"))) {
            keeping = depth;
        }
    }

    private void ended(String name) {
        if (name.equals("row")) {
            rows--;
            cells = 0;
        }
        gathering = depth == gathering ? 0 : gathering;
        keeping = depth == keeping ? 0 : keeping;
        depth--;
    }

    /// The runs of one cell are put together.
    private void said(int length) throws Unfit {
        text += length;
        if (text > limits.cell() * 2) {
            throw new Unfit(
                    "有超过 %,d 字的单元格".formatted(limits.cell()),
                    "A cell has more than %,d characters".formatted(limits.cell()));
        }
        if (keeping > 0) {
            keep(2L * length);
        }
    }

    private void keep(long bytes) throws Unfit {
        kept += bytes;
        if (kept > limits.kept()) {
            throw limits.tooMuchKept();
        }
    }

    private static void counted(int count, int most) throws Unfit {
        if (count > most) {
            throw Unfit.noWorkbook();
        }
    }

    /// How long they are together. The library makes room for every column up to the one that a cell names.
    private static int attributes(XMLStreamReader reader, boolean cell) throws Unfit {
        int length = 0;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var value = reader.getAttributeValue(i);
            if (value.length() > LONGEST_ATTRIBUTE
                    || (cell && far(reader.getAttributeLocalName(i), value))) {
                throw Unfit.noWorkbook();
            }
            length += value.length();
        }
        return length;
    }

    private static boolean far(String name, String value) {
        return name.equals("r")
                && value.chars().filter(Character::isLetter).count() > LONGEST_REFERENCE;
    }
}
