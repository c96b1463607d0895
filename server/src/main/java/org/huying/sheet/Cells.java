package org.huying.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What people type into cells, made plain: and what is put into cells, made harmless.
public final class Cells {

    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cc}\\x{FEFF}\\x{200B}\\x{200C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2064}\\x{FFFE}\\x{FFFF}\\x{D800}-\\x{DFFF}&&[^\n\t]]");
    private static final Pattern SPACES =
            Pattern.compile("[\t\\x{00A0}\\x{2007}\\x{202F}\\x{3000}\\x{2000}-\\x{200A}]");
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}\\x{FFFE}\\x{FFFF}\\x{D800}-\\x{DFFF}&&[^\n]]");
    private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@＝＋－＠]");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d{1,12})?");
    private static final Pattern EIGHT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern PARTS =
            Pattern.compile(
                    "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]+(\\d{1,2}[:：]\\d{2}.*))?");

    /// Day 0 of a spreadsheet, from 1900-03-01 on: before that they count a leap day that never was.
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

    private static final int SECONDS = 86_400;
    private static final DateTimeFormatter CLOCK =
            new DateTimeFormatterBuilder()
                    .appendPattern("H:mm[:ss]")
                    .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.SMART);
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Cells() {}

    /// Without what nobody sees and without spaces around it; the quotation mark that [#harmless] has put before a formula
    /// is taken off again.
    public static String clean(String raw) {
        var text = (raw.chars().noneMatch(Cells::odd) ? raw : plain(raw)).strip();
        return text.startsWith("'") && FORMULA.matcher(text).region(1, text.length()).lookingAt()
                ? text.substring(1).strip()
                : text;
    }

    /// Whether a closer look is worth its time: most cells hold nothing of the kind.
    private static boolean odd(int sign) {
        return sign < 0x20
                || (sign >= 0x7F && sign <= 0xA0)
                || (sign >= 0x2000 && sign <= 0x206F)
                || sign == 0x3000
                || (sign >= 0xD800 && sign <= 0xDFFF)
                || sign == 0xFEFF
                || sign >= 0xFFFE;
    }

    private static String plain(String raw) {
        return SPACES.matcher(UNSEEN.matcher(raw).replaceAll("")).replaceAll(" ");
    }

    /// The same with full-width letters, digits and signs (１２３，ＡＢＣ) in their usual width.
    public static String narrow(String raw) {
        var text = clean(raw);
        if (text.chars().noneMatch(it -> it >= 0xFF01 && it <= 0xFF5E)) {
            return text;
        }
        var narrow = new StringBuilder(text.length());
        text.chars()
                .forEach(it ->
                        narrow.append((char) (it >= 0xFF01 && it <= 0xFF5E ? it - 0xFEE0 : it)));
        return narrow.toString().strip();
    }

    /// A day as it is written here and there (2026-01-31, 2026/1/31, 2026年1月31日, 20260131, or the number of days that
    /// a spreadsheet counts); empty for anything else.
    public static Optional<LocalDate> day(String raw) {
        return moment(raw).map(LocalDateTime::toLocalDate);
    }

    /// A day with or without the time of day; midnight without.
    public static Optional<LocalDateTime> moment(String raw) {
        var text = narrow(raw);
        try {
            if (SERIAL.matcher(text).matches()) {
                return Optional.of(serial(Double.parseDouble(text)));
            }
            var eight = EIGHT.matcher(text);
            if (eight.matches()) {
                return Optional.of(
                        date(eight.group(1), eight.group(2), eight.group(3)).atStartOfDay());
            }
            var parts = PARTS.matcher(text);
            if (!parts.matches()) {
                return Optional.empty();
            }
            var day = date(parts.group(1), parts.group(2), parts.group(3));
            return Optional.of(
                    parts.group(4) == null
                            ? day.atStartOfDay()
                            : day.atTime(java.time.LocalTime.parse(parts.group(4), CLOCK)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// As [#moment] is written out.
    public static String written(LocalDateTime moment) {
        return MINUTES.format(moment);
    }

    private static LocalDateTime serial(double days) {
        long whole = (long) days;
        long seconds = Math.round((days - whole) * SECONDS);
        return ZERO.plusDays(whole).atStartOfDay().plusSeconds(seconds);
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    /// Text stays text: what a spreadsheet might take for a formula gets a quotation mark in front, and what no XML can hold
    /// is left out.
    public static String harmless(String text) {
        var plain = UNFIT.matcher(text).replaceAll("");
        return FORMULA.matcher(plain).lookingAt() ? "'" + plain : plain;
    }
}
