package org.huying.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huying.problem.Language;

/// A column of a list that people fill in.
///
/// @param key what it is called in programs, and one of the heads by which it is found
/// @param head what it is called by people
/// @param needed whether no row may leave it out
/// @param most the longest text, in characters
/// @param note what to write into it, for the template
/// @param terms the values that can stand in it; empty where it is free
public record Field(
        String key, Words head, Kind kind, boolean needed, int most, Words note, Terms terms) {

    /// What is written in a column, and so what is made plain in it.
    public enum Kind {
        /// Words; they keep their full-width signs.
        TEXT,
        /// Keys, codes, numbers of things and of telephones.
        CODE,
        NUMBER,
        /// A day; read as `yyyy-MM-dd`.
        DAY,
        /// A day and a time of day; read as `yyyy-MM-dd HH:mm:ss`.
        MOMENT,
        /// One of the terms; read as its key.
        TERM,
        /// What only whoever it is for may know; it is not shown again.
        SECRET
    }

    private static final Flaw NOT_A_NUMBER =
            new Flaw("not-a-number", new Words("不是数", "Not a number"));

    /// A value with its names.
    public record Term(String key, Words name) {}

    /// What is wrong with one cell.
    ///
    /// @param code stable: `missing`, `too-long`, `not-a-number`, `not-a-day`, `not-a-moment`, `unknown`
    public record Flaw(String code, Words why) {}

    public static Field text(String key, Words head, int most, Words note) {
        return new Field(key, head, Kind.TEXT, false, most, note, Terms.NONE);
    }

    public static Field of(Kind kind, String key, Words head, int most, Words note) {
        return new Field(key, head, kind, false, most, note, Terms.NONE);
    }

    public static Field oneOf(String key, Words head, Words note, List<Term> terms) {
        return new Field(key, head, Kind.TERM, false, 100, note, new Terms(terms));
    }

    /// The same that no row may leave out.
    public Field must() {
        return new Field(key, head, kind, true, most, note, terms);
    }

    /// What a cell says, made plain; what cannot be read stays as it is and is found by [#flaw].
    public String read(String raw) {
        return switch (kind) {
            case TEXT, SECRET -> Cells.clean(raw);
            case CODE -> Cells.narrow(raw);
            case NUMBER -> Cells.narrow(raw).replace(" ", "");
            case DAY -> Cells.day(raw).map(Object::toString).orElseGet(() -> Cells.narrow(raw));
            case MOMENT -> moment(raw);
            case TERM -> terms.key(Cells.clean(raw));
        };
    }

    /// What was read as people say it: a term by its name.
    public String said(String read, Language language) {
        return terms.name(read).map(it -> it.in(language)).orElse(read);
    }

    /// What is wrong with what was read.
    public Optional<Flaw> flaw(String read) {
        if (read.isEmpty()) {
            return needed
                    ? Optional.of(new Flaw("missing", new Words("没有填", "Nothing is filled in")))
                    : Optional.empty();
        }
        if (read.length() > most) {
            return Optional.of(
                    new Flaw(
                            "too-long",
                            new Words(
                                    "最多 %d 字".formatted(most),
                                    "At most %d characters".formatted(most))));
        }
        return switch (kind) {
            case TEXT, CODE, SECRET -> Optional.empty();
            case NUMBER -> numbered(read);
            case DAY ->
                    wrong(
                            Cells.day(read).isEmpty(),
                            "not-a-day",
                            "日期写作 2026-01-31",
                            "Write days as 2026-01-31");
            case MOMENT ->
                    wrong(
                            !zoned(read) && Cells.moment(read).isEmpty(),
                            "not-a-moment",
                            "时间写作 2026-01-31 08:30",
                            "Write times as 2026-01-31 08:30");
            case TERM -> wrong(!terms.has(read), "unknown", "字典里没有这一项", "Not in the dictionary");
        };
    }

    private static String moment(String raw) {
        var narrow = Cells.narrow(raw);
        return zoned(narrow) ? narrow : Cells.moment(narrow).map(Cells::written).orElse(narrow);
    }

    /// With an offset it is taken by the letter.
    private static boolean zoned(String text) {
        try {
            return text.contains("T") && java.time.OffsetDateTime.parse(text) != null;
        } catch (java.time.DateTimeException _) {
            return false;
        }
    }

    private static Optional<Flaw> numbered(String read) {
        try {
            return Optional.of(new BigDecimal(read))
                    .filter(it -> Math.abs(it.scale()) > 20 || it.precision() > 20)
                    .map(_ -> NOT_A_NUMBER);
        } catch (NumberFormatException _) {
            return Optional.of(NOT_A_NUMBER);
        }
    }

    private static Optional<Flaw> wrong(boolean so, String code, String zh, String en) {
        return so ? Optional.of(new Flaw(code, new Words(zh, en))) : Optional.empty();
    }

    static String plain(String name) {
        return Cells.narrow(name).toLowerCase(Locale.ROOT).replaceAll("[\\s*_-]", "");
    }
}
