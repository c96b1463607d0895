package org.huying.sheet;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Looks a workbook through before the library opens it: unpacks every part once, keeping nothing, and stops at the
/// first thing that would cost memory or reach outside. What the directory of the archive says of sizes is not believed.
final class WorkbookGuard {

    private static final int MOST_PARTS = 2_000;
    private static final int LONGEST_REFERENCE = 3;
    private static final int LONGEST_ATTRIBUTE = 32_768;

    private final Limits limits;
    private long left;
    private int text;

    private WorkbookGuard(Limits limits) {
        this.limits = limits;
        this.left = limits.unpacked();
    }

    static void check(Path file, Limits limits) throws IOException, Unfit {
        var guard = new WorkbookGuard(limits);
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw guard.tooLarge();
            }
            if (zip.getEntry("[Content_Types].xml") == null) {
                throw noWorkbook();
            }
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                guard.part(zip, entries.nextElement());
            }
        } catch (ZipException | IllegalArgumentException _) {
            throw noWorkbook();
        } catch (Spent _) {
            throw guard.tooLarge();
        }
    }

    private void part(ZipFile zip, ZipEntry entry) throws IOException, Unfit {
        var name = entry.getName().toLowerCase(Locale.ROOT);
        boolean shared = name.endsWith("sharedstrings.xml");
        long most = shared ? Math.min(left, limits.shared()) : left;
        try (var counted = new Counted(zip.getInputStream(entry), most);
                var part = new BufferedInputStream(counted)) {
            if (xml(part)) {
                walked(new Open(part), name);
            }
            part.transferTo(OutputStream.nullOutputStream());
            left -= most - counted.left;
        }
    }

    /// Whatever begins like it: a part may have any name.
    private static boolean xml(BufferedInputStream part) throws IOException {
        part.mark(4);
        int first = part.read();
        part.reset();
        return first == '<'
                || first == 0xEF
                || first == 0xFE
                || first == 0xFF
                || first == ' '
                || first == 0;
    }

    private void walked(InputStream part, String name) throws IOException, Unfit {
        try {
            var reader = factory().createXMLStreamReader(part);
            while (reader.hasNext()) {
                look(reader);
            }
            reader.close();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io) {
                throw io;
            }
            if (!name.endsWith(".vml")) { // drawings of old are seldom well formed, and never read
                throw noWorkbook();
            }
        }
    }

    private void look(XMLStreamReader reader) throws XMLStreamException, Unfit {
        switch (reader.next()) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unfit(
                            "文件里有不允许的 XML 声明",
                            "The file has XML declarations that are not allowed");
            case XMLStreamConstants.START_ELEMENT -> {
                text = 0;
                attributes(reader);
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                text += reader.getTextLength();
                if (text > limits.cell() * 2) {
                    throw new Unfit(
                            "有超过 %,d 字的单元格".formatted(limits.cell()),
                            "A cell has more than %,d characters".formatted(limits.cell()));
                }
            }
            default -> {}
        }
    }

    /// The library makes room for every column up to the one that a cell names.
    private static void attributes(XMLStreamReader reader) throws Unfit {
        boolean cell = reader.getLocalName().equals("c");
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var value = reader.getAttributeValue(i);
            if (value.length() > LONGEST_ATTRIBUTE
                    || (cell && far(reader.getAttributeLocalName(i), value))) {
                throw noWorkbook();
            }
        }
    }

    private static boolean far(String name, String value) {
        return name.equals("r")
                && value.chars().filter(Character::isLetter).count() > LONGEST_REFERENCE;
    }

    private Unfit tooLarge() {
        return new Unfit(
                "解开后超过 %,d MB，或部件过多".formatted(limits.unpacked() >> 20),
                "Unpacked it has more than %,d MB, or too many parts"
                        .formatted(limits.unpacked() >> 20));
    }

    private static Unfit noWorkbook() {
        return new Unfit("不是完好的 XLSX 文件", "Not a sound XLSX file");
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private static final class Spent extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// Whoever parses it does not shut it: there may be more behind the last element.
    private static final class Open extends FilterInputStream {

        Open(InputStream source) {
            super(source);
        }

        @Override
        public void close() {
            // the part is closed by whoever opened it
        }
    }

    private static final class Counted extends FilterInputStream {
        private long left;

        Counted(InputStream source, long most) {
            super(source);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            return value < 0 ? value : counted(value, 1);
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int count = in.read(target, from, length);
            return count < 0 ? count : counted(count, count);
        }

        private int counted(int answer, int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new Spent();
            }
            return answer;
        }
    }
}
