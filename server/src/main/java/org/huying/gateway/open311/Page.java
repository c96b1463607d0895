package org.huying.gateway.open311;

import java.util.Optional;
import org.huying.insight.PublicMatters;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;

/// Which part of a list. The extension `page`, from 1, with `page_size` up to 1 000, ends at 10 000 lines in all, since what
/// is skipped has to be read. `after` goes on from a cursor without an end, and every page costs the same.
///
/// @param skip lines before the first; 0 behind a cursor
/// @param after the cursor, where one is given
record Page(int skip, int size, Optional<Cursor> after) {

    static final int MOST = 1_000;

    /// The header of an answer that says what to send as `after` to go on; missing on the last page.
    static final String NEXT = "Next-Cursor";

    static Page of(Form form) {
        int size = number(form, "page_size", MOST, MOST);
        var after = form.first("after");
        if (after.isPresent()) {
            return behind(form, after.get(), size);
        }
        int page = number(form, "page", 1, PublicMatters.MOST);
        if ((long) page * size > PublicMatters.MOST) {
            throw wrong(
                    "page 翻到一万条为止；再往后请用 after（上一页回答头 Next-Cursor 里的），或缩小时间范围",
                    "`page` ends at 10 000 lines; go on with `after` from the header Next-Cursor of the page before, or ask for a shorter range");
        }
        return new Page((page - 1) * size, size, Optional.empty());
    }

    private static Page behind(Form form, String after, int size) {
        if (form.first("page").isPresent()) {
            throw wrong("page 和 after 只能用一个", "`page` and `after` do not go together");
        }
        var cursor =
                Cursor.read(after)
                        .orElseThrow(() ->
                                wrong(
                                        "after 要照抄上一页回答头 Next-Cursor 里的",
                                        "`after` is copied from the header Next-Cursor of the page before"));
        return new Page(0, size, Optional.of(cursor));
    }

    private static int number(Form form, String name, int usual, int most) {
        var text = form.first(name).map(String::strip);
        if (text.isEmpty()) {
            return usual;
        }
        int number = text.get().matches("[0-9]{1,6}") ? Integer.parseInt(text.get()) : 0;
        if (number < 1 || number > most) {
            throw wrong(
                    "%s 是 1 到 %d 的整数".formatted(name, most),
                    "%s is a whole number from 1 to %d".formatted(name, most));
        }
        return number;
    }

    private static ProblemException wrong(String zh, String en) {
        return Problem.UNREADABLE.with(zh, en);
    }
}
