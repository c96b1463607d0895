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
import javax.xml.stream.XMLStreamException;

/// Looks a workbook through before the library opens it: unpacks every part once, keeping nothing, and stops at the
/// first thing that would cost memory or reach outside. What the directory of the archive says of sizes is not believed.
final class WorkbookGuard {

    private static final int MOST_PARTS = 2_000;

    private final Limits limits;
    private long left;
    private final Look look;

    private WorkbookGuard(Limits limits) {
        this.limits = limits;
        this.left = limits.unpacked();
        this.look = new Look(limits);
    }

    static void check(Path file, Limits limits) throws Unfit {
        var guard = new WorkbookGuard(limits);
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw guard.tooLarge();
            }
            if (zip.getEntry("[Content_Types].xml") == null) {
                throw Unfit.noWorkbook();
            }
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                guard.part(zip, entries.nextElement());
            }
        } catch (Spent _) {
            throw guard.tooLarge();
        } catch (IOException
                | IllegalArgumentException _) { // whatever an archive can be damaged by
            throw Unfit.noWorkbook();
        }
    }

    private void part(ZipFile zip, ZipEntry entry) throws IOException, Unfit {
        var name = entry.getName().toLowerCase(Locale.ROOT);
        try (var counted = new Counted(zip.getInputStream(entry), left);
                var part = new BufferedInputStream(counted)) {
            if (xml(part)) {
                walked(new Open(part), counted, name);
            }
            counted.walked();
            part.transferTo(OutputStream.nullOutputStream());
            left = counted.left;
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
                || first == 0
                || Character.isWhitespace(first);
    }

    private void walked(InputStream part, Counted counted, String name) throws IOException, Unfit {
        try {
            var reader = factory().createXMLStreamReader(part);
            look.begin();
            while (reader.hasNext()) {
                counted.token();
                look.at(reader.next(), reader);
            }
            reader.close();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io
                    && (io instanceof Spent || io instanceof ZipException)) {
                throw io;
            }
            if (!name.endsWith(".vml")) { // drawings of old are seldom well formed, and never read
                throw Unfit.noWorkbook();
            }
        }
    }

    private Unfit tooLarge() {
        return new Unfit(
                "解开后超过 %,d MB，或部件过多".formatted(limits.unpacked() >> 20),
                "Unpacked it has more than %,d MB, or too many parts"
                        .formatted(limits.unpacked() >> 20));
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

        /// The parser holds a token as a whole, such as a remark, before anybody is told of it.
        private static final int LONGEST_TOKEN = 1 << 20;

        private long left;
        private long token = LONGEST_TOKEN;

        Counted(InputStream source, long most) {
            super(source);
            left = most;
        }

        /// Another one begins.
        void token() {
            token = LONGEST_TOKEN;
        }

        /// Nobody holds what is still to come.
        void walked() {
            token = Long.MAX_VALUE;
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
            token -= bytes;
            if (left < 0) {
                throw new Spent();
            }
            if (token < 0) {
                throw new ZipException("A token without an end");
            }
            return answer;
        }
    }
}
