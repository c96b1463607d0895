package org.huying.territory.divisions;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.huying.territory.TerritoryCode;

/// Reads the layout that `server/divisions/pack.mjs` writes and describes.
final class Packed {
    private static final String RESOURCE = "divisions.bin";
    private static final int HEAD = 13;

    private final List<Entry> entries;
    private final byte[] dictionary;
    private final byte[] file;
    private final int blocks;

    private Packed(List<Entry> entries, byte[] dictionary, byte[] file, int blocks) {
        this.entries = entries;
        this.dictionary = dictionary;
        this.file = file;
        this.blocks = blocks;
    }

    List<Entry> entries() {
        return entries;
    }

    /// A province, city or county; `length` is 0 when it has no block of its own.
    record Entry(String code, String name, int offset, int length) {

        static Entry of(String line) {
            var part = line.split("\t", -1);
            return part.length == 2
                    ? new Entry(part[0], part[1], 0, 0)
                    : new Entry(
                            part[0], part[1], Integer.parseInt(part[2]), Integer.parseInt(part[3]));
        }

        Division division() {
            return new Division(TerritoryCode.of(code), name);
        }
    }

    static Packed read() {
        var file = ByteBuffer.wrap(resource());
        if (file.getInt() != 0x48594456 || file.get() != 1) {
            throw new IllegalStateException(RESOURCE + " has an unknown layout");
        }
        int index = file.getInt();
        int words = file.getInt();
        var bytes = file.array();
        var dictionary = Arrays.copyOfRange(bytes, HEAD + index, HEAD + index + words);
        var entries = inflate(bytes, HEAD, index, new byte[0]).lines().map(Entry::of).toList();
        return new Packed(entries, dictionary, bytes, HEAD + index + words);
    }

    /// The streets and communities of a county, ordered by code.
    List<Division> below(Entry county) {
        var found = new ArrayList<Division>();
        var street = "";
        int last = 0;
        var text = inflate(file, blocks + county.offset(), county.length(), dictionary);
        for (var line : text.lines().toList()) {
            int tab = line.indexOf('\t');
            var name = line.substring(tab + 1);
            if (line.startsWith("=")) {
                street = county.code() + line.substring(1, tab);
                last = 0;
                found.add(new Division(TerritoryCode.of(street), name));
            } else {
                last += tab == 0 ? 1 : Integer.parseInt(line.substring(0, tab));
                var code = street + String.valueOf(1000 + last).substring(1);
                found.add(new Division(TerritoryCode.of(code), name));
            }
        }
        return found;
    }

    private static byte[] resource() {
        try (var in = Packed.class.getResourceAsStream(RESOURCE)) {
            Objects.requireNonNull(in, RESOURCE + " was not packed by the build");
            return new DataInputStream(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String inflate(byte[] from, int offset, int length, byte[] dictionary) {
        try (var inflater = new Inflater(true)) {
            if (dictionary.length > 0) {
                inflater.setDictionary(dictionary);
            }
            inflater.setInput(from, offset, length);
            var out = new byte[Math.max(1024, length * 4)];
            int filled = 0;
            while (!inflater.finished()) {
                if (filled == out.length) {
                    out = Arrays.copyOf(out, filled * 2);
                }
                int more = inflater.inflate(out, filled, out.length - filled);
                if (more == 0 && !inflater.finished()) {
                    throw new IllegalStateException(RESOURCE + " is cut short");
                }
                filled += more;
            }
            return new String(out, 0, filled, StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new IllegalStateException(RESOURCE + " is damaged", e);
        }
    }
}
